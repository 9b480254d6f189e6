//! One text for equal values, whatever order their keys came in.

use serde_json::{Map, Value};

/// The JSON of a value without white space and with its keys sorted by code point.
///
/// The text is the same in every build: `serde_json/preserve_order`, which any crate of a program
/// can switch on, has no say.
///
/// ```
/// use event_core::json_schema::canonical_json;
/// let value = serde_json::json!({ "type": "object", "$id": "urn:event:ping:1" });
/// assert_eq!(canonical_json(&value), r#"{"$id":"urn:event:ping:1","type":"object"}"#);
/// ```
#[must_use]
pub fn canonical_json(value: &Value) -> String {
    // `Value` displays itself as compact JSON, in the order of its keys.
    sorted(value.clone()).to_string()
}

/// The value with its keys in order: a map that keeps the order of insertion gets them in that order.
pub(crate) fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.into_iter().collect();
            entries.sort_by(|(one, _), (other, _)| one.cmp(other));
            let entries = entries.into_iter().map(|(key, value)| (key, sorted(value)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        leaf => leaf,
    }
}
