//! Fields and variants of nested types, in the version that is held.

use super::words::{self, Sides};
use super::{At, Look, at_most, field_type, look};
use crate::schema::const_checks::same_text;
use crate::schema::{Content, Enum, Field, Masked, Struct, Tagging, ValueRule, Variant};

#[track_caller]
pub(super) const fn structs(code: &Struct, version: u32, promised: &Struct, at: &At<'_>) {
    if code.closed != promised.closed {
        closed(code.closed, promised.closed, at);
    }
    fields(code.fields, version, promised.fields, at);
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
const fn fields(code: &[Field], version: u32, promised: &[Field], at: &At<'_>) {
    let (mut left, mut sought) = (code, promised);
    let mut in_order = true;
    while let [promised, others @ ..] = sought {
        while let [Field { since, until, .. }, after @ ..] = left
            && (version < *since || *until < version)
        {
            left = after;
        }
        // Most likely both are in the same order.
        match left {
            [code, after @ ..] if same_text(code.name, promised.name) => {
                one_field(code, version, promised, at);
                left = after;
            }
            _ => {
                in_order = false;
                match named(code, version, promised.name) {
                    Some(code) => one_field(code, version, promised, at),
                    None => {
                        let at = at.inside(".", promised.name);
                        words::says(&at, "promises", "has no such field")
                    }
                }
            }
        }
        sought = others;
    }
    // Each of the promised is there. In order, the code can have others only behind them.
    let mut rest = if in_order { left } else { code };
    while let [field, after @ ..] = rest {
        if field.exists_at(version) && named(promised, 1, field.name).is_none() {
            words::says(&at.inside(".", field.name), "has no", "has it")
        }
        rest = after;
    }
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
const fn one_field(code: &Field, version: u32, promised: &Field, at: &At<'_>) {
    match look(code.shape, promised.shape) {
        Look::Same => {}
        _ => {
            let rules_hold = at.rules_hold && has_inside(code.rules);
            let at = At { rules_hold, ..at.inside(".", promised.name) };
            field_type(code.shape, code.holds.at(version), promised.shape, &at);
        }
    }
    match (code.default, promised.default) {
        (None, None) => {}
        (None, Some(_)) if !code.shape.is_optional() => {
            words::says(&at.inside(".", promised.name), "may be without", "requires it")
        }
        (Some(_), None) if at.published.is_todays && !promised.shape.is_optional() => {
            words::says(&at.inside(".", promised.name), "requires", "may be without it")
        }
        _ => {}
    }
    if let Some(_) = promised.masked
        && is_weaker(code.masked, promised.masked)
    {
        words::mask(code.masked, promised.masked, &at.inside(".", promised.name))
    }
    if let [_, ..] = promised.aliases {
        aliases(code.aliases, code.name, promised.aliases, &at.inside(".", promised.name));
    }
    match (if at.rules_hold { code.rules } else { &[] }, promised.rules) {
        ([], []) => {}
        (rules, promises) => value_rules(rules, promises, &at.inside(".", promised.name)),
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
pub(super) const fn enums(code: &Enum, version: u32, promised: &Enum, at: &At<'_>) {
    if !is_same_tagging(code.tagging, promised.tagging) {
        words::tagging(code.tagging, promised.tagging, at)
    }
    if code.closed != promised.closed {
        closed(code.closed, promised.closed, at);
    }
    let (mut left, mut sought) = (code.variants, promised.variants);
    let mut in_order = true;
    while let [promised, others @ ..] = sought {
        while let [Variant { since, .. }, after @ ..] = left
            && version < *since
        {
            left = after;
        }
        match left {
            [code, after @ ..] if same_text(code.name, promised.name) => {
                one_variant(code, version, promised, at);
                left = after;
            }
            _ => {
                in_order = false;
                match variant_named(code.variants, version, promised.name) {
                    Some(code) => one_variant(code, version, promised, at),
                    None => {
                        let at = at.inside(": ", promised.name);
                        words::says(&at, "promises", "has no such variant")
                    }
                }
            }
        }
        sought = others;
    }
    let mut rest = if in_order { left } else { code.variants };
    while let [variant, after @ ..] = rest {
        if variant.since <= version
            && variant_named(promised.variants, u32::MAX, variant.name).is_none()
        {
            words::says(&at.inside(": ", variant.name), "has no", "has it")
        }
        rest = after;
    }
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
const fn one_variant(code: &Variant, version: u32, promised: &Variant, at: &At<'_>) {
    if let (
        Variant { content: Content::Unit, .. },
        Variant { content: Content::Unit, aliases: [], .. },
    ) = (code, promised)
    {
        return;
    }
    let at = &at.inside(": ", promised.name);
    aliases(code.aliases, code.name, promised.aliases, at);
    match (&code.content, &promised.content) {
        (Content::Unit, Content::Unit) => {}
        (Content::Newtype(shape), Content::Newtype(promised)) => {
            let rules_hold = at.rules_hold && has_inside(code.rules);
            field_type(shape, code.holds.at(version), promised, &At { rules_hold, ..*at });
        }
        (code_content, promised) => {
            let code = match code_content {
                Content::Newtype(crate::schema::Shape::Struct(table)) => {
                    Some((*table, at_most(code.holds.at(version), table.version)))
                }
                Content::Struct(table) => Some((*table, version)),
                _ => None,
            };
            let promised = match promised {
                Content::Newtype(crate::schema::Shape::Struct(table)) | Content::Struct(table) => {
                    Some(*table)
                }
                _ => None,
            };
            match (code, promised) {
                (Some((code, version)), Some(promised)) => structs(code, version, promised, at),
                _ => words::says(at, "promises", "has something else behind the name"),
            }
        }
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
