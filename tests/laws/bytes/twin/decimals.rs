//! Decimals, as the reader takes them and rust_decimal's serde does not.

use rust_decimal::Decimal;
use serde_json::value::RawValue;

/// A decimal is text or a number, digit by digit. rust_decimal's serde goes through a float, rounds
/// what does not fit, and takes `+1`, `.5` and `1_000`, too.
#[derive(serde::Deserialize)]
#[serde(try_from = "Box<RawValue>")]
pub struct Exact(pub Decimal);

impl TryFrom<Box<RawValue>> for Exact {
    type Error = &'static str;

    fn try_from(json: Box<RawValue>) -> Result<Self, Self::Error> {
        let decimal = match serde_json::from_str::<String>(json.get()) {
            Ok(text) => decimal_in_text(&text),
            Err(_) => decimal_in_number(json.get()),
        };
        decimal.map(Self).ok_or("not a decimal")
    }
}

/// Text has at most as many digits as a decimal, and no exponent.
fn decimal_in_text(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let few = digits.bytes().filter(u8::is_ascii_digit).count() <= 29;
    (few && are_digits(whole) && are_digits(fraction)).then_some(())?;
    Decimal::from_str_exact(text).ok()
}

/// A number is taken if its value is that of a decimal. More than 64 digits before or behind the
/// point are not looked at, nor exponents of more than 32 bits.
fn decimal_in_number(number: &str) -> Option<Decimal> {
    let (digits, exponent) = match number.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (number, 0),
    };
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !(digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')) || whole.is_empty() {
        return None;
    }
    let digits = format!("{whole}{fraction}");
    if digits.bytes().all(|byte| byte == b'0') {
        return Some(Decimal::ZERO);
    }
    let point = whole.len() as i64 + i64::from(exponent);
    if !(-64..=64).contains(&point) {
        return None;
    }
    // 64 zeros on either side, so that the point stands somewhere between the digits.
    let padded = format!("{}{digits}{}", "0".repeat(64), "0".repeat(64));
    let (whole, fraction) = padded.split_at((64 + point) as usize);
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let fraction = if fraction.is_empty() { "0" } else { fraction };
    Decimal::from_str_exact(&format!("{sign}0{whole}.{fraction}")).ok()
}
