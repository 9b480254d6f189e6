//! Histories in depth: nested types with versions of their own, steps between types, and the way back.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod downcast;
mod nested;
mod readers;
mod steps;
mod support;
mod variants;
