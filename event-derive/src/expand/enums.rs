//! Enums: matches on variant names; the tagging is handled in `event-core`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::beside::beside;
use super::shape::{deprecated_call, docs_call, table, with_edges};
use super::{assert, fields, value_impls};
use crate::model::{Content, Fields, Item, Tagging, Variant};
use crate::names::plain;

/// ```text
/// impl __event::Schema for PaymentMethod { const SHAPE: ... }
/// impl __event::Variants for PaymentMethod { ... }
/// impl __event::Decode for PaymentMethod { ... }
/// impl __event::Encode for PaymentMethod { ... }
/// ```
pub(super) fn of_enum(item: &Item, tagging: &Tagging, variants: &[Variant]) -> TokenStream {
    let ident = &item.ident;
    let name = plain(ident);
    let entries = variants.iter().map(|variant| entry(item, variant));
    let tagging_tokens = tagging_tokens(tagging);
    let (docs, closed) = (docs_call(&item.docs), item.closed.then(|| quote!(.closed())));
    let is_closed = item.closed;
    let markers = variants.iter().filter_map(|variant| marker(item, variant));
    let checks = variants.iter().map(|variant| match &variant.content {
        Content::Struct(table) => assert::fields(item, table),
        Content::Newtype(ty) => assert::tag_is_no_field(item, tagging, variant, ty),
        Content::Unit => TokenStream::new(),
    });
    let units = variants.iter().filter(|variant| matches!(variant.content, Content::Unit));
    let units = units.map(|variant| {
        let (names, ident) = (names(variant), &variant.ident);
        quote!(#names => ::core::option::Option::Some(Self::#ident),)
    });
    let name_arms = variants.iter().map(name_arm);
    let content = match tagging {
        Tagging::Internal { .. } => beside(variants),
        _ => by_itself(variants),
    };
    let map_key = map_key(item, tagging, variants);
    let value = value_impls(
        item,
        &quote! {
            __event::Shape::Enum(
                &__event::Enum::new(#name, ::core::module_path!(), &[#(#entries),*])
                    .tagging(#tagging_tokens) #docs #closed,
            )
        },
        &quote!(__event::read_enum(__deserializer, __at)),
        &quote!(__event::write_enum(self, __serializer, __view)),
    );
    quote! {
        #value
        #[automatically_derived]
        impl __event::Variants for #ident {
            const TAGGING: __event::Tagging = #tagging_tokens;
            const CLOSED: ::core::primitive::bool = #is_closed;
            fn unit(__name: &::core::primitive::str) -> ::core::option::Option<Self> {
                match __name { #(#units)* _ => ::core::option::Option::None }
            }
            fn name(&self) -> (&'static ::core::primitive::str, ::core::primitive::bool) {
                match self { #(#name_arms)* }
            }
            #content
        }
        #map_key
        #(#markers)*
        #(#checks)*
    }
}

fn tagging_tokens(tagging: &Tagging) -> TokenStream {
    match tagging {
        Tagging::External => quote!(__event::Tagging::External),
        Tagging::Internal { tag } => quote!(__event::Tagging::Internal { tag: #tag }),
        Tagging::Adjacent { tag, content } => {
            quote!(__event::Tagging::Adjacent { tag: #tag, content: #content })
        }
    }
}

/// `"card" | "credit_card"`
pub(super) fn names(variant: &Variant) -> TokenStream {
    let (name, aliases) = (&variant.name, &variant.aliases);
    quote!(#name #(| #aliases)*)
}

/// `__event::Variant::new("card", __event::Content::Newtype(...))`
fn entry(item: &Item, variant: &Variant) -> TokenStream {
    let name = &variant.name;
    let content = match &variant.content {
        Content::Unit => quote!(Unit),
        Content::Newtype(ty) => {
            let ty = with_edges(ty, &item.ident, &[]);
            quote!(Newtype(<#ty as __event::Schema>::SHAPE))
        }
        Content::Struct(fields) => {
            let table = table(item, &plain(&variant.ident), "", fields);
            quote!(Struct(&#table))
        }
    };
    let aliases = (!variant.aliases.is_empty()).then(|| {
        let aliases = &variant.aliases;
        quote!(.aliases(&[#(#aliases),*]))
    });
    let deprecated = deprecated_call(variant.deprecated.as_ref());
    let docs = docs_call(&variant.docs);
    quote!(__event::Variant::new(#name, __event::Content::#content) #aliases #deprecated #docs)
}

fn name_arm(variant: &Variant) -> TokenStream {
    let (ident, name) = (&variant.ident, &variant.name);
    let (pattern, has_content) = match &variant.content {
        Content::Unit => (quote!(Self::#ident), false),
        Content::Newtype(_) => (quote!(Self::#ident(_)), true),
        Content::Struct(_) => (quote!(Self::#ident { .. }), true),
    };
    quote!(#pattern => (#name, #has_content),)
}

/// A type that reads and writes the fields of a struct variant.
///
/// ```text
/// struct __FieldsCard<'a>(&'a PaymentMethod);
/// impl __event::ReadFields for __FieldsCard<'_> { type Value = PaymentMethod; ... }
/// impl __event::WriteFields for __FieldsCard<'_> { ... }
/// ```
fn marker(item: &Item, variant: &Variant) -> Option<TokenStream> {
    let Content::Struct(table) = &variant.content else { return None };
    let (ident, own, marker) = (&item.ident, &variant.ident, marker_name(variant));
    let read = fields::read(table, item.closed, &quote!(#ident::#own));
    let write = write_marker(ident, own, table);
    Some(quote! {
        struct #marker<'a>(&'a #ident);
        #[automatically_derived]
        impl __event::ReadFields for #marker<'_> {
            type Value = #ident;
            #read
        }
        #[automatically_derived]
        impl __event::WriteFields for #marker<'_> {
            #write
        }
    })
}

fn write_marker(item: &Ident, variant: &Ident, table: &Fields) -> TokenStream {
    let members: Vec<_> = table.fields.iter().map(|field| &field.member).collect();
    let bound: Vec<_> =
        members.iter().map(|member| format_ident!("__field_{}", plain(member))).collect();
    let writes = table
        .fields
        .iter()
        .zip(&bound)
        .map(|(field, bound)| fields::write_value(field, &quote!(#bound)));
    quote! {
        fn write_fields<__M: __event::serde::ser::SerializeMap>(
            &self,
            __map: &mut __M,
            __view: __event::View,
        ) -> ::core::result::Result<(), __M::Error> {
            #[allow(irrefutable_let_patterns)]
            if let #item::#variant { #(#members: #bound),* } = self.0 {
                #(#writes)*
            }
            ::core::result::Result::Ok(())
        }
    }
}

pub(super) fn marker_name(variant: &Variant) -> Ident {
    format_ident!("__Fields{}", plain(&variant.ident))
}

/// External and adjacent tagging: what comes with the name stands by itself.
fn by_itself(variants: &[Variant]) -> TokenStream {
    if variants.iter().all(|variant| matches!(variant.content, Content::Unit)) {
        return TokenStream::new();
    }
    let reads = variants.iter().map(|variant| {
        let (names, ident) = (names(variant), &variant.ident);
        match &variant.content {
            Content::Unit => TokenStream::new(),
            Content::Newtype(ty) => quote! {
                #names => <#ty as __event::Schema>::read_alone(__deserializer, __event::NEWEST)
                    .map(Self::#ident),
            },
            Content::Struct(_) => {
                let marker = marker_name(variant);
                quote!(#names => __event::read_struct::<#marker<'_>, __D>(__deserializer, __at),)
            }
        }
    });
    let writes = variants.iter().map(|variant| {
        let ident = &variant.ident;
        match &variant.content {
            Content::Unit => quote!(Self::#ident => __serializer.serialize_unit(),),
            Content::Newtype(ty) => quote! {
                Self::#ident(__value) => {
                    <#ty as __event::Schema>::write_alone(__value, __serializer, __view)
                }
            },
            Content::Struct(_) => {
                let marker = marker_name(variant);
                quote! {
                    Self::#ident { .. } => {
                        __event::write_struct(&#marker(self), __serializer, __view)
                    }
                }
            }
        }
    });
    quote! {
        fn read_content<'de, __D: __event::serde::Deserializer<'de>>(
            __name: &::core::primitive::str,
            __deserializer: __D,
            __at: __event::Version,
        ) -> ::core::result::Result<Self, __D::Error> {
            match __name {
                #(#reads)*
                _ => ::core::result::Result::Err(__event::unknown_variant()),
            }
        }
        fn write_content<__S: __event::serde::Serializer>(
            &self,
            __serializer: __S,
            __view: __event::View,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            match self { #(#writes)* }
        }
    }
}

/// An enum of unit variants can be the key of a map.
fn map_key(item: &Item, tagging: &Tagging, variants: &[Variant]) -> Option<TokenStream> {
    let units = variants.iter().all(|variant| matches!(variant.content, Content::Unit));
    if !units || !matches!(tagging, Tagging::External) {
        return None;
    }
    let ident = &item.ident;
    Some(quote! {
        #[automatically_derived]
        impl __event::MapKey for #ident {}
        #[automatically_derived]
        impl __event::TextKey for #ident {
            fn from_key(__text: &::core::primitive::str) -> ::core::option::Option<Self> {
                <Self as __event::Variants>::unit(__text)
            }
            fn to_key(&self) -> ::core::option::Option<__event::Text<'_>> {
                ::core::option::Option::Some(__event::Text::Borrowed(
                    <Self as __event::Variants>::name(self).0,
                ))
            }
        }
    })
}
