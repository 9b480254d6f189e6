//! The properties that the fuzz targets try, and the changes to records that find most. Both live
//! with the tests, which use them as well.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a property that does not hold is a panic"
)]

#[path = "../../tests/laws/bytes/mod.rs"]
pub mod bytes;
#[path = "../../tests/laws/events.rs"]
mod events;
#[path = "../../tests/laws/mutate.rs"]
mod mutate;
#[path = "../../examples/orders/src/lib.rs"]
mod orders;
#[path = "../../tests/shop/mod.rs"]
mod shop;
#[path = "../../tests/laws/tree.rs"]
mod tree;

use tree::Numbers;

/// A record of which parts are put into others.
const OTHER: &[u8] = include_bytes!("../seeds/good/every_kind_most.json");

/// The fuzz target of a property.
#[macro_export]
macro_rules! target {
    ($property:ident) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::bytes::$property(bytes));
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
            $crate::mutate(data, size, most, seed)
        });
    };
}

/// Changes a record as JSON or, as often, as libfuzzer does, which knows bytes only.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut numbers = Numbers(seed.into());
    if numbers.below(2) == 0 {
        let mutated = mutate::mutated(&data[..size], OTHER, &mut numbers);
        if mutated.len() <= most {
            data[..mutated.len()].copy_from_slice(&mutated);
            return mutated.len();
        }
    }
    libfuzzer_sys::fuzzer_mutate(data, size, most)
}
