//! Enums: matches on variant names; the tagging is handled in `event-core`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Type;

use super::beside::beside;
use super::fields::{holds, number};
use super::shape::{
    deprecated_call, docs_call, struct_calls, table_entries, variant_table, version_call,
    with_edges,
};
use super::{assert, read, rules, value_impls, write};
use crate::model::{Content, Item, Tagging, Variant};
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
    let (calls, version) = (struct_calls(item), version_call(item));
    let is_closed = item.closed;
    let markers = variants.iter().filter_map(|variant| marker(item, variant));
    let checks = variants.iter().map(|variant| match &variant.content {
        Content::Struct(table) => assert::fields(item, table),
        Content::Newtype(ty) => {
            let tag = assert::tag_is_no_field(item, tagging, variant, ty);
            let held = assert::held_versions(item, &plain(&variant.ident), ty, &variant.holds);
            quote!(#tag #held)
        }
        Content::Unit => TokenStream::new(),
    });
    let units = variants.iter().filter(|variant| matches!(variant.content, Content::Unit));
    let units = units.map(|variant| {
        let (names, ident) = (names(variant), &variant.ident);
        quote!(#names => __event::Some(Self::#ident),)
    });
    let name_arms = variants.iter().map(name_arm);
    let content = match tagging {
        Tagging::Internal { .. } => beside(item, variants),
        _ => by_itself(item, variants),
    };
    let since = since(variants);
    let map_key = map_key(item, tagging, variants);
    let value = value_impls(
        item,
        &quote! {
            __event::Shape::Enum(
                &__event::Enum::new(#name, ::core::module_path!(), &[#(#entries),*])
                    .tagging(#tagging_tokens) #version #calls,
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
            fn unit(__name: &::core::primitive::str, __at: __event::Version) -> __event::Option<Self> {
                match __name { #(#units)* _ => __event::None }
            }
            #since
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

/// `"card" | "credit_card" if __at.since(2)`
pub(super) fn names(variant: &Variant) -> TokenStream {
    let (name, aliases, since) = (&variant.name, &variant.aliases, number(variant.since));
    let guard = (variant.since > 1).then(|| quote!(if __at.since(#since)));
    quote!(#name #(| #aliases)* #guard)
}

/// The first version of each variant, if any came later.
fn since(variants: &[Variant]) -> Option<TokenStream> {
    let later = variants.iter().filter(|variant| variant.since > 1);
    let arms: Vec<_> = later
        .map(|variant| {
            let (ident, since) = (&variant.ident, number(variant.since));
            quote!(Self::#ident { .. } => #since,)
        })
        .collect();
    let rest = (arms.len() < variants.len()).then(|| quote!(_ => 1,));
    (!arms.is_empty()).then(|| {
        quote! {
            fn since(&self) -> ::core::primitive::u32 {
                match self { #(#arms)* #rest }
            }
        }
    })
}

/// `__event::Variant::new("card", __event::Content::Newtype(...))`
fn entry(item: &Item, variant: &Variant) -> TokenStream {
    let name = &variant.name;
    let (mut held, mut rules) = (None, None);
    let content = match &variant.content {
        Content::Unit => quote!(Unit),
        Content::Newtype(ty) => {
            held = holds(&variant.holds, ty, &item.ident).map(|holds| quote!(.holds(#holds)));
            let ty = with_edges(ty, &item.ident, &[]);
            let shape = quote!(<#ty as __event::Schema>::SHAPE);
            rules = rules::call(&variant.rules, &shape);
            quote!(Newtype(#shape))
        }
        Content::Struct(_) => {
            let (ident, marker) = (&item.ident, marker_name(variant));
            let fields = quote!(<#marker<'static> as __event::Fields<#ident>>::FIELDS);
            let table = variant_table(item, &plain(&variant.ident), &fields);
            quote!(Struct(&#table))
        }
    };
    let aliases = (!variant.aliases.is_empty()).then(|| {
        let aliases = &variant.aliases;
        quote!(.aliases(&[#(#aliases),*]))
    });
    let since = (variant.since > 1).then(|| {
        let since = number(variant.since);
        quote!(.since(#since))
    });
    let deprecated = deprecated_call(variant.deprecated.as_ref());
    let docs = docs_call(&variant.docs);
    quote! {
        __event::Variant::new(#name, __event::Content::#content)
            #aliases #held #since #deprecated #rules #docs
    }
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
/// impl __event::Fields<PaymentMethod> for __FieldsCard<'_> { ... }
/// ```
fn marker(item: &Item, variant: &Variant) -> Option<TokenStream> {
    let Content::Struct(table) = &variant.content else { return None };
    let (ident, own, marker) = (&item.ident, &variant.ident, marker_name(variant));
    let entries = table_entries(item, table);
    let read = read::fields(item, table, ident, &quote!(#ident), &quote!(#ident::#own));
    let write = write::variant_fields(ident, own, table);
    Some(quote! {
        struct #marker<'a>(&'a #ident);
        #[automatically_derived]
        impl __event::Fields<#ident> for #marker<'_> {
            const FIELDS: &'static [__event::Field] = &[#(#entries),*];
            #read
            #write
        }
    })
}

pub(super) fn marker_name(variant: &Variant) -> Ident {
    format_ident!("__Fields{}", plain(&variant.ident))
}

/// External and adjacent tagging: what comes with the name stands by itself.
fn by_itself(item: &Item, variants: &[Variant]) -> TokenStream {
    if variants.iter().all(|variant| matches!(variant.content, Content::Unit)) {
        return TokenStream::new();
    }
    let reads = variants.iter().map(|variant| {
        let (names, ident) = (names(variant), &variant.ident);
        match &variant.content {
            Content::Unit => TokenStream::new(),
            Content::Newtype(ty) => {
                let held = held(item, variant, ty, &quote!(__at));
                quote! {
                    #names => <#ty as __event::Schema>::read_alone(__deserializer, #held)
                        .map(Self::#ident),
                }
            }
            Content::Struct(_) => {
                let marker = marker_name(variant);
                quote!(#names => __event::read_struct::<#marker<'_>, Self, __D>(__deserializer, __at),)
            }
        }
    });
    let writes = variants.iter().map(|variant| {
        let ident = &variant.ident;
        match &variant.content {
            Content::Unit => quote!(Self::#ident => __serializer.serialize_unit(),),
            Content::Newtype(ty) => {
                let held = held(item, variant, ty, &quote!(__view));
                quote! {
                    Self::#ident(__value) => {
                        <#ty as __event::Schema>::write_alone(__value, __serializer, #held)
                    }
                }
            }
            Content::Struct(_) => {
                let marker = marker_name(variant);
                quote! {
                    Self::#ident { .. } => {
                        __event::write_struct::<#marker<'_>, Self, __S>(
                            &#marker(self), __serializer, __view,
                        )
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
        ) -> __event::Result<Self, __D::Error> {
            match __name {
                #(#reads)*
                _ => __event::Err(__event::unknown_variant()),
            }
        }
        fn write_content<__S: __event::serde::Serializer>(
            &self,
            __serializer: __S,
            __view: __event::View,
        ) -> __event::Result<__S::Ok, __S::Error> {
            match self { #(#writes)* }
        }
    }
}

/// The version, or the view, of what a variant holds: `__at.held(...)`.
pub(super) fn held(item: &Item, variant: &Variant, ty: &Type, around: &TokenStream) -> TokenStream {
    match holds(&variant.holds, ty, &item.ident) {
        Some(holds) => quote!(#around.held(#holds)),
        None => quote!(#around.held(__event::Holds::Newest)),
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
            fn from_key(__text: &::core::primitive::str) -> __event::Option<Self> {
                <Self as __event::Variants>::unit(__text, __event::Version::NEWEST)
            }
            fn to_key(&self) -> __event::Option<__event::Text<'_>> {
                __event::Some(__event::Text::Borrowed(
                    <Self as __event::Variants>::name(self).0,
                ))
            }
            fn key_since(&self) -> ::core::primitive::u32 {
                <Self as __event::Variants>::since(self)
            }
        }
    })
}
