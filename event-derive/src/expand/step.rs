//! The step from an earlier event: what is before `oldest` is read as that event, and converted.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::assert::{ends, panic, rule};
use super::fields::{call_back, impl_of_struct, number, struct_macro};
use super::reader_and_writer;
use crate::message;
use crate::model::{Event, Step};
use crate::names::plain;
use crate::value::text_of;

/// `.oldest(3).earlier(...)`
///
/// The schema of the earlier event is asked for only if its version fits: two events that come from
/// each other are refused in our words, and not as a cycle of constants.
pub(super) fn schema_calls(event: &Event) -> TokenStream {
    let oldest = number(event.oldest);
    let oldest_call = (event.oldest > 1).then(|| quote!(.oldest(#oldest)));
    let earlier_call = event.step.as_ref().map(|Step { earlier, .. }| {
        let before = number(event.oldest - 1);
        quote! {
            .earlier(<
                __event::StepFits<{ <#earlier as __event::Event>::VERSION == #before }>
                    as __event::Before<#earlier>
            >::SCHEMA)
        }
    });
    quote!(#oldest_call #earlier_call)
}

/// The version as a number, which nobody has to ask the schema for.
pub(super) fn version(event: &Event) -> TokenStream {
    let version = number(event.item.version);
    quote!(const VERSION: ::core::primitive::u32 = #version;)
}

/// ```text
/// if __at.until(2) {
///     let __earlier = <OrderPaidV2 as __event::Event>::read_event(__deserializer, __at)?;
///     return __event::Step::<OrderPaidV2, Self>::new(__earlier).upcast();
/// }
/// __event::read_struct::<Self, Self, __D>(__deserializer, __at)
/// ```
pub(super) fn value(event: &Event, step: &Step) -> TokenStream {
    let Event { item, fields, oldest, .. } = event;
    let (earlier, before) = (&step.earlier, number(oldest - 1));
    let upcast = if step.is_fallible { quote!(try_upcast) } else { quote!(upcast) };
    let read = quote! {
        if __at.until(#before) {
            #[allow(unused_imports, reason = "where there is a way, the step has the method itself")]
            use __event::Nowhere as _;
            let __earlier = <#earlier as __event::Event>::read_event(__deserializer, __at)?;
            return __event::Step::<#earlier, Self>::new(__earlier).#upcast();
        }
        __event::read_struct::<Self, Self, __D>(__deserializer, __at)
    };
    let again =
        if step.is_fallible { quote!(try_upcast_to_write) } else { quote!(upcast_to_write) };
    let write_before = match &step.back {
        None => quote!(return __event::no_step_back(__serializer);),
        Some(back) => {
            let ident = &item.ident;
            let reference: Type = syn::parse_quote!(&#ident);
            let earlier_value = call_back(back, &reference, &quote!(#earlier), &quote!(self));
            // Unless it may be lossy, what is written has to become today's event again.
            let check = (!step.is_lossy).then(|| {
                quote! {
                    #[allow(unused_imports, reason = "where there is a way, the step has the method itself")]
                    use __event::Nowhere as _;
                    let __step = __event::Step::<#earlier, Self>::new(#earlier_value);
                    __event::same_again::<Self, __S::Error>(self, &__step.#again()?)?;
                }
            });
            quote! {
                #check
                return __event::write_earlier(&#earlier_value, __serializer, __view);
            }
        }
    };
    let write = quote! {
        if __view.until(#before) {
            #write_before
        }
        __event::write_struct::<Self, Self, __S>(self, __serializer, __view)
    };
    let fields = impl_of_struct(item, fields);
    let shape = struct_macro(item, *oldest, &quote!(struct_shape));
    let how = reader_and_writer(item, &read, &write);
    let checks = checks(event, step);
    quote!(#fields #shape #how #checks)
}

fn checks(event: &Event, step: &Step) -> TokenStream {
    let (ident, earlier) = (&event.item.ident, &step.earlier);
    let (event_type, oldest) = (&event.event_type, number(event.oldest));
    let (item, name) = (plain(ident), text_of(earlier));
    let fits = {
        let (first, last) = ends(earlier);
        let mut arguments = proc_macro2::Group::new(
            proc_macro2::Delimiter::Parenthesis,
            quote!(<#earlier as __event::Event>::SCHEMA, #name, #item, #event_type, #oldest),
        );
        arguments.set_span(last);
        let call = quote::quote_spanned!(first=> __event::refuse_wrong_step);
        rule("VERSIONS_GO_UP_BY_ONE", &quote!(#call #arguments;))
    };
    let (way, message) = match step.is_fallible {
        false => (quote!(FROM), message::step_without_from(&name, &item)),
        true => (quote!(TRY_FROM), message::step_without_try_from(&name, &item)),
    };
    let panic = panic(earlier, &message);
    let way = rule(
        "STEPS_HAVE_A_WAY",
        &quote! {
            #[allow(unused_imports)]
            use __event::NoWay as _;
            if !__event::Way::<#earlier, #ident>::#way { #panic }
        },
    );
    quote!(#fits #way)
}
