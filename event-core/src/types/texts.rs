//! Everything that is text on the wire.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde::de::{Deserializer, Error, Visitor};
use serde::ser::{Error as _, Serializer};
use uuid::Uuid;

use super::text;
use super::utc::UtcRoom;
use crate::decode::{Decode, Version};
use crate::encode::{Encode, View};
use crate::error::OUT_OF_RANGE;
use crate::schema::{Shape, Text, shapes};

shapes! {
    String => Shape::Text(Text::Plain),
    Cow<'static, str> => Shape::Text(Text::Plain),
    Box<str> => Shape::Text(Text::Plain),
    char => Shape::Text(Text::Char),
    Uuid => Shape::Text(Text::Uuid),
    DateTime<Utc> => Shape::Text(Text::Time),
    DateTime<FixedOffset> => Shape::Text(Text::Time),
    NaiveDate => Shape::Text(Text::Date),
    TimeDelta => Shape::Text(Text::Duration),
    Duration => Shape::Text(Text::UnsignedDuration),
    u128 => Shape::Text(Text::U128),
    i128 => Shape::Text(Text::I128),
}

/// Reads text through a parser that keeps its text to itself.
pub(crate) struct FromText<T, F>(pub(crate) F, pub(crate) PhantomData<T>);

impl<T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for FromText<T, F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        (self.0)(value).ok_or_else(|| E::custom("bad format"))
    }
}

pub(crate) fn from_text<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(FromText(parse, PhantomData))
}

struct OwnedText;

impl Visitor<'_> for OwnedText {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<String, E> {
        Ok(value)
    }
}

macro_rules! plain_text {
    ($($type:ty),*) => {$(
        impl Decode for $type {
            fn decode<'de, D: Deserializer<'de>>(
                deserializer: D,
                _: Version,
            ) -> Result<Self, D::Error> {
                deserializer.deserialize_string(OwnedText).map(Into::into)
            }
        }

        impl Encode for $type {
            fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self)
            }
        }
    )*};
}
plain_text!(String, Cow<'static, str>, Box<str>);

macro_rules! formatted_text {
    ($($type:ty: $parse:expr, $write:expr;)*) => {$(
        impl Decode for $type {
            fn decode<'de, D: Deserializer<'de>>(
                deserializer: D,
                _: Version,
            ) -> Result<Self, D::Error> {
                from_text(deserializer, $parse)
            }
        }

        impl Encode for $type {
            fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
                let write: fn(&Self, S) -> Result<S::Ok, S::Error> = $write;
                write(self, serializer)
            }
        }
    )*};
}
formatted_text! {
    char: text::parse_char, |value, serializer| serializer.serialize_char(*value);
    Uuid: text::parse_uuid, |value, serializer| {
        serializer.serialize_str(value.as_hyphenated().encode_lower(&mut Uuid::encode_buffer()))
    };
    DateTime<Utc>: |value| text::parse_time(value).map(|time| time.to_utc()), |value, serializer| {
        match UtcRoom::default().write(value) {
            Some(text) => serializer.serialize_str(text),
            None => Err(S::Error::custom(OUT_OF_RANGE)),
        }
    };
    DateTime<FixedOffset>: text::parse_time, |value, serializer| {
        write_local_time(*value, serializer)
    };
    NaiveDate: text::parse_date, |value, serializer| {
        if !(0..=9999).contains(&value.year()) {
            return Err(S::Error::custom(OUT_OF_RANGE));
        }
        serializer.collect_str(value)
    };
    TimeDelta: text::parse_duration, |value, serializer| write_duration(*value, serializer);
    Duration: text::parse_unsigned_duration, |value, serializer| {
        let length = TimeDelta::from_std(*value).map_err(|_| S::Error::custom(OUT_OF_RANGE))?;
        write_duration(length, serializer)
    };
    u128: text::parse_u128, |value, serializer| serializer.collect_str(value);
    i128: text::parse_i128, |value, serializer| serializer.collect_str(value);
}

/// RFC 3339, if the year has four digits, the offset whole minutes, and the second is no leap second:
/// what can be read back.
fn write_local_time<S: Serializer>(
    value: DateTime<FixedOffset>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let written = value.to_rfc3339_opts(SecondsFormat::AutoSi, false);
    let leap = value.timestamp_subsec_nanos() >= 1_000_000_000;
    // The text has no seconds of the offset, so it would name another time.
    let whole_minutes = value.offset().local_minus_utc() % 60 == 0;
    match !leap && whole_minutes && !written.starts_with(['+', '-']) {
        true => serializer.serialize_str(&written),
        false => Err(S::Error::custom(OUT_OF_RANGE)),
    }
}

fn write_duration<S: Serializer>(length: TimeDelta, serializer: S) -> Result<S::Ok, S::Error> {
    // More seconds than the 12 digits that every reader takes: 30,000 years.
    if length.num_seconds().unsigned_abs() >= 1_000_000_000_000 {
        return Err(S::Error::custom(OUT_OF_RANGE));
    }
    serializer.serialize_str(&text::write_duration(length))
}
