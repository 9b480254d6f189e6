//! The history of fields: versions, earlier names and earlier types, one rule a function.

use std::collections::HashMap;

use super::field::{Around, masked};
use super::holds::held_by_removed;
use super::item::flag;
use super::places::inside;
use crate::errors::Errors;
use crate::history::{self, Earlier};
use crate::input::{FieldInput, RemovedInput, RenamedInput, WasInput, members};
use crate::message;
use crate::model::{Convert, Fields, Period, Removed, Was};
use crate::names::plain;
use crate::value::{Number, Written, once};

/// The first version that has the field or the variant.
pub(super) fn since(
    written: &[Written],
    what: &str,
    around: Around,
    errors: &mut Errors,
) -> Option<Number> {
    let since = once(written, errors)?.version(errors)?;
    if since.value == 1 {
        errors.push(since.span, message::since_first_version(what));
        return None;
    }
    if let Some(version) = around.version.filter(|version| since.value > *version) {
        let message = match version {
            1 => message::since_in_first_version(what, since.value),
            _ => message::since_later_than_version(what, since.value, version),
        };
        errors.push(since.span, message);
        return None;
    }
    if since.value <= around.oldest {
        let message = message::history_before_oldest("since", since.value, around.oldest);
        errors.push(since.span, message);
        return None;
    }
    Some(since)
}

/// The periods of a field, from its first version to today.
pub(super) fn periods(
    name: &str,
    input: &FieldInput,
    since: Option<Number>,
    around: Around,
    errors: &mut Errors,
) -> Vec<Period> {
    let first = since.map_or(around.oldest, |since| since.value);
    let mut names = Vec::new();
    for written in &input.renamed {
        if let Some((from, until)) = renamed(written, errors) {
            if from == name {
                errors.push_on(written.tokens(), message::renamed_to_itself(name));
            }
            names.push(Earlier { until, value: from });
        }
    }
    let mut types = Vec::new();
    for written in &input.was {
        if let Some((was, until)) = was(written, errors) {
            types.push(Earlier { until, value: was });
        }
    }
    check_ends("renamed", &mut names, first, around, errors);
    check_ends("was", &mut types, first, around, errors);
    // What is there from the oldest version on is there in every version.
    history::periods(name, since.map_or(1, |since| since.value), &names, &types)
}

/// `renamed(from = "total", until = 1)`
fn renamed(written: &Written, errors: &mut Errors) -> Option<(String, Number)> {
    const EXAMPLE: &str = "renamed(from = \"total\", until = 1)";
    let items = written.list(EXAMPLE, errors)?;
    let input: RenamedInput = members(items, inside("`renamed`"), errors);
    let from = required(written, &input.from, "from", EXAMPLE, errors)
        .and_then(|from| from.text("from = \"total\"", errors));
    let until = required(written, &input.until, "until", EXAMPLE, errors)
        .and_then(|until| until.version(errors));
    Some((from?.value(), until?))
}

/// `was(type = "i64", until = 2, with = path)`
fn was(written: &Written, errors: &mut Errors) -> Option<(Was, Number)> {
    const EXAMPLE: &str = "was(type = \"i64\", until = 2, with = path::to_function)";
    let items = written.list(EXAMPLE, errors)?;
    let input: WasInput = members(items, inside("`was`"), errors);
    let ty = required(written, &input.old_type, "type", EXAMPLE, errors)
        .and_then(|old| old.rust_type("type = \"i64\"", errors));
    let until = required(written, &input.until, "until", EXAMPLE, errors)
        .and_then(|until| until.version(errors));
    let with = once(&input.with, errors);
    let try_with = once(&input.try_with, errors);
    let back = once(&input.back, errors).and_then(|back| back.path("back = path", errors));
    let convert = match (with, try_with) {
        (Some(with), None) => with.path("with = path", errors).map(Convert::With),
        (None, Some(with)) => with.path("try_with = path", errors).map(Convert::TryWith),
        (Some(_), Some(again)) => {
            errors.push(again.name_span(), message::only_one_of("with", "try_with"));
            None
        }
        (None, None) => {
            let message = message::argument_missing("was", "with", EXAMPLE);
            errors.push(written.name_span(), message);
            None
        }
    };
    Some((Was { ty: ty?, convert: convert?, back }, until?))
}

