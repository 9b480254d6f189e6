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
    // What a variant holds has no name.
    let written = if ty.is_empty() { format!("{name}(...)") } else { format!("{name}: {ty}") };
    let keep = match garde(&found.before, ty) {
        Some(attribute) if ty.is_empty() => {
            format!("keep to what was allowed: `{name}({attribute} ...)`")
        }
        Some(attribute) => format!("keep to what was allowed: `{attribute} {written}`"),
        None => format!("leave the rule out: `{written}`"),
    };
    vec![
        format!("{keep}; records of version {} do not change", found.version_before),
        "or check it where events are made, and nowhere else".to_owned(),
    ]
}

/// `` `min 1`, `max 99` `` becomes `#[garde(range(min = 1, max = 99))]`; nothing if there is no rule.
fn garde(rules: &str, ty: &str) -> Option<String> {
    let (mut range, mut length, mut others) = (Vec::new(), Vec::new(), Vec::new());
    // Of lists, length has one meaning only.
    let chars = if ty.contains('<') && !ty.starts_with("Option<") { "" } else { "chars, " };
    let mut characters = Vec::new();
    for rule in rules.split('`').filter(|rule| !rule.trim_matches([',', ' ']).is_empty()) {
        match rule.split_once(' ') {
            Some((end @ ("min" | "max"), number)) => range.push(format!("{end} = {number}")),
            Some(("min_length", count)) => characters.push(format!("min = {count}")),
            Some(("max_length", count)) => characters.push(format!("max = {count}")),
            Some(("min_bytes", count)) => length.push(format!("min = {count}")),
            Some(("max_bytes", count)) => length.push(format!("max = {count}")),
            Some(("pattern", pattern)) => others.push(format!("pattern(r\"{pattern}\")")),
            Some(("format", "email")) => others.push("email".to_owned()),
            Some(("format" | "other", _)) => others.push("...".to_owned()),
            _ => {}
        }
    }
    let mut written = Vec::new();
    let counted =
        [("range(", range), ("length(", length), (&format!("length({chars}"), characters)];
    for (start, ends) in counted {
        if !ends.is_empty() {
            written.push(format!("{start}{})", ends.join(", ")));
        }
    }
    written.append(&mut others);
    (!written.is_empty()).then(|| format!("#[garde({})]", written.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::garde;

    #[test]
    fn rules_are_written_as_garde_reads_them() {
        let text = |rules| garde(rules, "Option<String>").unwrap_or_default();
        assert_eq!(text("`min 1`, `max 99`"), "#[garde(range(min = 1, max = 99))]");
        assert_eq!(
            text("`min_length 1`, `max_bytes 9`"),
            "#[garde(length(max = 9), length(chars, min = 1))]"
        );
        assert_eq!(text("`pattern ^[a ]$`"), "#[garde(pattern(r\"^[a ]$\"))]");
        assert_eq!(
            garde("`min_length 1`", "Vec<u8>"),
            Some("#[garde(length(min = 1))]".to_owned())
        );
        assert_eq!(garde("no rule", "String"), None);
    }
}
