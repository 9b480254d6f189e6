//! Reading and writing a record allocate no more than structs written by hand for serde_json do.
//!
//! A buffer that grows counts once for each time. `cargo test --test allocations -- --nocapture`
//! prints the counts.

#![allow(clippy::unwrap_used, reason = "tests")]

#[allow(dead_code, reason = "the bench uses the rest")]
#[path = "../benches/records/by_hand.rs"]
mod by_hand;
#[path = "../benches/records/events.rs"]
mod events;
#[path = "../benches/records/samples.rs"]
mod samples;
#[path = "../benches/records/sets.rs"]
mod sets;

use std::hint::black_box;

use allocation_counter::measure;
use versioned_events::{Envelope, EventSet};

use events::OrderPaid;
use samples::Sample;
use sets::LastOf20;

#[test]
fn decoding_allocates_no_more_than_structs_by_hand() {
    for sample in Sample::all() {
        let Sample { current, data_first, oldest, .. } = &sample;
        let by_hand = count(|| by_hand::read(current).unwrap());
        no_more("current", current, decoding::<OrderPaid>(current), by_hand);
        no_more("in a set of 20", current, decoding::<LastOf20>(current), by_hand);
        let by_hand = count(|| by_hand::read(data_first).unwrap());
        no_more("data first", data_first, decoding::<OrderPaid>(data_first), by_hand);
        let by_hand = count(|| by_hand::read_v1(oldest).unwrap());
        no_more("oldest", oldest, decoding::<OrderPaid>(oldest), by_hand);
    }
}

#[test]
fn encoding_into_a_reused_buffer_allocates_no_more_than_a_struct_by_hand() {
    for Sample { envelope, masked, .. } in Sample::all() {
        let mut buffer = Vec::with_capacity(masked.len());
        let ours = count(|| envelope.write_json(&mut buffer).unwrap());
        let value = by_hand::read(&masked).unwrap();
        let by_hand = count(|| serde_json::to_vec(&value).unwrap());
        no_more("encode", &masked, ours, by_hand);

        let mut buffer = Vec::with_capacity(masked.len());
        let by_hand = count(|| serde_json::to_writer(&mut buffer, &value).unwrap());
        println!("encode, {} bytes: by hand into a reused buffer {by_hand}", masked.len());
    }
}

fn decoding<S: EventSet>(record: &[u8]) -> u64 {
    count(|| Envelope::<S>::from_json(record).unwrap())
}

/// How often `work` allocates.
fn count<R>(mut work: impl FnMut() -> R) -> u64 {
    measure(|| drop(black_box(work()))).count_total
}

fn no_more(what: &str, record: &[u8], ours: u64, by_hand: u64) {
    let bytes = record.len();
    println!("{what}, {bytes} bytes: ours {ours}, by hand {by_hand}");
    assert!(ours <= by_hand, "{what}, {bytes} bytes: ours {ours}, by hand {by_hand}");
}
