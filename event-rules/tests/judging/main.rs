//! Levels, waivers and `about.toml`: what comes of a finding.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod about;
mod blamed;
mod judge;
mod level;
