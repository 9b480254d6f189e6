//! That witnesses are witnesses, that there is one wherever something breaks, and that readers read
//! what the schemas say.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

mod contracts;
mod edits;
mod pairs;
mod schemas;
mod speed;
mod valid;
