//! Value rules of one field on both sides: whether they ask for more, for less, or for both.

use std::cmp::Ordering;

use event_contract::ValueRule;

/// Whether some payload that kept to the former rules does not keep to the new ones, and the other way
/// round.
pub(super) fn compare(before: &[ValueRule], after: &[ValueRule]) -> (bool, bool) {
    (asks_more(before, after), asks_more(after, before))
}

/// Whether a rule of `after` is not implied by one of `before`.
fn asks_more(before: &[ValueRule], after: &[ValueRule]) -> bool {
    after.iter().any(|rule| !before.iter().any(|other| implies(other, rule)))
}

fn implies(strong: &ValueRule, weak: &ValueRule) -> bool {
    match (strong, weak) {
        (ValueRule::MinLength(strong), ValueRule::MinLength(weak)) => strong >= weak,
        (ValueRule::MaxLength(strong), ValueRule::MaxLength(weak)) => strong <= weak,
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

/// `min_length 1`
pub(super) fn text(rule: &ValueRule) -> String {
    let (name, value) = rule.parts();
    format!("{name} {value}")
}
