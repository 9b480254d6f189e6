//! Fields of foreign types: serde reads and writes them, through a module of the user's if named.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use crate::model::Foreign;

/// The value of the next field; with a module, through a type that calls it.
pub(super) fn read(ty: &Type, foreign: &Foreign, name: &str) -> TokenStream {
    match reader(ty, foreign) {
        None => quote!(__in.foreign::<#ty>(#name)?),
        Some(reader) => quote!({
            #reader
            __in.foreign::<__With>(#name)?.0
        }),
    }
}

/// The value of an absent field: what the type makes of null, if its schema may be absent.
pub(super) fn or_absent(ty: &Type, foreign: &Foreign, slot: &TokenStream) -> TokenStream {
    let schema = &foreign.schema;
    let shape = quote!(<#schema as __event::Schema>::SHAPE);
    match reader(ty, foreign) {
        None => quote!(__event::foreign_or_absent::<#ty>(#slot, #shape)?),
        Some(reader) => quote!({
            #reader
            __event::foreign_or_absent::<__With>(#slot.map(__With), #shape)?.0
        }),
    }
}

/// ```text
/// struct __With(Url);
/// impl<'de> Deserialize<'de> for __With { ... module::deserialize(...).map(__With) }
/// ```
fn reader(ty: &Type, foreign: &Foreign) -> Option<TokenStream> {
    let module = foreign.with.as_ref()?;
    Some(quote! {
        struct __With(#ty);
        impl<'__de> __event::serde::Deserialize<'__de> for __With {
            fn deserialize<__D: __event::serde::Deserializer<'__de>>(
                __deserializer: __D,
            ) -> __event::Result<Self, __D::Error> {
                #module::deserialize(__deserializer).map(__With)
            }
        }
    })
}

/// Left out when it is `None` and its schema says that it may be absent.
pub(super) fn write(ty: &Type, foreign: &Foreign, name: &str, value: &TokenStream) -> TokenStream {
    let schema = &foreign.schema;
    let write = write_present(ty, foreign, name, value);
    quote! {{
        #[allow(unused_imports, reason = "an `Option` has the method itself")]
        use __event::NeverAbsent as _;
        if !<#schema as __event::Schema>::SHAPE.is_optional() || !__event::Foreign(#value).is_absent() {
            #write
        } else {
            __event::Ok(())
        }
    }}
}

/// Left out of a version that does not have it, if it is `None` and nothing else stands in.
pub(super) fn drop(
    foreign: &Foreign,
    reads_as_none: bool,
    name: &str,
    value: &TokenStream,
) -> TokenStream {
    let schema = &foreign.schema;
    quote! {{
        #[allow(unused_imports, reason = "an `Option` has the method itself")]
        use __event::NeverAbsent as _;
        let __optional = #reads_as_none && <#schema as __event::Schema>::SHAPE.is_optional();
        __event::drop_absent(__optional && __event::Foreign(#value).is_absent(), #name, __to)?;
    }}
}

fn write_present(ty: &Type, foreign: &Foreign, name: &str, value: &TokenStream) -> TokenStream {
    let Some(module) = &foreign.with else {
        return quote!(__to.entry(#name, #value));
    };
    quote! {{
        struct __With<'a>(&'a #ty);
        impl __event::serde::Serialize for __With<'_> {
            fn serialize<__S: __event::serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> __event::Result<__S::Ok, __S::Error> {
                #module::serialize(self.0, __serializer)
            }
        }
        __to.entry(#name, &__With(#value))
    }}
}
