//! Value rules of one field or variant on both sides: whether they ask for more, for less, or for both.

use std::cmp::Ordering;

use event_contract::ValueRule;

use super::Change;
use super::walk::{At, Walk};

pub(super) fn compare(walk: &mut Walk<'_>, at: &At, before: &[ValueRule], after: &[ValueRule]) {
    if asks_more(before, after) {
        walk.push(at, Change::RuleTightened, texts(before), texts(after));
    }
    if asks_more(after, before) {
        walk.push(at, Change::RuleLoosened, texts(before), texts(after));
    }
}

/// Whether a rule of `after` is not implied by one of `before`.
fn asks_more(before: &[ValueRule], after: &[ValueRule]) -> bool {
    after.iter().any(|rule| !before.iter().any(|other| implies(other, rule)))
}

fn implies(strong: &ValueRule, weak: &ValueRule) -> bool {
    match (strong, weak) {
        (ValueRule::MinLength(strong), ValueRule::MinLength(weak)) => strong >= weak,
        (ValueRule::MaxLength(strong), ValueRule::MaxLength(weak)) => strong <= weak,
        (ValueRule::MinBytes(strong), ValueRule::MinBytes(weak)) => strong >= weak,
        (ValueRule::MaxBytes(strong), ValueRule::MaxBytes(weak)) => strong <= weak,
        // A character has one byte to four.
        (ValueRule::MinLength(strong), ValueRule::MinBytes(weak)) => strong >= weak,
        (ValueRule::MaxBytes(strong), ValueRule::MaxLength(weak)) => strong <= weak,
        (ValueRule::MinBytes(strong), ValueRule::MinLength(weak)) => strong.div_ceil(4) >= *weak,
        (ValueRule::MaxLength(strong), ValueRule::MaxBytes(weak)) => {
            strong.saturating_mul(4) <= *weak
        }
        (ValueRule::Min(strong), ValueRule::Min(weak)) => {
            order(strong, weak).is_some_and(Ordering::is_ge)
        }
        (ValueRule::Max(strong), ValueRule::Max(weak)) => {
            order(strong, weak).is_some_and(Ordering::is_le)
        }
        _ => strong == weak,
    }
}

/// Numbers as they are written in JSON. Floats will do: a wrong answer near 2^53 names a rule that the
/// witnesses then do not bear out.
fn order(a: &str, b: &str) -> Option<Ordering> {
    if let (Ok(a), Ok(b)) = (a.parse::<i128>(), b.parse::<i128>()) {
        return Some(a.cmp(&b));
    }
    a.parse::<f64>().ok()?.partial_cmp(&b.parse().ok()?)
}

/// `` `min_length 1`, `max_length 9` ``
fn texts(rules: &[ValueRule]) -> String {
    let text = |rule: &ValueRule| {
        let (name, value) = rule.parts();
        format!("`{name} {value}`")
    };
    match rules {
        [] => "no rule".to_owned(),
        rules => rules.iter().map(text).collect::<Vec<_>>().join(", "),
    }
}
