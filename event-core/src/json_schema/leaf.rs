//! Numbers and texts: exactly what the parsers in `types` take.

use serde_json::{Number, Value, json};

use super::Openness;
use super::notes::with;
use super::pattern::{self, Range};
use crate::schema::Text;
use crate::types::numbers::EXACT_IN_F64;

/// What the largest mantissa of a decimal is as a number: 2^96 - 1, to the nearest float.
const LARGEST_DECIMAL: f64 = 79_228_162_514_264_337_593_543_950_335.0;

impl Text {
    /// What texts of this format look like.
    pub(super) fn json_schema(self) -> Value {
        let formatted = |format: &str, pattern: &str| json!({ "type": "string", "format": format, "pattern": pattern });
        let patterned = |pattern: &str| json!({ "type": "string", "pattern": pattern });
        match self {
            Self::Plain => json!({ "type": "string" }),
            Self::Char => json!({ "type": "string", "minLength": 1, "maxLength": 1 }),
            Self::Uuid => formatted("uuid", pattern::UUID),
            Self::Time => formatted("date-time", pattern::TIME),
            Self::Date => formatted("date", pattern::DATE),
            // `format: duration` would refuse fractions and signs.
            Self::Duration => patterned(pattern::DURATION),
            Self::UnsignedDuration => patterned(pattern::UNSIGNED_DURATION),
            Self::Base64 => with(patterned(pattern::BASE64), "contentEncoding", "base64"),
            Self::U128 => patterned(&pattern::any_u128()),
            Self::I128 => patterned(&pattern::range(i128::MIN, i128::MAX).pattern),
        }
    }
}

pub(super) fn integer(min: i128, max: i128) -> Value {
    let mut schema = json!({ "type": "integer" });
    for (keyword, bound) in [("minimum", min), ("maximum", max)] {
        if let Some(bound) = number(bound) {
            schema = with(schema, keyword, bound);
        }
    }
    let exact = EXACT_IN_F64 as i128;
    if min < -exact || max > exact {
        let note = "may be beyond 2^53: read it as a 64-bit integer, never through a float";
        return with(schema, "$comment", note);
    }
    schema
}

/// As serde_json can hold it: bounds beyond 64 bits are left out.
fn number(bound: i128) -> Option<Number> {
    let unsigned = u64::try_from(bound).ok().map(Number::from);
    unsigned.or_else(|| i64::try_from(bound).ok().map(Number::from))
}

pub(super) fn float(max: f64) -> Value {
    match max < f64::MAX {
        true => json!({ "type": "number", "minimum": -max, "maximum": max }),
        false => json!({ "type": "number" }),
    }
}

/// Text; numbers are read too, never written.
pub(super) fn decimal(openness: Openness) -> Value {
    let text = json!({
        "type": "string",
        "pattern": pattern::DECIMAL,
        "allOf": [{ "pattern": pattern::DECIMAL_DIGITS }],
    });
    match openness {
        Openness::Closed => text,
        Openness::Open => json!({ "anyOf": [text, float(LARGEST_DECIMAL)] }),
    }
}

/// Whole numbers as keys of a map.
pub(super) fn integer_text(min: i128, max: i128) -> Value {
    let Range { pattern, except } = pattern::range(min, max);
    let schema = json!({ "pattern": pattern });
    match except {
        Some(except) => with(schema, "not", json!({ "pattern": except })),
        None => schema,
    }
}
