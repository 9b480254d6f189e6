//! What breaks between two contracts, for whom, and a payload that proves it.

#![warn(unreachable_pub)] // `pub` means public

mod counterpart;
mod directed;
mod draw;
mod key;
mod leaf;
mod making;
mod reader;
mod sample;
mod seen;
mod shrink;
mod sizes;
mod strict;
mod text;
mod value_rules;
mod witness;
mod writer;

pub use draw::{Random, draw, draws};
pub use reader::{Audience, Reading, Refusal};
pub use sample::samples;
pub use witness::{Witness, witnesses};
