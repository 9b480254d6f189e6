//! JSON in one line and one order, whatever the features of serde_json.

use serde_json::Value;

/// The value in one line, names sorted: `{"a": 1, "b": [true]}`.
///
/// ```
/// let value = serde_json::json!({ "b": [true], "a": 1 });
/// assert_eq!(event_contract::canonical(&value), r#"{"a": 1, "b": [true]}"#);
/// ```
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                text.push_str(if i == 0 { "" } else { ", " });
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut names: Vec<_> = members.iter().collect();
            names.sort_unstable_by_key(|(name, _)| *name);
            text.push('{');
            for (i, (name, member)) in names.into_iter().enumerate() {
                text.push_str(if i == 0 { "" } else { ", " });
                write(&Value::from(name.as_str()), text);
                text.push_str(": ");
                write(member, text);
            }
            text.push('}');
        }
        leaf => text.push_str(&leaf.to_string()),
    }
}