/// `removed(name = "coupon", type = "Option<String>", since = 1, until = 2, lossy)`
pub(super) fn removed(written: &Written, around: Around, errors: &mut Errors) -> Option<Removed> {
    const EXAMPLE: &str = "removed(name = \"coupon\", type = \"Option<String>\", until = 1)";
    let items = written.list(EXAMPLE, errors)?;
    let input: RemovedInput = members(items, inside("`removed`"), errors);
    let name = required(written, &input.name, "name", EXAMPLE, errors)
        .and_then(|name| name.text("name = \"coupon\"", errors));
    let ty = required(written, &input.old_type, "type", EXAMPLE, errors)
        .and_then(|old| old.rust_type("type = \"Option<String>\"", errors));
    let until = required(written, &input.until, "until", EXAMPLE, errors)
        .and_then(|until| until.version(errors));
    let since = match once(&input.since, errors) {
        Some(since) => since.version(errors)?.value,
        None => 1,
    };
    let back = once(&input.back, errors).and_then(|back| back.path("back = path", errors));
    let is_lossy = flag(&input.lossy, errors);
    if let (Some(lossy), Some(_)) = (input.lossy.first(), &back) {
        errors.push(lossy.name_span(), message::only_one_of("back", "lossy"));
    }
    let holds = held_by_removed(&input.holds, errors);
    let masked = masked(&input.masked, errors);
    let is_unmasked = flag(&input.unmasked, errors);
    if let (Some(_), Some(unmasked)) = (&masked, input.unmasked.first()) {
        errors.push(unmasked.name_span(), message::only_one_of("masked", "unmasked"));
    }
    let (name, ty, until) = (name?, ty?, until?);
    if let Some(version) = around.version.filter(|version| until.value >= *version) {
        let message = message::history_version_does_not_exist("removed", until.value, version);
        errors.push(until.span, message);
        return None;
    }
    if until.value < around.oldest {
        let message = message::history_before_oldest("removed", until.value, around.oldest);
        errors.push(until.span, message);
        return None;
    }
    if since > until.value {
        let came = format!("`{}` came with version {since}", name.value());
        let went = format!("version {} was the last to have it", until.value);
        errors.push(until.span, message::history_contradicts(&came, &went));
        return None;
    }
    let until = until.value;
    Some(Removed { name, ty, since, until, holds, is_lossy, back, masked, is_unmasked })
}

pub(super) fn required<'a>(
    whole: &Written,
    argument: &'a [Written],
    name: &str,
    example: &str,
    errors: &mut Errors,
) -> Option<&'a Written> {
    let argument = once(argument, errors);
    if argument.is_none() {
        errors.push(whole.name_span(), message::argument_missing(&whole.name(), name, example));
    }
    argument
}

/// Every earlier name or type ends with a version of its own, in which the field exists and which is
/// not today's.
pub(super) fn check_ends<T>(
    attribute: &str,
    earlier: &mut Vec<Earlier<T>>,
    first: u32,
    around: Around,
    errors: &mut Errors,
) {
    let mut seen = Vec::new();
    earlier.retain(|entry| {
        let Number { value: until, span } = entry.until;
        if let Some(version) = around.version.filter(|version| until >= *version) {
            let message = message::history_version_does_not_exist(attribute, until, version);
            errors.push(span, message);
        } else if until < around.oldest {
            let message = message::history_before_oldest(attribute, until, around.oldest);
            errors.push(span, message);
        } else if until < first {
            let came = format!("the field came with version {first}");
            let ended = format!("`{attribute}` ends with version {until}");
            errors.push(span, message::history_contradicts(&came, &ended));
        } else if seen.contains(&until) {
            errors.push(span, message::history_twice(attribute, until));
        } else {
            seen.push(until);
            return true;
        }
        false
    });
    earlier.sort_by_key(|entry| entry.until.value);
}

/// No name stands for two fields in one version.
pub(super) fn wire_names_are_unique(fields: &Fields, errors: &mut Errors) {
    let mut taken: HashMap<String, Vec<(u32, u32, String)>> = HashMap::new();
    let mut take = |name: &str, since: u32, until: u32, owner: &str| {
        let entries = taken.entry(name.to_owned()).or_default();
        let clash = entries.iter().find(|(from, to, _)| since <= *to && *from <= until).cloned();
        entries.push((since, until, owner.to_owned()));
        clash.map(|(from, to, first)| (first, versions(since.max(from), until.min(to))))
    };
    for field in &fields.fields {
        let owner = plain(&field.member);
        for period in &field.periods {
            let until = period.until.unwrap_or(u32::MAX);
            if let Some((first, versions)) = take(&period.name, period.since, until, &owner) {
                let message = message::wire_name_twice(&period.name, &first, &versions);
                errors.push(field.member.span(), message);
            }
        }
        for alias in &field.aliases {
            let since = field.periods.last().map_or(1, |period| period.since);
            if let Some((first, versions)) = take(&alias.value(), since, u32::MAX, &owner) {
                let message = message::wire_name_twice(&alias.value(), &first, &versions);
                errors.push(alias.span(), message);
            }
        }
    }
    for removed in &fields.removed {
        let name = removed.name.value();
        if let Some((first, versions)) = take(&name, removed.since, removed.until, &name) {
            let message = message::wire_name_twice(&name, &first, &versions);
            errors.push(removed.name.span(), message);
        }
    }
}

fn versions(from: u32, to: u32) -> String {
    match (from, to) {
        (1, u32::MAX) => "every version".to_owned(),
        (from, u32::MAX) => format!("version {from} and later"),
        (from, to) if from == to => format!("version {from}"),
        (from, to) => format!("versions {from} to {to}"),
    }
}
