//! What a rule is, and what it finds. The rules themselves are in [`rules`](crate::rules), one a file.

use event_contract::Contract;

use crate::difference::{Change, Difference, Inside};
use crate::history::History;
use crate::who::Who;

/// One question about contracts.
#[derive(Debug)]
pub struct Rule {
    /// Its name, the same for ever: `field_required_removed`.
    pub id: &'static str,
    /// What it asks: `did a field go that payloads had to have?`
    pub question: &'static str,
    /// How much an answer weighs.
    pub severity: Severity,
    /// Who breaks in its plainest case, the one that is its fixture. What a finding says is proven for
    /// its own contracts.
    pub breaks: &'static [Who],
    /// Where the answer comes from.
    pub(crate) find: Find,
    /// What is wrong, in one line.
    pub(crate) words: fn(&Found) -> String,
    /// What helps, one action each, with the text to type.
    pub(crate) help: fn(&Found) -> Vec<String>,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing, no more.
    Note,
    /// Hardly ever meant. Nothing fails.
    Warning,
    /// Wrong if somebody breaks whom the level protects; otherwise worth knowing.
    Level,
    /// Wrong at every level.
    Error,
}

impl Severity {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Level => "level",
            Self::Error => "error",
        }
    }
}

/// Where a rule looks.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Find {
    /// At one kind of difference between two contracts.
    Change(Change),
    /// At two contracts as a whole. Only what no difference explains.
    Pair,
    /// At all versions.
    History(fn(&History<'_>) -> Vec<Found>),
    /// At one contract alone.
    Lint(fn(&Contract) -> Vec<Found>),
}

/// One place where a rule has something to say, with all that its words are made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The event type.
    pub event_type: String,
    /// The earlier version; the same as the later one if only one is looked at.
    pub version_before: u32,
    /// The later version.
    pub version_after: u32,
    /// Where.
    pub path: String,
    /// The name of the field, variant or type, as it was.
    pub name_before: String,
    /// The name, as it is.
    pub name_after: String,
    /// What stands before both sides: `quantity: `; may be empty.
    pub label: String,
    /// What is there in the earlier version.
    pub before: String,
    /// What is there in the later version.
    pub after: String,
    /// The type in Rust, as it was; empty if there is none.
    pub type_before: String,
    /// The type in Rust, as it is.
    pub type_after: String,
    /// The type that it belongs to.
    pub inside: Inside,
}

impl Found {
    /// Something at a place of one contract, or of all.
    pub(crate) fn at(contract: &Contract, path: &str, name: &str) -> Self {
        Self {
            event_type: contract.event_type.clone(),
            version_before: contract.version,
            version_after: contract.version,
            path: path.to_owned(),
            name_before: name.to_owned(),
            name_after: name.to_owned(),
            label: String::new(),
            before: String::new(),
            after: String::new(),
            type_before: String::new(),
            type_after: String::new(),
            inside: Inside::event(contract, contract),
        }
    }

    /// The same, between two versions.
    pub(crate) fn between(mut self, before: &str, after: &str, version_before: u32) -> Self {
        self.version_before = version_before;
        self.before = before.to_owned();
        self.after = after.to_owned();
        self
    }

    pub(crate) fn difference(before: &Contract, after: &Contract, found: &Difference) -> Self {
        Self {
            event_type: after.event_type.clone(),
            version_before: before.version,
            version_after: after.version,
            path: found.path.clone(),
            name_before: found.name_before.clone(),
            name_after: found.name_after.clone(),
            label: if is_value(found.change) { label(&found.path) } else { String::new() },
            before: found.before.clone(),
            after: found.after.clone(),
            type_before: found.type_before.clone(),
            type_after: found.type_after.clone(),
            inside: found.inside.clone(),
        }
    }
}

/// `quantities[]: `
pub(crate) fn label(path: &str) -> String {
    let last = path.rsplit_once('.').map_or(path, |(_, last)| last);
    format!("{last}: ")
}

/// Whether both sides speak of values, without saying whose.
const fn is_value(change: Change) -> bool {
    matches!(
        change,
        Change::TypeChanged
            | Change::TypeNarrowed
            | Change::TypeWidened
            | Change::VariantContentChanged
            | Change::RuleTightened
            | Change::RuleLoosened
    )
}
