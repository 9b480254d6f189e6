//! Text in, value out: the one parser of each format, shared by decoder and errors.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use uuid::Uuid;

pub(crate) fn parse_char(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// With hyphens only: what JSON Schema's `uuid` means.
pub(crate) fn parse_uuid(text: &str) -> Option<Uuid> {
    (text.len() == 36).then(|| Uuid::try_parse(text).ok()).flatten()
}

/// RFC 3339 without the spaces, lower case and leap seconds that chrono would also take.
pub(crate) fn parse_time(text: &str) -> Option<DateTime<FixedOffset>> {
    let bytes = text.as_bytes();
    let separators = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    let shaped = separators.iter().all(|(at, byte)| bytes.get(*at) == Some(byte))
        && bytes.get(17).is_some_and(|tens| *tens < b'6')
        && !text.ends_with('z');
    let fraction = bytes.get(19) == Some(&b'.');
    let digits = bytes.iter().skip(20).take_while(|byte| byte.is_ascii_digit()).count();
    if !shaped || fraction && digits > 9 || bytes.iter().skip(19).any(|byte| !is_tail(*byte)) {
        return None;
    }
    DateTime::parse_from_rfc3339(text).ok()
}

/// What may follow the seconds of a time.
fn is_tail(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'.' | b'Z' | b'+' | b'-' | b':')
}

/// Whether the text is a time but for its offset.
pub(crate) fn is_time_without_offset(text: &str) -> bool {
    parse_time(text).is_none() && parse_time(&format!("{text}Z")).is_some()
}

pub(crate) fn parse_date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    shaped.then(|| text.parse().ok()).flatten()
}

/// ISO 8601 without years and months, whose length nobody knows; fractions in the seconds only.
pub(crate) fn parse_duration(text: &str) -> Option<TimeDelta> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let rest = rest.strip_prefix('P')?;
    let (days, clock) = match rest.split_once('T') {
        Some((days, clock)) => (days, Some(clock)),
        None => (rest, None),
    };
    let mut seconds = 0i64;
    let mut nanoseconds = 0u32;
    let mut parts = 0;
    if !days.is_empty() {
        let days = days.strip_suffix('D').filter(|days| days.len() <= MOST_DAY_DIGITS)?;
        seconds = whole(days)?.checked_mul(86_400)?;
        parts += 1;
    }
    if let Some(mut clock) = clock {
        if clock.is_empty() {
            return None;
        }
        for (unit, length) in [('H', 3600), ('M', 60)] {
            if let Some((amount, rest)) = clock.split_once(unit) {
                seconds = seconds.checked_add(whole(amount)?.checked_mul(length)?)?;
                clock = rest;
                parts += 1;
            }
        }
        if !clock.is_empty() {
            let (amount, fraction) = split_fraction(clock.strip_suffix('S')?)?;
            seconds = seconds.checked_add(whole(amount)?)?;
            nanoseconds = fraction;
            parts += 1;
        }
    }
    if parts == 0 {
        return None;
    }
    let length = TimeDelta::new(seconds, nanoseconds)?;
    Some(if negative { -length } else { length })
}

/// As a length without a sign.
pub(crate) fn parse_unsigned_duration(text: &str) -> Option<Duration> {
    if text.starts_with('-') {
        return None;
    }
    parse_duration(text)?.to_std().ok()
}

/// Digits of a number of days; as many of hours, minutes and seconds as [`whole`] takes fit besides.
const MOST_DAY_DIGITS: usize = 10;

/// Up to 12 digits: every sum of such numbers fits `TimeDelta`, so the pattern can say it.
fn whole(digits: &str) -> Option<i64> {
    let plain =
        (1..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// `12.5` into 12 and 500,000,000 nanoseconds.
fn split_fraction(seconds: &str) -> Option<(&str, u32)> {
    let Some((whole, fraction)) = seconds.split_once('.') else { return Some((seconds, 0)) };
    let plain =
        (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let nanoseconds = plain.then(|| format!("{fraction:0<9}").parse().ok()).flatten()?;
    Some((whole, nanoseconds))
}

/// Seconds with as many decimals as it takes; what [`parse_duration`] reads back.
pub(crate) fn write_duration(length: TimeDelta) -> String {
    let sign = if length < TimeDelta::zero() { "-" } else { "" };
    let length = length.abs();
    let (seconds, nanoseconds) = (length.num_seconds(), length.subsec_nanos());
    if nanoseconds == 0 {
        return format!("{sign}PT{seconds}S");
    }
    let fraction = format!("{nanoseconds:09}");
    format!("{sign}PT{seconds}.{}S", fraction.trim_end_matches('0'))
}

pub(crate) fn parse_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

pub(crate) fn write_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub(crate) fn parse_u128(text: &str) -> Option<u128> {
    is_plain_integer(text).then(|| text.parse().ok()).flatten()
}

pub(crate) fn parse_i128(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    (is_plain_integer(digits) && text != "-0").then(|| text.parse().ok()).flatten()
}

/// Digits without leading zeros.
pub(crate) fn is_plain_integer(digits: &str) -> bool {
    let starts_well = digits == "0" || !digits.starts_with('0');
    !digits.is_empty() && starts_well && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_needs_its_offset_and_no_leap_second() {
        for good in ["2026-05-01T10:00:00Z", "2026-05-01T10:00:00.123456789+02:00"] {
            assert!(parse_time(good).is_some(), "{good}");
        }
        for bad in [
            "2026-05-01T10:00:00",
            "2026-05-01 10:00:00Z",
            "2026-05-01T10:00:00z",
            "2026-05-01t10:00:00Z",
            "2016-12-31T23:59:60Z",
            "2026-02-30T10:00:00Z",
            "2026-05-01T10:00:00.1234567891Z",
            "2026-05-01T10:00:00.Z",
            "2026-05-01T10:00:00+0200",
            "2026-05-01T10:00:00 +02:00",
            "",
        ] {
            assert!(parse_time(bad).is_none(), "{bad}");
        }
        assert!(is_time_without_offset("2026-05-01T10:00:00"));
        assert!(!is_time_without_offset("yesterday"));
    }

    #[test]
    fn durations_round_trip_and_take_what_pydantic_and_msgspec_write() {
        for text in ["PT0S", "PT1.5S", "-PT86400S", "PT0.000000001S"] {
            assert_eq!(parse_duration(text).map(write_duration).as_deref(), Some(text));
        }
        assert_eq!(
            parse_duration("P1DT2H3M4.5S").map(write_duration).as_deref(),
            Some("PT93784.5S")
        );
        for bad in [
            "P",
            "PT",
            "P1Y",
            "PT1S2M",
            "1S",
            "PT-1S",
            "PT1.S",
            "P1DT",
            "PT1234567890123S",
            "P12345678901D",
        ] {
            assert!(parse_duration(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_uuid_has_hyphens() {
        assert!(parse_uuid("00000000-0000-0000-0000-00000000000A").is_some());
        assert!(parse_uuid("{0000000-0000-0000-0000-00000000000}").is_none());
        assert!(parse_uuid("00000000000000000000000000000000").is_none());
    }
}
