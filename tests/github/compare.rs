//! Compares payloads with what was written of them, both as `serde_json::Value`.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use serde_json::Value;
use versioned_events::schema::{Shape, Text};

/// Struct and field.
pub(crate) type FieldName = (&'static str, &'static str);

/// Every field below a shape.
pub(crate) fn fields_of(shape: &'static Shape, fields: &mut BTreeSet<FieldName>) {
    match shape.resolved() {
        Shape::Option(inner) | Shape::List(inner) => fields_of(inner, fields),
        Shape::Struct(shape) => {
            for field in shape.fields {
                fields.insert((shape.name, field.name));
                fields_of(field.shape, fields);
            }
        }
        _ => {}
    }
}

/// Compares a payload with what was written of it, along the schema, and notes the fields that
/// have a value.
pub(crate) fn compare(
    raw: &Value,
    written: &Value,
    shape: &'static Shape,
    seen: &mut BTreeSet<FieldName>,
) {
    match shape.resolved() {
        Shape::Option(_) if raw.is_null() => assert!(written.is_null()),
        Shape::Option(inner) => compare(raw, written, inner, seen),
        Shape::Struct(shape) => {
            for field in shape.fields {
                let (raw, written) = (&raw[field.name], &written[field.name]);
                if !raw.is_null() {
                    seen.insert((shape.name, field.name));
                }
                compare(raw, written, field.shape, seen);
            }
        }
        Shape::List(item) => {
            let [raw, written] = [raw, written].map(|list| list.as_array().cloned());
            let [raw, written] = [raw, written].map(Option::unwrap_or_default);
            assert_eq!(raw.len(), written.len());
            for (raw, written) in raw.iter().zip(&written) {
                compare(raw, written, item, seen);
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
