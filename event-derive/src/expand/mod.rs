//! From what is meant to code: tables, a reader, a writer, and what const evaluation has to check.

mod assert;
mod beside;
mod enums;
mod event;
mod fields;
mod foreign;
mod set;
mod shape;
mod sinks;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

pub(crate) use event::event;
pub(crate) use set::event_set;

use crate::model::{Body, Schema};

/// Everything derived lives in one anonymous const, where the crate is called `__event`.
///
/// ```text
/// const _: () = {
///     use ::versioned_events::__private as __event;
///     ...
/// };
/// ```
pub(crate) fn scope(krate: &Path, parts: &TokenStream) -> TokenStream {
    quote! {
        #[allow(deprecated, reason = "whoever touches a deprecated field is warned; this is not them")]
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
            [fields::of_struct(item, table), assert::fields(item, table)].into_iter().collect()
        }
        Body::Enum { tagging, variants } => enums::of_enum(item, tagging, variants),
    };
    let sinks = sinks::of_schema(schema);
    scope(&item.krate, &quote!(#parts #sinks))
}
