//! A field shows more of its value.

use super::words::of_type;
use crate::difference::Change;
use crate::rule::{Find, Found, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "mask_weakened",
    question: "does a field show more of its value?",
    severity: Severity::Error,
    breaks: &[],
    find: Find::Change(Change::MaskWeakened),
    words,
    help,
};

fn words(found: &Found) -> String {
    let Found { name_after, before, after, version_before, version_after, .. } = found;
    format!(
        "`{name_after}`{} {after} in version {version_after}, and {before} in version {version_before}",
        of_type(found)
    )
}

fn help(found: &Found) -> Vec<String> {
    let attribute = match found.before.as_str() {
        "shows what a function leaves" => "masked(with = ...)".to_owned(),
        before => match before.split(' ').find_map(|word| word.parse::<u64>().ok()) {
            Some(last) => format!("masked(last = {last})"),
            None => "masked".to_owned(),
        },
    };
    vec![
        format!(
            "keep the mask: `#[field({attribute})] {}: {}`",
            found.name_after, found.type_after
        ),
        format!(
            "or, if it is no secret, keep the struct of version {before} and come from it by `upcast_from`; whoever answers for the data writes `[[waivers]]` into `contracts/{}/about.toml`, with `rule = \"{}\"`, `version = {}`, `path = \"{}\"`, `reason` and `expires`",
            found.event_type,
            RULE.id,
            found.version_after,
            found.path,
            before = found.version_before,
        ),
    ]
}
