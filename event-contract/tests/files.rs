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

/// Closed by a digest that fits, as somebody would who edits on purpose: FNV-1a, 64 bits.
fn closed(text: &str) -> String {
    let (body, _) = text.rsplit_once(",\n  \"digest\": \"").unwrap();
    let digest = body.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{body},\n  \"digest\": \"{digest:016x}\"\n}}\n")
}

#[test]
fn those_who_read_in_each_build_leave_the_order_of_members_to_the_others() {
    assert_eq!(Contract::from_closed_text(ORDER_PAID), Contract::from_text(ORDER_PAID));

    let (version, rest) =
        ("  \"version\": 3,\n", ORDER_PAID.replacen("  \"version\": 3,\n", "", 1));
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

fn wrong_in(text: &str) -> String {
    Contract::from_text(text).unwrap_err().what().to_owned()
}

#[test]
fn what_a_merge_left_twice_is_noticed() {
    assert_eq!(closed(ORDER_PAID), ORDER_PAID);
    let text = "{\n  \"contract\": 1,\n  \"type\": \"a\",\n  \"version\": 1,\n  \"min_reader_version\": 1,\n  \
        \"key\": [],\n  \"fields\": [\n    {\"name\": \"x\", \"type\": \"text\"},\n    {\"name\": \"x\", \"type\": \"u8\"}\n  ],\n  \"digest\": \"\"\n}\n";
    assert_eq!(wrong_in(&closed(text)), "it has the field `x` twice");
    let twice = ORDER_PAID.lines().find(|line| line.contains("{\"name\"")).unwrap();
    let text = ORDER_PAID.replacen(twice, &format!("{twice}\n{twice}"), 1);
    assert!(wrong_in(&closed(&text)).ends_with(" twice"));
    for mark in ["|||||||", "======="] {
        let text = ORDER_PAID.replacen("  \"fields\"", &format!("{mark}\n  \"fields\""), 1);
        assert_eq!(wrong_in(&text), "it holds the marks of an unfinished merge");
    }
}

#[test]
fn what_editors_add_is_called_so() {
    let text = format!("\u{feff}{ORDER_PAID}");
    assert_eq!(wrong_in(&text), "it begins with a byte order mark, as editors write it");
}

#[test]
fn a_type_that_is_none_is_not_shown_whole() {
    let deep = format!("{}u8{}", "list<".repeat(5000), ">".repeat(5000));
    let at = ORDER_PAID.find("\"type\": \"text\"").unwrap();
    let text = format!("{}{deep}{}", &ORDER_PAID[..at + 9], &ORDER_PAID[at + 13..]);
    let what = wrong_in(&closed(&text));
    assert!(what.starts_with("a type in it is none, `list<list<") && what.len() < 100, "{what}");
}
