//! Values have to keep to more.

use super::words::of_type;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};
use crate::who::Who;

pub(super) const RULE: Rule = Rule {
    id: "rule_tightened",
    question: "do values have to keep to more?",
    severity: Severity::Level,
    breaks: &[Who::NewerUs, Who::NewerLenient, Who::NewerStrict],
    find: Find::Change(Change::RuleTightened),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, before, after, version_before, version_after, .. } = found;
    format!(
        "`{name_after}`{} keeps to {before} in version {version_before}, and to {after} in version {version_after}",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let (name, ty) = (&found.name_after, &found.type_after);
    let keep = match garde(&found.before) {
        Some(attribute) => format!("keep to what was allowed: `{attribute} {name}: {ty}`"),
        None => format!("leave the rule out: `{name}: {ty}`"),
    };
    vec![
        format!("{keep}; records of version {} do not change", found.version_before),
        "or check it where events are made, and nowhere else".to_owned(),
    ]
}

/// `` `min 1`, `max 99` `` becomes `#[garde(range(min = 1, max = 99))]`; nothing if there is no rule.
fn garde(rules: &str) -> Option<String> {
    let (mut range, mut length, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for rule in rules.split('`').filter(|rule| !rule.trim_matches([',', ' ']).is_empty()) {
        match rule.split_once(' ') {
            Some((end @ ("min" | "max"), number)) => range.push(format!("{end} = {number}")),
            Some(("min_length", count)) => length.push(format!("min = {count}")),
            Some(("max_length", count)) => length.push(format!("max = {count}")),
            Some(("pattern", pattern)) => others.push(format!("pattern(r\"{pattern}\")")),
            Some(("format", "email")) => others.push("email".to_owned()),
            Some(("format" | "other", _)) => others.push("...".to_owned()),
            _ => {}
        }
    }
    let mut written = Vec::new();
    for (name, ends) in [("range", range), ("length", length)] {
        if !ends.is_empty() {
            written.push(format!("{name}({})", ends.join(", ")));
        }
    }
    written.append(&mut others);
    (!written.is_empty()).then(|| format!("#[garde({})]", written.join(", ")))
}
