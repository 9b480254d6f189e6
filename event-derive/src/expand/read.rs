//! The reader of named fields: one match on names and versions.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::fields::{default_value, holds, number};
use super::foreign;
use crate::model::{Convert, Field, Fields, Item, Period, Removed, Was};

/// ```text
/// fn read_fields(__in: &mut impl __event::Reading) -> __event::Made<Self> {
///     let __at = __in.at();
///     let mut __slots = (__event::None,);
///     __in.each(|__name, __in| match __name {
///         "total" if __at.until(1) => <Decimal as __event::Schema>::fill(&mut __slots.0, __in),
///         "amount" if __at.since(2) => <Decimal as __event::Schema>::fill(&mut __slots.0, __in),
///         _ => __in.skip(),
///     })?;
///     __event::Ok(Self { amount: <Decimal as __event::Schema>::finish(__slots.0)? })
/// }
/// ```
pub(super) fn fields(
    item: &Item,
    fields: &Fields,
    own: &Ident,
    made: &TokenStream,
    construct: &TokenStream,
) -> TokenStream {
    let slots: Vec<_> = (0..fields.fields.len() + fields.removed.len())
        .map(|place| {
            let place = syn::Index::from(place);
            quote!(__slots.#place)
        })
        .collect();
    let (slots_of_fields, slots_of_removed) = slots.split_at(fields.fields.len());
    let pairs = fields.fields.iter().zip(slots_of_fields);
    let arms = pairs.clone().flat_map(|(field, slot)| {
        field.periods.iter().map(move |period| arm(field, period, slot, own))
    });
    let removed = fields.removed.iter().zip(slots_of_removed);
    let removed_arms = removed.clone().map(|(one, slot)| removed_arm(one, slot, own));
    let removed_checks = removed.map(|(one, slot)| {
        let (ty, since, until) = (&one.ty, number(one.since), number(one.until));
        quote! {
            if __at.since(#since) && __at.until(#until) {
                <#ty as __event::Schema>::finish(#slot)?;
            }
        }
    });
    let values = pairs.map(|(field, slot)| {
        let (member, value) = (&field.member, finish(field, slot));
        quote!(#member: #value)
    });
    let rest = if item.closed { quote!(refuse) } else { quote!(skip) };
    let nones = slots.iter().map(|_| quote!(__event::None));
    let slots = (!slots.is_empty()).then(|| quote!(let mut __slots = (#(#nones,)*);));
    let body = quote! {
        #slots
        __in.each(|__name, __in| match __name {
            #(#arms)*
            #(#removed_arms)*
            _ => __in.#rest(),
        })?;
        #(#removed_checks)*
        __event::Ok(#construct { #(#values),* })
    };
    let at = asks_for(&body, "__at").then(|| quote!(let __at = __in.at();));
    quote! {
        fn read_fields(__in: &mut impl __event::Reading) -> __event::Made<#made> {
            #at
            #body
        }
    }
}

/// Whether some tokens use a name: a variable that nobody uses would be a warning.
pub(super) fn asks_for(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => ident == name,
        proc_macro2::TokenTree::Group(group) => asks_for(&group.stream(), name),
        _ => false,
    })
}

/// `"total" | "sum" if __at.until(1) => ...,`
fn arm(field: &Field, period: &Period, slot: &TokenStream, own: &Ident) -> TokenStream {
    let name = &period.name;
    let aliases = field.aliases.iter().filter(|_| period.until.is_none());
    let guard = guard(period.since, period.until);
    let read = read_value(field, period, slot, own);
    quote!(#name #(| #aliases)* #guard => #read,)
}

fn removed_arm(removed: &Removed, slot: &TokenStream, own: &Ident) -> TokenStream {
    let Removed { name, ty, since, until, holds: held, .. } = removed;
    let guard = guard(*since, Some(*until));
    let fill = fill(ty, slot, holds(held.as_slice(), ty, own));
    quote!(#name #guard => #fill,)
}

fn guard(since: u32, until: Option<u32>) -> Option<TokenStream> {
    let (since, until) = (Some(since).filter(|since| *since > 1).map(number), until.map(number));
    match (since, until) {
        (None, None) => None,
        (None, Some(until)) => Some(quote!(if __at.until(#until))),
        (Some(since), None) => Some(quote!(if __at.since(#since))),
        (Some(since), Some(until)) => Some(quote!(if __at.since(#since) && __at.until(#until))),
    }
}

/// `<Vec<LineItem> as __event::Schema>::fill_at(&mut __slots.0, __in, __at.held(...))`
fn fill(ty: &Type, slot: &TokenStream, holds: Option<TokenStream>) -> TokenStream {
    match holds {
        None => quote!(<#ty as __event::Schema>::fill(&mut #slot, __in)),
        Some(holds) => {
            quote!(<#ty as __event::Schema>::fill_at(&mut #slot, __in, __at.held(#holds)))
        }
    }
}

fn read_value(field: &Field, period: &Period, slot: &TokenStream, own: &Ident) -> TokenStream {
    let ty = &field.ty;
    match (&period.was, &field.foreign) {
        (Some(was), _) => {
            let old = &was.ty;
            let held = match holds(&field.holds, old, own) {
                None => quote!(__event::Version::NEWEST),
                Some(holds) => quote!(__at.held(#holds)),
            };
            let value = quote!(<#old as __event::Schema>::read_at(__in, #held)?);
            let converted = convert(ty, was, &value, &period.name);
            quote!(__event::fill(&mut #slot, #converted))
        }
        (None, Some(foreign)) => {
            let read = foreign::read(ty, foreign, &period.name);
            quote!(__event::fill(&mut #slot, #read))
        }
        (None, None) => fill(ty, slot, holds(&field.holds, ty, own)),
    }
}

fn convert(ty: &Type, was: &Was, value: &TokenStream, name: &str) -> TokenStream {
    let old = &was.ty;
    match &was.convert {
        Convert::With(path) => {
            quote!({ let __convert: fn(#old) -> #ty = #path; __convert(#value) })
        }
        Convert::TryWith(path) => {
            // An error without `Display` is underlined there too.
            let span = path.span().resolved_at(Span::call_site());
            let converted =
                quote_spanned!(span=> __event::converted(__convert(#value), #name, __in)?);
            quote!({
                let __convert: fn(#old) -> __event::Result<#ty, _> = #path;
                #converted
            })
        }
    }
}

/// The value of a field after all of the object was read.
///
/// ```text
/// match __slots.1 {
///     __event::Some(__value) => __value,
///     __event::None if __at.until(1) => Currency::Eur,
///     __event::None => <Currency as __event::Schema>::finish(__event::None)?,
/// }
/// ```
fn finish(field: &Field, slot: &TokenStream) -> TokenStream {
    let ty = &field.ty;
    let mut earlier = Vec::new();
    if let (Some(before), Some(first)) = (&field.before, field.periods.first()) {
        let (until, value) = (number(first.since - 1), default_value(ty, before));
        earlier.push(quote!(__event::None if __at.until(#until) => #value,));
    } else if let Some(first) =
        field.periods.first().filter(|first| first.since > 1 && first.was.is_some())
    {
        let until = number(first.since - 1);
        let absent = quote!(<#ty as __event::Schema>::finish(__event::None)?);
        earlier.push(quote!(__event::None if __at.until(#until) => #absent,));
    }
    for period in &field.periods {
        if let (Some(was), Some(until)) = (&period.was, period.until.map(number)) {
            let old = &was.ty;
            let absent = quote!(<#old as __event::Schema>::finish(__event::None)?);
            let value = convert(ty, was, &absent, &period.name);
            earlier.push(quote!(__event::None if __at.until(#until) => #value,));
        }
    }
    let plain = earlier.is_empty() && field.default.is_none();
    let rest = if plain { slot.clone() } else { quote!(__event::None) };
    let last = match (&field.default, &field.foreign) {
        (Some(default), _) => default_value(ty, default),
        (None, Some(foreign)) => foreign::or_absent(ty, foreign, &rest),
        (None, None) => quote!(<#ty as __event::Schema>::finish(#rest)?),
    };
    if plain {
        return last;
    }
    quote! {
        match #slot {
            __event::Some(__value) => __value,
            #(#earlier)*
            __event::None => #last,
        }
    }
}
