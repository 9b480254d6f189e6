//! Payloads as values, also where they hold what no value of JSON can be, numbers beyond all floats
//! and halves of a surrogate pair: a reader steps over them in fields that it does not know.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

/// The value of a text; nothing if it is no JSON. What no value can hold becomes `null`.
pub(crate) fn value_of(text: &str) -> Option<Value> {
    value_within(text, DEEPEST)
}

/// Lists and objects inside each other that decoders follow: no field is further down.
const DEEPEST: usize = 127;

fn value_within(text: &str, depth: usize) -> Option<Value> {
    serde_json::from_str(text).ok().or_else(|| part_by_part(text, depth))
}

fn part_by_part(text: &str, depth: usize) -> Option<Value> {
    let Some(depth) = depth.checked_sub(1) else {
        return serde_json::from_str::<&RawValue>(text).ok().map(|_| Value::Null);
    };
    match text.trim_start().as_bytes().first()? {
        b'{' => {
            let members: BTreeMap<Name, &RawValue> = serde_json::from_str(text).ok()?;
            let value = |(Name(name), member): (Name, &RawValue)| {
                Some((name, value_within(member.get(), depth)?))
            };
            members.into_iter().map(value).collect::<Option<_>>().map(Value::Object)
        }
        b'[' => {
            let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            let values = items.into_iter().map(|item| value_within(item.get(), depth));
            values.collect::<Option<_>>().map(Value::Array)
        }
        _ => serde_json::from_str::<&RawValue>(text).ok().map(|_| Value::Null),
    }
}

/// A name of a member, which may hold half of a surrogate pair: no field is called that.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(NameVisitor)
    }
}

struct NameVisitor;

impl Visitor<'_> for NameVisitor {
    type Value = Name;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Name, E> {
        Ok(Name(String::from_utf8_lossy(name).into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::value_of;

    #[test]
    fn numbers_beyond_all_floats_hide_nothing_beside_them() {
        let text = r#"{"a": [1e400, {"b": 5}], "c": -2E999}"#;
        assert_eq!(value_of(text), Some(json!({ "a": [null, { "b": 5 }], "c": null })));
        assert_eq!(value_of(r#"{"a": 1e400"#), None);
        assert_eq!(value_of("1e"), None);
    }

    #[test]
    fn what_is_too_deep_hides_nothing_beside_it() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let value = value_of(&format!(r#"{{"a": {deep}, "b": 5}}"#));
        assert_eq!(value.and_then(|value| value.get("b").cloned()), Some(json!(5)));
        assert_eq!(value_of(&"[".repeat(100_000)), None);
    }

    #[test]
    fn halves_of_surrogate_pairs_hide_nothing_beside_them() {
        let text = r#"{"a": "\ud800", "\udead": 1, "b": ["x\ud800\u0041", 5]}"#;
        let expected = json!({ "a": null, "\u{fffd}\u{fffd}\u{fffd}": 1, "b": [null, 5] });
        assert_eq!(value_of(text), Some(expected));
        assert_eq!(value_of(r#"{"a": "\ud8"}"#), None);
        assert_eq!(value_of("\"a\tb\""), None);
    }
}
