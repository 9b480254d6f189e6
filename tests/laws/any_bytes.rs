//! What the fuzz targets promise, tried without a fuzzer: on bytes of any kind, and on seeds with a
//! few changes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::bytes::TARGETS;
use crate::mutate::mutated;
use crate::seeds;
use crate::tree::Numbers;

#[test]
fn every_property_holds_for_every_seed() {
    for seed in seeds::all() {
        TARGETS.iter().for_each(|(_, property)| property(&seed));
    }
}

/// Bytes that JSON is made of, more often than not.
fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let token = prop_oneof![
        vec(any::<u8>(), 0..4),
        "[\\[\\]{}:,\" 0-9a-z\\\\.-]{0,6}".prop_map(String::into_bytes),
        select(&["\"data\":", "\"type\":\"order.paid\"", "\"id\":", "null", "1e9", "{}"][..])
            .prop_map(|token| token.as_bytes().to_vec()),
    ];
    vec(token, 0..12).prop_map(|tokens| tokens.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_property_holds_for_any_bytes(bytes in any_bytes()) {
        TARGETS.iter().for_each(|(_, property)| property(&bytes));
    }

    #[test]
    fn every_property_holds_for_changed_seeds(seed in any::<u64>()) {
        let seeds = seeds::all();
        let mut numbers = Numbers(seed);
        let mut pick = || &seeds[numbers.below(seeds.len())];
        let (seed, other) = (pick(), pick());
        for _ in 0..4 {
            let bytes = mutated(seed, other, &mut numbers);
            TARGETS.iter().for_each(|(_, property)| property(&bytes));
        }
    }
}
