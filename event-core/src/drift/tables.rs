//! Fields and variants of nested types, in the version that is held.

use super::promised::{self, NO_MORE, Promised};
use super::words::{self, Sides};
use super::{At, Look, at_most, field_type, look};
use crate::schema::const_checks::same_text;
use crate::schema::{Content, Enum, Field, Masked, Shape, Struct, Tagging, ValueRule, Variant};

#[track_caller]
pub(super) const fn structs(
    code: &Struct,
    version: u32,
    is_closed: bool,
    promised: &[promised::Field],
    at: &At<'_>,
) {
    if code.closed != is_closed {
        closed(code.closed, is_closed, at);
    }
    fields(code.fields, version, promised, at);
}

#[track_caller]
const fn closed(code: bool, promised: bool, at: &At<'_>) {
    if code && !promised {
        words::says(at, "takes unknown fields in", "refuses them")
    }
    if promised && !code && at.published.is_todays {
        words::says(at, "refuses unknown fields in", "takes them")
    }
}

// Const evaluation takes its time for every step, and calls are the longest, of which `len` is one: lists
// are walked by patterns, what most fields do not have is asked for in place, and a place is made for
// those that differ or go deeper.

#[track_caller]
const fn fields(code: &[Field], version: u32, promised: &[promised::Field], at: &At<'_>) {
    let (mut left, mut sought) = (code, promised);
    let mut in_order = true;
    while let [(name, promised), others @ ..] = sought {
        while let [Field { since, until, .. }, after @ ..] = left
            && (version < *since || *until < version)
        {
            left = after;
        }
        // Most likely both are in the same order.
        match left {
            [code, after @ ..] if same_text(code.name, name) => {
                one_field(code, version, promised, at);
                left = after;
            }
            _ => {
                in_order = false;
                match named(code, version, name) {
                    Some(code) => one_field(code, version, promised, at),
                    None => words::says(&at.inside(".", name), "promises", "has no such field"),
                }
            }
        }
        sought = others;
    }
    // Each of the promised is there. In order, the code can have others only behind them.
    let mut rest = if in_order { left } else { code };
    while let [field, after @ ..] = rest {
        if field.exists_at(version) && !is_promised(promised, field.name) {
            words::says(&at.inside(".", field.name), "has no", "has it")
        }
        rest = after;
    }
}

const fn is_promised(mut fields: &[promised::Field], name: &str) -> bool {
    while let [(promised, _), rest @ ..] = fields {
        if same_text(promised, name) {
            return true;
        }
        fields = rest;
    }
    false
}

/// The field of that name.
const fn named<'a>(mut fields: &'a [Field], version: u32, name: &str) -> Option<&'a Field> {
    while let [field, rest @ ..] = fields {
        if field.exists_at(version) && same_text(field.name, name) {
            return Some(field);
        }
        fields = rest;
    }
    None
}

#[track_caller]
const fn one_field(code: &Field, version: u32, promised: &Promised, at: &At<'_>) {
    let (ty, more) = match promised {
        Promised::With(ty, more) => (*ty, *more),
        ty => (ty, NO_MORE),
    };
    match look(code.shape, ty) {
        Look::Same => {}
        _ => {
            let rules_hold = at.rules_hold && has_inside(code.rules);
            let at = At { rules_hold, ..at.inside(".", code.name) };
            field_type(code.shape, code.holds.at(version), ty, &at);
        }
    }
    match (code.default, more.default) {
        (None, true) if !code.shape.is_optional() => {
            words::says(&at.inside(".", code.name), "may be without", "requires it")
        }
        (Some(_), false) if at.published.is_todays && !ty.is_optional() => {
            words::says(&at.inside(".", code.name), "requires", "may be without it")
        }
        _ => {}
    }
    if let Some(_) = more.masked
        && is_weaker(code.masked, more.masked)
    {
        words::mask(code.masked, more.masked, &at.inside(".", code.name))
    }
    if let [_, ..] = more.aliases {
        aliases(code.aliases, code.name, more.aliases, &at.inside(".", code.name));
    }
    match (if at.rules_hold { code.rules } else { &[] }, more.rules) {
        ([], []) => {}
        (rules, promised) => value_rules(rules, promised, &at.inside(".", code.name)),
    }
}

/// Whether less is masked than was promised.
const fn is_weaker(code: Option<Masked>, promised: Option<Masked>) -> bool {
    match (promised, code) {
        (None, _)
        | (Some(_), Some(Masked::Whole))
        | (Some(Masked::Custom), Some(Masked::Custom)) => false,
        (Some(Masked::Last(promised)), Some(Masked::Last(code))) => code > promised,
        (Some(_), _) => true,
    }
}

/// Every name that is read stays readable.
#[track_caller]
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn aliases(code: &[&str], name: &str, promised: &[&str], at: &At<'_>) {
    let mut i = 0;
    while i < promised.len() {
        let mut found = same_text(name, promised[i]);
        let mut j = 0;
        while j < code.len() {
            found = found || same_text(code[j], promised[i]);
            j += 1;
        }
        if !found {
            words::alias(promised[i], at)
        }
        i += 1;
    }
}

