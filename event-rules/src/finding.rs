//! What a rule found, who breaks, and the payload that proves it.

use serde_json::Value;

use crate::rule::{Found, Rule};
use crate::who::Who;

/// What a rule has to say about one place.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The place, and both sides.
    pub found: Found,
    /// Who breaks, each with a proof. Nobody else does.
    pub breaks: Vec<Break>,
    /// What it comes to at the level of the event type.
    pub standing: Standing,
}

/// Somebody who breaks, and the payload that proves it.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// Who refuses it.
    pub who: Who,
    /// A payload that the other side writes.
    pub payload: Value,
    /// Where it is refused.
    pub path: String,
    /// The stable code of the refusal: `missing_field`.
    pub code: &'static str,
    /// Why it is refused, without any value of it.
    pub words: String,
}

/// What a finding comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The version cannot be published like this.
    Breaking,
    /// The version was published, and the code says something else of it.
    Drift,
    /// It could not be, but somebody answers for it, for this reason.
    Waived {
        /// Why.
        reason: String,
        /// The last day on which it holds.
        expires: chrono::NaiveDate,
    },
    /// Hardly ever meant.
    Warning,
    /// Worth knowing.
    Note,
}

impl Finding {
    pub(crate) const fn new(rule: &'static Rule, found: Found, breaks: Vec<Break>) -> Self {
        Self { rule, found, breaks, standing: Standing::Note }
    }

    /// How this reader breaks, if it does.
    #[must_use]
    pub fn of(&self, who: Who) -> Option<&Break> {
        self.breaks.iter().find(|one| one.who == who)
    }

    /// What is wrong, in one line.
    #[must_use]
    pub fn words(&self) -> String {
        (self.rule.words)(&self.found)
    }

    /// What helps, one action each.
    #[must_use]
    pub fn help(&self) -> Vec<String> {
        (self.rule.help)(&self.found)
    }

    /// What somebody who answers for it writes into `about.toml`.
    #[must_use]
    pub fn waiver(&self) -> String {
        let (rule, found) = (self.rule.id, &self.found);
        format!(
            "[[waivers]]\nrule = \"{rule}\"\nversion = {}\npath = \"{}\"\nreason = \"...\"\nexpires = ...\n",
            found.version_after, found.path
        )
    }
}
