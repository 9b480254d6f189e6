//! What is said of fields beyond their types, and of the event: what stands in for them, how they are
//! masked, which of them are the key.

use std::collections::HashSet;

use event_contract::{Contract, Masked};
use quote::ToTokens;

use super::{Of, Said, then};
use crate::errors::Errors;
use crate::message::{self, Message, Then};
use crate::model::{Event, Field, Mask, Period};
use crate::names::plain;

/// From the newest contract to the oldest: what several say is reported once.
pub(super) fn compare(
    event: &Event,
    said: &[Said<'_>],
    contracts: &[Contract],
    errors: &mut Errors,
) {
    let mut reported = HashSet::new();
    for contract in contracts.iter().rev() {
        let then = then(event, contract);
        for promised in &contract.payload.fields {
            let code = said
                .iter()
                .find(|said| said.exists_at(contract.version) && said.name == promised.name);
            let Some(code) = code else { continue };
            for (rule, message) in field(then, code, promised) {
                let (span, name) = match code.of {
                    Of::Field(field, _) => (field.member.span(), plain(&field.member)),
                    Of::Removed(removed) => (removed.name.span(), code.name.clone()),
                };
                if reported.insert((name, rule)) {
                    errors.push(span, message);
                }
            }
        }
        for (rule, message) in of_event(event, then, contract) {
            if reported.insert((String::new(), rule)) {
                errors.push(event.item.ident.span(), message);
            }
        }
        if then.is_todays {
            key(event, said, then, contract, errors);
        }
    }
}

/// A rule's name, and what it found.
type Drift = (String, Message);

fn field(then: Then<'_>, code: &Said<'_>, promised: &event_contract::Field) -> Vec<Drift> {
    let mut found = Vec::new();
    match code.of {
        Of::Field(field, period) => {
            found.extend(default(then, field, period, promised));
            found.extend(masking(then, field.masked.as_ref(), promised));
            if period.until.is_none() {
                found.extend(aliases(then, field, promised));
            }
        }
        Of::Removed(removed) => found.extend(masking(then, removed.masked.as_ref(), promised)),
    }
    found
}

/// Whether something stands in is compared here, and what it is by `cargo event check`. Of an earlier
/// version nobody can say that it had no default yet.
fn default(
    then: Then<'_>,
    field: &Field,
    period: &Period,
    promised: &event_contract::Field,
) -> Option<Drift> {
    let code = field.default.is_some() && period.was.is_none();
    // An optional one may be absent anyway; whether it is one is up to its type.
    if promised.ty.is_optional() || is_spelled_optional(field) {
        return None;
    }
    let name = &promised.name;
    match (code, promised.default.is_some()) {
        (false, true) => Some(("default".to_owned(), message::default_lost(then, name))),
        (true, false) if then.is_todays => {
            Some(("default".to_owned(), message::default_not_published(then, name)))
        }
        _ => None,
    }
}

fn is_spelled_optional(field: &Field) -> bool {
    let syn::Type::Path(path) = &field.ty else { return false };
    path.path.segments.last().is_some_and(|last| last.ident == "Option")
}

/// Only less is drift: a version that masks more keeps the promise.
fn masking(then: Then<'_>, code: Option<&Mask>, promised: &event_contract::Field) -> Option<Drift> {
    let was = promised.masked?;
    let keeps = match (was, code) {
        (_, Some(Mask::Whole)) | (Masked::Custom, Some(Mask::With(_))) => true,
        (Masked::Last(was), Some(Mask::Last(is))) => u64::from(*is) <= was,
        _ => false,
    };
    if keeps {
        return None;
    }
    let was = match was {
        Masked::Whole => "masked".to_owned(),
        Masked::Last(count) => format!("masked(last = {count})"),
        Masked::Custom => "masked(with = path)".to_owned(),
    };
    let is = match code {
        None => String::new(),
        Some(Mask::Whole) => "masked".to_owned(),
        Some(Mask::Last(count)) => format!("masked(last = {count})"),
        Some(Mask::With(path)) => format!("masked(with = {})", path.to_token_stream())
            .replace(' ', "")
            .replace('=', " = "),
    };
    let message = message::masking_weakened(then, &promised.name, &was, &is);
    Some(("masking".to_owned(), message))
}

fn aliases(then: Then<'_>, field: &Field, promised: &event_contract::Field) -> Vec<Drift> {
    let lost = |alias: &&String| field.aliases.iter().all(|known| known.value() != **alias);
    let lost = promised.aliases.iter().filter(lost);
    lost.map(|alias| {
        (format!("alias {alias}"), message::field_alias_lost(then, &promised.name, alias))
    })
    .collect()
}

fn of_event(event: &Event, then: Then<'_>, contract: &Contract) -> Vec<Drift> {
    let mut found = Vec::new();
    let (refuses, refused) = (event.item.closed, contract.payload.closed);
    if refuses && !refused || refused && !refuses && then.is_todays {
        found.push(("closed".to_owned(), message::unknown_fields_changed(then, refuses)));
    }
    for alias in &contract.aliases {
        let mut names = [&event.event_type].into_iter().chain(&event.aliases);
        if names.all(|name| name.value() != *alias) {
            found.push((format!("alias {alias}"), message::type_alias_lost(then, alias)));
        }
    }
    found
}

/// Today's key. What is behind the first name of a path has its name on the wire from its type: const
/// evaluation compares it.
fn key(event: &Event, said: &[Said<'_>], then: Then<'_>, contract: &Contract, errors: &mut Errors) {
    let wire_name = |member: &syn::Ident| {
        let today = said.iter().find(|said| match said.of {
            Of::Field(field, period) => field.member == *member && period.until.is_none(),
            Of::Removed(_) => false,
        });
        today.map_or_else(|| plain(member), |said| said.name.clone())
    };
    let code: Vec<_> = event.key.iter().map(|path| (path, path.plain())).collect();
    let same = code.len() == contract.key.len()
        && code.iter().zip(&contract.key).all(|((path, _), promised)| {
            let mut names = promised.split('.');
            let first = path.members.first().map(wire_name);
            first.as_deref() == names.next() && names.count() + 1 == path.members.len()
        });
    if same {
        return;
    }
    let span = event.key.first().map_or(event.item.ident.span(), |path| path.written.span());
    let is: Vec<_> = code.into_iter().map(|(_, plain)| plain).collect();
    errors.push(span, message::key_changed(then, &shown(&contract.key), &shown(&is)));
}

/// `` `tenant_id`, `order_id` ``
fn shown(paths: &[String]) -> String {
    match paths {
        [] => "`keyless`".to_owned(),
        paths => paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", "),
    }
}
