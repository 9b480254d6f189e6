//! A reader of a contract accepts what the JSON Schema of the contract accepts, with the `jsonschema`
//! crate as judge.

#[path = "../../../tests/json_schema/mutate.rs"]
mod mutate;

use event_core::Openness;
use event_core::contract::schema_of;
use event_rules::{Audience, Random, Reading, draws};
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};
use serde_json::Value;

use crate::contracts::contract;
use mutate::mutations;

/// What no schema can say, as `event_core::json_schema` lists it.
fn is_said_by_no_schema(code: &str, words: &str) -> bool {
    let is_number = words.contains("a decimal") || words.contains("a whole number");
    match code {
        "out_of_range" | "bad_format" => is_number,
        // Two keys that mean the same.
        // Schemas count characters.
        "rule_broken" => words.ends_with("bytes"),
        code => code == "duplicate_field",
    }
}

#[test]
fn readers_accept_what_schemas_accept() {
    let config =
        ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() };
    let counts = std::cell::Cell::new([0_usize; 2]);
    let tried = TestRunner::new(config).run(&(contract(), any::<u64>()), |(contract, seed)| {
        for (audience, openness) in
            [(Audience::Lenient, Openness::Open), (Audience::Strict, Openness::Closed)]
        {
            let reading = Reading::new(&contract, audience);
            let schema = schema_of(&contract).json_schema(contract.version, openness).unwrap();
            let validator = jsonschema::draft202012::options()
                .should_validate_formats(true)
                .build(&schema)
                .unwrap();
            let agree = |payload: &Value| {
                let valid = validator.is_valid(payload);
                let refusal = reading.refusal(&payload.to_string());
                let mut seen = counts.get();
                seen[usize::from(valid)] += 1;
                counts.set(seen);
                match refusal {
                    None => prop_assert!(valid, "{audience:?} reads {payload}\n{schema:#}"),
                    Some(refusal) if valid => prop_assert!(
                        is_said_by_no_schema(refusal.code, &refusal.words),
                        "{audience:?} refuses {payload}: {refusal:?}\n{schema:#}"
                    ),
                    Some(_) => {}
                }
                Ok(())
            };
            for payload in draws(&contract, Random::new(seed)).take(4) {
                agree(&payload)?;
                if payload.to_string().len() > 500 {
                    continue;
                }
                let mutations = mutations(&payload);
                let every = mutations.len() / 100 + 1;
                for payload in mutations.iter().skip((seed % 7) as usize).step_by(every) {
                    agree(payload)?;
                }
            }
        }
        Ok(())
    });
    match tried {
        Ok(()) => {}
        Err(TestError::Fail(reason, (contract, _))) => panic!("{reason}\n{}", contract.to_text()),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
    let [refused, accepted] = counts.get();
    println!("{accepted} accepted, {refused} refused");
    assert!(accepted > 1_000 && refused > 5_000);
}
