//! What breaks between two contracts, for whom, and a payload that proves it.

#![warn(unreachable_pub)] // `pub` means public

mod difference;
mod history;
mod hybrid;
mod level;
mod nearest;
mod place;
mod rule;
pub mod rules;
mod rust_type;
mod size;
mod stub;
mod sunset;
mod who;

pub use difference::{Change, Difference, Inside, InsideKind, differences};
pub use history::History;
pub use level::{Level, UnknownLevel};
pub use rule::{Found, Rule, Severity};
pub use stub::{Audience, Witness, samples, witnesses};
pub use who::{Direction, Who};
