//! Value rules of the code beside those that were published.

use super::At;
use super::number::{Order, order};
use super::words;
use crate::schema::ValueRule;
use crate::schema::const_checks::same_text;

/// Of today's version the same rules; of an earlier one, none that it did not have.
#[track_caller]
pub(super) const fn value_rules(code: &[ValueRule], promised: &[ValueRule], at: &At<'_>) {
    if let Some(rule) = not_in(code, promised, !at.published.is_todays) {
        words::value_rule(Some(rule), of_same_kind(rule, promised), at)
    }
    if let (true, Some(rule)) = (at.published.is_todays, not_in(promised, code, false)) {
        words::value_rule(of_same_kind(rule, code), Some(rule), at)
    }
}

/// Whether the rules of the types inside are checked with a field's own.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
pub(super) const fn has_inside(rules: &[ValueRule]) -> bool {
    let mut i = 0;
    while i < rules.len() {
        if matches!(rules[i], ValueRule::Inside) {
            return true;
        }
        i += 1;
    }
    false
}

/// The first rule that the others do not have; or, if `follows`, that does not follow from one of them.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn not_in<'a>(
    rules: &'a [ValueRule],
    others: &[ValueRule],
    follows: bool,
) -> Option<&'a ValueRule> {
    let mut i = 0;
    while i < rules.len() {
        // Contracts have the rules of what is inside where they are checked, and no word for it.
        let (mut found, mut j) = (matches!(rules[i], ValueRule::Inside), 0);
        while j < others.len() {
            found = found || holds_too(&rules[i], &others[j], follows);
            j += 1;
        }
        if !found {
            return Some(&rules[i]);
        }
        i += 1;
    }
    None
}

/// The rule that asks for as much or as little of the same.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn of_same_kind<'a>(rule: &ValueRule, others: &'a [ValueRule]) -> Option<&'a ValueRule> {
    let mut i = 0;
    while i < others.len() {
        match (rule, &others[i]) {
            (ValueRule::MinLength(_), ValueRule::MinLength(_))
            | (ValueRule::MaxLength(_), ValueRule::MaxLength(_))
            | (ValueRule::MinBytes(_), ValueRule::MinBytes(_))
            | (ValueRule::MaxBytes(_), ValueRule::MaxBytes(_))
            | (ValueRule::Min(_), ValueRule::Min(_))
            | (ValueRule::Max(_), ValueRule::Max(_))
            | (ValueRule::Pattern(_), ValueRule::Pattern(_))
            | (ValueRule::Format(_), ValueRule::Format(_)) => return Some(&others[i]),
            _ => i += 1,
        }
    }
    None
}

/// Whether what keeps to `other` keeps to `rule`.
const fn holds_too(rule: &ValueRule, other: &ValueRule, follows: bool) -> bool {
    match (rule, other) {
        (ValueRule::MinLength(rule), ValueRule::MinLength(other))
        | (ValueRule::MinBytes(rule), ValueRule::MinBytes(other)) => {
            *rule == *other || follows && *rule < *other
        }
        (ValueRule::MaxLength(rule), ValueRule::MaxLength(other))
        | (ValueRule::MaxBytes(rule), ValueRule::MaxBytes(other)) => {
            *rule == *other || follows && *rule > *other
        }
        (ValueRule::Min(rule), ValueRule::Min(other)) => {
            same_text(rule, other) || follows && matches!(order(rule, other), Some(Order::Less))
        }
        (ValueRule::Max(rule), ValueRule::Max(other)) => {
            same_text(rule, other) || follows && matches!(order(rule, other), Some(Order::More))
        }
        (ValueRule::Pattern(rule), ValueRule::Pattern(other))
        | (ValueRule::Format(rule), ValueRule::Format(other))
        | (ValueRule::Other(rule), ValueRule::Other(other)) => same_text(rule, other),
        // A character has one byte to four.
        (ValueRule::MinBytes(rule), ValueRule::MinLength(other)) => follows && *rule <= *other,
        (ValueRule::MaxLength(rule), ValueRule::MaxBytes(other)) => follows && *rule >= *other,
        (ValueRule::MinLength(rule), ValueRule::MinBytes(other)) => {
            follows && *rule <= other.div_ceil(4)
        }
        (ValueRule::MaxBytes(rule), ValueRule::MaxLength(other)) => {
            follows && *rule >= other.saturating_mul(4)
        }
        _ => false,
    }
}
