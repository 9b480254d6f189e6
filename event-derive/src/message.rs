//! Every sentence that this crate can say. Function, ui file and anchor in the docs share one name.
//!
//! First line: what is wrong. `help:` lines: one action each, with the text to type.

mod attribute;
mod contract;
mod event;
mod history;
mod item;
mod step;
mod value;

use std::fmt;

pub(crate) use self::{
    attribute::*, contract::*, event::*, history::*, item::*, step::*, value::*,
};
use crate::names::nearest;

/// What is wrong, and what to do about it.
#[derive(Debug)]
pub(crate) struct Message(String);

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Message {
    fn new(what: impl fmt::Display) -> Self {
        Self(what.to_string())
    }

    fn help(mut self, action: impl fmt::Display) -> Self {
        self.0.push_str(&format!("\nhelp: {action}"));
        self
    }

    fn note(mut self, reason: impl fmt::Display) -> Self {
        self.0.push_str(&format!("\nnote: {reason}"));
        self
    }

    /// The nearest known name within two edits, else all of them: `known are ...`.
    fn nearest(self, name: &str, are: &str, known: &[&str]) -> Self {
        match nearest(name, known) {
            Some(near) => self.help(format_args!("did you mean `{near}`?")),
            None if known.is_empty() => self.help("take it out"),
            None => {
                let names: Vec<_> = known.iter().map(|name| format!("`{name}`")).collect();
                self.help(format_args!("{are} {}", names.join(", ")))
            }
        }
    }
}
