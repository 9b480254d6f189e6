//! A list of attributes: from tokens to items.
//!
//! What cannot be read is reported where it stands, and everything around it is kept, so that one
//! slip of the pen is one error.

use darling::ast::NestedMeta;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, Lit, Meta, MetaNameValue, Path, Token};

use crate::errors::Errors;
use crate::message;
use crate::value::{name_of, text_of};

/// The items between the parentheses of `#[event(...)]` or `renamed(...)`.
pub(crate) fn items(tokens: TokenStream, errors: &mut Errors) -> Vec<NestedMeta> {
    let mut items = Vec::new();
    // Nothing below fails: what cannot be read is reported, and stepped over.
    let read = |input: ParseStream<'_>| read(input, &mut items, errors);
    drop(read.parse2(tokens));
    items
}

/// The same for code that does not report: `check` has done that.
pub(crate) fn items_quietly(tokens: TokenStream) -> Vec<NestedMeta> {
    let mut errors = Errors::new();
    let items = items(tokens, &mut errors);
    errors.forget();
    items
}

fn read(
    input: ParseStream<'_>,
    items: &mut Vec<NestedMeta>,
    errors: &mut Errors,
) -> syn::Result<()> {
    while !input.is_empty() {
        let start = input.fork();
        if let Ok(item) = input.parse() {
            items.push(item);
        } else {
            errors.push(start.span(), message::attribute_unreadable());
            items.extend(Ident::parse_any(&start).map(|name| broken(name.into())));
            step_over(input)?;
        }
        separate(input, items, errors)?;
    }
    Ok(())
}

/// Takes the comma, or reports what stands in its place.
fn separate(
    input: ParseStream<'_>,
    items: &mut Vec<NestedMeta>,
    errors: &mut Errors,
) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    if input.peek(Token![,]) {
        return input.parse::<Token![,]>().map(drop);
    }
    if input.peek(Token![;]) {
        errors.push(input.span(), message::comma_missing());
        return input.parse::<Token![;]>().map(drop);
    }
    let after_value = matches!(items.last(), Some(NestedMeta::Lit(_)));
    if input.peek(Ident::peek_any) || after_value && input.peek(Lit) {
        errors.push(input.span(), message::comma_missing());
        return Ok(());
    }
    // What follows belongs to the last item, and spoils it.
    let last = items.pop().and_then(|item| name_of(&item).cloned());
    let message = match &last {
        Some(name) if input.peek(Token![:]) => message::equals_missing(&text_of(name)),
        _ => message::attribute_unreadable(),
    };
    errors.push(input.span(), message);
    items.extend(last.map(broken));
    step_over(input)?;
    separate(input, items, errors)
}

/// Goes on to the next comma.
fn step_over(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// A name whose value is reported already.
pub(crate) fn broken(path: Path) -> NestedMeta {
    NestedMeta::Meta(Meta::NameValue(MetaNameValue {
        path,
        eq_token: Token![=](proc_macro2::Span::call_site()),
        value: Expr::Verbatim(TokenStream::new()),
    }))
}

pub(crate) fn is_broken(item: &NestedMeta) -> bool {
    match item {
        NestedMeta::Meta(Meta::NameValue(pair)) => pair.value.to_token_stream().is_empty(),
        _ => false,
    }
}

/// The same item under another name, at the same place.
pub(crate) fn called(mut item: NestedMeta, name: &str) -> NestedMeta {
    let path = match &mut item {
        NestedMeta::Meta(Meta::Path(path)) => path,
        NestedMeta::Meta(Meta::List(list)) => &mut list.path,
        NestedMeta::Meta(Meta::NameValue(pair)) => &mut pair.path,
        NestedMeta::NameValueInvalidExpr(pair) => &mut pair.path,
        NestedMeta::Lit(_) => return item,
    };
    let span = syn::spanned::Spanned::span(path);
    *path = Path::from(Ident::new(name, span));
    item
}
