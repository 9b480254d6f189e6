//! Decoding good records: alone and in sets, every order of fields, the oldest version.

use std::hint::black_box;

use versioned_events::{Envelope, EventSet};

use crate::by_hand::{self, FROM_SLICE, FROM_SLICE_V1};
use crate::events::OrderPaid;
use crate::harness::Bench;
use crate::samples::Sample;
use crate::sets::{FirstOf2, FirstOf20, LastOf2, LastOf20};

pub fn compare(bench: &mut Bench, sample: &Sample) {
    let Sample { current, data_first, oldest, .. } = sample;
    set::<OrderPaid>(bench, "decode/current", current);
    set::<OrderPaid>(bench, "decode/data-first", data_first);
    bench.compare(
        "decode/oldest",
        oldest.len(),
        FROM_SLICE_V1,
        || ours::<OrderPaid>(oldest),
        || by_hand::read_v1(black_box(oldest)).unwrap(),
    );
    set::<FirstOf2>(bench, "decode/set-of-2/first", current);
    set::<LastOf2>(bench, "decode/set-of-2/last", current);
    set::<FirstOf20>(bench, "decode/set-of-20/first", current);
    set::<LastOf20>(bench, "decode/set-of-20/last", current);
    bench.compare(
        "decode/set-of-20-to-2/first",
        current.len(),
        "ours, first of 2",
        || ours::<FirstOf20>(current),
        || ours::<FirstOf2>(current),
    );
    bench.compare(
        "decode/set-of-20-to-2/last",
        current.len(),
        "ours, last of 2",
        || ours::<LastOf20>(current),
        || ours::<LastOf2>(current),
    );
}

/// A single event is a set of one.
fn set<S: EventSet>(bench: &mut Bench, name: &str, record: &[u8]) {
    let theirs = || by_hand::read(black_box(record)).unwrap();
    bench.compare(name, record.len(), FROM_SLICE, || ours::<S>(record), theirs);
}

fn ours<S: EventSet>(record: &[u8]) -> Envelope<S> {
    Envelope::from_json(black_box(record)).unwrap()
}
