//! `contracts/<type>/about.toml`.

use std::collections::BTreeMap;

use super::table::{AboutError, File, Table};
use super::waiver::{Waiver, waiver};
use super::{TypeAbout, VersionAbout};
use crate::Audience;
use crate::level::Level;

impl TypeAbout {
    /// Reads the text of an `about.toml` of one event type.
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

fn read(table: &Table<'_, '_>) -> TypeAbout {
    let about = TypeAbout {
        owner: table.text("owner"),
        topic: table.text("topic"),
        readers: table.texts("readers"),
        known_issues: table.texts("known_issues"),
        planned_changes: table.texts("planned_changes"),
        compatibility: compatibility(table),
        judged_by: judged_by(table),
        versions: versions(table),
        waivers: waivers(table),
    };
    table.refuse_others();
    about
}

pub(super) fn compatibility(table: &Table<'_, '_>) -> Option<Level> {
    table.word("compatibility", &Level::ALL.map(Level::name), |word| word.parse().ok())
}

pub(super) fn judged_by(table: &Table<'_, '_>) -> Option<Vec<Audience>> {
    table.words("judged_by", &["us", "lenient", "strict"], |word| match word {
        "us" => Some(Audience::Us),
        "lenient" => Some(Audience::Lenient),
        "strict" => Some(Audience::Strict),
        _ => None,
    })
}

fn waivers(table: &Table<'_, '_>) -> Vec<Waiver> {
    let mut waivers: Vec<Waiver> = Vec::new();
    for table in table.list("waivers") {
        let span = table.span.clone();
        let file = table.file;
        let Some(read) = waiver(table) else { continue };
        let is_same = |known: &&Waiver| {
            (known.rule, known.version, &known.path) == (read.rule, read.version, &read.path)
        };
        if let Some(known) = waivers.iter().find(is_same) {
            let what = format!("the waiver of line {} once more", known.line);
            file.problem(Some(span), what, "take one of them out");
        }
        waivers.push(read);
    }
    waivers
}

fn versions(table: &Table<'_, '_>) -> BTreeMap<u32, VersionAbout> {
    let mut versions = BTreeMap::new();
    for (name, table) in table.tables("versions") {
        let Some(version) = name.parse().ok().filter(|version| *version > 0) else {
            let what = format!("`versions.{name}` is no version");
            table.file.problem(Some(table.span.clone()), what, "write `[versions.2]`");
            continue;
        };
        let about = VersionAbout {
            line: table.line(),
            date: table.date("date"),
            migration: table.text("migration"),
            rollout: table.text("rollout"),
            dropped: table.text("dropped"),
        };
        table.refuse_others();
        versions.insert(version, about);
    }
    versions
}
