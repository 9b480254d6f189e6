//! Variants of nested enums, in the version that is held.

use super::promised::{self, NO_MORE, Promised};
use super::rules::{has_inside, value_rules};
use super::tables::{aliases, closed, structs};
use super::words;
use super::{At, at_most, field_type};
use crate::schema::const_checks::same_text;
use crate::schema::{Content, Enum, Shape, Tagging, Variant};

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
        let (promised, promised_rules) = match promised {
            Promised::With(promised, more) => (*promised, more.rules),
            promised => (*promised, NO_MORE.rules),
        };
        let rules_hold = at.rules_hold && has_inside(code.rules);
        field_type(shape, code.holds.at(version), promised, &At { rules_hold, ..*at });
        let rules = if at.rules_hold { code.rules } else { &[] };
        match (rules, promised_rules) {
            ([], []) => {}
            (code, promised) => value_rules(code, promised, at),
        }
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
