//! From what is meant to code: tables, a reader, a writer, and what const evaluation has to check.

mod assert;
mod beside;
mod enums;
mod event;
mod fields;
mod foreign;
mod published;
mod read;
mod rules;
mod set;
mod shape;
mod sinks;
mod step;
mod write;
mod writes_as;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

pub(crate) use event::event;
pub(crate) use published::{published, to_accept};
pub(crate) use set::event_set;

use crate::model::{Body, Item, Schema};
use crate::names::plain;

/// Everything derived lives in one anonymous const, where the crate is called `__event`. Whoever touches
/// a deprecated field is warned of it, and that is not what is derived.
///
/// ```text
/// const _: () = {
///     use ::versioned_events::__private as __event;
///     ...
/// };
/// ```
pub(crate) fn scope(krate: &Path, parts: &TokenStream) -> TokenStream {
    quote! {
        #[allow(deprecated)]
        const _: () = {
            use #krate::__private as __event;
            #parts
        };
    }
}

pub(crate) fn schema(schema: &Schema) -> TokenStream {
    let Schema { item, body } = schema;
    let parts = match body {
        Body::Struct(table) => {
            [fields::of_struct(item, 1, table), assert::fields(item, table)].into_iter().collect()
        }
        Body::Enum { tagging, variants } => enums::of_enum(item, tagging, variants),
    };
    let sinks = sinks::of_schema(schema);
    let writes_as = writes_as::of_schema(schema);
    scope(&item.krate, &quote!(#parts #sinks #writes_as))
}

/// What a type that can be a field has: its shape, how it is read, how it is written.
///
/// ```text
/// impl __event::Schema for PaymentMethod { const SHAPE: ... }
/// impl __event::Decode for PaymentMethod { fn decode(...) { read } }
/// impl __event::Encode for PaymentMethod { fn encode(...) { write } }
/// ```
fn value_impls(
    item: &Item,
    shape: &TokenStream,
    read: &TokenStream,
    write: &TokenStream,
) -> TokenStream {
    let (ident, name, version) = (&item.ident, plain(&item.ident), fields::number(item.version));
    let how = reader_and_writer(item, read, write);
    quote! {
        #[automatically_derived]
        impl __event::Schema for #ident {
            const SHAPE: &'static __event::Shape = &#shape;
            const NAME: &'static ::core::primitive::str = #name;
        }
        #[automatically_derived]
        impl __event::WritesAs<#version> for #ident {}
        #how
    }
}

fn reader_and_writer(item: &Item, read: &TokenStream, write: &TokenStream) -> TokenStream {
    let ident = &item.ident;
    quote! {
        #[automatically_derived]
        impl __event::Decode for #ident {
            fn decode<'de, __D: __event::serde::Deserializer<'de>>(
                __deserializer: __D,
                __at: __event::Version,
            ) -> __event::Result<Self, __D::Error> {
                #read
            }
        }
        #[automatically_derived]
        impl __event::Encode for #ident {
            fn encode<__S: __event::serde::Serializer>(
                &self,
                __serializer: __S,
                __view: __event::View,
            ) -> __event::Result<__S::Ok, __S::Error> {
                #write
            }
        }
    }
}
