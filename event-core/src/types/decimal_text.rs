//! Decimal numbers as text: a mantissa below 2^96 and up to 28 digits after the point.

use std::borrow::Cow;

/// What a decimal can hold, after the .NET type that `rust_decimal` follows.
const LARGEST: i128 = (1 << 96) - 1;
const MOST_DECIMALS: usize = 28;
/// Digits that a text may have, leading zeros included; [`LARGEST`] has as many.
const MOST_DIGITS: usize = 29;

/// A mantissa and how many of its digits stand after the point.
pub(crate) type Parts = (i128, u32);

/// The decimal in a JSON text or number, given as it stands in the record.
pub(crate) fn parse_json(raw: &str) -> Option<Parts> {
    match raw.strip_prefix('"') {
        Some(rest) => {
            let inside = rest.strip_suffix('"')?;
            parse_short(inside).or_else(|| parse_text(&unescaped(raw, inside)?))
        }
        None => parse_number(raw),
    }
}

fn unescaped<'a>(raw: &str, inside: &'a str) -> Option<Cow<'a, str>> {
    if inside.contains('\\') {
        return serde_json::from_str(raw).ok().map(Cow::Owned);
    }
    Some(Cow::Borrowed(inside))
}

/// What fits a machine word, as nearly all decimals do; `None` for what has to be looked at again.
fn parse_short(text: &str) -> Option<Parts> {
    const MOST: usize = 18;
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    if digits.is_empty() || digits.len() > MOST {
        return None;
    }
    let (mut mantissa, mut point) = (0i64, digits.len());
    for (place, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
            b'.' if place > 0 && point == digits.len() => point = place,
            _ => return None,
        }
    }
    let decimals = (digits.len() - point).saturating_sub(1);
    if point < digits.len() && decimals == 0 {
        return None;
    }
    let mantissa = if digits.len() < text.len() { -mantissa } else { mantissa };
    Some((mantissa.into(), u32::try_from(decimals).ok()?))
}

/// `-?digits[.digits]`, nothing else.
pub(crate) fn parse_text(text: &str) -> Option<Parts> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match digits.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (digits, ""),
    };
    if whole.is_empty() || whole.len() + fraction.len() > MOST_DIGITS {
        return None;
    }
    parts(text.starts_with('-'), whole, fraction)
}

/// A JSON number, exactly as written; `1.50e3` is 1500.
fn parse_number(number: &str) -> Option<Parts> {
    let digits = number.strip_prefix('-').unwrap_or(number);
    let (digits, exponent) = match digits.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (digits, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut all = format!("{whole}{fraction}");
    let mut point = i64::try_from(whole.len()).ok()? + i64::from(exponent);
    if all.bytes().all(|byte| byte == b'0') {
        return Some((0, 0));
    }
    if !(-64..=64).contains(&point) {
        return None;
    }
    while point < 0 {
        all.insert(0, '0');
        point += 1;
    }
    let point = usize::try_from(point).ok()?;
    while all.len() < point {
        all.push('0');
    }
    let (whole, fraction) = all.split_at_checked(point)?;
    let with = |fraction| parts(number.starts_with('-'), whole, fraction);
    // Zeros at the end are kept where there is room for them.
    let as_written = (exponent == 0).then(|| with(fraction)).flatten();
    as_written.or_else(|| with(fraction.trim_end_matches('0')))
}

fn parts(negative: bool, whole: &str, fraction: &str) -> Option<Parts> {
    if fraction.len() > MOST_DECIMALS {
        return None;
    }
    let mut mantissa = 0i128;
    for byte in whole.bytes().chain(fraction.bytes()) {
        let digit = byte.is_ascii_digit().then(|| i128::from(byte - b'0'))?;
        mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
    }
    let scale = u32::try_from(fraction.len()).ok()?;
    (mantissa <= LARGEST).then_some((if negative { -mantissa } else { mantissa }, scale))
}

/// Room for the text of a decimal: a sign, 29 digits and a point.
#[cfg(feature = "rust_decimal")]
#[derive(Default)]
pub(crate) struct Room([u8; 32]);

#[cfg(feature = "rust_decimal")]
impl Room {
    /// The text of a decimal: `-10.50`, with a digit before the point and `scale` behind it.
    pub(crate) fn write(&mut self, negative: bool, mantissa: u128, scale: u32) -> &str {
        let mut places = self.0.iter_mut().rev();
        let mut length = 0;
        let mut put = |byte: u8| {
            if let Some(place) = places.next() {
                *place = byte;
                length += 1;
            }
        };
        let mut written = 0;
        let mut digit = |digit: u8, is_last: bool| {
            put(b'0' + digit);
            written += 1;
            if written == scale {
                put(b'.');
            }
            is_last && written > scale
        };
        // What fits 64 bits is divided there: that is many times faster.
        let mut large = mantissa;
        while u64::try_from(large).is_err() {
            digit((large % 10) as u8, false);
            large /= 10;
        }
        let mut small = large as u64;
        while !digit((small % 10) as u8, small < 10) {
            small /= 10;
        }
        if negative {
            put(b'-');
        }
        let text = self.0.get(self.0.len() - length..).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_keeps_every_digit_or_is_refused() {
        for (raw, parts) in [
            ("\"10.50\"", Some((1050, 2))),
            ("10.50", Some((1050, 2))),
            ("-0.1", Some((-1, 1))),
            ("1.5e3", Some((1500, 0))),
            ("15E-4", Some((15, 4))),
            ("0e999999", Some((0, 0))),
            ("0.1234567890123456789012345678", Some((1234567890123456789012345678, 28))),
            ("0.12345678901234567890123456789", None),
            ("1.0000000000000000000000000000", Some((10_i128.pow(28), 28))),
            ("10.0000000000000000000000000000", Some((10, 0))),
            ("10.00000000000000000000000000000", Some((10, 0))),
            ("79228162514264337593543950335.0", Some((79228162514264337593543950335, 0))),
            ("79228162514264337593543950335", Some((79228162514264337593543950335, 0))),
            ("79228162514264337593543950336", None),
            ("1e29", None),
            ("1e-29", None),
            ("1e2147483648", None),
            ("\"1e3\"", None),
            ("\"\\u0031\"", Some((1, 0))),
            ("\"\"", None),
            ("\"-\"", None),
            ("\"1.\"", None),
            ("\".5\"", None),
            ("\"1.5.5\"", None),
            ("\"+1\"", None),
            ("true", None),
            ("[1]", None),
        ] {
            assert_eq!(parse_json(raw), parts, "{raw}");
        }
    }
}
