//! The derives of `versioned-events`: `Event`, `Schema` and `EventSet`.
//!
//! Depend on `versioned-events`, which re-exports them beside their traits. Every attribute is
//! explained in `docs/attributes.md`.

#![warn(unreachable_pub)] // `pub` means public

mod check;
mod contract;
mod errors;
mod expand;
mod facade;
mod fallback;
#[cfg(test)]
mod golden;
mod history;
mod input;
mod list;
mod message;
mod model;
mod names;
mod rule;
mod value;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Makes a struct an event: envelope, key, decoding of every version, schema.
///
/// ```
/// use uuid::Uuid;
/// use versioned_events::Event;
///
/// /// An order was paid in full.
/// #[derive(Event)]
/// #[event(type = "order.paid", version = 2, key = "order_id")]
/// struct OrderPaid {
///     order_id: Uuid,
///     #[field(since = 2, default = "EUR")]
///     currency: String,
/// }
/// ```
#[proc_macro_derive(Event, attributes(event, field, schema, serde))]
pub fn derive_event(tokens: TokenStream) -> TokenStream {
    let item = parse_macro_input!(tokens as DeriveInput);
    match check::event(&item) {
        Ok(event) => {
            let mut code = expand::event(&event);
            code.extend(contract::beside(&event));
            code
        }
        Err(errors) => fallback::event(&item, errors),
    }
    .into()
}

/// Makes a struct or an enum a type that events can hold.
///
/// ```
/// use versioned_events::Schema;
///
/// #[derive(Schema)]
/// #[schema(tag = "kind", rename_all = "snake_case")]
/// enum PaymentMethod {
///     Cash,
///     Card { #[field(masked(last = 4))] number: String },
/// }
/// ```
#[proc_macro_derive(Schema, attributes(schema, field, event, serde))]
pub fn derive_schema(tokens: TokenStream) -> TokenStream {
    let item = parse_macro_input!(tokens as DeriveInput);
    match check::schema(&item) {
        Ok(schema) => expand::schema(&schema),
        Err(errors) => fallback::schema(&item, errors),
    }
    .into()
}

/// Makes an enum of events the set that a consumer understands.
///
/// ```
/// use versioned_events::{Event, EventSet, RawEvent};
///
/// #[derive(Event)]
/// #[event(type = "user.created", version = 1, key = "id")]
/// struct UserCreated { id: u64 }
///
/// #[derive(Event)]
/// #[event(type = "order.paid", version = 1, key = "id")]
/// struct OrderPaid { id: u64 }
///
/// #[derive(EventSet)]
/// enum ShopEvent {
///     UserCreated(UserCreated),
///     OrderPaid(OrderPaid),
///     #[event(other)]
///     Unknown(RawEvent),
/// }
/// ```
#[proc_macro_derive(EventSet, attributes(event, field, schema))]
pub fn derive_event_set(tokens: TokenStream) -> TokenStream {
    let item = parse_macro_input!(tokens as DeriveInput);
    match check::event_set(&item) {
        Ok(set) => expand::event_set(&set),
        Err(errors) => fallback::event_set(&item, errors),
    }
    .into()
}
