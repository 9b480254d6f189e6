//! What a schema accepts, in words: `a whole number from 0 to 255`.

use serde_json::Value;

use super::reference::{self, reference};
use crate::json_schema::{BASE64, DECIMAL, DURATION, UNSIGNED_DURATION};

/// Most names that a sentence lists.
const MOST: usize = 6;

/// The schema in words.
pub(super) fn words(schema: &Value) -> String {
    let Value::Object(keywords) = schema else {
        return if schema == &Value::Bool(false) { "nothing" } else { "any value" }.to_owned();
    };
    if let Some(target) = reference(schema) {
        return match target.rsplit('/').next().unwrap_or(target) {
            "#" => "the payload again".to_owned(),
            part => format!("`{}`", reference::name(part)),
        };
    }
    if let Some(value) = keywords.get("const") {
        return format!("always `{}`", plain(value));
    }
    if let Some(values) = keywords.get("enum").and_then(Value::as_array) {
        return one_of(values);
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(alternatives) = keywords.get(keyword).and_then(Value::as_array) {
            return alternatives.iter().map(words).collect::<Vec<_>>().join(" or ");
        }
    }
    match keywords.get("type") {
        Some(Value::String(kind)) => of_kind(kind, schema),
        Some(Value::Array(kinds)) => {
            let kinds = kinds.iter().filter_map(Value::as_str);
            // What may be null is named before the null.
            let (null, mut kinds): (Vec<_>, Vec<_>) = kinds.partition(|kind| *kind == "null");
            kinds.extend(null);
            kinds.iter().map(|kind| of_kind(kind, schema)).collect::<Vec<_>>().join(" or ")
        }
        _ => "any value".to_owned(),
    }
}

fn of_kind(kind: &str, schema: &Value) -> String {
    let keyword = |name: &str| schema.get(name);
    let text = |name: &str| keyword(name).and_then(Value::as_str).unwrap_or_default();
    match kind {
        "string" => of_text(text("format"), text("pattern"), keyword("maxLength")),
        "integer" => between("a whole number", keyword("minimum"), keyword("maximum")),
        "number" => between("a number", keyword("minimum"), keyword("maximum")),
        "boolean" => "true or false".to_owned(),
        "array" => match (keyword("prefixItems"), keyword("items"), keyword("minItems")) {
            (Some(Value::Array(places)), _, _) => format!("a list of {} items", places.len()),
            (_, items, Some(length)) if keyword("maxItems") == Some(length) => {
                format!("a list of {length} times {}", items.map_or("any value".into(), words))
            }
            (_, Some(items), _) => format!("a list of {}", words(items)),
            _ => "a list".to_owned(),
        },
        "object" => match (keyword("properties"), keyword("additionalProperties")) {
            (None, Some(value @ Value::Object(_))) => format!("a map of {}", words(value)),
            _ => "an object".to_owned(),
        },
        other => other.to_owned(),
    }
}

fn of_text(format: &str, pattern: &str, most: Option<&Value>) -> String {
    let named = match (format, pattern) {
        ("uuid", _) => "a UUID",
        ("date-time", _) => "a time with offset",
        ("date", _) => "a date",
        ("", DECIMAL) => "a decimal",
        ("", DURATION) => "a duration",
        ("", UNSIGNED_DURATION) => "a duration not below zero",
        ("", BASE64) => "bytes in base64",
        ("", "") if most == Some(&Value::from(1)) => "one character",
        ("", "") => "text",
        ("", _) => "text of a certain form",
        (format, _) => return format!("text of the format `{format}`"),
    };
    named.to_owned()
}

fn between(what: &str, least: Option<&Value>, most: Option<&Value>) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("{what} from {least} to {most}"),
        (Some(least), None) => format!("{what} from {least}"),
        (None, Some(most)) => format!("{what} up to {most}"),
        (None, None) => what.to_owned(),
    }
}

fn one_of(values: &[Value]) -> String {
    let listed: Vec<_> =
        values.iter().take(MOST).map(|value| format!("`{}`", plain(value))).collect();
    match values.len().saturating_sub(MOST) {
        0 => format!("one of {}", listed.join(", ")),
        more => format!("one of {} and {more} more", listed.join(", ")),
    }
}

/// Text without quotes, everything else as JSON.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
