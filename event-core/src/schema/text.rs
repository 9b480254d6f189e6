//! The formats that text on the wire can have: one row each, used by the decoder, by the errors and
//! by the JSON Schema, so that the three cannot disagree.

use crate::types::text;

/// A format of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Text {
    /// Any text.
    Plain,
    /// One character.
    Char,
    /// A UUID with hyphens (RFC 9562), in either case.
    Uuid,
    /// A point in time with its offset (RFC 3339), no leap second, up to nanoseconds.
    Time,
    /// A calendar date (RFC 3339).
    Date,
    /// A length of time (ISO 8601 with days, hours, minutes and seconds): `PT1.5S`.
    Duration,
    /// The same without a sign: not below zero.
    UnsignedDuration,
    /// Bytes in base64 (RFC 4648, standard alphabet, padded).
    Base64,
    /// A whole number below 2^128.
    U128,
    /// A whole number between -2^127 and 2^127 - 1.
    I128,
}

impl Text {
    /// Whether the text has this format.
    #[must_use]
    pub fn accepts(self, value: &str) -> bool {
        match self {
            Self::Plain => true,
            Self::Char => text::parse_char(value).is_some(),
            Self::Uuid => text::parse_uuid(value).is_some(),
            Self::Time => text::parse_time(value).is_some(),
            Self::Date => text::parse_date(value).is_some(),
            Self::Duration => text::parse_duration(value).is_some(),
            Self::UnsignedDuration => text::parse_unsigned_duration(value).is_some(),
            Self::Base64 => text::parse_base64(value).is_some(),
            Self::U128 => text::parse_u128(value).is_some(),
            Self::I128 => text::parse_i128(value).is_some(),
        }
    }

    /// What it is called in errors.
    #[must_use]
    pub const fn expected(self) -> &'static str {
        match self {
            Self::Plain => "text",
            Self::Char => "one character",
            Self::Uuid => "a UUID",
            Self::Time => "a time with offset (RFC 3339)",
            Self::Date => "a date (YYYY-MM-DD)",
            Self::Duration => "a duration (ISO 8601)",
            Self::UnsignedDuration => "a duration not below zero (ISO 8601)",
            Self::Base64 => "bytes in base64",
            Self::U128 => "text with a whole number below 2^128",
            Self::I128 => "text with a whole number of 128 bits",
        }
    }
}
