//! The properties that the fuzz targets try. They live with the tests, which try them as well.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a property that does not hold is a panic"
)]

#[path = "../../tests/laws/bytes/mod.rs"]
pub mod bytes;
#[path = "../../tests/laws/events.rs"]
mod events;
#[path = "../../examples/orders/events.rs"]
mod orders;
#[path = "../../tests/shop/mod.rs"]
mod shop;
