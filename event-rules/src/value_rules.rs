//! Value rules: where they hold, and whether a value keeps them.

use std::collections::HashMap;

use event_contract::{Contract, Field, ValueRule, Variant};
use regex::Regex;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::tables::{enums, tables};

/// Where a value stands: what it is called, and what is said of it.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    /// The name of the nearest field or variant around.
    pub(crate) name: &'a str,
    /// What the value has to keep to.
    pub(crate) rules: &'a [ValueRule],
    /// Whether the rules of the fields inside hold: what is not checked has none in a contract.
    pub(crate) rules_hold: bool,
}

impl<'a> At<'a> {
    /// The payload itself.
    pub(crate) const fn payload() -> Self {
        Self { name: "payload", rules: &[], rules_hold: true }
    }

    /// A field of the struct that is here. What readers get of a masked one is another value.
    pub(crate) fn field(self, field: &'a Field) -> Self {
        let rules_hold = self.rules_hold && field.masked.is_none();
        let rules: &[ValueRule] = if rules_hold { &field.rules } else { &[] };
        Self { name: &field.name, rules, rules_hold }
    }

    /// What is inside a list or a map.
    pub(crate) const fn inside(self) -> Self {
        Self { rules: &[], ..self }
    }

    /// What comes with a variant.
    pub(crate) fn variant(self, variant: &'a Variant) -> Self {
        let rules: &[ValueRule] = if self.rules_hold { &variant.rules } else { &[] };
        Self { name: &variant.name, rules, ..self }
    }

    /// How many characters, items or entries there may be.
    pub(crate) fn lengths(self) -> (usize, usize) {
        self.rules.iter().fold((0, usize::MAX), |(least, most), rule| match rule {
            // As bytes, for characters that have one.
            ValueRule::MinLength(length) | ValueRule::MinBytes(length) => {
                (least.max(as_usize(*length)), most)
            }
            ValueRule::MaxLength(length) | ValueRule::MaxBytes(length) => {
                (least, most.min(as_usize(*length)))
            }
            _ => (least, most),
        })
    }
}

fn as_usize(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

/// The patterns of a contract, ready to be looked for.
#[derive(Debug, Default)]
pub(crate) struct Patterns(HashMap<String, Option<Regex>>);

impl Patterns {
    pub(crate) fn of(contract: &Contract) -> Self {
        let mut patterns = HashMap::new();
        let of_fields = tables(contract).flat_map(|table| &table.fields).map(|field| &field.rules);
        let of_variants = enums(contract).flat_map(|table| &table.variants).map(|one| &one.rules);
        for rule in of_fields.chain(of_variants).flatten() {
            if let ValueRule::Pattern(pattern) = rule {
                let compiled = || Regex::new(pattern).ok();
                patterns.entry(pattern.clone()).or_insert_with(compiled);
            }
        }
        Self(patterns)
    }

    /// The first of the rules that the value breaks.
    pub(crate) fn broken<'r>(
        &self,
        rules: &'r [ValueRule],
        value: &Value,
    ) -> Option<&'r ValueRule> {
        rules.iter().find(|rule| !self.keeps(rule, value))
    }

    /// Whether a value keeps a rule, as far as that can be told: what nobody can check, it keeps.
    fn keeps(&self, rule: &ValueRule, value: &Value) -> bool {
        let length = || match value {
            Value::String(text) => Some(text.chars().count()),
            Value::Array(items) => Some(items.len()),
            Value::Object(entries) => Some(entries.len()),
            _ => None,
        };
        match (rule, value) {
            (ValueRule::MinLength(least), _) => length().is_none_or(|has| has >= as_usize(*least)),
            (ValueRule::MaxLength(most), _) => length().is_none_or(|has| has <= as_usize(*most)),
            (ValueRule::MinBytes(least), Value::String(text)) => text.len() >= as_usize(*least),
            (ValueRule::MaxBytes(most), Value::String(text)) => text.len() <= as_usize(*most),
            (ValueRule::Min(least), _) => compare(value, least).is_none_or(|order| order.is_ge()),
            (ValueRule::Max(most), _) => compare(value, most).is_none_or(|order| order.is_le()),
            (ValueRule::Pattern(pattern), Value::String(text)) => self
                .0
                .get(pattern)
                .and_then(Option::as_ref)
                .is_none_or(|found| found.is_match(text)),
            (ValueRule::Format(format), Value::String(text)) => match format.as_str() {
                "email" => email_address::EmailAddress::is_valid(text),
                "ipv4" => text.parse::<std::net::Ipv4Addr>().is_ok(),
                "ipv6" => text.parse::<std::net::Ipv6Addr>().is_ok(),
                _ => true,
            },
            _ => true,
        }
    }
}

/// Compares a number, or a decimal in text, with one that is written in JSON.
fn compare(value: &Value, bound: &str) -> Option<std::cmp::Ordering> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    match (text.parse::<Decimal>(), bound.parse::<Decimal>()) {
        (Ok(value), Ok(bound)) => Some(value.cmp(&bound)),
        _ => text.parse::<f64>().ok()?.partial_cmp(&bound.parse().ok()?),
    }
}

/// What is broken, in words.
pub(crate) fn words(path: &str, rule: &ValueRule) -> String {
    match rule {
        ValueRule::MinLength(length) => format!("`{path}` is shorter than {length}"),
        ValueRule::MaxLength(length) => format!("`{path}` is longer than {length}"),
        ValueRule::MinBytes(count) => format!("`{path}` has fewer than {count} bytes"),
        ValueRule::MaxBytes(count) => format!("`{path}` has more than {count} bytes"),
        ValueRule::Min(number) => format!("`{path}` is less than {number}"),
        ValueRule::Max(number) => format!("`{path}` is more than {number}"),
        ValueRule::Pattern(pattern) => format!("`{path}` does not match `{pattern}`"),
        ValueRule::Format(format) => format!("`{path}` is not in the format `{format}`"),
        _ => format!("`{path}` breaks a rule"),
    }
}
