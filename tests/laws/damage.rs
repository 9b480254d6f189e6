//! Records that were cut, or of which one bit was flipped.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta};
use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Bytes, Code, DecodeError, diagnose};

use crate::diagnosed;
use crate::events::{Bank, Item, Kind, Link, OrderPaid, Shop, envelope};
use crate::tree::{Numbers, Tree};

const SECRET: &str = "S3CR3T-4111";

fn records() -> Vec<Vec<u8>> {
    let text = || SECRET.to_owned();
    let mut paid = OrderPaid {
        tenant: Uuid::from_u128(u128::MAX / 3),
        number: 7,
        amount: Decimal::new(1050, 2),
        ratio: -0.5,
        small: 1e-7,
        wide: -1,
        at: DateTime::from_timestamp(1_777_629_600, 5).unwrap(),
        took: TimeDelta::milliseconds(-1500),
        card: text(),
        emails: vec![None, Some(text())],
        names: BTreeMap::from([("ä€".to_owned(), text())]),
        bytes: Bytes::from(vec![1, 2, 3]),
        notes: Some(vec![None, Some("\"\n".to_owned())]),
        kinds: vec![],
        pair: ('𝄞', Some(true)),
    };
    let least = envelope(paid.clone()).to_json_unmasked().unwrap();
    let links = BTreeMap::from([(1, Link::None), (2, Link::To("x".to_owned()))]);
    paid.kinds = vec![
        Kind::Cash,
        Kind::Card { holder: Some(text()), bank: Bank::Named { name: text(), links } },
        Kind::Item(Item { id: 1, parts: vec![Item { id: 2, parts: vec![] }] }),
    ];
    let full = String::from_utf8(envelope(paid).to_json_unmasked().unwrap()).unwrap();
    let tree: Tree = serde_json::from_str(&full).unwrap();
    let shuffled = tree.shuffled(&mut Numbers(5)).trim_end().to_owned();
    vec![least, full.into_bytes(), shuffled.into_bytes()]
}

fn shows_no_secret(error: &DecodeError) {
    let shown =
        format!("{error} {error:?} {} {:?} {:?}", error.path(), error.expected(), error.found());
    for part in SECRET.as_bytes().windows(4) {
        assert!(!shown.contains(std::str::from_utf8(part).unwrap()), "{shown}");
    }
}

fn is_cut_well(record: &[u8]) {
    assert!(diagnosed::<Shop>(record).is_ok());
    for end in 0..record.len() {
        let error = diagnosed::<Shop>(&record[..end]).unwrap_err();
        shows_no_secret(&error);
        let code = match std::str::from_utf8(&record[..end]) {
            _ if end == 0 => Code::EmptyRecord,
            Ok(_) => Code::Truncated,
            Err(_) => Code::NotUtf8,
        };
        assert_eq!(error.code(), code, "{end}: {error}");
    }
}

#[test]
fn a_record_cut_anywhere_is_an_error_that_says_so() {
    records().iter().take(2).for_each(|record| is_cut_well(record));
}

#[test]
fn a_record_whose_payload_comes_first_can_be_cut_anywhere_too() {
    records().iter().skip(2).for_each(|record| is_cut_well(record));
}

#[test]
fn no_cut_is_ever_read() {
    for record in records() {
        for end in 0..record.len() {
            shows_no_secret(&diagnosed::<Shop>(&record[..end]).unwrap_err());
        }
    }
}

#[test]
fn one_flipped_bit_is_another_event_or_an_error_without_secrets() {
    let (mut read, mut refused) = (0, 0);
    for record in records() {
        for bit in 0..record.len() * 8 {
            let mut damaged = record.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            match diagnosed::<Shop>(&damaged) {
                Ok(_) => read += 1,
                Err(error) => {
                    diagnose::<Shop>(&damaged).iter().for_each(shows_no_secret);
                    shows_no_secret(&error);
                    refused += 1;
                }
            }
        }
    }
    assert!(read > 1000 && refused > 10_000, "{read} and {refused}");
}
