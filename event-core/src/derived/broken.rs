//! Value rules that a value breaks, on their way through an error: which, and where in Rust.

use super::MARK;

/// The rules that errors name. What a rule says in its own words may quote values, and is not shown.
const RULES: &[&str] = &[
    "alphanumeric",
    "ascii",
    "contains",
    "credit_card",
    "custom",
    "email",
    "ip",
    "length",
    "matches",
    "pattern",
    "phone_number",
    "prefix",
    "range",
    "required",
    "suffix",
    "url",
];

const WHAT: &str = "rules";

/// The rule of that name.
pub(crate) fn known_rule(name: &str) -> Option<&'static str> {
    RULES.iter().find(|known| **known == name).copied()
}

/// One rule that a value breaks.
#[derive(Debug)]
pub(crate) struct Broken {
    pub(crate) rule: &'static str,
    /// Names of members, numbers of items, and keys of maps: not for anybody to see.
    pub(crate) steps: Vec<String>,
}

impl Broken {
    /// The text of an error that carries these.
    #[cfg(feature = "garde")]
    pub(crate) fn text(broken: &[Self]) -> String {
        let rows: Vec<_> = broken.iter().map(|one| (one.rule, &one.steps)).collect();
        let rows = serde_json::to_string(&rows).unwrap_or_default();
        format!("{mark}{WHAT}{mark}{rows}{mark}", mark = MARK.as_str())
    }

    /// What the text of an error carries.
    pub(crate) fn in_text(text: &str) -> Vec<Self> {
        let mut parts = text.split(MARK.as_str()).skip(1);
        let rows = (parts.next() == Some(WHAT)).then(|| parts.next()).flatten();
        let rows: Vec<(String, Vec<String>)> =
            rows.and_then(|rows| serde_json::from_str(rows).ok()).unwrap_or_default();
        let known = |(rule, steps): (String, _)| Some(Self { rule: known_rule(&rule)?, steps });
        rows.into_iter().filter_map(known).collect()
    }
}
