//! What breaks between two contracts, for whom, and a payload that proves it.

#![warn(unreachable_pub)] // `pub` means public

pub mod about;
mod beside;
mod beyond_json;
mod compare;
mod counterpart;
mod cuts;
mod difference;
mod directed;
mod draw;
mod dropped;
mod finding;
mod history;
mod hybrid;
mod json;
mod judge;
mod key;
mod leaf;
mod level;
mod making;
mod nearest;
mod place;
mod reader;
mod report;
mod rule;
pub mod rules;
mod sample;
mod seen;
mod shrink;
mod size;
mod sizes;
mod strict;
mod sunset;
mod tables;
mod text;
mod unannounced;
mod value_rules;
mod who;
mod witness;
mod writer;

pub use beside::Problem;
pub use compare::compare;
pub use difference::{Change, Difference, Inside, InsideKind, differences};
pub use draw::{Random, draw, draws};
pub use finding::{Break, Finding, Standing};
pub use history::History;
pub use judge::{Judgement, judge, review};
pub use level::{Level, UnknownLevel};
pub use reader::{Audience, Reading, Refusal};
pub use report::{Line, Report, Role};
pub use rule::{Found, Rule, Severity};
pub use sample::samples;
pub use unannounced::unannounced;
pub use who::{Direction, Who};
pub use witness::{Witness, witnesses};
