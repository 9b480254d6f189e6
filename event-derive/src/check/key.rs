//! The key: which fields, along which paths.

use darling::ast::NestedMeta;
use proc_macro2::Span;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{GenericArgument, Ident, Lit, LitStr, Meta, PathArguments, Token, Type};

use crate::errors::Errors;
use crate::input::EventInput;
use crate::model::KeyPath;
use crate::names::plain;
use crate::value::{Written, name_of, once, text_of};
use crate::{list, message};

/// `key = "order_id"`, `key("tenant_id", "order_id")` or `keyless`; one of them is required.
pub(super) fn key(
    item: &Ident,
    fields: &[&syn::Field],
    input: &EventInput,
    errors: &mut Errors,
) -> Vec<KeyPath> {
    let keyless = once(&input.keyless, errors);
    let Some(written) = once(&input.key, errors) else {
        match keyless {
            Some(keyless) => _ = keyless.flag(errors),
            None => {
                let message = message::key_missing(&plain(item), key_example(fields).as_deref());
                errors.push(item.span(), message);
            }
        }
        return Vec::new();
    };
    if let Some(keyless) = keyless {
        errors.push(keyless.name_span(), message::key_and_keyless());
    }
    let mut paths: Vec<KeyPath> = Vec::new();
    for text in written_paths(written, errors) {
        if paths.iter().any(|path| path.written.value() == text.value()) {
            errors.push(text.span(), message::key_repeated(&text.value()));
        } else if let Some(path) = path(item, fields, text, errors) {
            paths.push(path);
        }
    }
    paths
}

fn written_paths(written: &Written, errors: &mut Errors) -> Vec<LitStr> {
    if written.is_array() {
        errors.push_on(written.tokens(), message::key_malformed());
        return Vec::new();
    }
    if !written.is_list() {
        return written.text("key = \"order_id\"", errors).into_iter().collect();
    }
    let items = written.list("key(\"tenant_id\", \"order_id\")", errors).unwrap_or_default();
    if items.is_empty() {
        errors.push_on(written.tokens(), message::key_malformed());
    }
    let mut paths = Vec::new();
    for item in items {
        match item {
            NestedMeta::Lit(Lit::Str(text)) => paths.push(text),
            NestedMeta::Meta(Meta::Path(path)) => {
                let example = format!("\"{}\"", text_of(&path));
                errors.push_on(path, message::value_is_not("key", "names in quotes", &example));
            }
            item => errors.push_on(item, message::key_malformed()),
        }
    }
    paths
}

/// `repository.id`: its first name is a field of the struct.
fn path(
    item: &Ident,
    fields: &[&syn::Field],
    written: LitStr,
    errors: &mut Errors,
) -> Option<KeyPath> {
    let span = written.span();
    // As generated code, so that rustc does not suggest edits inside the text.
    let generated = span.resolved_at(Span::call_site());
    let parser = Punctuated::<Ident, Token![.]>::parse_separated_nonempty_with;
    let parsed = (|input: syn::parse::ParseStream<'_>| parser(input, Ident::parse_any))
        .parse_str(&written.value());
    let members: Option<Vec<_>> =
        parsed.ok().and_then(|names| names.iter().map(|name| as_member(name, generated)).collect());
    let Some(mut members) = members else {
        errors.push(span, message::key_malformed());
        return None;
    };
    let first = plain(members.first()?);
    let field =
        fields.iter().find(|field| field.ident.as_ref().is_some_and(|own| plain(own) == first));
    let Some(field) = field else {
        let known: Vec<_> =
            fields.iter().filter_map(|field| field.ident.as_ref()).map(plain).collect();
        let known: Vec<_> = known.iter().map(String::as_str).collect();
        errors.push(span, message::key_unknown_field(&plain(item), &first, &known));
        return None;
    };
    if is_masked(field) {
        errors.push(span, message::key_masked(&first));
        return None;
    }
    if let Some(inner) = spelled_option(&field.ty) {
        match members.len() {
            1 => {
                let inner = inner.to_token_stream().to_string().replace(' ', "");
                errors.push_on(&field.ty, message::key_optional(&first, &inner));
            }
            _ => errors.push(span, message::key_through_optional(&first)),
        }
        return None;
    }
    if let (Some(member), Some(own)) = (members.first_mut(), &field.ident) {
        let mut own = own.clone();
        own.set_span(span.resolved_at(own.span()));
        *member = own;
    }
    Some(KeyPath { written, members, first_type: field.ty.clone() })
}

/// A field that could be the key, most likely one that ends with `id`.
pub(super) fn key_example(fields: &[&syn::Field]) -> Option<String> {
    let could_be = |field: &&&syn::Field| !is_masked(field) && spelled_option(&field.ty).is_none();
    let mut names =
        fields.iter().filter(could_be).filter_map(|field| field.ident.as_ref()).map(plain);
    let first = names.next()?;
    let is_id = |name: &String| name == "id" || name.ends_with("_id");
    Some(if is_id(&first) { first } else { names.find(is_id).unwrap_or(first) })
}

/// The name as it is written in Rust; `None` for what no field can be called, such as `self`.
fn as_member(name: &Ident, span: Span) -> Option<Ident> {
    let text = plain(name);
    if matches!(text.as_str(), "self" | "Self" | "super" | "crate" | "_") {
        return None;
    }
    Some(match syn::parse_str::<Ident>(&text) {
        Ok(_) => Ident::new(&text, span),
        Err(_) => Ident::new_raw(&text, span),
    })
}

fn is_masked(field: &syn::Field) -> bool {
    field.attrs.iter().filter(|attr| attr.path().is_ident("field")).any(|attr| {
        let Meta::List(meta) = &attr.meta else { return false };
        let items = list::items_quietly(meta.tokens.clone());
        items.iter().filter_map(name_of).any(|path| path.is_ident("masked"))
    })
}

/// What `Option<...>` may hold. Only to say it in our words: an alias of it is found by the traits.
fn spelled_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident.unraw() == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    }
}
