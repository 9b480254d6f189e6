//! Verdicts compared with those of schema registries' own test suites. Where the two differ, either a
//! payload refutes theirs, or the case is listed here by its place with the reason.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod avro;
mod convert;
mod karapace;
