//! `impl EventSet`: one match for each way in and out.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{quote, quote_spanned};

use super::assert::{ends, rule};
use super::scope;
use crate::model::EventSet;
use crate::names::plain;

/// ```text
/// impl __event::EventSet for ShopEvent {
///     const EVENTS: &'static [&'static __event::EventSchema] = &[<OrderPaid as __event::Event>::SCHEMA];
///     ...
/// }
/// const TYPE_AND_VERSION_ARE_UNIQUE: () = { ... };
/// ```
pub(crate) fn event_set(set: &EventSet) -> TokenStream {
    let ident = &set.ident;
    let variants: Vec<_> = set.events.iter().map(|(variant, _)| variant).collect();
    let types: Vec<_> = set.events.iter().map(|(_, ty)| ty).collect();
    let indices: Vec<_> = (0..types.len()).collect();
    let other = set.other.as_ref().map(|(variant, ty)| Other {
        constants: quote!(
            const KEEPS_UNKNOWN: ::core::primitive::bool = true;
        ),
        from_raw: quote! {
            fn from_raw(__raw: __event::RawEvent) -> __event::Result<Self, __event::RawEvent> {
                __event::Ok(Self::#variant(<#ty as __event::HoldsRaw>::from_raw(__raw)))
            }
        },
        encode: quote!(Self::#variant(__raw) => {
            __event::RawEvent::write(<#ty as __event::HoldsRaw>::as_raw(__raw), __serializer)
        }),
        describe: quote!(Self::#variant(__raw) => {
            __event::Described::Raw(<#ty as __event::HoldsRaw>::as_raw(__raw))
        }),
        key: quote!(Self::#variant(_) => __event::None,),
    });
    let Other { constants, from_raw, encode, describe, key } = other.unwrap_or_default();
    let unique = unique(set);
    let parts = quote! {
        #[automatically_derived]
        impl __event::EventSet for #ident {
            const EVENTS: &'static [&'static __event::EventSchema] =
                &[#(<#types as __event::Event>::SCHEMA),*];
            #constants
            fn decode_event<'de, __D: __event::serde::Deserializer<'de>>(
                __index: ::core::primitive::usize,
                __deserializer: __D,
                __at: __event::Version,
            ) -> __event::Result<Self, __D::Error> {
                match __index {
                    #(#indices => <#types as __event::Event>::read_event(__deserializer, __at)
                        .map(Self::#variants),)*
                    _ => __event::Err(__event::unknown_variant()),
                }
            }
            fn encode_event<__S: __event::serde::Serializer>(
                &self,
                __serializer: __S,
                __view: __event::View,
            ) -> __event::Result<__S::Ok, __S::Error> {
                match self {
                    #(Self::#variants(__event) => {
                        <#types as __event::Event>::write_event(__event, __serializer, __view)
                    })*
                    #encode
                }
            }
            fn describe_event(&self) -> __event::Described<'_> {
                match self {
                    #(Self::#variants(_) => {
                        __event::Described::Known(<#types as __event::Event>::SCHEMA)
                    })*
                    #describe
                }
            }
            fn record_key(&self) -> __event::Option<__event::RecordKey<'_>> {
                match self {
                    #(Self::#variants(__event) => <#types as __event::Event>::key(__event),)*
                    #key
                }
            }
            #from_raw
        }
        #unique
    };
    scope(&set.krate, &parts)
}

/// What a variant for unknown events adds.
#[derive(Default)]
struct Other {
    constants: TokenStream,
    from_raw: TokenStream,
    encode: TokenStream,
    describe: TokenStream,
    key: TokenStream,
}

/// One check a variant: the second of two is underlined, and all such pairs are shown in one run.
fn unique(set: &EventSet) -> TokenStream {
    let ident = &set.ident;
    let names: Vec<_> = set.events.iter().map(|(variant, _)| plain(variant)).collect();
    let checks = set.events.iter().enumerate().skip(1).map(|(index, (_, ty))| {
        let (first, last) = ends(ty);
        let events = quote!(<#ident as __event::EventSet>::EVENTS, __VARIANTS, #index);
        let mut events = Group::new(Delimiter::Parenthesis, events);
        events.set_span(last);
        let call = quote_spanned!(first=> __event::refuse_repeated #events;);
        rule("TYPE_AND_VERSION_ARE_UNIQUE", &call)
    });
    quote! {
        #[allow(dead_code)]
        const __VARIANTS: &[&::core::primitive::str] = &[#(#names),*];
        #(#checks)*
    }
}
