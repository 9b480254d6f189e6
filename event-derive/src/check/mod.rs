//! From what is written to what is meant: the rules, one function each.

mod bounds;
mod event;
mod field;
mod holds;
mod item;
mod key;
mod pattern;
mod places;
mod rules;
mod schema;
mod serde;
mod set;
mod step;
mod versions;

pub(crate) use event::event;
pub(crate) use item::{default_crate, path_of_crate};
pub(crate) use schema::{is_event, schema};
pub(crate) use set::event_set;
