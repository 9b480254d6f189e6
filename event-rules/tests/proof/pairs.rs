//! Two contracts, of which the second came from the first by edits: where something breaks there is a
//! witness, and where there is none nothing breaks.

use std::time::{Duration, Instant};

use event_contract::Contract;
use event_rules::{Audience, Random, Reading, Witness, draws, witnesses};
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};
use serde_json::Value;

use crate::contracts::{contract, has_small_payloads};
use crate::edits::{edited, edits};

/// How many pairs are tried, and again as long as `PROOF_SECONDS` says.
const PAIRS: u32 = 100;

/// What was seen, so that a test of nothing would be noticed.
#[derive(Debug, std::default::Default)]
struct Seen {
    pairs: usize,
    witnesses: usize,
    breaks: usize,
    fine: usize,
    payloads: usize,
}

#[test]
fn every_break_has_a_witness_and_what_has_none_is_fine() {
    let seconds = std::env::var("PROOF_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let until = Instant::now() + Duration::from_secs(seconds.unwrap_or_default());
    let mut seen = Seen::default();
    while seen.pairs == 0 || Instant::now() < until {
        try_pairs(&mut seen);
    }
    println!("{seen:?}");
    assert!(seen.breaks > seen.pairs && seen.fine > seen.pairs && seen.witnesses > seen.breaks);
}

fn try_pairs(seen: &mut Seen) {
    let config = ProptestConfig {
        cases: PAIRS,
        failure_persistence: None,
        max_global_rejects: 1_000_000,
        max_shrink_iters: 300,
        ..ProptestConfig::default()
    };
    seen.pairs += PAIRS as usize;
    let seen = std::cell::RefCell::new(seen);
    let pair = (contract(), edits(), any::<u64>());
    let tried = TestRunner::new(config).run(&pair, |(before, edits, seed)| {
        let after = edited(&before, &edits);
        prop_assume!(has_small_payloads(&after));
        for (writer, reader) in [(&before, &after), (&after, &before)] {
            let writer = Writer::new(writer, seed).map_err(TestCaseError::fail)?;
            for audience in [Audience::Us, Audience::Lenient, Audience::Strict] {
                let judged = writer.judge(reader, audience, &mut seen.borrow_mut());
                judged.map_err(|why| TestCaseError::fail(format!("{audience:?}: {why}")))?;
            }
        }
        Ok(())
    });
    match tried {
        Ok(()) => {}
        Err(TestError::Fail(reason, (before, edits, _))) => {
            let after = edited(&before, &edits);
            panic!("{reason}\n{}\n{}", before.to_text(), after.to_text());
        }
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
}

/// Who writes, and a thousand payloads.
struct Writer<'a> {
    contract: &'a Contract,
    itself: Reading,
    payloads: Vec<String>,
}

impl<'a> Writer<'a> {
    fn new(contract: &'a Contract, seed: u64) -> Result<Self, String> {
        let itself = Reading::new(contract, Audience::Strict);
        let mut payloads = Vec::new();
        for payload in draws(contract, Random::new(seed)).take(1000) {
            let text = payload.to_string();
            match itself.refusal(&text) {
                None => payloads.push(text),
                // A rule may be such that nothing is found that keeps it.
                Some(refusal) if refusal.code == "rule_broken" => {}
                Some(refusal) => {
                    return Err(format!("its own contract refuses {text}: {refusal:?}"));
                }
            }
        }
        Ok(Self { contract, itself, payloads })
    }

    fn judge(&self, reader: &Contract, audience: Audience, seen: &mut Seen) -> Result<(), String> {
        let reading = Reading::new(reader, audience);
        let found = witnesses(self.contract, reader, audience);
        for witness in &found {
            is_proof(&self.itself, &reading, witness)?;
            is_smallest(&self.itself, &reading, witness)?;
        }
        seen.witnesses += found.len();
        if !found.is_empty() {
            seen.breaks += 1;
            return Ok(());
        }
        seen.fine += 1;
        seen.payloads += self.payloads.len();
        let refused = |text: &String| reading.refusal(text).map(|refusal| (text.clone(), refusal));
        match self.payloads.iter().find_map(refused) {
            Some((text, refusal)) => Err(format!("no witness, and refused: {text} {refusal:?}")),
            None => Ok(()),
        }
    }
}

fn is_proof(itself: &Reading, reading: &Reading, witness: &Witness) -> Result<(), String> {
    let text = witness.payload.to_string();
    if let Some(refusal) = itself.refusal(&text) {
        return Err(format!("no writer writes {text}: {refusal:?}"));
    }
    match is_refused(reading, witness, &witness.payload) {
        true => Ok(()),
        false => Err(format!("not refused so: {witness:?}")),
    }
}

/// Whether a payload is refused in the way of the witness.
fn is_refused(reading: &Reading, witness: &Witness, payload: &Value) -> bool {
    let text = payload.to_string();
    reading.refusals(&text).iter().any(|refusal| {
        let name = refusal.unknown_field(&text).map(|name| format!("{}.{name}", refusal.path));
        let is_here = |path: &str| plain(path) == plain(&witness.path);
        let is_named = name.is_some_and(|path| is_here(&path));
        // A key of a map is nobody's name.
        refusal.code == witness.code && (is_named || is_here(&refusal.path))
    })
}

/// A path without the places of items.
fn plain(path: &str) -> String {
    let parts = path.split(['[', '{']).map(|part| match part.split_once([']', '}']) {
        Some((place, rest)) if place.parse::<usize>().is_ok() => rest,
        _ => part,
    });
    parts.collect::<Vec<_>>().join("[]")
}

/// Nothing can be taken out of it.
fn is_smallest(itself: &Reading, reading: &Reading, witness: &Witness) -> Result<(), String> {
    for less in with_one_less(&witness.payload) {
        if itself.refusal(&less.to_string()).is_none() && is_refused(reading, witness, &less) {
            return Err(format!("{less} would do: {witness:?}"));
        }
    }
    Ok(())
}

/// The value without one entry or item, anywhere.
fn with_one_less(value: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    match value {
        Value::Object(entries) => {
            for (name, inside) in entries {
                // Absent content is read as `null`, and never written so.
                if name != "content" {
                    let mut without = entries.clone();
                    without.remove(name);
                    found.push(Value::Object(without));
                }
                for inside in with_one_less(inside) {
                    let mut entries = entries.clone();
                    entries.insert(name.clone(), inside);
                    found.push(Value::Object(entries));
                }
            }
        }
        Value::Array(items) => {
            for (place, inside) in items.iter().enumerate() {
                let mut without = items.clone();
                without.remove(place);
                found.push(Value::Array(without));
                for inside in with_one_less(inside) {
                    let mut items = items.clone();
                    items[place] = inside;
                    found.push(Value::Array(items));
                }
            }
        }
        _ => {}
    }
    found
}
