//! Whether a single value fits its shape, and how shapes are described in errors.

use super::TOO_DEEP;
use super::scan::Kind;
use crate::decode::{Decode, Version};
use crate::error::Code;
use crate::schema::{Content, Shape, Tagging, Text};
use crate::types::{decimal_text, numbers, text};

/// What is wrong with a value that is no list and no object of a known table.
pub(super) fn check_leaf(
    shape: &Shape,
    kind: Kind,
    json: &str,
) -> Option<(Code, Option<&'static str>)> {
    let fits = |fits: bool, code: Code| (!fits).then_some((code, Some(kind.name())));
    match (shape, kind) {
        (Shape::Any, _) | (Shape::Bool, Kind::Bool) => None,
        (Shape::Integer { min, max }, Kind::Number) => {
            fits(fits_integer(json, *min, *max), Code::OutOfRange)
        }
        (Shape::Float { max }, Kind::Number) => {
            fits(json.parse().is_ok_and(|value: f64| value.abs() <= *max), Code::OutOfRange)
        }
        (Shape::Decimal, Kind::Number) => {
            fits(decimal_text::parse_json(json).is_some(), Code::OutOfRange)
        }
        (Shape::Decimal, Kind::Text) => {
            fits(decimal_text::parse_json(json).is_some(), Code::BadFormat)
        }
        (Shape::Text(format), Kind::Text) => match serde_json::from_str::<String>(json) {
            Err(_) => Some((Code::NotJson, None)),
            Ok(value) if format.accepts(&value) => None,
            Ok(value) if *format == Text::Time && text::is_time_without_offset(&value) => {
                Some((Code::TimeWithoutOffset, None))
            }
            Ok(_) => Some((Code::BadFormat, None)),
        },
        _ => Some((Code::TypeMismatch, Some(kind.name()))),
    }
}

/// What is wrong with any value of good JSON: a number may be too large for a float, or text have escapes that mean no character.
pub(super) fn check_any(json: &str) -> Option<Code> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let error = serde_json::Value::decode(&mut deserializer, Version::NEWEST).err()?;
    let is_too_deep = error.to_string().starts_with(TOO_DEEP);
    Some(if is_too_deep { Code::TooDeep } else { Code::RefusedByType })
}

fn fits_integer(json: &str, min: i128, max: i128) -> bool {
    whole(json).is_some_and(|number| (min..=max).contains(&number))
}

/// A whole number as the decoder sees it: digits that fit 64 bits, or a float without a fraction.
pub(super) fn whole(json: &str) -> Option<i128> {
    match json.parse::<i128>() {
        Ok(number) if json != "-0" && (i64::MIN.into()..=u64::MAX.into()).contains(&number) => {
            Some(number)
        }
        _ => json.parse().ok().and_then(numbers::whole_float).map(i128::from),
    }
}

/// Whether the text of a map's key fits.
pub(super) fn fits_key(shape: &Shape, key: &str, version: u32) -> bool {
    match shape.resolved() {
        Shape::Text(format) => format.accepts(key),
        Shape::Integer { min, max } => {
            text::parse_i128(key).is_some_and(|number| (*min..=*max).contains(&number))
        }
        Shape::Enum(table) => {
            let variant = table.variant_at(key, version);
            variant.is_some_and(|variant| matches!(variant.content, Content::Unit))
        }
        _ => true,
    }
}

/// The text that stands for a key however it is written: a UUID has two cases, a variant aliases.
pub(super) fn plain_key(shape: &Shape, key: &str) -> String {
    match shape.resolved() {
        Shape::Enum(table) => {
            table.variant_at(key, u32::MAX).map_or(key, |variant| variant.name).to_owned()
        }
        Shape::Text(Text::Uuid) => key.to_ascii_lowercase(),
        _ => key.to_owned(),
    }
}

/// What a shape is called in errors, in a version of its type.
pub(super) fn describe(shape: &Shape, version: u32) -> String {
    match shape.resolved() {
        Shape::Bool => "true or false".to_owned(),
        Shape::Integer { min, max } => format!("a whole number from {min} to {max}"),
        Shape::Float { .. } => "a number".to_owned(),
        Shape::Decimal => "a decimal".to_owned(),
        Shape::Text(format) => format.expected().to_owned(),
        Shape::Option(inner) => format!("{} or null", describe(inner, version)),
        Shape::List(_) => "a list".to_owned(),
        Shape::Array(_, length) => format!("a list of {length} items"),
        Shape::Tuple(places) => format!("a list of {} items", places.len()),
        Shape::Map { .. } | Shape::Struct(_) => "an object".to_owned(),
        Shape::Enum(table) => match table.tagging {
            Tagging::External => one_of(table.variants_at(version).map(|variant| variant.name)),
            _ => "an object".to_owned(),
        },
        _ => "a value".to_owned(),
    }
}

/// Lists names, at most as many as fit a line.
pub(super) fn one_of(names: impl Iterator<Item = &'static str>) -> String {
    const MOST: usize = 8;
    let names: Vec<_> = names.collect();
    let listed: Vec<_> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    match names.len() {
        0 => "nothing".to_owned(),
        1 => listed.concat(),
        2..=MOST => format!("one of {}", listed.join(", ")),
        count => format!("one of {} and {} more", listed.join(", "), count - MOST),
    }
}
