//! Karapace's unit tests for JSON Schema: 309 pairs of writer and reader.

use event_rules::{Audience, Who, compare, witnesses};
use serde_json::Value;

use crate::convert::contracts;

/// Pairs that are judged otherwise here, by their place in the file, and why.
const OTHERWISE: &[(usize, &str)] = &[];

#[test]
fn karapace_agrees_or_a_document_refutes_it() {
    let pairs: Vec<Value> =
        serde_json::from_str(include_str!("../data/karapace/jsonschema_compatibility.json"))
            .unwrap();
    let (mut agreed, mut refuted, mut listed, mut beyond) = (0, 0, 0, 0);
    let mut surprises = Vec::new();
    for (place, pair) in pairs.iter().enumerate() {
        let (writer, reader) = (&pair["writer"], &pair["reader"]);
        let Some([before, after]) = contracts(writer, reader) else {
            beyond += 1;
            continue;
        };
        let at = std::time::Instant::now();
        let found = witnesses(&before, &after, Audience::Lenient);
        eprintln!("{place} {} {:?}", found.len(), at.elapsed());
        // The rules say the same as the payloads.
        let breaks = compare(&before, &after).iter().any(|one| one.of(Who::NewerLenient).is_some());
        assert_eq!(breaks, !found.is_empty(), "pair {place}: {pair}");

        eprintln!("   {place} {:?}", at.elapsed());
        let theirs = pair["compatible"].as_bool().unwrap();
        let proof = found
            .iter()
            .map(|witness| &witness.payload["v"])
            .find(|document| is_valid(writer, document) && !is_valid(reader, document));
        assert_eq!(proof.is_some(), !found.is_empty(), "pair {place} has no proof: {pair}");
        match (theirs, proof) {
            (true, None) | (false, Some(_)) => agreed += 1,
            (true, Some(_)) => refuted += 1,
            (false, None) if OTHERWISE.iter().any(|(known, _)| *known == place) => listed += 1,
            (false, None) => {
                surprises.push(format!("{place} {} R {reader} W {writer}", pair["test"]))
            }
        }
    }
    assert!(
        surprises.is_empty(),
        "{} judged otherwise:\n{}",
        surprises.len(),
        surprises.join("\n")
    );
    assert_eq!((agreed, refuted, listed, beyond), (0, 0, 0, 0));
}

fn is_valid(schema: &Value, document: &Value) -> bool {
    let options = jsonschema::options().with_draft(jsonschema::Draft::Draft7);
    options.build(schema).unwrap().is_valid(document)
}
