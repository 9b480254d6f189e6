//! What only types can tell, checked in const evaluation. rustc prints the const's name: it is the
//! rule's.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::fields::number;
use super::shape::{shape_of, with_edges};
use crate::message::{self, Message};
use crate::model::{DefaultValue, Field, Fields, Held, Item, KeyPath, Removed, Tagging, Variant};
use crate::names::plain;

/// The checks of all fields.
pub(super) fn fields(item: &Item, fields: &Fields) -> TokenStream {
    let own = fields.fields.iter().map(|one| field(item, one));
    own.chain(fields.removed.iter().map(|one| removed(item, one))).collect()
}

/// The versions that a field or a variant held are versions of the type inside.
pub(super) fn held_versions(item: &Item, name: &str, ty: &Type, held: &[Held]) -> TokenStream {
    let ty = with_edges(ty, &item.ident, &[]);
    let check = |held: &Held| {
        let (version, span) = (number(held.version), &held.span);
        let call = quote_spanned!(*span=> __event::refuse_missing_version);
        let mut arguments = Group::new(
            Delimiter::Parenthesis,
            quote!(<#ty as __event::Schema>::SHAPE, #name, #version),
        );
        arguments.set_span(*span);
        rule("HELD_VERSIONS_EXIST", &quote!(#call #arguments;))
    };
    held.iter().map(check).collect()
}

fn removed(item: &Item, removed: &Removed) -> TokenStream {
    let Removed { name, ty, holds, is_lossy, .. } = removed;
    let mut checks = held_versions(item, &name.value(), ty, holds.as_slice());
    if removed.back.is_some() && removed.masked.is_none() && !removed.is_unmasked {
        let own = &item.ident;
        let panic = panic(name, &message::removed_back_unmasked(&name.value(), &plain(own)));
        checks.extend(rule(
            "MASKED_FIELDS_STAY_MASKED",
            &quote!(if __event::has_masked(<#own as __event::Schema>::SHAPE) { #panic }),
        ));
    }
    if *is_lossy {
        let panic = panic(name, &message::removed_cannot_be_absent(&name.value()));
        let ty = with_edges(ty, &item.ident, &[]);
        checks.extend(rule(
            "LOST_FIELDS_CAN_BE_ABSENT",
            &quote!(if !<#ty as __event::Schema>::SHAPE.is_optional() { #panic }),
        ));
    }
    checks
}

fn field(item: &Item, field: &Field) -> TokenStream {
    let name = plain(&field.member);
    let shape = match &field.foreign {
        Some(foreign) => {
            let schema = &foreign.schema;
            quote!(<#schema as __event::Schema>::SHAPE)
        }
        None => shape_of(item, field, &field.ty),
    };
    let mut checks = held_versions(item, &name, &field.ty, &field.holds);
    if field.holds.is_empty() && with_edges(&field.ty, &item.ident, &[]) != field.ty {
        let (first, last) = ends(&field.ty);
        let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#shape, #name));
        arguments.set_span(last);
        let call = quote_spanned!(first=> __event::refuse_mixed_versions);
        checks.extend(rule("EDGES_STAND_ALONE", &quote!(#call #arguments;)));
    }
    if field.must_be_absentable {
        let since = field.periods.first().map_or(2, |first| first.since);
        let message = message::since_cannot_be_absent(&name, since);
        let panic = panic(&field.ty, &message);
        checks.extend(rule(
            "FIELDS_WITH_SINCE_CAN_BE_ABSENT",
            &quote!(if !#shape.is_optional() { #panic }),
        ));
    }
    if field.skip_if.as_ref().is_some_and(|skip| skip.must_be_absentable) {
        let panic = panic(&field.ty, &message::skip_without_default());
        checks.extend(rule(
            "SKIPPED_FIELDS_CAN_BE_ABSENT",
            &quote!(if !#shape.is_optional() { #panic }),
        ));
    }
    for default in field.before.iter().chain(&field.default) {
        let DefaultValue::Text(text) = default else { continue };
        let value = text.value();
        let no_variant = panic(text, &message::default_no_variant(&name, &value));
        let wrong_format = panic(text, &message::default_wrong_format(&name, &value));
        let expression = panic(text, &message::default_needs_expression(&name));
        checks.extend(rule(
            "DEFAULTS_FIT_THEIR_FIELDS",
            &quote! {
                match __event::text_default(#shape, #value) {
                    __event::TextDefault::Fits => {}
                    __event::TextDefault::NoSuchVariant => #no_variant,
                    __event::TextDefault::WrongFormat => #wrong_format,
                    __event::TextDefault::NeedsExpression => #expression,
                }
            },
        ));
    }
    checks
}

/// No field that a key's path goes through is masked. The first one was checked by name.
pub(super) fn key_is_unmasked(path: &KeyPath) -> Option<TokenStream> {
    if path.members.len() < 2 {
        return None;
    }
    let first = &path.first_type;
    let rest = path.members.iter().skip(1).map(plain);
    let written = path.written.value();
    let masked = panic(&path.written, &message::key_path_masked(&written));
    let recursive = panic(&path.written, &message::key_path_recursive(&written));
    Some(rule(
        "KEYS_ARE_NOT_MASKED",
        &quote! {
            match __event::key_path(<#first as __event::Schema>::SHAPE, &[#(#rest),*]) {
                __event::KeyPath::Open => {}
                __event::KeyPath::Masked => #masked,
                __event::KeyPath::Recursive => #recursive,
            }
        },
    ))
}

/// The tag stands beside the fields of the struct that a variant holds. Those of a struct variant
/// were checked by name.
pub(super) fn tag_is_no_field(
    item: &Item,
    tagging: &Tagging,
    variant: &Variant,
    ty: &Type,
) -> TokenStream {
    let Tagging::Internal { tag } = tagging else { return TokenStream::new() };
    let message = message::tag_repeats_field(&tag.value(), &plain(&variant.ident));
    let panic = panic(ty, &message);
    let ty = with_edges(ty, &item.ident, &[]);
    rule(
        "TAGS_ARE_NO_FIELDS",
        &quote! {
            if __event::has_field(<#ty as __event::Schema>::SHAPE, #tag) { #panic }
        },
    )
}

/// ```text
/// const _: () = { const DEFAULTS_FIT_THEIR_FIELDS: () = { ... }; };
/// ```
///
/// The inner const is evaluated without being named: naming it would add a second error.
pub(super) fn rule(name: &str, check: &TokenStream) -> TokenStream {
    let name = quote::format_ident!("{name}");
    quote!(const _: () = { #[allow(dead_code, clippy::panic)] const #name: () = { #check }; };)
}

/// Where some tokens start and where they end, for generated code: rustc underlines all between.
pub(super) fn ends(place: &impl ToTokens) -> (Span, Span) {
    let mut spans = place.to_token_stream().into_iter().map(|token| token.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    let last = spans.last().unwrap_or(first);
    (first, last)
}

/// A panic with a sentence, underlining `place`.
pub(super) fn panic(place: &impl ToTokens, message: &Message) -> TokenStream {
    let message = message.to_string();
    let (first, last) = ends(place);
    let sentence = quote!("{}", #message);
    let mut arguments = Group::new(Delimiter::Parenthesis, sentence);
    arguments.set_span(last);
    quote_spanned!(first=> ::core::panic! #arguments)
}