#[track_caller]
pub(super) const fn enums(
    code: &Enum,
    version: u32,
    tagging: Tagging,
    is_closed: bool,
    promised: &[promised::Variant],
    at: &At<'_>,
) {
    if !is_same_tagging(code.tagging, tagging) {
        words::tagging(code.tagging, tagging, at)
    }
    if code.closed != is_closed {
        closed(code.closed, is_closed, at);
    }
    let (mut left, mut sought) = (code.variants, promised);
    let mut in_order = true;
    while let [(name, content), others @ ..] = sought {
        while let [Variant { since, .. }, after @ ..] = left
            && version < *since
        {
            left = after;
        }
        match left {
            [code, after @ ..] if same_text(code.name, name) => {
                one_variant(code, version, content, at);
                left = after;
            }
            _ => {
                in_order = false;
                match variant_named(code.variants, version, name) {
                    Some(code) => one_variant(code, version, content, at),
                    None => words::says(&at.inside(": ", name), "promises", "has no such variant"),
                }
            }
        }
        sought = others;
    }
    let mut rest = if in_order { left } else { code.variants };
    while let [variant, after @ ..] = rest {
        if variant.since <= version && !is_promised_variant(promised, variant.name) {
            words::says(&at.inside(": ", variant.name), "has no", "has it")
        }
        rest = after;
    }
}

const fn is_promised_variant(mut variants: &[promised::Variant], name: &str) -> bool {
    while let [(promised, _), rest @ ..] = variants {
        if same_text(promised, name) {
            return true;
        }
        variants = rest;
    }
    false
}

const fn is_same_tagging(code: Tagging, promised: Tagging) -> bool {
    match (code, promised) {
        (Tagging::External, Tagging::External) => true,
        (Tagging::Internal { tag }, Tagging::Internal { tag: other }) => same_text(tag, other),
        (
            Tagging::Adjacent { tag, content },
            Tagging::Adjacent { tag: other, content: contents },
        ) => same_text(tag, other) && same_text(content, contents),
        _ => false,
    }
}

const fn variant_named<'a>(
    mut variants: &'a [Variant],
    version: u32,
    name: &str,
) -> Option<&'a Variant> {
    while let [variant, rest @ ..] = variants {
        if variant.since <= version && same_text(variant.name, name) {
            return Some(variant);
        }
        variants = rest;
    }
    None
}

/// A struct variant and a variant that holds a struct look the same on the wire.
#[track_caller]
const fn one_variant(code: &Variant, version: u32, promised: &promised::Content, at: &At<'_>) {
    let promised = match promised {
        promised::Content::Aliased(promised, content) => {
            aliases(code.aliases, code.name, promised, &at.inside(": ", code.name));
            *content
        }
        content => content,
    };
    if let (Content::Unit, promised::Content::Unit) = (code.content, promised) {
        return;
    }
    let at = &at.inside(": ", code.name);
    if let (Content::Newtype(shape), promised::Content::Newtype(promised)) =
        (code.content, promised)
    {
        let rules_hold = at.rules_hold && has_inside(code.rules);
        field_type(shape, code.holds.at(version), promised, &At { rules_hold, ..*at });
        return;
    }
    let code = match code.content {
        Content::Newtype(Shape::Struct(table)) => {
            Some((*table, at_most(code.holds.at(version), table.version)))
        }
        Content::Struct(table) => Some((table, version)),
        _ => None,
    };
    let promised = match promised {
        promised::Content::Newtype(Promised::Struct(_, _, closed, fields))
        | promised::Content::Struct(closed, fields) => Some((*closed, *fields)),
        _ => None,
    };
    match (code, promised) {
        (Some((code, version)), Some((closed, promised))) => {
            structs(code, version, closed, promised, at);
        }
        _ => words::says(at, "promises", "has something else behind the name"),
    }
}

/// Of today's version the same rules; of an earlier one, none that it did not have.
#[track_caller]
pub(super) const fn value_rules(code: &[ValueRule], promised: &[ValueRule], at: &At<'_>) {
    if let Some(rule) = not_in(code, promised, !at.published.is_todays) {
        words::value_rule(rule, Sides::Code, at)
    }
    if let (true, Some(rule)) = (at.published.is_todays, not_in(promised, code, false)) {
        words::value_rule(rule, Sides::Published, at)
    }
}

/// Whether the rules of the types inside are checked with a field's own.
pub(super) const fn has_inside(mut rules: &[ValueRule]) -> bool {
    while let [rule, rest @ ..] = rules {
        if let ValueRule::Inside = rule {
            return true;
        }
        rules = rest;
    }
    false
}

/// The first rule that the others do not have; or, if `follows`, that does not follow from one of them.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn not_in<'a>(
    rules: &'a [ValueRule],
    others: &[ValueRule],
    follows: bool,
) -> Option<&'a ValueRule> {
    let mut i = 0;
    while i < rules.len() {
        // Contracts have the rules of what is inside where they are checked, and no word for it.
        let (mut found, mut j) = (matches!(rules[i], ValueRule::Inside), 0);
        while j < others.len() {
            found = found || holds_too(&rules[i], &others[j], follows);
            j += 1;
        }
        if !found {
            return Some(&rules[i]);
        }
        i += 1;
    }
    None
}

/// Whether what keeps to `other` keeps to `rule`. Numbers are text here, and compared as such.
const fn holds_too(rule: &ValueRule, other: &ValueRule, follows: bool) -> bool {
    match (rule, other) {
        (ValueRule::MinLength(rule), ValueRule::MinLength(other)) => {
            *rule == *other || follows && *rule < *other
        }
        (ValueRule::MaxLength(rule), ValueRule::MaxLength(other)) => {
            *rule == *other || follows && *rule > *other
        }
        (ValueRule::Min(rule), ValueRule::Min(other))
        | (ValueRule::Max(rule), ValueRule::Max(other))
        | (ValueRule::Pattern(rule), ValueRule::Pattern(other))
        | (ValueRule::Format(rule), ValueRule::Format(other))
        | (ValueRule::Other(rule), ValueRule::Other(other)) => same_text(rule, other),
        _ => false,
    }
}
