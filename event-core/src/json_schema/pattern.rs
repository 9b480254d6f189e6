//! Patterns of texts: regular expressions that every dialect reads, without look-around.

/// A UUID with hyphens.
pub(super) const UUID: &str =
    "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$";

/// A date; how many days its month has is for `format`.
pub(super) const DATE: &str = "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$";

/// A time with its offset: RFC 3339 in capitals, no leap second, up to nanoseconds.
pub(super) const TIME: &str = concat!(
    "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])",
    "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?",
    "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
);

macro_rules! seconds {
    () => {
        "[0-9]{1,12}(?:\\.[0-9]{1,9})?S"
    };
}
macro_rules! clock {
    () => {
        concat!(
            "T(?:[0-9]{1,12}H(?:[0-9]{1,12}M)?(?:",
            seconds!(),
            ")?|[0-9]{1,12}M(?:",
            seconds!(),
            ")?|",
            seconds!(),
            ")",
        )
    };
}

/// A length of time: days, hours, minutes and seconds, at least one of them.
pub(crate) const DURATION: &str =
    concat!("^-?P(?:[0-9]{1,10}D(?:", clock!(), ")?|", clock!(), ")$");

/// The same without a sign.
pub(crate) const UNSIGNED_DURATION: &str =
    concat!("^P(?:[0-9]{1,10}D(?:", clock!(), ")?|", clock!(), ")$");

/// Base64 with padding; the last character before it has no bits that mean nothing.
pub(crate) const BASE64: &str = concat!(
    "^(?:[0-9A-Za-z+/]{4})*",
    "(?:[0-9A-Za-z+/][AQgw]==|[0-9A-Za-z+/]{2}[048AEIMQUYcgkosw]=)?$",
);

/// A decimal; how many digits it has is for [`DECIMAL_DIGITS`].
pub(crate) const DECIMAL: &str = "^-?[0-9]+(?:\\.[0-9]{1,28})?$";

/// At most 29 digits, wherever the point is.
pub(super) const DECIMAL_DIGITS: &str = "^-?(?:\\.?[0-9]){1,29}$";

/// Whole numbers from 0, or from 1, to `max`: plain digits, no zero in front.
fn natural(from_zero: bool, max: u128) -> String {
    let digits = max.to_string();
    let mut alternatives = Vec::new();
    if from_zero {
        alternatives.push("0".to_owned());
    }
    if let Some(shorter) = digits.len().checked_sub(2) {
        alternatives.push(format!("[1-9]{}", any(0, shorter)));
    }
    if max > 0 {
        alternatives.push(up_to(digits.as_bytes(), b'1'));
    }
    alternatives.join("|")
}

/// Numbers of as many digits that are not above these; the first one is `lowest` or more.
fn up_to(digits: &[u8], lowest: u8) -> String {
    let Some((first, rest)) = digits.split_first() else { return String::new() };
    if rest.is_empty() {
        return class(lowest, *first);
    }
    let mut alternatives = Vec::new();
    if *first > lowest {
        alternatives.push(class(lowest, *first - 1) + &any(rest.len(), rest.len()));
    }
    alternatives.push(format!("{}{}", char::from(*first), up_to(rest, b'0')));
    match alternatives.len() {
        1 => alternatives.concat(),
        _ => format!("(?:{})", alternatives.join("|")),
    }
}

fn class(from: u8, to: u8) -> String {
    let (from, to) = (char::from(from), char::from(to));
    if from == to { from.to_string() } else { format!("[{from}-{to}]") }
}

fn any(least: usize, most: usize) -> String {
    match (least, most) {
        (_, 0) => String::new(),
        (1, 1) => "[0-9]".to_owned(),
        (least, most) if least == most => format!("[0-9]{{{most}}}"),
        (least, most) => format!("[0-9]{{{least},{most}}}"),
    }
}

/// Whole numbers from `min` to `max` as text, `min` not above 0 and `max` not below it.
fn around_zero(min: i128, max: u128) -> String {
    let positive = natural(true, max);
    match min.unsigned_abs() {
        0 => format!("^(?:{positive})$"),
        low => format!("^(?:{positive}|-(?:{}))$", natural(false, low)),
    }
}

/// What texts of whole numbers match, and what they must not match.
pub(super) struct Range {
    pub(super) pattern: String,
    pub(super) except: Option<String>,
}

/// Whole numbers from `min` to `max` as text.
pub(super) fn range(min: i128, max: i128) -> Range {
    let pattern = around_zero(min.min(0), max.max(0).unsigned_abs());
    let except = if min > 0 {
        Some(around_zero(0, min.unsigned_abs() - 1))
    } else if max < 0 {
        Some(around_zero(max + 1, 0))
    } else {
        None
    };
    Range { pattern, except }
}

/// Whole numbers below 2^128 as text.
pub(super) fn any_u128() -> String {
    around_zero(0, u128::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_of_numbers_is_short_for_short_numbers() {
        assert_eq!(range(0, 9).pattern, "^(?:0|[1-9])$");
        assert_eq!(
            range(0, 255).pattern,
            "^(?:0|[1-9][0-9]{0,1}|(?:1[0-9]{2}|2(?:[0-4][0-9]|5[0-5])))$"
        );
        assert_eq!(range(-1, 0).pattern, "^(?:0|-(?:1))$");
    }
}
