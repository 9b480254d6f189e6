//! The ways out of the process besides the envelope: `Debug` and serde, masked or refused.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::assert::{ends, panic, rule};
use crate::message;
use crate::model::{Body, Content, Field, Fields, Item, Mask, Schema, Variant};
use crate::names::plain;

/// `Debug` and serde of a struct.
pub(super) fn of_struct(item: &Item, fields: &Fields) -> TokenStream {
    let name = plain(&item.ident);
    let entries = fields.fields.iter().map(|field| {
        let member = &field.member;
        debug_entry(field, &quote!(&self.#member))
    });
    let debug = quote!(__f.debug_struct(#name) #(#entries)* .finish());
    both(item, &debug, has_masked(fields))
}

/// `Debug` and serde of a nested type.
pub(super) fn of_schema(schema: &Schema) -> TokenStream {
    let Schema { item, body } = schema;
    let variants = match body {
        Body::Struct(fields) => return of_struct(item, fields),
        Body::Enum { variants, .. } => variants,
    };
    let arms = variants.iter().map(debug_arm);
    let debug = quote!(match self { #(#arms)* });
    let masked = variants.iter().any(|variant| match &variant.content {
        Content::Struct(fields) => has_masked(fields),
        _ => false,
    });
    both(item, &debug, masked)
}

fn has_masked(fields: &Fields) -> bool {
    fields.fields.iter().any(|field| field.masked.is_some())
}

fn both(item: &Item, debug: &TokenStream, masked: bool) -> TokenStream {
    let ident = &item.ident;
    let debug = if item.debug {
        quote! {
            #[automatically_derived]
            impl ::core::fmt::Debug for #ident {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #debug
                }
            }
        }
    } else {
        refuse(item, masked, "DEBUG", &message::foreign_debug(&plain(ident), item.list))
    };
    let serde = if item.serde {
        quote! {
            #[automatically_derived]
            impl __event::serde::Serialize for #ident {
                fn serialize<__S: __event::serde::Serializer>(
                    &self,
                    __serializer: __S,
                ) -> __event::Result<__S::Ok, __S::Error> {
                    __event::Encode::encode(self, __serializer, __event::View::MASKED)
                }
            }
            #[automatically_derived]
            impl<'de> __event::serde::Deserialize<'de> for #ident {
                fn deserialize<__D: __event::serde::Deserializer<'de>>(
                    __deserializer: __D,
                ) -> __event::Result<Self, __D::Error> {
                    __event::decode_quietly(__deserializer)
                }
            }
        }
    } else {
        refuse(item, masked, "SERIALIZE", &message::foreign_serialize(&plain(ident), item.list))
    };
    quote!(#debug #serde)
}

/// Refuses a `Debug` or `Serialize` of somebody else on a type with masked fields.
fn refuse(item: &Item, masked: bool, sink: &str, message: &message::Message) -> TokenStream {
    if !masked {
        return TokenStream::new();
    }
    let (ident, sink) = (&item.ident, format_ident!("{sink}"));
    let panic = panic(ident, message);
    rule(
        "MASKED_FIELDS_STAY_MASKED",
        &quote! {
            #[allow(unused_imports)]
            use __event::NotFound as _;
            if __event::Probe::<#ident>::#sink { #panic }
        },
    )
}

fn debug_entry(field: &Field, value: &TokenStream) -> TokenStream {
    let name = plain(&field.member);
    match &field.masked {
        None => {
            // Spanned like the type, so that one without `Debug` is underlined, once.
            let ty = &field.ty;
            let (first, last) = ends(ty);
            let mut value = Group::new(Delimiter::Parenthesis, value.clone());
            value.set_span(last);
            let shown = quote_spanned!(first=> __event::shown::<#ty>);
            quote!(.field(#name, #shown #value))
        }
        Some(mask) => {
            let rule = mask_rule(&field.ty, mask);
            quote!(.field(#name, &#rule.apply(#value)))
        }
    }
}

fn debug_arm(variant: &Variant) -> TokenStream {
    let (ident, name) = (&variant.ident, plain(&variant.ident));
    match &variant.content {
        Content::Unit => quote!(Self::#ident => __f.write_str(#name),),
        Content::Newtype(_) => {
            quote!(Self::#ident(__value) => __f.debug_tuple(#name).field(__value).finish(),)
        }
        Content::Struct(fields) => {
            let members: Vec<_> = fields.fields.iter().map(|field| &field.member).collect();
            let bound: Vec<_> =
                members.iter().map(|member| format_ident!("__field_{}", plain(member))).collect();
            let entries = fields
                .fields
                .iter()
                .zip(&bound)
                .map(|(field, bound)| debug_entry(field, &quote!(#bound)));
            quote! {
                Self::#ident { #(#members: #bound),* } => {
                    __f.debug_struct(#name) #(#entries)* .finish()
                }
            }
        }
    }
}

/// `__event::MaskRule::<String>::last(4)`
pub(super) fn mask_rule(ty: &Type, mask: &Mask) -> TokenStream {
    // Spanned like the type, so that one which is no text is underlined.
    let (first, last) = ends(ty);
    let path = quote_spanned!(first=> __event::MaskRule::<#ty>);
    match mask {
        Mask::Whole => {
            let call = quote_spanned!(last=> ::whole());
            quote!(#path #call)
        }
        Mask::Last(characters) => {
            let characters = *characters as usize;
            let call = quote_spanned!(last=> ::last(#characters));
            quote!(#path #call)
        }
        // A closure, so that a function that takes `&str` fits a field that is a `String`.
        Mask::With(function) => {
            let span = function.span().resolved_at(Span::mixed_site());
            quote_spanned!(span=> __event::MaskRule::<#ty>::with(|__value| #function(__value)))
        }
    }
}
