//! Variants that are text in one record and an object in the next.

use super::lint;
use super::words::place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::{Content, DefinitionContent, Tagging, Ty};

pub(super) const RULE: Rule = Rule {
    id: "enum_forms_mixed",
    question: "does an enum have one form?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    let is_mixed = |name: &str| match contract.types.get(name).map(|found| &found.content) {
        Some(DefinitionContent::Enum(table)) => {
            let units = table.variants.iter().filter(|one| one.content == Content::Unit).count();
            table.tagging == Tagging::External && units > 0 && units < table.variants.len()
        }
        _ => false,
    };
    lint::types(contract, |place| matches!(place.ty, Ty::Named(name) if is_mixed(name)))
}

fn words(found: &Found) -> String {
    format!("{} is text in one record and an object in the next", place(found))
}

fn help(found: &Found) -> Vec<String> {
    vec![format!(
        "let the variant's name stand in a field of its own: `#[schema(tag = \"kind\", content = \"value\")]` on `{}`",
        found.after
    )]
}
