//! The contracts of an event as tables, and the checks that compare the event with them.

mod tables;

use std::collections::HashSet;

use event_contract::{ACCEPTING, Contract, Ty};
use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Ident, Type};

use self::tables::{Tables, value_rules};
use super::assert::ends;
use super::fields::number;
use super::scope;
use super::shape::with_edges;
use crate::contract::{Of, Published, Said};
use crate::model::{Event, Held, KeyPath};
use crate::names::plain;

/// `__event::published!(OrderPaid, "contracts");`, for `cargo event` to find the event by.
pub(crate) fn to_accept(event: &Event, directory: &str) -> TokenStream {
    let ident = &event.item.ident;
    // Cargo builds again when the variable goes.
    let variable = quote!(
        const _: () = {
            let _ = ::core::option_env!(#ACCEPTING);
        };
    );
    scope(&event.item.krate, &quote!(#variable __event::published!(#ident, #directory);))
}

/// ```text
/// const __EVENT: __event::Known = <OrderPaid as __event::Event>::SCHEMA;
/// const FIELDS_ARE_AS_PUBLISHED: () = {
///     let _ = ::core::include_bytes!("contracts/order.paid/v1.json");
///     __event::keep(__EVENT, 1, 0, __event::promised::UUID, "Uuid");
/// };
/// ```
///
/// `agrees`: whether nothing else differs.
pub(crate) fn published(
    event: &Event,
    said: &[Said<'_>],
    published: &Published,
    agrees: bool,
) -> TokenStream {
    let contracts = &published.contracts;
    let mut tables = Tables::default();
    let Checks { own, shared } = fields(event, said, contracts, &mut tables);
    let todays = contracts.iter().filter(|contract| contract.version == event.item.version);
    let whole: TokenStream = todays.map(|contract| of_event(event, contract, agrees)).collect();
    let (ident, tables) = (&event.item.ident, tables.into_tokens());
    let files = published.files.iter().filter_map(|file| file.to_str());
    let parts = quote! {
        #[allow(dead_code)]
        const __EVENT: __event::Known = <#ident as __event::Event>::SCHEMA;
        #tables
        #own
        #[allow(dead_code)]
        const FIELDS_ARE_AS_PUBLISHED: () = {
            #(let _ = ::core::include_bytes!(#files);)*
            let _ = ::core::option_env!(#ACCEPTING);
            #shared
            #whole
        };
    };
    scope(&event.item.krate, &parts)
}

struct Checks {
    /// Constants.
    own: TokenStream,
    /// Calls.
    shared: TokenStream,
}

/// The checks of all fields. A constant stops at its first error, and each costs time: those fields
/// whose types are spelled as they were published share one, and every other field has its own.
fn fields(event: &Event, said: &[Said<'_>], contracts: &[Contract], tables: &mut Tables) -> Checks {
    let (mut shared, mut own) = (TokenStream::new(), TokenStream::new());
    for (index, said) in said.iter().enumerate() {
        let Calls { calls, is_spelled_alike } = field(event, index, said, contracts, tables);
        if is_spelled_alike {
            shared.extend(calls);
        } else {
            let name = constant_name(index, &said.name);
            // Evaluated without being named: naming it would add a second error.
            own.extend(quote!(#[allow(dead_code)] const #name: () = { #calls };));
        }
    }
    Checks { own, shared }
}

/// `LINE_ITEMS_3_IS_AS_PUBLISHED`: a name can come twice in a history, and its place in the table once.
fn constant_name(index: usize, field: &str) -> Ident {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
    let name: String = field.chars().map(plain).collect();
    let digit = if name.starts_with(|first: char| first.is_ascii_digit()) { "_" } else { "" };
    format_ident!("{digit}{}_{index}_IS_AS_PUBLISHED", name.to_uppercase())
}

struct Calls {
    calls: TokenStream,
    is_spelled_alike: bool,
}

/// One entry of the table against every contract that has it. What several of them say in the same
/// words is compared once, with the newest.
fn field(
    event: &Event,
    index: usize,
    said: &Said<'_>,
    contracts: &[Contract],
    tables: &mut Tables,
) -> Calls {
    let mut compared = HashSet::new();
    let mut calls = TokenStream::new();
    let (ty, held) = type_and_held(said);
    let mut spelled = None;
    let mut is_spelled_alike = true;
    let (first, last) = place(said);
    for contract in contracts.iter().rev() {
        if !said.exists_at(contract.version) {
            continue;
        }
        let mut fields = contract.payload.fields.iter();
        let Some(promised) = fields.find(|promised| promised.name == said.name) else { continue };
        let (shape, rules) = (tables.shape(contract, &promised.ty), value_rules(&promised.rules));
        let held = held_at(event, held, ty, contract.version);
        if !compared.insert((shape.clone(), rules.clone(), held)) {
            continue;
        }
        let was = promised.ty.in_rust();
        is_spelled_alike &= has_no_name(&promised.ty)
            && *spelled.get_or_insert_with(|| without_spaces(&ty.to_token_stream().to_string()))
                == without_spaces(&was);
        let mut arguments = format!("__EVENT, {}, {index}, {shape}, {was:?}", contract.version);
        let mut call = quote_spanned!(first=> __event::keep);
        if !promised.rules.is_empty() {
            arguments.push_str(&format!(", {rules}"));
            call = quote_spanned!(first=> __event::keep_with_rules);
        }
        let arguments: TokenStream = arguments.parse().unwrap_or_default();
        let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
        arguments.set_span(last);
        calls.extend(quote!(#call #arguments;));
    }
    Calls { calls, is_spelled_alike }
}

fn without_spaces(text: &str) -> String {
    text.replace(' ', "")
}

/// Whether there is neither a struct nor an enum in it.
fn has_no_name(ty: &Ty) -> bool {
    !matches!(ty, Ty::Named(_) | Ty::Recursive(_)) && ty.parts().all(has_no_name)
}

fn type_and_held<'a>(said: &Said<'a>) -> (&'a Type, &'a [Held]) {
    match said.of {
        Of::Field(field, period) => {
            let foreign = field.foreign.as_ref().map(|foreign| &foreign.schema);
            let was = period.was.as_ref().map(|was| &was.ty);
            (was.or(foreign).unwrap_or(&field.ty), &field.holds)
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
fn of_event(event: &Event, contract: &Contract, agrees: bool) -> TokenStream {
    let promised = number(contract.min_reader_version);
    // Who can read it follows from the fields: where those differ, that is the mistake.
    let min_reader = agrees.then(|| {
        call(&event.item.ident, &quote!(refuse_other_min_reader), &quote!(__EVENT, #promised))
    });
    let keys = event.key.iter().zip(&contract.key);
    let keys: TokenStream = keys.filter_map(|(path, promised)| key(path, promised)).collect();
    quote!(#min_reader #keys)
}

/// A path through nested types, whose names on the wire only they know.
fn key(path: &KeyPath, promised: &str) -> Option<TokenStream> {
    let promised: Vec<_> = promised.split('.').collect();
    if path.members.len() < 2 || path.members.len() != promised.len() {
        return None;
    }
    let members = path.members.iter().map(plain);
    let arguments = quote!(__EVENT, [#(#members),*], [#(#promised),*]);
    Some(call(&path.written, &quote!(refuse_other_key), &arguments))
}

/// A call that underlines `place`.
fn call(place: &impl ToTokens, function: &TokenStream, arguments: &TokenStream) -> TokenStream {
    let (first, last) = ends(place);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments.clone());
    arguments.set_span(last);
    quote_spanned!(first=> __event::#function #arguments;)
}
