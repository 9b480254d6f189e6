//! `contracts/about.toml`: defaults, sets, and event types that are gone for good.

use std::collections::BTreeMap;

use super::read::{compatibility, judged_by};
use super::table::{AboutError, File, Table};
use crate::Audience;
use crate::level::Level;

/// What the `about.toml` at the top says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopAbout {
    /// The team that answers for events that name no other.
    pub owner: Option<String>,
    /// What has to stay readable of events that say nothing else.
    pub compatibility: Option<Level>,
    /// Whose readers count where nothing else is said.
    pub judged_by: Option<Vec<Audience>>,
    /// Event types that must never come back.
    pub retired: Vec<String>,
    /// Sets of event types that are read together.
    pub sets: BTreeMap<String, Set>,
}

/// Event types that are read together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set {
    /// The line of the file that it begins in.
    pub line: usize,
    /// The event types.
    pub types: Vec<String>,
    /// What has to stay readable of each of them.
    pub compatibility: Option<Level>,
}

impl TopAbout {
    /// Reads the text of the `about.toml` at the top.
    ///
    /// # Errors
    /// Everything that is wrong in it, each with its line and what to write.
    pub fn from_text(text: &str) -> Result<Self, Vec<AboutError>> {
        let file = File::new(text);
        let mut about = Self::default();
        if let Some(table) = file.parse() {
            about = read(&Table::new(&file, table.get_ref(), table.span()));
        }
        file.finish(about)
    }
}

fn read(table: &Table<'_, '_>) -> TopAbout {
    let about = TopAbout {
        owner: table.text("owner"),
        compatibility: compatibility(table),
        judged_by: judged_by(table),
        retired: table.texts("retired"),
        sets: table
            .tables("sets")
            .into_iter()
            .map(|(name, set)| (name.to_owned(), read_set(&set)))
            .collect(),
    };
    table.refuse_others();
    about
}

fn read_set(table: &Table<'_, '_>) -> Set {
    let set = Set {
        line: table.line(),
        types: table.texts("types"),
        compatibility: compatibility(table),
    };
    table.refuse_others();
    set
}
