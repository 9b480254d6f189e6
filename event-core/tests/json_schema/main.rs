//! JSON Schema made from the const tables, held against the decoder and against an independent
//! validator.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod document;
mod enums;
mod envelope;
mod leaves;
mod payment;
mod structs;
mod support;
mod values;
mod written;
