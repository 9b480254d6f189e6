//! Levels, waivers and `about.toml`: what comes of a finding.

#![allow(missing_docs)]

mod about;
mod judge;
mod level;
