//! Fields that came, went, or have another name.

use event_contract::Contract;
use quote::ToTokens;

use super::{Of, Said, then};
use crate::errors::Errors;
use crate::message::{self, Then};
use crate::model::Event;
use crate::names::plain;

/// A field that one side alone has, and in which versions.
struct Alone<T> {
    field: T,
    versions: Vec<u32>,
    /// The newest contract of these versions, and the field's place in it.
    contract: usize,
    place: usize,
}

type Came<'a> = Alone<&'a Said<'a>>;
type Went<'a> = Alone<&'a event_contract::Field>;

pub(super) fn compare(
    event: &Event,
    said: &[Said<'_>],
    contracts: &[Contract],
    errors: &mut Errors,
) {
    let mut came = came(said, contracts);
    let mut went = went(said, contracts);
    came.retain(|came| {
        let renamed = went.iter().position(|went| is_renamed(came, went, contracts));
        let Some(was) = renamed.map(|index| went.remove(index)) else { return true };
        if let Some(then) = at(event, contracts, came.contract) {
            let message = message::field_renamed(then, &was.field.name, &came.field.name);
            errors.push(place(event, came.field), message);
        }
        false
    });
    for came in came {
        let Some(then) = at(event, contracts, came.contract) else { continue };
        let message = match came.field.of {
            Of::Field(..) => message::field_not_published(then, &came.field.name),
            Of::Removed(_) => message::removed_not_published(then, &came.field.name),
        };
        errors.push(place(event, came.field), message);
    }
    for went in went {
        let Some(then) = at(event, contracts, went.contract) else { continue };
        let name = &went.field.name;
        match said.iter().find(|said| said.name == *name) {
            Some(other) => {
                errors.push(place(event, other), message::field_came_earlier(then, name));
            }
            None => {
                let item = plain(&event.item.ident);
                let removed = removed(event, &went);
                let message = message::field_lost(then, name, &item, &removed);
                errors.push(event.item.ident.span(), message);
            }
        }
    }
}

fn at<'a>(event: &Event, contracts: &'a [Contract], index: usize) -> Option<Then<'a>> {
    contracts.get(index).map(|contract| then(event, contract))
}

fn place(event: &Event, said: &Said<'_>) -> proc_macro2::Span {
    match said.of {
        Of::Field(field, _) => field.member.span(),
        Of::Removed(removed) => match removed.name.value().is_empty() {
            true => event.item.ident.span(),
            false => removed.name.span(),
        },
    }
}

fn came<'a>(said: &'a [Said<'a>], contracts: &[Contract]) -> Vec<Came<'a>> {
    let mut came: Vec<Came<'a>> = Vec::new();
    for (index, contract) in contracts.iter().enumerate() {
        let then = said.iter().filter(|said| said.exists_at(contract.version));
        for (place, field) in then.enumerate() {
            if contract.payload.fields.iter().all(|promised| promised.name != field.name) {
                let known = came.iter().position(|came| came.field.name == field.name);
                add(&mut came, known, Alone::new(field, contract, index, place));
            }
        }
    }
    came
}

fn went<'a>(said: &[Said<'_>], contracts: &'a [Contract]) -> Vec<Went<'a>> {
    let mut went: Vec<Went<'a>> = Vec::new();
    for (index, contract) in contracts.iter().enumerate() {
        for (place, field) in contract.payload.fields.iter().enumerate() {
            let is_said =
                |said: &Said<'_>| said.name == field.name && said.exists_at(contract.version);
            if !said.iter().any(is_said) {
                let known = went.iter().position(|went| went.field.name == field.name);
                add(&mut went, known, Alone::new(field, contract, index, place));
            }
        }
    }
    went
}

impl<T> Alone<T> {
    fn new(field: T, contract: &Contract, index: usize, place: usize) -> Self {
        Self { field, versions: vec![contract.version], contract: index, place }
    }
}

/// One more version of a field that is known already, or another field.
fn add<T>(all: &mut Vec<Alone<T>>, known: Option<usize>, mut alone: Alone<T>) {
    match known.and_then(|known| all.get_mut(known)) {
        Some(known) => {
            known.versions.append(&mut alone.versions);
            known.versions.dedup();
            *known = Alone { versions: std::mem::take(&mut known.versions), ..alone };
        }
        None => all.push(alone),
    }
}

/// Whether they are the same field under another name: in the same versions, at the same place, and of
/// the same type as far as a contract or the type's spelling tells.
fn is_renamed(came: &Came<'_>, went: &Went<'_>, contracts: &[Contract]) -> bool {
    let Of::Field(field, _) = came.field.of else { return false };
    if came.versions != went.versions || came.place != went.place {
        return false;
    }
    let fields = contracts.iter().flat_map(|contract| &contract.payload.fields);
    match fields.rev().find(|other| other.name == came.field.name) {
        Some(published) => published.ty == went.field.ty,
        None => {
            let spelled = field.ty.to_token_stream().to_string().replace(' ', "");
            spelled == went.field.ty.in_rust().replace(' ', "")
        }
    }
}

/// `name = "coupon", type = "Option<String>", until = 2`
fn removed(event: &Event, went: &Went<'_>) -> String {
    let (name, ty) = (&went.field.name, went.field.ty.in_rust());
    let since = went.versions.first().copied().unwrap_or(1);
    let until = went.versions.last().copied().unwrap_or(1);
    let since = match since > event.oldest {
        true => format!(", since = {since}"),
        false => String::new(),
    };
    let masked = if went.field.masked.is_some() { ", masked" } else { "" };
    format!("name = \"{name}\", type = \"{ty}\"{since}, until = {until}{masked}")
}
