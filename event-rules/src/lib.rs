//! What breaks between two contracts, for whom, and a payload that proves it.

#![warn(unreachable_pub)] // `pub` means public

mod difference;
mod draw;
mod history;
mod hybrid;
mod key;
mod leaf;
mod level;
mod nearest;
mod place;
mod reader;
mod rule;
pub mod rules;
mod rust_type;
mod sample;
mod seen;
mod size;
mod strict;
mod sunset;
mod text;
mod value_rules;
mod who;
mod witness;
mod writer;

pub use difference::{Change, Difference, Inside, InsideKind, differences};
pub use draw::{Random, draw};
pub use history::History;
pub use level::{Level, UnknownLevel};
pub use reader::{Audience, Reading, Refusal};
pub use rule::{Found, Rule, Severity};
pub use sample::samples;
pub use who::{Direction, Who};
pub use witness::{Witness, witnesses};
