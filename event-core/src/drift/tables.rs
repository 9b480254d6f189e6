//! Fields and variants of nested types, in the version that is held.

use super::value_rules::{has_inside, value_rules};
use super::words;
use super::{At, Look, at_most, field_type, look};
use crate::schema::const_checks::same_text;
use crate::schema::{Content, Enum, Field, Masked, Struct, Tagging, Variant};

#[track_caller]
pub(super) const fn structs(code: &Struct, version: u32, promised: &Struct, at: &At<'_>) {
    closed(code.closed, promised.closed, at);
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

// Const evaluation takes its time for every step, and calls are the longest: what most fields do not
// have is asked for in place, and a place is made for those that differ or go deeper.

#[track_caller]
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn fields(code: &[Field], version: u32, promised: &[Field], at: &At<'_>) {
    let mut i = 0;
    while i < promised.len() {
        match field_at(code, i, version, promised[i].name) {
            Some(code) => one_field(code, version, &promised[i], at),
            None => {
                let at = at.inside(".", promised[i].name);
                words::says(&at, "promises", "has no such field")
            }
        }
        i += 1;
    }
    let (mut i, mut count) = (0, 0);
    while i < code.len() {
        if code[i].since <= version && version <= code[i].until {
            count += 1;
        }
        i += 1;
    }
    // Each of the promised is there, so nothing else is if they are as many.
    let mut i = if count == promised.len() { code.len() } else { 0 };
    while i < code.len() {
        if code[i].exists_at(version) && field_at(promised, i, 1, code[i].name).is_none() {
            words::says(&at.inside(".", code[i].name), "has no", "has it")
        }
        i += 1;
    }
}

/// The field of that name; most likely it stands at the same place.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn field_at<'a>(
    fields: &'a [Field],
    place: usize,
    version: u32,
    name: &str,
) -> Option<&'a Field> {
    let mut i = 0;
    while i < fields.len() {
        let field = &fields[(place + i) % fields.len()];
        if field.since <= version && version <= field.until && same_text(field.name, name) {
            return Some(field);
        }
        i += 1;
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
    if promised.masked.is_some() && is_weaker(code.masked, promised.masked) {
        words::mask(code.masked, promised.masked, &at.inside(".", promised.name))
    }
    if !promised.aliases.is_empty() {
        aliases(code.aliases, code.name, promised.aliases, &at.inside(".", promised.name));
    }
    let rules = if at.rules_hold { code.rules } else { &[] };
    if !rules.is_empty() || !promised.rules.is_empty() {
        value_rules(rules, promised.rules, &at.inside(".", promised.name));
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
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
pub(super) const fn enums(code: &Enum, version: u32, promised: &Enum, at: &At<'_>) {
    if !is_same_tagging(code.tagging, promised.tagging) {
        words::tagging(code.tagging, promised.tagging, at)
    }
    closed(code.closed, promised.closed, at);
    let mut i = 0;
    while i < promised.variants.len() {
        let promised = &promised.variants[i];
        let at = at.inside(": ", promised.name);
        match variant_at(code.variants, i, version, promised.name) {
            None => words::says(&at, "promises", "has no such variant"),
            Some(code) => one_variant(code, version, promised, &at),
        }
        i += 1;
    }
    let (mut i, mut count) = (0, 0);
    while i < code.variants.len() {
        count += (code.variants[i].since <= version) as usize;
        i += 1;
    }
    let mut i = if count == promised.variants.len() { code.variants.len() } else { 0 };
    while i < code.variants.len() {
        let code = &code.variants[i];
        if code.since <= version && variant_at(promised.variants, i, u32::MAX, code.name).is_none()
        {
            words::says(&at.inside(": ", code.name), "has no", "has it")
        }
        i += 1;
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

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn variant_at<'a>(
    variants: &'a [Variant],
    place: usize,
    version: u32,
    name: &str,
) -> Option<&'a Variant> {
    let mut i = 0;
    while i < variants.len() {
        let at = (place + i) % variants.len();
        if variants[at].since <= version && same_text(variants[at].name, name) {
            return Some(&variants[at]);
        }
        i += 1;
    }
    None
}

/// A struct variant and a variant that holds a struct look the same on the wire.
#[track_caller]
const fn one_variant(code: &Variant, version: u32, promised: &Variant, at: &At<'_>) {
    aliases(code.aliases, code.name, promised.aliases, at);
    let promised_rules = promised.rules;
    match (&code.content, &promised.content) {
        (Content::Unit, Content::Unit) => {}
        (Content::Newtype(shape), Content::Newtype(promised)) => {
            let rules_hold = at.rules_hold && has_inside(code.rules);
            field_type(shape, code.holds.at(version), promised, &At { rules_hold, ..*at });
            let rules = if at.rules_hold { code.rules } else { &[] };
            if !rules.is_empty() || !promised_rules.is_empty() {
                value_rules(rules, promised_rules, at);
            }
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
