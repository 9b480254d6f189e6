//! What breaks between two contracts, for whom, and a payload that proves it.

#![warn(unreachable_pub)] // `pub` means public

mod draw;
mod reader;
mod sample;
mod witness;

pub use draw::{Random, draw};
pub use reader::{Audience, Reading, Refusal};
pub use sample::samples;
pub use witness::{Witness, witnesses};
