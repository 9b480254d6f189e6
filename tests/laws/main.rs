//! What holds for every event and every record, tried on many.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

mod any_bytes;
mod bytes;
mod damage;
mod events;
#[macro_use]
mod law;
mod mutate;
#[path = "../../examples/orders/src/lib.rs"]
mod orders;
mod rules;
mod seeds;
#[path = "../shop/mod.rs"]
mod shop;
mod strategies;
mod tree;
mod types;

use proptest::strategy::{BoxedStrategy, Strategy};
use versioned_events::{DecodeError, Envelope, EventSet, diagnose};

/// `diagnose` is empty exactly for what is read, and else starts with the same error.
fn diagnosed<S: EventSet>(bytes: &[u8]) -> Result<Envelope<S>, DecodeError> {
    let result = Envelope::<S>::from_json(bytes);
    let problems = diagnose::<S>(bytes);
    let text = String::from_utf8_lossy(bytes);
    assert_eq!(problems.first(), result.as_ref().err(), "{text}");
    assert!(problems.len() <= 20);
    result
}

impl law::Tried for events::OrderPaid {
    type Set = events::Shop;

    fn any() -> BoxedStrategy<Self> {
        strategies::order_paid().boxed()
    }

    fn masked(&self) -> Self {
        self.masked()
    }

    fn in_set(self) -> Self::Set {
        events::Shop::Paid(self)
    }
}

try_laws!(events::OrderPaid);
