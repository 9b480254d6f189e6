//! Witnesses: from two contracts to the smallest payloads that one side writes and the other refuses.

use std::collections::BTreeMap;

use event_contract::Contract;
use serde_json::Value;

use crate::counterpart::Counterpart;
use crate::directed::Directed;
use crate::draw::{Random, draw_from};
use crate::reader::{Audience, Reading, Refusal};
use crate::shrink::{shrink, size};
use crate::writer::Writer;

/// A payload that one side writes and the other refuses.
#[derive(Clone, Debug, PartialEq)]
pub struct Witness {
    /// The payload.
    pub payload: Value,
    /// Where it is refused, as the reader calls it: `$.line_items[0].quantity`. An unknown field is
    /// the path's last step.
    pub path: String,
    /// Why, as a stable code: `missing_field`.
    pub code: &'static str,
    /// Why, in words. They hold no value of the payload.
    pub words: String,
}

/// The smallest payloads that the writer's code writes and the reader refuses: one for each path, the
/// items of a list being alike, and code. None means that none was found among all that differ: every
/// field there and not, every variant, every bound, and some drawn at random.
///
/// ```
/// use event_contract::{Contract, Field, Struct, Ty};
/// use event_rules::{Audience, witnesses};
///
/// let contract = |version, percent| Contract {
///     event_type: "lamp.dimmed".to_owned(),
///     version,
///     min_reader_version: version,
///     aliases: Vec::new(),
///     key: Vec::new(),
///     docs: String::new(),
///     deprecated: None,
///     payload: Struct { closed: false, fields: vec![Field::new("percent", percent)] },
///     types: Default::default(),
/// };
/// let v1 = contract(1, Ty::Integer { min: 0, max: 255 });
/// let v2 = contract(2, Ty::Integer { min: 0, max: 100 });
/// let found = witnesses(&v1, &v2, Audience::Us);
/// assert_eq!(found[0].payload.to_string(), r#"{"percent":101}"#);
/// assert_eq!((found[0].path.as_str(), found[0].code), ("$.percent", "out_of_range"));
/// assert!(witnesses(&v2, &v1, Audience::Us).is_empty());
/// ```
#[must_use]
pub fn witnesses(writer: &Contract, reader: &Contract, audience: Audience) -> Vec<Witness> {
    let itself = Reading::new(writer, Audience::Strict);
    let reading = Reading::new(reader, audience);
    let made = Writer::new(writer);
    let mut found: BTreeMap<(String, &'static str), Value> = BTreeMap::new();
    for payload in candidates(&made, &Counterpart::payload(reader)) {
        let text = payload.to_string();
        let refusals = reading.refusals(&text);
        let is_written = || made.fills_its_key(&payload) && itself.refusal(&text).is_none();
        if refusals.is_empty() || !is_written() {
            continue;
        }
        for refusal in refusals {
            let known = found.entry(kind(&refusal, &text)).or_insert_with(|| payload.clone());
            if size(&payload) < size(known) {
                known.clone_from(&payload);
            }
        }
    }
    let smallest = |(wanted, payload): ((String, &'static str), Value)| {
        let refusal = |payload: &Value| {
            let text = payload.to_string();
            let refusals = reading.refusals(&text).into_iter();
            let found = refusals.map(|one| (kind(&one, &text), one)).find(|one| one.0 == wanted)?;
            let is_written = made.fills_its_key(payload) && itself.refusal(&text).is_none();
            is_written.then_some((text, found.1))
        };
        let payload = shrink(&made, payload, |payload| refusal(payload).is_some());
        let (text, refusal) = refusal(&payload)?;
        let path = full_path(&refusal, &text);
        Some(Witness { payload, path, code: refusal.code, words: refusal.words })
    };
    found.into_iter().filter_map(smallest).collect()
}

/// How many payloads are drawn at random.
const DRAWN: usize = 64;

/// What the writer writes, so that whatever a reader may refuse is among it.
fn candidates(writer: &Writer<'_>, there: &Counterpart<'_>) -> Vec<Value> {
    let mut payloads = Directed::new(writer).payloads(there);
    let mut random = Random::new(0);
    payloads.extend((0..DRAWN).map(|_| draw_from(writer, &mut random)));
    payloads
}

/// What makes two refusals the same: the path without the places of items, and the code.
fn kind(refusal: &Refusal, payload: &str) -> (String, &'static str) {
    let path = full_path(refusal, payload);
    let mut plain = String::with_capacity(path.len());
    let mut is_inside = false;
    for letter in path.chars() {
        is_inside &= letter.is_ascii_digit();
        if !is_inside {
            plain.push(letter);
        }
        is_inside |= matches!(letter, '[' | '{');
    }
    (plain, refusal.code)
}

/// The path of a refusal with the name of an unknown field: whoever wrote the payload has it in its
/// contract.
fn full_path(refusal: &Refusal, payload: &str) -> String {
    let path = &refusal.path;
    let name = refusal.unknown_field(payload);
    name.map_or_else(|| path.clone(), |name| format!("{path}.{name}"))
}
