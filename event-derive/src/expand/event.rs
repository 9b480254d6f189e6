//! `impl Event`: the schema and the key.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::fields::number;
use super::shape::deprecated_call;
use super::{assert, fields, rules, scope, sinks, step, writes_as};
use crate::model::{Event, KeyPath};

/// ```text
/// impl __event::Event for OrderPaid {
///     const SCHEMA: __event::Known =
///         &__event::schema::<Self>("order.paid", 2).key(&["order_id"]).source("shop/billing");
///     fn key(&self) -> __event::Option<__event::RecordKey<'_>> {
///         __event::key(<Uuid as __event::Key>::part(&self.order_id))
///     }
/// }
/// ```
pub(crate) fn event(event: &Event) -> TokenStream {
    let Event { item, event_type, fields, .. } = event;
    let (ident, version) = (&item.ident, number(item.version));
    let aliases = (!event.aliases.is_empty()).then(|| {
        let aliases = &event.aliases;
        quote!(.aliases(&[#(#aliases),*]))
    });
    let key_paths = (!event.key.is_empty()).then(|| {
        let paths = event.key.iter().map(KeyPath::plain);
        quote!(.key(&[#(#paths),*]))
    });
    let source = event.source.as_ref().map(|source| quote!(.source(#source)));
    let topic = event.topic.as_ref().map(|topic| quote!(.topic(#topic)));
    let newer = event.tolerates_newer.then(|| quote!(.tolerates_newer()));
    let deprecated = deprecated_call(item.deprecated.as_ref());
    let history = step::schema_calls(event);
    let value = match &event.step {
        Some(step) => step::value(event, step),
        None => fields::of_struct(item, event.oldest, fields),
    };
    let constant = event.step.as_ref().map(|_| step::version(event));
    let key = key(&event.key);
    let writes_as = writes_as::of_event(event);
    let sinks = sinks::of_struct(item, fields);
    let field_checks = assert::fields(item, fields);
    let validated = rules::checks(event);
    let key_checks = event.key.iter().map(assert::key_is_unmasked);
    let parts = quote! {
        #[automatically_derived]
        impl __event::Event for #ident {
            const SCHEMA: __event::Known =
                &__event::schema::<Self>(#event_type, #version)
                    #key_paths #source #aliases #topic #newer #history #deprecated;
            #constant
            fn key(&self) -> __event::Option<__event::RecordKey<'_>> {
                #key
            }
            #validated
        }
        #value
        #writes_as
        #sinks
        #field_checks
        #(#key_checks)*
    };
    scope(&item.krate, &parts)
}

fn key(paths: &[KeyPath]) -> TokenStream {
    let mut parts = paths.iter().map(key_part);
    let Some(first) = parts.next() else { return quote!(__event::None) };
    let mut rest = parts.peekable();
    match rest.peek() {
        None => quote!(__event::key(#first)),
        Some(_) => quote!(__event::Some(__event::RecordKey::new(#first) #(.and(#rest))*)),
    }
}

/// The part that one path names. What is no key is underlined where its type is known: at the field,
/// or at the path.
fn key_part(path: &KeyPath) -> TokenStream {
    let KeyPath { written, members, first_type } = path;
    match members.len() {
        1 => quote!(<#first_type as __event::Key>::part(&self #(.#members)*)),
        _ => {
            // As written by the macro, or rustc lints it as the user's own path.
            let span = written.span().resolved_at(Span::call_site());
            quote_spanned!(span=> __event::Key::part(&self #(.#members)*))
        }
    }
}
