//! Fields of two structs: which came, which went, which is the same under another name, and what
//! changed of those that stayed.

use event_contract::{Default, Field, Masked, Ty, canonical};

use super::walk::{At, Walk};
use super::{Change, value_rules};

pub(super) fn compare(walk: &mut Walk<'_>, at: &At, before: &[Field], after: &[Field]) {
    let gone: Vec<_> = before.iter().filter(|was| is_missing(was, after)).collect();
    let come: Vec<_> = after.iter().filter(|is| is_missing(is, before)).collect();
    let renamed = renamings(&gone, &come);
    for was in before {
        let same = after.iter().find(|is| is.name == was.name);
        let new_name = renamed.iter().find(|(old, _)| old.name == was.name);
        match (same, new_name) {
            (Some(is), _) => both(walk, &place(at, Some(was), Some(is)), was, is),
            (None, Some((_, is))) => {
                let here = place(at, Some(was), Some(is));
                walk.push(&here, Change::FieldRenamed, line(was), line(is));
                both(walk, &here, was, is);
            }
            (None, None) => {
                let change = match was.may_be_absent() {
                    true => Change::OptionalFieldRemoved,
                    false => Change::RequiredFieldRemoved,
                };
                walk.push(&place(at, Some(was), None), change, line(was), "no such field".into());
            }
        }
    }
    let is_new_name = |is: &&&Field| renamed.iter().any(|(_, new)| new.name == is.name);
    for is in come.iter().filter(|is| !is_new_name(is)) {
        let change = match is.may_be_absent() {
            true => Change::OptionalFieldAdded,
            false => Change::RequiredFieldAdded,
        };
        walk.push(&place(at, None, Some(is)), change, "no such field".into(), line(is));
    }
}

fn is_missing(field: &Field, others: &[Field]) -> bool {
    others.iter().all(|other| other.name != field.name)
}

/// Who is who: an alias says so, or nothing else fits. Fields that may be absent come and go without
/// anything to do with each other, so for them only an alias counts, or a name that is nearly the same.
fn renamings<'a>(gone: &[&'a Field], come: &[&'a Field]) -> Vec<(&'a Field, &'a Field)> {
    let said = |was: &Field, is: &Field| is.is_called(&was.name) || was.is_called(&is.name);
    let alike = |was: &Field, is: &Field| {
        was.ty == is.ty
            && was.default == is.default
            && (!was.may_be_absent() || strsim::jaro_winkler(&was.name, &is.name) > 0.85)
    };
    let mut pairs: Vec<(&Field, &Field)> = Vec::new();
    for was in gone {
        let by_alias = come.iter().find(|is| said(was, is));
        let only = || {
            let mut candidates = come.iter().filter(|is| alike(was, is));
            let first = candidates.next().filter(|_| candidates.next().is_none())?;
            let rivals = gone.iter().filter(|other| alike(other, first)).count();
            (rivals == 1).then_some(first)
        };
        if let Some(is) = by_alias.or_else(only)
            && !pairs.iter().any(|(_, taken)| taken.name == is.name)
        {
            pairs.push((was, is));
        }
    }
    pairs
}

fn both(walk: &mut Walk<'_>, at: &At, was: &Field, is: &Field) {
    presence(walk, at, was, is);
    let lost = |name: &&String| is.name != **name && !is.aliases.contains(name);
    for name in was.aliases.iter().filter(lost) {
        let (before, after) = (format!("`{}` or `{name}`", was.name), format!("`{}`", is.name));
        walk.push(at, Change::AliasRemoved, before, after);
    }
    let (masked, masked_now) = (mask(was), mask(is));
    match openness(was).cmp(&openness(is)) {
        std::cmp::Ordering::Less => walk.push(at, Change::MaskWeakened, masked, masked_now),
        std::cmp::Ordering::Greater => walk.push(at, Change::MaskStrengthened, masked, masked_now),
        std::cmp::Ordering::Equal => {}
    }
    value_rules::compare(walk, at, &was.rules, &is.rules);
    let (before, after) = (inner(&was.ty), inner(&is.ty));
    let at = at.unwrapped(before.is_some(), after.is_some());
    walk.types(&at, before.unwrap_or(&was.ty), after.unwrap_or(&is.ty));
}

/// Whether a field may be absent is no matter of its type's values.
fn inner(ty: &Ty) -> Option<&Ty> {
    match ty {
        Ty::Optional(inner) => Some(inner),
        _ => None,
    }
}

fn presence(walk: &mut Walk<'_>, at: &At, was: &Field, is: &Field) {
    let change = match (was.may_be_absent(), is.may_be_absent()) {
        (false, true) if is.default.is_some() => Change::DefaultAdded,
        (false, true) => Change::BecameOptional,
        (true, false) if was.default.is_some() => Change::DefaultRemoved,
        (true, false) => Change::BecameRequired,
        (true, true) if was.default != is.default => Change::DefaultChanged,
        _ => return,
    };
    walk.push(at, change, line(was), line(is));
}

/// `amount: decimal`, `currency: text = "EUR"`
fn line(field: &Field) -> String {
    let Field { name, ty, default, .. } = field;
    match default {
        None => format!("{name}: {ty}"),
        Some(Default::Value(value)) => format!("{name}: {ty} = {}", canonical(value)),
        Some(Default::Unknown) => format!("{name}: {ty} = (made by code)"),
    }
}

/// How much of the value can be seen: nothing, some characters, whatever a function leaves, all.
const fn openness(field: &Field) -> u64 {
    match field.masked {
        Some(Masked::Whole) => 0,
        Some(Masked::Last(count)) => count,
        Some(Masked::Custom) => u64::MAX - 1,
        None => u64::MAX,
    }
}

fn mask(field: &Field) -> String {
    match field.masked {
        None => "shows all of its value".to_owned(),
        Some(Masked::Whole) => "shows nothing of its value".to_owned(),
        Some(Masked::Last(count)) => format!("shows its last {count} characters"),
        Some(Masked::Custom) => "shows what a function leaves".to_owned(),
    }
}

fn place(at: &At, was: Option<&Field>, is: Option<&Field>) -> At {
    let in_rust = |field: Option<&Field>| field.map(|field| field.ty.in_rust()).unwrap_or_default();
    let types = (in_rust(was), in_rust(is));
    let (was, is) = (was.map(|was| was.name.as_str()), is.map(|is| is.name.as_str()));
    At {
        path: format!("{}.{}", at.path, is.or(was).unwrap_or_default()),
        before: at.before.field(was),
        after: at.after.field(is),
        types,
        inside: at.inside.clone(),
    }
}
