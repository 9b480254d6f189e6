//! Internal tagging: the fields of a variant stand beside its name.

use proc_macro2::TokenStream;
use quote::quote;

use super::enums::{held, marker_name, names};
use crate::model::{Content, Item, Variant};

/// Internal tagging: the fields stand beside the name.
pub(super) fn beside(item: &Item, variants: &[Variant]) -> TokenStream {
    let own = &item.ident;
    let reads = variants.iter().map(|variant| {
        let (names, ident) = (names(variant), &variant.ident);
        match &variant.content {
            Content::Unit => TokenStream::new(),
            Content::Newtype(ty) => {
                let held = held(item, variant, ty, &quote!(__at));
                quote! {
                    #names => <#ty as __event::FieldsBeside>::read_beside(__in, #held)
                        .map(Self::#ident),
                }
            }
            Content::Struct(_) => {
                let marker = marker_name(variant);
                quote!(#names => <#marker<'_> as __event::Fields<#own>>::read_fields(__in),)
            }
        }
    });
    let writes = variants.iter().map(|variant| {
        let ident = &variant.ident;
        match &variant.content {
            Content::Unit => quote!(Self::#ident => __event::Ok(()),),
            Content::Newtype(ty) => {
                let held = held(item, variant, ty, &quote!(__to.view()));
                quote! {
                    Self::#ident(__value) => {
                        let __view = #held;
                        <#ty as __event::FieldsBeside>::write_beside(__value, __to, __view)
                    }
                }
            }
            Content::Struct(_) => {
                let marker = marker_name(variant);
                quote! {
                    Self::#ident { .. } => {
                        __event::Fields::<#own>::write_fields(&#marker(self), __to)
                    }
                }
            }
        }
    });
    quote! {
        fn read_beside(
            __name: &::core::primitive::str,
            __in: &mut impl __event::Reading,
        ) -> __event::Made<Self> {
            let __at = __in.at();
            match __name {
                #(#reads)*
                _ => __event::Err(__in.fail("unknown variant")),
            }
        }
        fn write_beside(&self, __to: &mut impl __event::Writing) -> __event::Done {
            match self { #(#writes)* }
        }
    }
}
