//! Libraries beside serde_json, as ratios to the baseline of `cargo bench`, with ours in the same
//! run. The arguments are those of `cargo bench`.
//!
//! ```sh
//! cargo run --release --manifest-path benches/peers/Cargo.toml
//! ```
//!
//! `RUSTFLAGS="-C target-cpu=native"` in front shows sonic-rs with the SIMD that it is made for.

#[path = "../../records/by_hand.rs"]
mod by_hand;
#[path = "../../records/events.rs"]
mod events;
#[path = "../../records/harness.rs"]
mod harness;
#[path = "../../records/samples.rs"]
mod samples;

mod cloud;

use std::hint::black_box;

use versioned_events::Envelope;

use by_hand::{FROM_SLICE, FROM_SLICE_V1, OrderPaid, TO_VEC};
use harness::Bench;
use samples::Sample;

fn main() {
    let mut bench = Bench::from_arguments();
    for sample in &Sample::all() {
        ours(&mut bench, sample);
        sonic(&mut bench, sample);
        cloud::compare(&mut bench, sample);
    }
    bench.print();
}

fn ours(bench: &mut Bench, sample: &Sample) {
    let Sample { envelope, current, oldest, masked, .. } = sample;
    let decode = || Envelope::<events::OrderPaid>::from_json(black_box(current)).unwrap();
    let baseline = || by_hand::read(black_box(current)).unwrap();
    bench.compare("decode/current", current.len(), FROM_SLICE, decode, baseline);
    let decode = || Envelope::<events::OrderPaid>::from_json(black_box(oldest)).unwrap();
    let baseline = || by_hand::read_v1(black_box(oldest)).unwrap();
    bench.compare("decode/oldest", oldest.len(), FROM_SLICE_V1, decode, baseline);
    let by_hand = by_hand::read(masked).unwrap();
    let encode = || black_box(envelope).to_json().unwrap();
    let baseline = || serde_json::to_vec(black_box(&by_hand)).unwrap();
    bench.compare("encode/new-buffer", masked.len(), TO_VEC, encode, baseline);
}

/// The structs of the baseline, read and written by sonic-rs.
fn sonic(bench: &mut Bench, sample: &Sample) {
    type Record = by_hand::Envelope<OrderPaid>;
    let Sample { current, masked, .. } = sample;
    let decode = || sonic_rs::from_slice::<Record>(black_box(current)).unwrap();
    let baseline = || by_hand::read(black_box(current)).unwrap();
    bench.compare("peer/sonic-rs/decode", current.len(), FROM_SLICE, decode, baseline);
    let by_hand = by_hand::read(masked).unwrap();
    assert!(sonic_rs::to_vec(&by_hand).unwrap() == *masked);
    let encode = || sonic_rs::to_vec(black_box(&by_hand)).unwrap();
    let baseline = || serde_json::to_vec(black_box(&by_hand)).unwrap();
    bench.compare("peer/sonic-rs/encode", masked.len(), TO_VEC, encode, baseline);
}
