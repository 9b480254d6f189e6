//! Every supported type at its extremes: the literal JSON of it, what else is read, what is refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

#[macro_use]
mod support;

mod containers;
mod numbers;
mod structs;
mod text;
mod times;
