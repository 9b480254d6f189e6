//! The contracts of an event as tables, and the checks that compare the event with them.

mod tables;

use std::collections::HashSet;

use event_contract::{ACCEPTING, Contract};
use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Ident, Type};

use self::tables::{Tables, value_rules};
use super::assert::{ends, rule};
use super::fields::number;
use super::scope;
use super::shape::with_edges;
use crate::contract::{Of, Published, Said, rust_type};
use crate::model::{Event, Held, KeyPath};
use crate::names::plain;

/// `__event::published!(OrderPaid, "contracts");`, for `cargo event` to find the event by.
pub(crate) fn to_accept(event: &Event, directory: &str) -> TokenStream {
    let (ident, accepting) = (&event.item.ident, accepting());
    scope(&event.item.krate, &quote!(#accepting __event::published!(#ident, #directory);))
}

/// Cargo builds again when the variable comes or goes.
fn accepting() -> TokenStream {
    quote! {
        const _: ::core::option::Option<&::core::primitive::str> =
            ::core::option_env!(#ACCEPTING);
    }
}

/// ```text
/// const __V1: &__event::Published = &__event::Published::todays("order.paid", 1);
/// const _: () = {
///     const TYPES_ARE_AS_PUBLISHED: () = {
///         __event::keep(__V1, __FIELDS, 0, __event::promised::UUID, &[], "Uuid");
///     };
/// };
/// const _: &[&[u8]] = &[::core::include_bytes!("contracts/order.paid/v1.json")];
/// ```
pub(crate) fn published(event: &Event, said: &[Said<'_>], published: &Published) -> TokenStream {
    let contracts = &published.contracts;
    let mut tables = Tables::new();
    let fields = said.iter().enumerate();
    let fields: TokenStream = fields
        .map(|(index, said)| field(event, index, said, contracts, &mut tables))
        .collect();
    let versions = contracts.iter().enumerate().map(|(index, contract)| {
        let name = version(index);
        let (event_type, version) = (&contract.event_type, number(contract.version));
        let which = match contract.version == event.item.version {
            true => quote!(todays),
            false => quote!(earlier),
        };
        quote! {
            const #name: &__event::Published =
                &__event::Published::#which(#event_type, #version);
        }
    });
    let whole = contracts
        .iter()
        .enumerate()
        .filter(|(_, contract)| contract.version == event.item.version)
        .map(|(index, contract)| of_event(event, &version(index), contract));
    let whole: TokenStream = whole.collect();
    let ident = &event.item.ident;
    let tables = tables.into_tokens();
    let files = published.files.iter().filter_map(|file| file.to_str());
    let accepting = accepting();
    let parts = quote! {
        const __FIELDS: &[__event::Field] = <#ident as __event::Fields>::FIELDS;
        #(#versions)*
        #tables
        #fields
        #whole
        const _: &[&[::core::primitive::u8]] = &[#(::core::include_bytes!(#files)),*];
        #accepting
    };
    scope(&event.item.krate, &parts)
}

/// `__V1`
fn version(index: usize) -> Ident {
    format_ident!("__V{}", index + 1)
}

/// One entry of the table against every contract that has it. What several of them say in the same
/// words is compared once, with the newest.
fn field(
    event: &Event,
    index: usize,
    said: &Said<'_>,
    contracts: &[Contract],
    tables: &mut Tables,
) -> TokenStream {
    let mut compared = HashSet::new();
    let mut calls = TokenStream::new();
    let (ty, held) = type_and_held(said);
    let (first, last) = place(said);
    let index = number(u32::try_from(index).unwrap_or(u32::MAX));
    for (at, contract) in contracts.iter().enumerate().rev() {
        if !said.exists_at(contract.version) {
            continue;
        }
        let mut fields = contract.payload.fields.iter();
        let Some(promised) = fields.find(|promised| promised.name == said.name) else { continue };
        let shape = tables.shape(contract, &promised.ty);
        let rules = value_rules(&promised.rules);
        let held = held_at(event, held, ty, contract.version);
        if !compared.insert((shape.to_string(), rules.to_string(), held)) {
            continue;
        }
        let (version, was) = (version(at), rust_type(&promised.ty));
        let mut arguments = Group::new(
            Delimiter::Parenthesis,
            quote!(#version, __FIELDS, #index, #shape, #rules, #was),
        );
        arguments.set_span(last);
        calls.extend(quote_spanned!(first=> __event::keep #arguments;));
    }
    if calls.is_empty() {
        return calls;
    }
    rule("TYPES_ARE_AS_PUBLISHED", &calls)
}

fn type_and_held<'a>(said: &Said<'a>) -> (&'a Type, &'a [Held]) {
    match said.of {
        Of::Field(field, period) => {
            (period.was.as_ref().map_or(&field.ty, |was| &was.ty), &field.holds)
        }
        Of::Removed(removed) => (&removed.ty, removed.holds.as_slice()),
    }
}

/// What tells the held versions of a nested type apart; the table knows which they are.
fn held_at(event: &Event, held: &[Held], ty: &Type, version: u32) -> u32 {
    let earlier = held.iter().find(|held| version <= held.until).map(|held| held.version);
    match earlier {
        Some(earlier) => earlier,
        None if held.is_empty() && with_edges(ty, &event.item.ident, &[]) != *ty => version,
        None => u32::MAX,
    }
}

/// From where to where it is underlined: at the type.
fn place(said: &Said<'_>) -> (Span, Span) {
    match said.of {
        Of::Field(field, period) => match &period.was {
            Some(was) => ends(&was.ty),
            None => ends(&field.ty),
        },
        Of::Removed(removed) => ends(&removed.ty),
    }
}

/// What is compared for today's version as a whole.
fn of_event(event: &Event, version: &Ident, contract: &Contract) -> TokenStream {
    let (ident, promised) = (&event.item.ident, number(contract.min_reader_version));
    let min_reader = rule(
        "READERS_ARE_AS_PUBLISHED",
        &call(
            ident,
            &quote!(refuse_other_min_reader),
            &quote!(#version, <#ident as __event::Event>::SCHEMA.min_reader, #promised),
        ),
    );
    let keys = event.key.iter().zip(&contract.key);
    let keys = keys.filter_map(|(path, promised)| key(event, version, path, promised));
    let keys: TokenStream = keys.collect();
    quote!(#min_reader #keys)
}

/// A path through nested types, whose names on the wire only they know.
fn key(event: &Event, version: &Ident, path: &KeyPath, promised: &str) -> Option<TokenStream> {
    let promised: Vec<_> = promised.split('.').collect();
    if path.members.len() < 2 || path.members.len() != promised.len() {
        return None;
    }
    let (ident, members) = (&event.item.ident, path.members.iter().map(plain));
    let written = path.plain();
    let arguments = quote! {
        #version, <#ident as __event::Schema>::SHAPE,
        &[#(#members),*], &[#(#promised),*], #written
    };
    let check = call(&path.written, &quote!(refuse_other_key), &arguments);
    Some(rule("KEYS_ARE_AS_PUBLISHED", &check))
}

/// A call that underlines `place`.
fn call(place: &impl ToTokens, function: &TokenStream, arguments: &TokenStream) -> TokenStream {
    let (first, last) = ends(place);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments.clone());
    arguments.set_span(last);
    quote_spanned!(first=> __event::#function #arguments;)
}
