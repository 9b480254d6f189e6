//! Findings as JSON, for `--json`: stable names, the same facts as in the text.

use serde_json::{Value, json};

use crate::beside::Problem;
use crate::finding::{Break, Finding, Standing};
use crate::judge::Judgement;
use crate::who::Who;

impl Finding {
    /// `{"rule": "field_renamed", "standing": "breaking", ..., "readers": {"older_us": {...}}}`
    #[must_use]
    pub fn to_json(&self) -> Value {
        let found = &self.found;
        let readers: serde_json::Map<_, _> = Who::ALL
            .into_iter()
            .map(|who| (who.name().to_owned(), self.of(who).map_or(json!("reads"), broken)))
            .collect();
        let waiver = match &self.standing {
            Standing::Waived { reason, expires } => {
                json!({ "reason": reason, "expires": expires.to_string() })
            }
            _ => Value::Null,
        };
        json!({
            "rule": self.rule.id,
            "severity": self.rule.severity.name(),
            "standing": self.standing.name(),
            "type": found.event_type,
            "version_before": found.version_before,
            "version_after": found.version_after,
            "path": found.path,
            "before": found.before,
            "after": found.after,
            "words": self.words(),
            "help": self.help(),
            "readers": readers,
            "waiver": waiver,
        })
    }
}

fn broken(one: &Break) -> Value {
    json!({ "code": one.code, "path": one.path, "words": one.words, "payload": one.payload })
}

impl Standing {
    /// Its name in JSON: `breaking`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Drift => "drift",
            Self::Waived { .. } => "waived",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Judgement {
    /// `{"fine": false, "findings": [...], "problems": [...]}`
    #[must_use]
    pub fn to_json(&self) -> Value {
        let findings: Vec<_> = self.findings.iter().map(Finding::to_json).collect();
        let problems: Vec<_> = self.problems.iter().map(problem).collect();
        json!({ "fine": self.is_fine(), "findings": findings, "problems": problems })
    }
}

fn problem(problem: &Problem) -> Value {
    json!({
        "code": problem.code,
        "error": problem.is_error,
        "line": problem.line,
        "what": problem.what,
        "help": problem.help,
    })
}
