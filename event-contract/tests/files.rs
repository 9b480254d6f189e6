//! What was written is read again, and nothing else is.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "tests")]

use event_contract::{Contract, Samples};

/// A contract with one of everything.
const ORDER_PAID: &str = include_str!("data/order.paid.v3.json");
const SAMPLES: &str = include_str!("data/order.paid.v3.sample.json");

#[test]
fn a_file_is_read_and_written_again_byte_by_byte() {
    assert_eq!(Contract::from_text(ORDER_PAID).unwrap().to_text(), ORDER_PAID);
    assert_eq!(Samples::from_text(SAMPLES).unwrap().to_text(), SAMPLES);
}

#[test]
fn other_line_ends_are_the_same_file() {
    let text = ORDER_PAID.replace('\n', "\r\n");
    assert_eq!(Contract::from_text(&text).unwrap().to_text(), ORDER_PAID);
}

#[test]
fn every_flipped_bit_is_noticed() {
    for place in 0..ORDER_PAID.len() {
        for bit in 0..8 {
            let mut bytes = ORDER_PAID.as_bytes().to_vec();
            bytes[place] ^= 1 << bit;
            let Ok(text) = String::from_utf8(bytes) else { continue };
            assert!(Contract::from_text(&text).is_err(), "bit {bit} of byte {place}");
        }
    }
}

#[test]
fn every_cut_is_noticed() {
    for end in 0..ORDER_PAID.len() {
        assert!(Contract::from_text(&ORDER_PAID[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn an_unfinished_merge_is_called_so() {
    let merged = ORDER_PAID.replace("  \"fields\"", "<<<<<<< ours\n  \"fields\"");
    let error = Contract::from_text(&merged).unwrap_err();
    assert_eq!(error.what(), "it holds the marks of an unfinished merge");
}

/// With its digest: FNV-1a, 64 bits.
fn closed(body: &str) -> String {
    let digest = body.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{body},\n  \"digest\": \"{digest:016x}\"\n}}\n")
}

#[test]
fn those_who_read_in_each_build_leave_the_order_of_members_to_the_others() {
    let (body, _) = ORDER_PAID.rsplit_once(",\n  \"digest\"").unwrap();
    assert_eq!(closed(body), ORDER_PAID);
    assert_eq!(Contract::from_closed_text(ORDER_PAID), Contract::from_text(ORDER_PAID));

    let (version, rest) = ("  \"version\": 3,\n", body.replacen("  \"version\": 3,\n", "", 1));
    let other_order = closed(&rest.replacen("  \"type\"", &format!("{version}  \"type\""), 1));
    let error = Contract::from_text(&other_order).unwrap_err();
    assert_eq!(error.what(), "it is not in the form that it is written in");
    assert_eq!(Contract::from_closed_text(&other_order), Contract::from_text(ORDER_PAID));
}

#[test]
fn every_flipped_bit_and_every_cut_is_noticed_in_each_build() {
    for place in 0..ORDER_PAID.len() {
        assert!(Contract::from_closed_text(&ORDER_PAID[..place]).is_err(), "cut at {place}");
        let mut bytes = ORDER_PAID.as_bytes().to_vec();
        bytes[place] ^= 1;
        let Ok(text) = String::from_utf8(bytes) else { continue };
        assert!(Contract::from_closed_text(&text).is_err(), "byte {place}");
    }
}
