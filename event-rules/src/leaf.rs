//! What single values look like when they are written: one that is plain, those at the edges, and
//! random ones.

use event_contract::{Format, Ty};
use rust_decimal::Decimal;
use serde_json::{Number, Value, json};

use crate::draw::Random;

/// A decimal has 96 bits.
const LARGEST_DECIMAL: &str = "79228162514264337593543950335";

/// Integers in JSON are of at most 64 bits; the bounds that are left of a type's own.
fn bounds(min: i128, max: i128) -> (i128, i128) {
    (min.max(i64::MIN.into()), max.min(u64::MAX.into()))
}

pub(crate) fn integer(number: i128) -> Value {
    let unsigned = u64::try_from(number).map(Number::from);
    let number = unsigned.or_else(|_| i64::try_from(number).map(Number::from));
    number.map_or(Value::Null, Value::Number)
}

/// As the shortest text of the 32 bits, which is what is written.
fn float32(number: f32) -> Value {
    let text = serde_json::to_string(&number).unwrap_or_default();
    serde_json::from_str::<f64>(&text).map_or(Value::Null, Value::from)
}

/// A plain value; `None` for a type that is made of others.
pub(crate) fn plain(ty: &Ty, name: &str) -> Option<Value> {
    Some(match ty {
        Ty::Any => json!(name),
        Ty::Bool => json!(true),
        Ty::Integer { min, max } => {
            let (min, max) = bounds(*min, *max);
            integer(1.min(max).max(min))
        }
        Ty::Float32 | Ty::Float64 => json!(1.5),
        Ty::Decimal => json!("1.50"),
        Ty::Text(format) => json!(match format {
            Format::Plain => name,
            Format::Char => "a",
            Format::Uuid => "00000000-0000-4000-8000-000000000001",
            Format::Time => "2026-01-02T03:04:05Z",
            Format::Date => "2026-01-02",
            Format::Duration | Format::UnsignedDuration => "PT1.5S",
            Format::Base64 => "AQID",
            Format::U128 => "1",
            Format::I128 => "-1",
        }),
        _ => return None,
    })
}

/// The smallest, the largest and the odd ones.
pub(crate) fn edges(ty: &Ty) -> Vec<Value> {
    match ty {
        Ty::Any => vec![
            json!(null),
            json!(true),
            json!(0),
            json!(-1.5),
            json!(""),
            json!("text"),
            json!([]),
            json!({}),
            json!([null]),
            json!({ "a": 1 }),
        ],
        Ty::Bool => vec![json!(false), json!(true)],
        Ty::Integer { min, max } => {
            let (min, max) = bounds(*min, *max);
            let near = [0, 1, -1, 7, 1 << 53, min, min + 1, max - 1, max];
            let mut inside: Vec<_> = near.into_iter().filter(|n| (min..=max).contains(n)).collect();
            inside.sort_unstable();
            inside.dedup();
            inside.into_iter().map(integer).collect()
        }
        Ty::Float32 => [0.0, -0.0, 1.0, 0.5, -1.5, f32::MAX, f32::MIN, 1e-45].map(float32).into(),
        Ty::Float64 => {
            let numbers = [0.0, -0.0, 1.0, 0.5, -1.5, 1e16, f64::MAX, f64::MIN, 5e-324];
            numbers.map(Value::from).into()
        }
        Ty::Decimal => {
            let smallest = format!("0.{:0>28}", 1);
            let negative = format!("-{LARGEST_DECIMAL}");
            let texts = ["0", "-0", "1", "0.5", "-1.50", LARGEST_DECIMAL, &negative, &smallest];
            texts.map(Value::from).into()
        }
        Ty::Text(format) => text_edges(*format),
        _ => Vec::new(),
    }
}

fn text_edges(format: Format) -> Vec<Value> {
    let largest = u128::MAX.to_string();
    let (positive, negative) = (i128::MAX.to_string(), i128::MIN.to_string());
    let texts: &[&str] = match format {
        Format::Plain => &["", "a", "1", " ", "\u{0}\"\\/", "größe €𝄞"],
        Format::Char => &["a", "1", "\"", "𝄞"],
        Format::Uuid => {
            &["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"]
        }
        Format::Time => &[
            "1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "2024-02-29T12:00:00.500Z",
            "2026-01-02T03:04:05+02:00",
        ],
        Format::Date => &["1970-01-01", "9999-12-31", "2024-02-29"],
        Format::Duration => &["PT0S", "-PT1S", "PT0.000000001S", "PT999999999999S"],
        Format::UnsignedDuration => &["PT0S", "PT0.000000001S", "PT999999999999S"],
        Format::Base64 => &["", "AA==", "+/8=", "AQID"],
        Format::U128 => &["0", "1", &largest],
        Format::I128 => &["0", "1", "-1", &positive, &negative],
    };
    texts.iter().map(|text| json!(text)).collect()
}

