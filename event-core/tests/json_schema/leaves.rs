//! Every leaf and container type: decoder and open schema take the same values.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use event_core::Bytes;
use serde_json::Value;
use uuid::Uuid;

use crate::payment::Level;
use crate::support::{assert_agreement, disagreements};
use crate::values::{self, BEYOND_INTEGERS};

macro_rules! agree {
    ($($name:ident: $($type:ty),+;)*) => {$(
        #[test]
        fn $name() {
            let values = values::all();
            $(assert_agreement::<$type>(1, &values);)+
        }
    )*};
}
agree! {
    booleans_agree: bool, Option<bool>, Vec<bool>;
    small_integers_agree: u8, u16, u32, i8, i16, i32, Option<u8>, Box<i32>;
    large_integers_agree: u64, i64, usize, isize, Option<i64>;
    floats_agree: f32, f64, Option<f32>;
    plain_texts_agree: String, Cow<'static, str>, Box<str>, char, Option<String>, Option<char>;
    uuids_agree: Uuid, Option<Uuid>, Vec<Uuid>;
    times_agree: DateTime<Utc>, DateTime<FixedOffset>, NaiveDate, Option<DateTime<Utc>>;
    durations_agree: TimeDelta, Duration, Option<Duration>;
    bytes_agree: Bytes, Option<Bytes>;
    integers_of_128_bits_agree: u128, i128, Option<u128>;
    any_values_agree: Value, Option<Value>, Vec<Value>;
    nested_options_agree: Option<Option<bool>>, Option<Vec<Option<u8>>>, Option<Option<Value>>;
    lists_agree: Vec<u8>, Vec<Option<u8>>, Vec<Vec<u8>>, Vec<String>, Vec<f64>;
    arrays_agree: [u8; 0], [u8; 1], [u8; 2], [Option<u8>; 2], [Value; 3], [[u8; 1]; 1];
    tuples_agree: (u8,), (u8, u8), (u8, String), (u8, Option<String>), (Value, Value, Value);
    maps_agree: BTreeMap<String, u8>, BTreeMap<String, Option<u8>>, HashMap<String, String>,
        BTreeMap<String, Value>, BTreeMap<String, BTreeMap<String, u8>>, BTreeMap<String, Vec<u8>>,
        BTreeMap<Cow<'static, str>, u8>;
    integer_keys_agree: BTreeMap<u8, u8>, BTreeMap<i8, u8>, BTreeMap<u64, Value>, BTreeMap<i64, u8>,
        BTreeMap<u32, u8>, BTreeMap<isize, u8>;
    text_keys_agree: BTreeMap<Uuid, u8>, BTreeMap<NaiveDate, u8>, BTreeMap<char, Value>;
    enum_keys_agree: BTreeMap<Level, u8>, BTreeMap<Level, Value>, Option<BTreeMap<Level, u8>>;
    optional_containers_agree: Option<BTreeMap<Uuid, u8>>, Option<(u8, u8)>, Option<[u8; 2]>;
}

#[cfg(feature = "rust_decimal")]
mod decimals {
    use rust_decimal::Decimal;

    use super::*;
    use crate::values::BEYOND_DECIMALS;

    #[test]
    fn decimals_agree() {
        let mut values = values::all();
        values.retain(|json| !BEYOND_DECIMALS.contains(json));
        values.extend(BEYOND_INTEGERS);
        assert_agreement::<Decimal>(1, &values);
        assert_agreement::<Option<Decimal>>(1, &values);
        assert_agreement::<Vec<Decimal>>(1, &values);
    }

    #[test]
    fn what_json_schema_cannot_say_of_decimals_is_what_the_docs_list() {
        let found = disagreements::<Decimal>(1, BEYOND_DECIMALS);
        assert_eq!(found.len(), BEYOND_DECIMALS.len(), "{found:#?}");
        assert!(found.iter().all(|one| one.starts_with("schema takes")), "{found:#?}");
    }

    /// Whether the digits of a text are a mantissa that a decimal cannot hold.
    fn is_too_large(json: &str) -> bool {
        let digits = json.replace(['"', '-', '.'], "");
        digits.len() == 29 && digits.parse::<u128>().is_ok_and(|mantissa| mantissa >= 1 << 96)
    }

    #[test]
    fn changed_texts_agree_on_decimals() {
        let changed = changed_texts();
        let mut changed: Vec<_> = changed.iter().map(String::as_str).collect();
        changed.retain(|json| !is_too_large(json));
        assert_agreement::<Decimal>(1, &changed);
    }
}

#[test]
fn what_json_schema_cannot_say_of_integers_is_what_the_docs_list() {
    let found = disagreements::<i64>(1, BEYOND_INTEGERS);
    assert_eq!(found.len(), BEYOND_INTEGERS.len(), "{found:#?}");
    assert!(found.iter().all(|one| one.starts_with("schema takes")), "{found:#?}");
}

#[test]
fn the_last_characters_of_base64_agree() {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";
    let mut texts = Vec::new();
    for letter in ALPHABET.chars() {
        for text in [format!("Y{letter}=="), format!("YW{letter}="), format!("YWJ{letter}")] {
            texts.push(format!("{text:?}"));
        }
    }
    let texts: Vec<_> = texts.iter().map(String::as_str).collect();
    assert_agreement::<Bytes>(1, &texts);
}

/// Every text with one character taken out, put in or changed.
fn changed_texts() -> Vec<String> {
    let mut changed = Vec::new();
    for json in values::TEXTS {
        let Ok(text) = serde_json::from_str::<String>(json) else { continue };
        let letters: Vec<char> = text.chars().collect();
        for place in 0..=letters.len() {
            let (before, after) = letters.split_at(place);
            let with = |middle: &[char], after: &[char]| {
                let text: String = before.iter().chain(middle).chain(after).collect();
                Value::from(text).to_string()
            };
            for letter in ['0', '3', '-', '.', 'S'] {
                changed.push(with(&[letter], after));
                if let Some((_, after)) = after.split_first() {
                    changed.push(with(&[letter], after));
                }
            }
            if let Some((_, after)) = after.split_first() {
                changed.push(with(&[], after));
            }
        }
    }
    changed.sort();
    changed.dedup();
    changed
}

#[test]
fn changed_texts_agree() {
    let changed = changed_texts();
    assert!(changed.len() > 10_000, "{}", changed.len());
    let changed: Vec<_> = changed.iter().map(String::as_str).collect();
    assert_agreement::<char>(1, &changed);
    assert_agreement::<Uuid>(1, &changed);
    assert_agreement::<DateTime<FixedOffset>>(1, &changed);
    assert_agreement::<NaiveDate>(1, &changed);
    assert_agreement::<TimeDelta>(1, &changed);
    assert_agreement::<Duration>(1, &changed);
    assert_agreement::<Bytes>(1, &changed);
    assert_agreement::<u128>(1, &changed);
    assert_agreement::<i128>(1, &changed);
}
