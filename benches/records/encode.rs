//! Encoding: into a buffer that is used again, into a new one, masked and in full.

use std::hint::black_box;

use versioned_events::{Envelope, EventSet};

use crate::by_hand::{self, TO_VEC};
use crate::harness::Bench;
use crate::samples::Sample;
use crate::sets::LastOf20;

pub fn compare(bench: &mut Bench, sample: &Sample) {
    let Sample { envelope, current, masked, .. } = sample;
    // The baseline masks nothing: its value is masked already, so that both write the same bytes.
    let masked_by_hand = by_hand::read(masked).unwrap();
    let by_hand = by_hand::read(current).unwrap();
    let in_set = envelope.clone().map(LastOf20::OrderPaid);

    let mut buffer = Vec::new();
    bench.compare(
        "encode/reused-buffer",
        masked.len(),
        TO_VEC,
        || write(envelope, &mut buffer),
        || serde_json::to_vec(black_box(&masked_by_hand)).unwrap(),
    );
    let mut buffer = Vec::new();
    bench.compare(
        "encode/reused-buffer/set-of-20",
        masked.len(),
        TO_VEC,
        || write(&in_set, &mut buffer),
        || serde_json::to_vec(black_box(&masked_by_hand)).unwrap(),
    );
    bench.compare(
        "encode/new-buffer",
        masked.len(),
        TO_VEC,
        || black_box(envelope).to_json().unwrap(),
        || serde_json::to_vec(black_box(&masked_by_hand)).unwrap(),
    );
    bench.compare(
        "encode/new-buffer/unmasked",
        current.len(),
        TO_VEC,
        || black_box(envelope).to_json_unmasked().unwrap(),
        || serde_json::to_vec(black_box(&by_hand)).unwrap(),
    );
    bench.compare(
        "encode/masked-to-unmasked",
        masked.len(),
        "ours, unmasked",
        || black_box(envelope).to_json().unwrap(),
        || black_box(envelope).to_json_unmasked().unwrap(),
    );
}

fn write<S: EventSet>(envelope: &Envelope<S>, buffer: &mut Vec<u8>) {
    buffer.clear();
    black_box(envelope).write_json(buffer).unwrap();
    black_box(buffer);
}
