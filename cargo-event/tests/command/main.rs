//! `cargo event` as people run it: the real program, in real workspaces with real repositories.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod accept;
mod check;
mod explain;
mod flow;
mod history;
mod platforms;
mod refused;
mod samples;
mod shop;
mod shown;
mod unseen;
mod verify;
mod workspaces;
