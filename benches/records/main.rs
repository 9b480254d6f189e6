//! Decoding and encoding records, as ratios to structs that are written by hand for serde_json.
//!
//! ```sh
//! cargo bench                 # everything, in about a minute
//! cargo bench -- decode/set   # the figures whose names contain one of the words
//! cargo bench -- --quick      # in seconds; the second decimal means little then
//! ```
//!
//! A table is printed first, then one line a figure: `ratio decode/current/1346B 0.74`. Below 1 is
//! faster than the baseline, which the table names. `benches/peers` measures the libraries that the
//! tests of this workspace should not have to build.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a bench")]

mod bad;
mod batch;
mod by_hand;
mod decode;
mod encode;
mod events;
mod harness;
mod peers;
mod samples;
mod sets;

use harness::Bench;
use samples::Sample;

fn main() {
    let mut bench = Bench::from_arguments();
    let samples = Sample::all();
    for sample in &samples {
        decode::compare(&mut bench, sample);
        bad::compare(&mut bench, sample);
        encode::compare(&mut bench, sample);
        peers::compare(&mut bench, sample);
    }
    // The one of about 1.3 kB.
    let [_, middle, _] = &samples;
    batch::compare(&mut bench, middle);
    bench.print();
}
