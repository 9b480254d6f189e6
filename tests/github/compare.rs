//! Compares payloads with what was written of them, both as `serde_json::Value`.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use serde_json::Value;
use versioned_events::schema::{Field, Shape, Text};

/// Struct and field.
pub(crate) type FieldName = (&'static str, &'static str);

/// What a comparison noted.
#[derive(Default)]
pub(crate) struct Noted {
    /// Fields that have a value.
    pub(crate) seen: BTreeSet<FieldName>,
    /// Fields that a payload did not have, and the value that stood in.
    pub(crate) stood_in: BTreeSet<(FieldName, String)>,
}

/// Every field below a shape.
pub(crate) fn fields_of(shape: &'static Shape, fields: &mut BTreeSet<FieldName>) {
    match shape.resolved() {
        Shape::Option(inner) | Shape::List(inner) => fields_of(inner, fields),
        Shape::Struct(shape) => {
            for field in shape.fields.iter().filter(|field| is_of_today(field)) {
                fields.insert((shape.name, field.name));
                fields_of(field.shape, fields);
            }
        }
        _ => {}
    }
}

/// Whether today's struct has it: tables keep what earlier versions had.
fn is_of_today(field: &Field) -> bool {
    field.until == u32::MAX
}

/// Compares a payload with what was written of it, along the schema.
pub(crate) fn compare(raw: &Value, written: &Value, shape: &'static Shape, noted: &mut Noted) {
    match shape.resolved() {
        Shape::Option(_) if raw.is_null() => assert!(written.is_null()),
        Shape::Option(inner) => compare(raw, written, inner, noted),
        Shape::Struct(shape) => {
            for field in shape.fields.iter().filter(|field| is_of_today(field)) {
                let name = (shape.name, field.name);
                let written = &written[field.name];
                match &raw[field.name] {
                    Value::Null if !field.shape.is_optional() => {
                        noted.stood_in.insert((name, written.to_string()));
                    }
                    Value::Null => assert!(written.is_null(), "{name:?}"),
                    raw => {
                        noted.seen.insert(name);
                        compare(raw, written, field.shape, noted);
                    }
                }
            }
        }
        Shape::List(item) => {
            let [raw, written] = [raw, written].map(|list| list.as_array().map(Vec::as_slice));
            let [raw, written] = [raw, written].map(Option::unwrap_or_default);
            assert_eq!(raw.len(), written.len());
            for (raw, written) in raw.iter().zip(written) {
                compare(raw, written, item, noted);
            }
        }
        Shape::Text(Text::Time) => {
            assert!(instant(raw).is_some() && instant(raw) == instant(written));
        }
        _ => assert_eq!(raw, written),
    }
}

/// The instant that a time in RFC 3339 means.
pub(crate) fn instant(time: &Value) -> Option<DateTime<FixedOffset>> {
    time.as_str().and_then(|text| DateTime::parse_from_rfc3339(text).ok())
}
