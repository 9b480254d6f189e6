//! Internal tagging: the fields of a variant stand beside its name.

use proc_macro2::TokenStream;
use quote::quote;

use super::enums::{marker_name, names};
use crate::model::{Content, Variant};

/// Internal tagging: the fields stand beside the name.
pub(super) fn beside(variants: &[Variant]) -> TokenStream {
    let reads = variants.iter().map(|variant| {
        let (names, ident) = (names(variant), &variant.ident);
        match &variant.content {
            Content::Unit => TokenStream::new(),
            Content::Newtype(ty) => quote! {
                #names => <#ty as __event::FieldsBeside>::read_beside(__map, __event::NEWEST).map(Self::#ident),
            },
            Content::Struct(_) => {
                let marker = marker_name(variant);
                quote!(#names => <#marker<'_> as __event::ReadFields>::read_fields(__map, __at),)
            }
        }
    });
    let writes = variants.iter().map(|variant| {
        let ident = &variant.ident;
        match &variant.content {
            Content::Unit => quote!(Self::#ident => ::core::result::Result::Ok(()),),
            Content::Newtype(ty) => quote! {
                Self::#ident(__value) => {
                    <#ty as __event::FieldsBeside>::write_beside(__value, __map, __view)
                }
            },
            Content::Struct(_) => {
                let marker = marker_name(variant);
                quote! {
                    Self::#ident { .. } => {
                        __event::WriteFields::write_fields(&#marker(self), __map, __view)
                    }
                }
            }
        }
    });
    quote! {
        fn read_beside<'de, __A: __event::serde::de::MapAccess<'de>>(
            __name: &::core::primitive::str,
            __map: &mut __A,
            __at: __event::Version,
        ) -> ::core::result::Result<Self, __A::Error> {
            match __name {
                #(#reads)*
                _ => ::core::result::Result::Err(__event::unknown_variant()),
            }
        }
        fn write_beside<__M: __event::serde::ser::SerializeMap>(
            &self,
            __map: &mut __M,
            __view: __event::View,
        ) -> ::core::result::Result<(), __M::Error> {
            match self { #(#writes)* }
        }
    }
}
