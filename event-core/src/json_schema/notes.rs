//! What people read in a schema: descriptions, deprecations, notes on masking.

use serde_json::{Map, Value, json};

use crate::schema::{Deprecated, Masked};

/// A schema with one more keyword.
pub(super) fn with(schema: Value, keyword: &str, value: impl Into<Value>) -> Value {
    let mut keywords = match schema {
        Value::Object(keywords) => keywords,
        Value::Bool(false) => Map::from_iter([("not".to_owned(), json!({}))]),
        _ => Map::new(),
    };
    keywords.insert(keyword.to_owned(), value.into());
    Value::Object(keywords)
}

/// A schema with what is known of the type, field or variant that it is for.
pub(super) fn described(
    mut schema: Value,
    docs: &str,
    deprecated: Option<Deprecated>,
    masked: Option<Masked>,
) -> Value {
    let before = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let mut paragraphs = vec![before.to_owned(), docs.trim().to_owned()];
    if let Some(masked) = masked {
        schema = with(schema, "writeOnly", true);
        paragraphs.push(masked_note(masked));
    }
    if let Some(deprecated) = deprecated {
        schema = with(schema, "deprecated", true);
        paragraphs.push(deprecated_note(&deprecated));
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    match paragraphs.is_empty() {
        true => schema,
        false => with(schema, "description", paragraphs.join("\n\n")),
    }
}

fn masked_note(masked: Masked) -> String {
    match masked {
        Masked::Whole => "Masked: consumers get `***`.".to_owned(),
        Masked::Last(count) => format!(
            "Masked: consumers get stars and the last {count} characters, or `***` for short text."
        ),
        Masked::Custom => "Masked: consumers get a masked form of the value.".to_owned(),
    }
}

/// `Deprecated since version 2, may go after 2027-01-31: use ...`
pub(super) fn deprecated_note(deprecated: &Deprecated) -> String {
    let Deprecated { note, since, sunset } = deprecated;
    let mut text = "Deprecated".to_owned();
    if *since > 0 {
        text += &format!(" since version {since}");
    }
    if !sunset.is_empty() {
        text += &format!(", may go after {sunset}");
    }
    match note.trim() {
        "" => text + ".",
        note => format!("{text}: {note}"),
    }
}

/// Text inside a URI: everything but unreserved characters escaped (RFC 3986).
pub(super) fn percent_encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' => {
            encoded + char::from(byte).encode_utf8(&mut [0; 4])
        }
        byte => encoded + &format!("%{byte:02X}"),
    })
}
