//! Where the reader differs from serde's derives: one type each. All but one are stricter.

use chrono::{DateTime, Utc};
use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Number;
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::shop::Currency;

/// Structs are objects. serde's derives take a list of the fields' values, too.
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = <&RawValue>::deserialize(deserializer)?.get();
        if !json.starts_with('{') {
            return Err(D::Error::custom("not an object"));
        }
        serde_json::from_str(json).map(Self).map_err(D::Error::custom)
    }
}

/// UUIDs have hyphens. uuid's serde takes braces, URNs and 32 digits in a row, too.
#[derive(serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Hyphenated(pub Uuid);

impl TryFrom<String> for Hyphenated {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let id = Uuid::try_parse(&text).map_err(|_| "not a UUID")?;
        // Compared with how it is written: no other parser decides.
        let is_plain = id.hyphenated().to_string() == text.to_ascii_lowercase();
        is_plain.then_some(Self(id)).ok_or("a UUID without hyphens")
    }
}

/// Times are those of RFC 3339, upper case and without leap seconds. chrono's serde takes a space in
/// place of the `T`, lower case, second 60, and more decimals than nanoseconds, too.
#[derive(serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Instant(pub DateTime<Utc>);

impl TryFrom<String> for Instant {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = text.replace(|letter: char| letter.is_ascii_digit(), "0");
        let (clock, tail) = digits.split_at_checked(19).ok_or("too short")?;
        let (fraction, offset) = match tail.strip_prefix('.') {
            Some(tail) => tail.split_at(tail.bytes().take_while(|byte| *byte == b'0').count()),
            None => ("0", tail),
        };
        let is_plain = clock == "0000-00-00T00:00:00"
            && (1..=9).contains(&fraction.len())
            && ["Z", "+00:00", "-00:00"].contains(&offset)
            && text.get(17..19) < Some("60");
        let time = DateTime::parse_from_rfc3339(&text).map_err(|_| "not a time")?;
        is_plain.then_some(Self(time.to_utc())).ok_or("not a plain time")
    }
}

/// `7.0` is a whole number, as in JSON Schema, as long as floats are exact. serde refuses it.
#[derive(serde::Deserialize)]
#[serde(try_from = "Number")]
pub struct Whole(pub u32);

impl TryFrom<Number> for Whole {
    type Error = &'static str;

    fn try_from(number: Number) -> Result<Self, Self::Error> {
        let float = number.as_f64().ok_or("not a number")?;
        let fits = float.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&float);
        fits.then_some(Self(float as u32)).ok_or("not whole, or out of range")
    }
}

/// A variant without content is its name. serde's derives take an object of that name, too.
#[derive(serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Name(pub Currency);

impl TryFrom<String> for Name {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match &*text {
            "EUR" => Ok(Self(Currency::Eur)),
            "USD" => Ok(Self(Currency::Usd)),
            _ => Err("no variant"),
        }
    }
}
