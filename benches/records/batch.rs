//! Batches: one after another, and in slices on all cores.

use std::hint::black_box;
use std::num::NonZero;
use std::thread;

use versioned_events::Envelope;

use crate::by_hand::{self, FROM_SLICE, TO_VEC};
use crate::events::OrderPaid;
use crate::harness::Bench;
use crate::samples::Sample;

pub fn compare(bench: &mut Bench, sample: &Sample) {
    let bytes = sample.current.len();
    let batch = vec![&sample.current[..]; 100];
    bench.compare(
        "decode/batch-of-100",
        bytes,
        FROM_SLICE,
        || Envelope::<OrderPaid>::decode_batch(black_box(&batch)).collect::<Vec<_>>(),
        || black_box(&batch).iter().map(|record| by_hand::read(record)).collect::<Vec<_>>(),
    );
    let mut tenth_bad = batch.clone();
    tenth_bad.iter_mut().step_by(10).for_each(|record| *record = &record[..bytes / 2]);
    bench.compare(
        "decode/batch-of-100-tenth-bad",
        bytes,
        FROM_SLICE,
        || Envelope::<OrderPaid>::decode_batch(black_box(&tenth_bad)).collect::<Vec<_>>(),
        || black_box(&tenth_bad).iter().map(|record| by_hand::read(record)).collect::<Vec<_>>(),
    );
    let envelopes = vec![sample.envelope.clone(); 100];
    let by_hand: Vec<_> = (0..100).map(|_| by_hand::read(&sample.masked).unwrap()).collect();
    bench.compare(
        "encode/batch-of-100",
        sample.masked.len(),
        TO_VEC,
        || Envelope::encode_batch(black_box(&envelopes)).collect::<Vec<_>>(),
        || black_box(&by_hand).iter().map(serde_json::to_vec).collect::<Vec<_>>(),
    );
    in_parallel(bench, &sample.current);
}

/// The ideal ratio is 1 through the number of threads; the same by hand shows what the machine gives.
fn in_parallel(bench: &mut Bench, record: &[u8]) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    // Records of their own, as they come from a broker.
    let batch = vec![record.to_vec(); 10_000];
    let ours = |record: &Vec<u8>| Envelope::<OrderPaid>::from_json(record).is_ok();
    let theirs = |record: &Vec<u8>| by_hand::read(record).is_ok();
    bench.compare(
        &format!("decode/batch-of-10000/{cores}-threads-to-1"),
        record.len(),
        "ours, 1 thread",
        || on_threads(&batch, cores, ours),
        || on_threads(&batch, 1, ours),
    );
    bench.compare(
        &format!("peer/by-hand/batch-of-10000/{cores}-threads-to-1"),
        record.len(),
        "Envelope<OrderPaid> by hand, 1 thread",
        || on_threads(&batch, cores, theirs),
        || on_threads(&batch, 1, theirs),
    );
}

fn on_threads(batch: &[Vec<u8>], threads: usize, reads: impl Fn(&Vec<u8>) -> bool + Sync) {
    let slice = batch.len().div_ceil(threads);
    thread::scope(|scope| {
        for records in batch.chunks(slice) {
            scope.spawn(|| assert!(records.iter().all(&reads)));
        }
    });
}
