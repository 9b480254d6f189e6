//! A whole company's contracts in less than a second.

use std::time::Instant;

use event_contract::Contract;
use event_rules::{Audience, Reading, samples};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::contracts::contract;

#[test]
#[ignore = "times: `cargo test --release -p event-rules --test proof -- --ignored --nocapture`"]
fn samples_and_readers_of_five_hundred_events_take_less_than_a_second() {
    let mut runner = TestRunner::deterministic();
    let any = (contract(), contract()).prop_map(|(one, other)| joined(one, &other));
    let contracts: Vec<_> =
        (0..2500).map(|_| any.new_tree(&mut runner).unwrap().current()).collect();
    let start = Instant::now();
    let mut read = 0;
    for contract in &contracts {
        let reading = Reading::new(contract, Audience::Us);
        for (_, payload) in samples(contract) {
            read += usize::from(reading.refusal(&payload.to_string()).is_none());
        }
    }
    let took = start.elapsed();
    println!("{} contracts, {read} samples read, {took:?}", contracts.len());
    assert!(took.as_secs_f64() < 1.0);
}

/// With the fields of both, as many as a real event has.
fn joined(mut one: Contract, other: &Contract) -> Contract {
    for (place, field) in other.payload.fields.iter().enumerate() {
        if field.ty.parts().next().is_none() {
            let mut field = field.clone();
            field.name = format!("other_{place}");
            field.aliases.clear();
            one.payload.fields.push(field);
        }
    }
    for (name, definition) in &other.types {
        one.types.entry(name.clone()).or_insert_with(|| definition.clone());
    }
    one
}
