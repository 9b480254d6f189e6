//! Named fields: their table, their reader, their writer.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path, Type};

use super::shape::{json_text, struct_calls, table_entries};
use super::{read, write};
use crate::model::{DefaultValue, Fields, Held, Item};
use crate::names::plain;

/// ```text
/// impl __event::Fields for OrderPaid {
///     const FIELDS: &'static [__event::Field] = &[...];
///     fn read_fields(...) { ... }
///     fn write_fields(...) { ... }
/// }
/// __event::struct_value!(OrderPaid, "OrderPaid", 3, .docs("..."));
/// ```
pub(super) fn of_struct(item: &Item, oldest: u32, fields: &Fields) -> TokenStream {
    let value = struct_macro(item, oldest, &quote!(struct_value));
    let fields = impl_of_struct(item, fields);
    quote!(#fields #value)
}

/// `impl __event::Fields`, without what follows from it.
pub(super) fn impl_of_struct(item: &Item, fields: &Fields) -> TokenStream {
    let ident = &item.ident;
    let entries = table_entries(item, fields);
    let read = read::fields(item, fields, ident, &quote!(Self), &quote!(Self));
    let write = write::fields(item, fields);
    quote! {
        impl __event::Fields for #ident {
            const FIELDS: &'static [__event::Field] = &[#(#entries),*];
            #read
            #write
        }
    }
}

/// `__event::struct_value!(OrderPaid, "OrderPaid", 3, .docs("..."));`
pub(super) fn struct_macro(item: &Item, oldest: u32, name: &TokenStream) -> TokenStream {
    let (ident, own, calls) = (&item.ident, plain(&item.ident), struct_calls(item));
    let first = number(oldest);
    let oldest = (oldest > 1).then(|| quote!(.oldest(#first)));
    let calls = quote!(#oldest #calls);
    let version = number(item.version);
    let calls = (!calls.is_empty()).then(|| quote!(, #calls));
    quote!(__event::#name!(#ident, #own, #version #calls);)
}

/// A number as somebody would write it.
pub(super) fn number(number: u32) -> proc_macro2::Literal {
    proc_macro2::Literal::u32_unsuffixed(number)
}

/// What stands in for an absent field.
pub(super) fn default_value(ty: &Type, default: &DefaultValue) -> TokenStream {
    match default {
        DefaultValue::Trait(span) => {
            let span = span.resolved_at(proc_macro2::Span::call_site());
            quote_spanned!(span=> <#ty as ::core::default::Default>::default())
        }
        DefaultValue::Text(text) => {
            let json = json_text(&text.value());
            quote!(__event::default_from_json::<#ty>(#json)?)
        }
        // The same words wherever they are needed, so that a wrong type is one error.
        DefaultValue::Expression(expression) => {
            quote!({ let __default: #ty = #expression; __default })
        }
        DefaultValue::Function(path) => quote!({ let __default: #ty = #path(); __default }),
    }
}

/// A call of the way back, in a closure: a function that takes `&str` fits a field that is a `String`.
/// What does not fit is underlined where the function is named.
pub(super) fn call_back(
    path: &Path,
    takes: &Type,
    gives: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let span = path.span().resolved_at(proc_macro2::Span::call_site());
    let closure = quote_spanned!(span=> |__value| #path(__value));
    quote!({ let __back: fn(#takes) -> #gives = #closure; __back(#value) })
}

/// `__event::Holds::Earlier(&[(1, 2)])`; `None` for the newest.
pub(super) fn holds(held: &[Held], ty: &Type, own: &Ident) -> Option<TokenStream> {
    if !held.is_empty() {
        let held = held.iter().map(|Held { version, until, .. }| {
            let (version, until) = (number(*version), number(*until));
            quote!((#version, #until))
        });
        return Some(quote!(__event::Holds::Earlier(&[#(#held),*])));
    }
    let edges = super::shape::with_edges(ty, own, &[]);
    (edges != *ty).then(|| quote!(__event::Holds::Same))
}
