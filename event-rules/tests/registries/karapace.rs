//! Karapace's unit tests for JSON Schema: 309 pairs of writer and reader.

use event_rules::{Audience, Who, compare, witnesses};
use serde_json::Value;

use crate::convert::contracts;

/// Pairs that Karapace calls incompatible and that are not so here, by their places in the file.
const OTHERWISE: &[(&[usize], &str)] = &[
    (
        &[19, 32, 33],
        "the writer's schema is open, so that somebody else may write other fields; the writer of a \
         contract writes its own",
    ),
    (&[30], "the field that came may be anything, so it refuses nothing"),
    (&[162], "`a*` is found in every text"),
];

/// The same, for a reader with the schema `true`: it refuses nothing, whatever the writer's type is.
const ANYTHING_GOES: usize = 41;

#[test]
fn karapace_agrees_or_a_document_refutes_it() {
    let file = include_str!("../data/karapace/jsonschema_compatibility.json");
    let pairs: Vec<Value> = serde_json::from_str(file).unwrap();
    let (mut agreed, mut refuted, mut listed, mut anything, mut beyond) = (0, 0, 0, 0, 0);
    let mut surprises = Vec::new();
    for (place, pair) in pairs.iter().enumerate() {
        let (writer, reader) = (&pair["writer"], &pair["reader"]);
        let Some([before, after]) = contracts(writer, reader) else {
            beyond += 1;
            continue;
        };
        let found = witnesses(&before, &after, Audience::Lenient);
        if !is_counted(reader) && !is_counted(writer) {
            let findings = compare(&before, &after);
            let breaks = findings.iter().any(|one| one.of(Who::NewerLenient).is_some());
            assert_eq!(breaks, !found.is_empty(), "the rules miss it: {place} {pair}");
        }
        let proves = |document: &&Value| is_valid(writer, document) && !is_valid(reader, document);
        let proof = found.iter().map(|witness| &witness.payload["v"]).find(proves);
        assert_eq!(proof.is_some(), !found.is_empty(), "{place} has no proof: {pair}");
        match (pair["compatible"] == true, proof) {
            (true, None) | (false, Some(_)) => agreed += 1,
            (true, Some(_)) => refuted += 1,
            (false, None) if *reader == Value::Bool(true) => anything += 1,
            (false, None) if OTHERWISE.iter().any(|(at, _)| at.contains(&place)) => listed += 1,
            (false, None) => surprises.push(format!("{place} {pair}")),
        }
    }
    assert!(surprises.is_empty(), "judged otherwise:\n{}", surprises.join("\n"));
    assert_eq!((listed, anything), (5, ANYTHING_GOES));
    assert_eq!((agreed, refuted, beyond), (171, 0, 92));
}

/// Dozens of members take the rules long, and show nothing that a few do not.
fn is_counted(schema: &Value) -> bool {
    schema.get("minProperties").is_some() || schema.get("maxProperties").is_some()
}

fn is_valid(schema: &Value, document: &Value) -> bool {
    let options = jsonschema::options().with_draft(jsonschema::Draft::Draft7);
    options.build(schema).unwrap().is_valid(document)
}
