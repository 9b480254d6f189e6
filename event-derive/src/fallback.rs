//! The impls beside errors: with them, one mistake is one error and not thirty missing traits.

use darling::ast::NestedMeta;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Meta, Path};

use crate::errors::Errors;
use crate::expand::scope;
use crate::value::name_of;
use crate::{check, list};

/// `impl Event` and what it needs, around bodies that are never called.
pub(crate) fn event(item: &DeriveInput, errors: Errors) -> TokenStream {
    let ident = &item.ident;
    let (generics, arguments, bounds) = item.generics.split_for_impl();
    let value = value(item);
    let event = quote! {
        #[automatically_derived]
        impl #generics __event::Event for #ident #arguments #bounds {
            const SCHEMA: &'static __event::EventSchema =
                &__event::EventSchema::new("", 1, &__event::Shape::Any);
            fn key(&self) -> __event::Option<__event::RecordKey<'_>> {
                __event::None
            }
        }
        #value
    };
    beside(item, "event", errors, &event)
}

/// `impl Schema` and what it needs; nothing where `Event` has written it.
pub(crate) fn schema(item: &DeriveInput, errors: Errors) -> TokenStream {
    if check::is_event(item) {
        return errors.into_tokens();
    }
    let value = value(item);
    beside(item, "schema", errors, &value)
}

/// `impl EventSet`.
pub(crate) fn event_set(item: &DeriveInput, errors: Errors) -> TokenStream {
    let ident = &item.ident;
    let (generics, arguments, bounds) = item.generics.split_for_impl();
    let set = quote! {
        #[automatically_derived]
        impl #generics __event::EventSet for #ident #arguments #bounds {
            const EVENTS: &'static [&'static __event::EventSchema] = &[];
            fn decode_event<'__de, __D: __event::serde::Deserializer<'__de>>(
                _: ::core::primitive::usize,
                _: __D,
                _: __event::Version,
            ) -> __event::Result<Self, __D::Error> {
                __event::Err(__event::unknown_variant())
            }
            fn encode_event<__S: __event::serde::Serializer>(
                &self,
                __serializer: __S,
                _: __event::View,
            ) -> __event::Result<__S::Ok, __S::Error> {
                __serializer.serialize_unit()
            }
            fn describe_event(&self) -> __event::Described<'_> {
                const __NOTHING: &__event::EventSchema =
                    &__event::EventSchema::new("", 1, &__event::Shape::Any);
                __event::Described::Known(__NOTHING)
            }
            fn record_key(&self) -> __event::Option<__event::RecordKey<'_>> {
                __event::None
            }
        }
    };
    beside(item, "event", errors, &set)
}

fn beside(item: &DeriveInput, list: &str, errors: Errors, parts: &TokenStream) -> TokenStream {
    let errors = errors.into_tokens();
    let scope = scope(&krate(item, list), parts);
    quote!(#errors #scope)
}

/// `Schema`, `Decode`, `Encode`, and the `Debug` and serde impls that the attributes ask for.
fn value(item: &DeriveInput) -> TokenStream {
    let ident = &item.ident;
    let (generics, arguments, bounds) = item.generics.split_for_impl();
    let members = members(item, "event").into_iter().chain(members(item, "schema"));
    let asked: Vec<_> = members.filter_map(|member| name_of(&member).cloned()).collect();
    let asks = |name: &str| asked.iter().any(|path| path.is_ident(name));
    let debug = asks("debug").then(|| {
        quote! {
            #[automatically_derived]
            impl #generics ::core::fmt::Debug for #ident #arguments #bounds {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __f.write_str("")
                }
            }
        }
    });
    let serde = (asks("serde") && item.generics.params.is_empty()).then(|| {
        quote! {
            #[automatically_derived]
            impl __event::serde::Serialize for #ident {
                fn serialize<__S: __event::serde::Serializer>(
                    &self,
                    __serializer: __S,
                ) -> __event::Result<__S::Ok, __S::Error> {
                    __serializer.serialize_unit()
                }
            }
            #[automatically_derived]
            impl<'de> __event::serde::Deserialize<'de> for #ident {
                fn deserialize<__D: __event::serde::Deserializer<'de>>(
                    _: __D,
                ) -> __event::Result<Self, __D::Error> {
                    __event::Err(__event::unknown_variant())
                }
            }
        }
    });
    let fields = fields_of_nothing(item);
    let writes_as = item.generics.params.is_empty().then(|| {
        quote! {
            #[automatically_derived]
            impl<const __VERSION: ::core::primitive::u32> __event::WritesAs<__VERSION> for #ident {}
        }
    });
    quote! {
        #fields
        #writes_as
        #[automatically_derived]
        impl #generics __event::Schema for #ident #arguments #bounds {
            const SHAPE: &'static __event::Shape = &__event::Shape::Any;
        }
        #[automatically_derived]
        impl #generics __event::Decode for #ident #arguments #bounds {
            fn decode<'__de, __D: __event::serde::Deserializer<'__de>>(
                _: __D,
                _: __event::Version,
            ) -> __event::Result<Self, __D::Error> {
                __event::Err(__event::unknown_variant())
            }
        }
        #[automatically_derived]
        impl #generics __event::Encode for #ident #arguments #bounds {
            fn encode<__S: __event::serde::Serializer>(
                &self,
                __serializer: __S,
                _: __event::View,
            ) -> __event::Result<__S::Ok, __S::Error> {
                __serializer.serialize_unit()
            }
        }
        #debug
        #serde
    }
}

/// What a struct gives to the enums that hold it, and an enum to the maps that have it as their key.
fn fields_of_nothing(item: &DeriveInput) -> TokenStream {
    let ident = &item.ident;
    let (generics, arguments, bounds) = item.generics.split_for_impl();
    match &item.data {
        Data::Enum(_) => quote! {
            #[automatically_derived]
            impl #generics __event::MapKey for #ident #arguments #bounds {}
            #[automatically_derived]
            impl #generics __event::TextKey for #ident #arguments #bounds {
                fn from_key(_: &::core::primitive::str) -> __event::Option<Self> {
                    __event::None
                }
                fn to_key(&self) -> __event::Option<__event::Text<'_>> {
                    __event::None
                }
            }
        },
        _ => quote! {
            #[automatically_derived]
            impl #generics __event::Fields for #ident #arguments #bounds {
                const FIELDS: &'static [__event::Field] = &[];
                fn read_fields(__from: &mut impl __event::Reading) -> __event::Made<Self> {
                    __event::Err(__from.fail(""))
                }
                fn write_fields(&self, _: &mut impl __event::Writing) -> __event::Done {
                    __event::Ok(())
                }
            }
        },
    }
}

/// What the attributes say of the crate, as far as they can be read.
fn krate(item: &DeriveInput, list: &str) -> Path {
    let path = members(item, list).iter().find_map(|member| match member {
        NestedMeta::Meta(Meta::NameValue(pair)) if pair.path.is_ident("crate") => {
            check::path_of_crate(&pair.value)
        }
        _ => None,
    });
    path.unwrap_or_else(check::default_crate)
}

fn members(item: &DeriveInput, list: &str) -> Vec<NestedMeta> {
    item.attrs
        .iter()
        .filter(|attr| attr.path().is_ident(list))
        .flat_map(|attr| match &attr.meta {
            Meta::List(meta) => list::items_quietly(meta.tokens.clone()),
            _ => Vec::new(),
        })
        .collect()
}
