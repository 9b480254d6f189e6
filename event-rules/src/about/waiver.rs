//! Waivers: somebody answers for a finding, for a reason, until a date.

use chrono::NaiveDate;

use super::table::Table;
use crate::finding::Finding;
use crate::rules::{RULES, rule};

/// That somebody answers for what a rule finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The line of the file that it begins in.
    pub line: usize,
    /// The rule.
    pub rule: &'static str,
    /// The version that it is about.
    pub version: u32,
    /// The place; every place if it names none.
    pub path: Option<String>,
    /// Why it is right all the same.
    pub reason: String,
    /// The last day on which it holds.
    pub expires: NaiveDate,
}

impl Waiver {
    /// Whether it speaks of this finding.
    #[must_use]
    pub fn covers(&self, finding: &Finding) -> bool {
        let here = self.path.as_ref().is_none_or(|path| *path == finding.found.path);
        self.rule == finding.rule.id && self.version == finding.found.version_after && here
    }
}

/// Reads a `[[waivers]]`. Rule, version, reason and date are all owed.
pub(super) fn waiver(table: Table<'_, '_>) -> Option<Waiver> {
    let ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    let found = table.word("rule", &ids, |id| rule(id).map(|rule| rule.id));
    let version = table.number("version");
    let path = table.text("path");
    let reason = table.text("reason");
    let expires = table.date("expires");
    table.refuse_others();
    if reason.as_ref().is_some_and(|reason| reason.trim().is_empty()) {
        table.problem("a waiver without a reason".to_owned(), "reason = \"...\"");
    }
    let owed = [
        ("rule", "\"field_renamed\""),
        ("version", "2"),
        ("reason", "\"...\""),
        ("expires", "2027-01-31"),
    ];
    let missing: Vec<_> = owed.into_iter().filter(|(name, _)| !table.has(name)).collect();
    if !missing.is_empty() {
        let list = |text: fn(&(&str, &str)) -> String| {
            missing.iter().map(text).collect::<Vec<_>>().join("`, `")
        };
        let names = list(|(name, _)| (*name).to_owned());
        table.problem(
            format!("a waiver without `{names}`"),
            &list(|(name, example)| format!("{name} = {example}")),
        );
    }
    Some(Waiver {
        line: table.line(),
        rule: found?,
        version: version?,
        path,
        reason: reason?,
        expires: expires?,
    })
}
