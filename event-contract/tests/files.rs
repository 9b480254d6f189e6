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
