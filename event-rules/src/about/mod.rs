//! What people write about events beside the contracts, in `contracts/about.toml` and
//! `contracts/<type>/about.toml`. No tool ever writes these files.

mod read;
mod table;
mod top;
mod waiver;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::Audience;
use crate::level::Level;

pub use table::AboutError;
pub use top::{Set, TopAbout};
pub use waiver::Waiver;

/// What one event type's `about.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeAbout {
    /// The team that answers for it.
    pub owner: Option<String>,
    /// The topic that it travels on.
    pub topic: Option<String>,
    /// The teams that read it.
    pub readers: Vec<String>,
    /// What is known to be wrong with it.
    pub known_issues: Vec<String>,
    /// What is going to change.
    pub planned_changes: Vec<String>,
    /// What has to stay readable.
    pub compatibility: Option<Level>,
    /// Whose readers count.
    pub judged_by: Option<Vec<Audience>>,
    /// What is to be said of single versions.
    pub versions: BTreeMap<u32, VersionAbout>,
    /// What somebody answers for.
    pub waivers: Vec<Waiver>,
}

/// What is to be said of one version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionAbout {
    /// The line of the file that it begins in.
    pub line: usize,
    /// When it is or was first written.
    pub date: Option<NaiveDate>,
    /// What readers have to do.
    pub migration: Option<String>,
    /// In which order, and how far it is.
    pub rollout: Option<String>,
    /// Why it no longer has to be read.
    pub dropped: Option<String>,
}

/// What holds for one event type, its own file and the one at the top taken together.
///
/// ```
/// use event_rules::about::{About, TopAbout, TypeAbout};
/// use event_rules::Level;
///
/// let top = TopAbout::from_text("[sets.ShopEvent]\ntypes = [\"order.paid\"]\ncompatibility = \"FULL\"");
/// let own = TypeAbout::from_text("owner = \"billing\"\n[versions.1]\ndate = 2026-05-01");
/// let about = About::new("order.paid", own.unwrap(), &top.unwrap());
/// assert_eq!(about.level, Level::Full);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What its own file says; owner and topic with the defaults filled in.
    pub own: TypeAbout,
    /// What has to stay readable.
    pub level: Level,
    /// Why it is this level: `default`, `its own about.toml`, `the set ShopEvent`, `contracts/about.toml`.
    pub level_from: String,
    /// Whose readers count.
    pub judged_by: Vec<Audience>,
    /// Event types that must never come back.
    pub retired: Vec<String>,
    /// Former names that other event types are still read under. The files do not say it, contracts
    /// do: whoever has all of them fills it in.
    pub taken: Vec<(String, String)>,
}

impl About {
    /// The type's own level wins, then the strictest of its sets, then the default.
    #[must_use]
    pub fn new(event_type: &str, mut own: TypeAbout, top: &TopAbout) -> Self {
        let sets = top.sets.iter().filter(|(_, set)| set.types.iter().any(|ty| ty == event_type));
        let levels: Vec<_> = sets
            .filter_map(|(name, set)| Some((format!("the set `{name}`"), set.compatibility?)))
            .collect();
        let of_sets = levels.into_iter().reduce(|(name, level), (other, more)| {
            let name = if level.and(more) == level { name } else { format!("{name} and {other}") };
            (name, level.and(more))
        });
        let own_level = own.compatibility.map(|level| ("its own `about.toml`".to_owned(), level));
        let default = top.compatibility.map(|level| ("`contracts/about.toml`".to_owned(), level));
        let (level_from, level) = own_level
            .or(of_sets)
            .or(default)
            .unwrap_or_else(|| ("default".to_owned(), Level::default()));
        own.owner = own.owner.or_else(|| top.owner.clone());
        let judged_by = own.judged_by.clone().or_else(|| top.judged_by.clone());
        Self {
            own,
            level,
            level_from,
            judged_by: judged_by.unwrap_or_else(|| vec![Audience::Us]),
            retired: top.retired.clone(),
            taken: Vec::new(),
        }
    }
}

/// What to paste into `contracts/<type>/about.toml` when a version is not mentioned there.
///
/// ```
/// let date = "2026-05-01".parse().unwrap();
/// let text = event_rules::about::template(2, date);
/// assert!(text.starts_with("[versions.2]\ndate = 2026-05-01\n"));
/// ```
#[must_use]
pub fn template(version: u32, date: NaiveDate) -> String {
    let mut text = String::new();
    if version == 1 {
        text.push_str("owner = \"...\"\ntopic = \"...\"\nreaders = [\"...\"]\n\n");
    }
    text.push_str(&format!("[versions.{version}]\ndate = {date}\n"));
    if version > 1 {
        text.push_str("migration = \"...\" # what readers have to do; \"\" for nothing\n");
        text.push_str("rollout = \"...\"   # who is upgraded first\n");
    }
    text
}