/// Any value of the type, the edges more often than others.
pub(crate) fn random(ty: &Ty, random: &mut Random) -> Value {
    let edges = edges(ty);
    let random = &mut random.0;
    if random.u8(..3) == 0 {
        return random.choice(edges).unwrap_or_default();
    }
    match ty {
        Ty::Bool => json!(random.bool()),
        Ty::Integer { min, max } => {
            let (min, max) = bounds(*min, *max);
            if min > max { Value::Null } else { integer(random.i128(min..=max)) }
        }
        Ty::Float32 => float32(random.f32() * 10_f32.powi(random.i32(-9..9))),
        Ty::Float64 => json!((random.f64() - 0.5) * 10_f64.powi(random.i32(-30..30))),
        Ty::Decimal => {
            let sign = if random.bool() { "" } else { "-" };
            match random.usize(..10) {
                0 => json!(format!("{sign}{}", random.u64(..))),
                digits => json!(format!("{sign}{}.{:0digits$}", random.u32(..), random.u32(..9))),
            }
        }
        Ty::Text(format) => json!(text(*format, random)),
        _ => random.choice(edges).unwrap_or_default(),
    }
}

fn text(format: Format, random: &mut fastrand::Rng) -> String {
    const LETTERS: &[char] = &['a', 'b', 'z', 'A', '0', '9', '.', '-', '@', ' ', 'é', '€', '𝄞'];
    const LENGTHS: &[usize] = &[0, 1, 1, 2, 2, 3, 3, 5, 5, 9, 12, 20, 200];
    const BYTES: &[char] = &['A', 'Z', 'a', 'z', '0', '9', '+', '/'];
    let some = |random: &mut fastrand::Rng, from: &[char], count: usize| -> String {
        (0..count).filter_map(|_| random.choice(from)).collect()
    };
    match format {
        Format::Plain => {
            let count = random.choice(LENGTHS).copied().unwrap_or_default();
            some(random, LETTERS, count)
        }
        Format::Char => some(random, LETTERS, 1),
        Format::Base64 => {
            let whole = some(random, BYTES, 8);
            let end = random.choice(["", "QQ==", "QUI="]).unwrap_or_default();
            whole + end
        }
        Format::Uuid => {
            let digits = format!("{:032x}", random.u128(..));
            let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default().to_owned();
            [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
        }
        Format::Date => date(random),
        Format::Time => {
            let (hour, minute, second) = (random.u8(..24), random.u8(..60), random.u8(..60));
            // The last group of three digits is never all zeros.
            let group = format!("{:03}", random.u16(1..1000));
            let groups = random.usize(..4);
            let point = if groups == 0 { "" } else { "." };
            let fraction = group.repeat(groups);
            let offset = random.choice(["Z", "Z", "+00:00", "+02:00", "-11:30"]).unwrap_or("Z");
            let date = date(random);
            format!("{date}T{hour:02}:{minute:02}:{second:02}{point}{fraction}{offset}")
        }
        Format::Duration if random.bool() => {
            format!("-{}", text(Format::UnsignedDuration, random)).replace("-PT0S", "PT0S")
        }
        Format::Duration | Format::UnsignedDuration => match random.bool() {
            true => format!("PT{}S", random.u32(..)),
            false => format!("PT{}.{:03}5S", random.u16(..), random.u16(..1000)),
        },
        Format::U128 => random.u128(..).to_string(),
        Format::I128 => random.i128(..).to_string(),
    }
}

fn date(random: &mut fastrand::Rng) -> String {
    format!("{:04}-{:02}-{:02}", random.u16(..10_000), random.u8(1..13), random.u8(1..29))
}

/// A number that is written in a rule, as values of the type: below it, at it and above.
pub(crate) fn around_number(ty: &Ty, number: &str) -> Vec<Value> {
    match ty {
        Ty::Integer { min, max } => {
            let (min, max) = bounds(*min, *max);
            let whole = number.parse().ok().or_else(|| {
                let number: f64 = number.parse().ok()?;
                Some(number.floor() as i128)
            });
            let Some(whole): Option<i128> = whole else { return Vec::new() };
            let near = [whole, whole.saturating_add(1), whole.saturating_sub(1)];
            near.into_iter().filter(|near| (min..=max).contains(near)).map(integer).collect()
        }
        Ty::Float32 | Ty::Float64 => match number.parse::<f64>() {
            Ok(number) => [number, number + 0.5, number - 0.5].map(Value::from).into(),
            Err(_) => Vec::new(),
        },
        Ty::Decimal => match number.parse::<Decimal>() {
            Ok(number) => [Decimal::ZERO, Decimal::ONE, Decimal::NEGATIVE_ONE]
                .into_iter()
                .filter_map(|more| number.checked_add(more))
                .map(|number| json!(number.to_string()))
                .collect(),
            Err(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}
