//! The reader and the writer of named fields.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::shape::{json_text, table};
use super::sinks::mask_rule;
use super::{foreign, value_impls};
use crate::model::{Convert, DefaultValue, Field, Fields, Item, Period, Was};
use crate::names::plain;

/// ```text
/// impl __event::Schema for OrderPaid { const SHAPE: ... }
/// impl __event::Decode for OrderPaid { ... }
/// impl __event::Encode for OrderPaid { ... }
/// impl __event::ReadFields for OrderPaid { ... }
/// impl __event::WriteFields for OrderPaid { ... }
/// ```
pub(super) fn of_struct(item: &Item, fields: &Fields) -> TokenStream {
    let ident = &item.ident;
    let name = plain(ident);
    let table = table(item, &name, &item.docs, fields);
    let read = read(fields, item.closed, &quote!(#ident));
    let write = write(fields, &|member| quote!(&self.#member));
    let value = value_impls(
        item,
        &quote!(__event::Shape::Struct(&#table)),
        &quote!(__event::read_struct::<Self, __D>(__deserializer, __at)),
        &quote!(__event::write_struct(self, __serializer, __view)),
    );
    quote! {
        #value
        #[automatically_derived]
        impl __event::ReadFields for #ident {
            type Value = Self;
            #read
        }
        #[automatically_derived]
        impl __event::WriteFields for #ident {
            #write
        }
    }
}

/// ```text
/// fn read_fields(map, at) {
///     let mut __field_amount = None;
///     while let Some(__name) = __event::next_name(__map)? {
///         match __name.as_str() {
///             "total" if __at.until(1) => <Decimal as Schema>::read_into(&mut __field_amount, ...)?,
///             "amount" if __at.since(2) => <Decimal as Schema>::read_into(&mut __field_amount, ...)?,
///             _ => __event::skip_field(__map)?,
///         }
///     }
///     Ok(OrderPaid { amount: <Decimal as Schema>::or_absent(__field_amount)? })
/// }
/// ```
pub(super) fn read(fields: &Fields, closed: bool, construct: &TokenStream) -> TokenStream {
    let removed: Vec<_> =
        (0..fields.removed.len()).map(|at| format_ident!("__removed_{at}")).collect();
    let slots = fields.fields.iter().map(slot).chain(removed.iter().cloned());
    let arms =
        fields.fields.iter().flat_map(|field| field.periods.iter().map(|one| arm(field, one)));
    let removed_arms = fields.removed.iter().zip(&removed).map(|(one, slot)| {
        let (name, ty) = (&one.name, &one.ty);
        let guard = guard(one.since, Some(one.until));
        quote! {
            #name #guard => <#ty as __event::Schema>::read_into(&mut #slot, __map, __event::NEWEST)?,
        }
    });
    let removed_checks = fields.removed.iter().zip(&removed).map(|(one, slot)| {
        let (ty, since, until) = (&one.ty, one.since, one.until);
        quote! {
            if __at.since(#since) && __at.until(#until) {
                <#ty as __event::Schema>::or_absent::<__A::Error>(#slot)?;
            }
        }
    });
    let rest = if closed { quote!(refuse_field) } else { quote!(skip_field) };
    let values = fields.fields.iter().map(|field| {
        let (member, value) = (&field.member, finish(field));
        quote!(#member: #value)
    });
    quote! {
        fn read_fields<'de, __A: __event::serde::de::MapAccess<'de>>(
            __map: &mut __A,
            __at: __event::Version,
        ) -> ::core::result::Result<Self::Value, __A::Error> {
            #(let mut #slots = ::core::option::Option::None;)*
            while let ::core::option::Option::Some(__name) = __event::next_name(__map)? {
                match __name.as_str() {
                    #(#arms)*
                    #(#removed_arms)*
                    _ => __event::#rest(__map)?,
                }
            }
            #(#removed_checks)*
            ::core::result::Result::Ok(#construct { #(#values),* })
        }
    }
}

fn slot(field: &Field) -> Ident {
    format_ident!("__field_{}", plain(&field.member))
}

/// `"total" | "sum" if __at.until(1) => ...,`
fn arm(field: &Field, period: &Period) -> TokenStream {
    let name = &period.name;
    let aliases = field.aliases.iter().filter(|_| period.until.is_none());
    let guard = guard(period.since, period.until);
    let read = read_value(field, period);
    quote!(#name #(| #aliases)* #guard => #read,)
}

fn guard(since: u32, until: Option<u32>) -> Option<TokenStream> {
    match (since, until) {
        (0 | 1, None) => None,
        (0 | 1, Some(until)) => Some(quote!(if __at.until(#until))),
        (since, None) => Some(quote!(if __at.since(#since))),
        (since, Some(until)) => Some(quote!(if __at.since(#since) && __at.until(#until))),
    }
}

fn read_value(field: &Field, period: &Period) -> TokenStream {
    let (slot, ty) = (slot(field), &field.ty);
    match (&period.was, &field.foreign) {
        (Some(was), _) => {
            let old = &was.ty;
            let value = quote!(<#old as __event::Schema>::read(__map, __event::NEWEST)?);
            let converted = convert(ty, was, &value, &period.name);
            quote!(__event::fill(&mut #slot, #converted)?)
        }
        (None, Some(foreign)) => {
            let read = foreign::read(ty, foreign, &period.name);
            quote!(__event::fill(&mut #slot, #read)?)
        }
        (None, None) => {
            quote!(<#ty as __event::Schema>::read_into(&mut #slot, __map, __event::NEWEST)?)
        }
    }
}

/// A function that takes something else is underlined where it is named.
fn convert(ty: &Type, was: &Was, value: &TokenStream, name: &str) -> TokenStream {
    let old = &was.ty;
    match &was.convert {
        Convert::With(path) => {
            quote!({ let __convert: fn(#old) -> #ty = #path; __convert(#value) })
        }
        Convert::TryWith(path) => {
            // An error without `Display` is underlined there too.
            let span = path.span().resolved_at(Span::call_site());
            let converted = quote_spanned!(span=> __event::converted(__convert(#value), #name)?);
            quote!({
                let __convert: fn(#old) -> ::core::result::Result<#ty, _> = #path;
                #converted
            })
        }
    }
}

/// The value of a field after all of the object was read.
///
/// ```text
/// match __field_currency {
///     Some(__value) => __value,
///     None if __at.until(1) => Currency::Eur,
///     None => <Currency as Schema>::or_absent(None)?,
/// }
/// ```
fn finish(field: &Field) -> TokenStream {
    let (slot, ty) = (slot(field), &field.ty);
    let mut earlier = Vec::new();
    if let (Some(before), Some(first)) = (&field.before, field.periods.first()) {
        let (until, value) = (first.since - 1, default_value(ty, before));
        earlier.push(quote!(::core::option::Option::None if __at.until(#until) => #value,));
    } else if let Some(first) =
        field.periods.first().filter(|first| first.since > 1 && first.was.is_some())
    {
        let until = first.since - 1;
        let absent = quote!(<#ty as __event::Schema>::or_absent(::core::option::Option::None)?);
        earlier.push(quote!(::core::option::Option::None if __at.until(#until) => #absent,));
    }
    for period in &field.periods {
        if let (Some(was), Some(until)) = (&period.was, period.until) {
            let old = &was.ty;
            let absent =
                quote!(<#old as __event::Schema>::or_absent(::core::option::Option::None)?);
            let value = convert(ty, was, &absent, &period.name);
            earlier.push(quote!(::core::option::Option::None if __at.until(#until) => #value,));
        }
    }
    let plain = earlier.is_empty() && field.default.is_none();
    let rest = if plain { quote!(#slot) } else { quote!(::core::option::Option::None) };
    let last = match (&field.default, &field.foreign) {
        (Some(default), _) => default_value(ty, default),
        (None, Some(foreign)) => foreign::or_absent(ty, foreign, &rest),
        (None, None) => quote!(<#ty as __event::Schema>::or_absent(#rest)?),
    };
    if plain {
        return last;
    }
    quote! {
        match #slot {
            ::core::option::Option::Some(__value) => __value,
            #(#earlier)*
            ::core::option::Option::None => #last,
        }
    }
}

/// What stands in for an absent field.
pub(super) fn default_value(ty: &Type, default: &DefaultValue) -> TokenStream {
    match default {
        DefaultValue::Trait(span) => {
            let span = span.resolved_at(Span::call_site());
            quote_spanned!(span=> <#ty as ::core::default::Default>::default())
        }
        DefaultValue::Text(text) => {
            let json = json_text(&text.value());
            quote!(__event::default_from_json::<#ty, _>(#json)?)
        }
        // Twice the same words, here and in the table, so that a wrong type is one error.
        DefaultValue::Expression(expression) => {
            quote!({ let __default: #ty = #expression; __default })
        }
        DefaultValue::Function(path) => quote!({ let __default: #ty = #path(); __default }),
    }
}

/// ```text
/// fn write_fields(&self, map, view) {
///     <Uuid as Schema>::write(&self.order_id, __map, "order_id", __view)?;
///     Ok(())
/// }
/// ```
pub(super) fn write(fields: &Fields, reference: &dyn Fn(&Ident) -> TokenStream) -> TokenStream {
    let writes = fields.fields.iter().map(|field| write_value(field, &reference(&field.member)));
    quote! {
        fn write_fields<__M: __event::serde::ser::SerializeMap>(
            &self,
            __map: &mut __M,
            __view: __event::View,
        ) -> ::core::result::Result<(), __M::Error> {
            #(#writes)*
            ::core::result::Result::Ok(())
        }
    }
}

/// The write of one field; `value` is a reference to it.
pub(super) fn write_value(field: &Field, value: &TokenStream) -> TokenStream {
    let ty = &field.ty;
    let name = field.periods.last().map(|period| period.name.as_str()).unwrap_or_default();
    let write = match (&field.foreign, &field.masked) {
        (Some(foreign), _) => foreign::write(ty, foreign, name, value),
        (None, Some(mask)) => {
            let rule = mask_rule(ty, mask);
            quote!(<#ty as __event::Schema>::write_masked(#value, __map, #name, __view, #rule)?;)
        }
        (None, None) => quote!(<#ty as __event::Schema>::write(#value, __map, #name, __view)?;),
    };
    match &field.skip_if {
        Some(skip) => {
            let predicate = &skip.predicate;
            quote!(if !#predicate(#value) { #write })
        }
        None => write,
    }
}
