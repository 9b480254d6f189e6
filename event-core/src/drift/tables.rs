//! Fields of nested structs, in the version that is held.

use super::look::{Look, look};
use super::promised::{self, NO_MORE, Promised};
use super::rules::{has_inside, value_rules};
use super::words;
use super::{At, field_type};
use crate::schema::const_checks::same_text;
use crate::schema::{Field, Masked, Struct};

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
pub(super) const fn closed(code: bool, promised: bool, at: &At<'_>) {
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
pub(super) const fn aliases(code: &[&str], name: &str, promised: &[&str], at: &At<'_>) {
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
