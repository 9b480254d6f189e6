//! `#[derive(EventSet)]`: the rules of a set.

use syn::{Data, DeriveInput, Fields};

use super::item::krate;
use super::places::{ON_SET, ON_SET_VARIANT};
use crate::errors::Errors;
use crate::input::{SetInput, SetVariantInput, attributes, refuse_lists};
use crate::message;
use crate::model::EventSet;
use crate::names::plain;
use crate::value::once;

/// The set that an enum means, or everything that is wrong with it.
pub(crate) fn event_set(input: &DeriveInput) -> Result<EventSet, Errors> {
    let mut errors = Errors::new();
    let set = check(input, &mut errors);
    errors.or(set)
}

fn check(input: &DeriveInput, errors: &mut Errors) -> Option<EventSet> {
    let name = plain(&input.ident);
    refuse_lists(&input.attrs, &["schema", "field"], errors, |list| {
        message::attribute_without_effect(list, "a set", "take it out")
    });
    let Data::Enum(data) = &input.data else {
        errors.push(input.ident.span(), message::set_is_struct(&name));
        return None;
    };
    if !input.generics.params.is_empty() {
        errors.push_on(&input.generics, message::item_has_parameters(&name));
    }
    let written: SetInput = attributes(&input.attrs, "event", ON_SET, errors);
    let mut set = EventSet {
        ident: input.ident.clone(),
        krate: krate(&written.krate, errors),
        events: Vec::new(),
        other: None,
    };
    for variant in &data.variants {
        refuse_lists(&variant.attrs, &["schema", "field"], errors, |list| {
            message::attribute_without_effect(list, "a variant of a set", "take it out")
        });
        let input: SetVariantInput = attributes(&variant.attrs, "event", ON_SET_VARIANT, errors);
        let other = once(&input.other, errors);
        if let Some(other) = other {
            other.flag(errors);
        }
        let Some(only) = only_value(&variant.fields) else {
            let holds = if other.is_some() { "RawEvent" } else { "OrderPaid" };
            let message = message::set_variant_shape(&plain(&variant.ident), holds);
            errors.push(variant.ident.span(), message);
            continue;
        };
        let member = (variant.ident.clone(), only.ty.clone());
        match other {
            None => set.events.push(member),
            Some(other) if set.other.is_some() => {
                errors.push(other.name_span(), message::set_other_twice());
            }
            Some(_) => set.other = Some(member),
        }
    }
    if set.events.is_empty() && data.variants.is_empty() {
        errors.push(input.ident.span(), message::set_is_empty(&name));
    }
    Some(set)
}

fn only_value(fields: &Fields) -> Option<&syn::Field> {
    let Fields::Unnamed(unnamed) = fields else { return None };
    unnamed.unnamed.first().filter(|_| unnamed.unnamed.len() == 1)
}
