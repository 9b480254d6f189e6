//! Witnesses: from two contracts to the smallest payloads that one side writes and the other refuses.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use event_contract::Contract;
use serde_json::Value;

use crate::counterpart::Counterpart;
use crate::directed::Directed;
use crate::draw::{Random, draw_from};
use crate::reader::{Audience, Reading, Refusal};
use crate::sample::samples;
use crate::shrink::shrink;
use crate::tables::names;
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
    let search = Search {
        names: names(writer),
        writer: Writer::new(writer),
        itself: Reading::new(writer, Audience::Strict),
        reading: Reading::new(reader, audience),
    };
    let directed = Directed::new(&search.writer).payloads(&Counterpart::payload(reader));
    let mut found = search.kinds(directed);
    if found.is_empty() {
        let mut random = Random::new(0);
        found = search.kinds((0..DRAWN).map(|_| draw_from(&search.writer, &mut random)));
    }
    found.into_iter().filter_map(|(kind, payload)| search.smallest(&kind, payload)).collect()
}

/// How many payloads are drawn at random where none of the others is refused.
const DRAWN: usize = 64;

/// What makes two refusals the same: the path without the places of items, and the code.
type Kind = (String, &'static str);

/// The smallest payload that a contract's code writes.
pub(crate) fn smallest(contract: &Contract) -> Option<Value> {
    let (writer, itself) = (Writer::new(contract), Reading::new(contract, Audience::Strict));
    let payloads = samples(contract).into_iter().map(|(_, payload)| payload);
    let payload = payloads.min_by_key(|payload| payload.to_string().len())?;
    let is_written = |payload: &Value| {
        writer.fills_its_key(payload) && itself.refusal(&payload.to_string()).is_none()
    };
    Some(shrink(&writer, payload, is_written))
}

struct Search<'a> {
    writer: Writer<'a>,
    /// The names of the writer's fields. Keys of its maps are nobody's names.
    names: BTreeSet<&'a str>,
    /// Reads what the writer writes, and nothing else.
    itself: Reading,
    reading: Reading,
}

impl Search<'_> {
    /// A payload for each kind of refusal, the shortest of those that there are.
    fn kinds(&self, payloads: impl IntoIterator<Item = Value>) -> BTreeMap<Kind, Value> {
        let mut found: BTreeMap<Kind, (usize, Value)> = BTreeMap::new();
        for payload in payloads {
            let text = payload.to_string();
            let refusals = self.reading.refusals(&text);
            if refusals.is_empty() || !self.is_written(&payload, &text) {
                continue;
            }
            for refusal in refusals {
                let shortest = (text.len(), payload.clone());
                match found.entry(self.kind(&refusal, &text)) {
                    Entry::Vacant(place) => drop(place.insert(shortest)),
                    Entry::Occupied(mut known) if text.len() < known.get().0 => {
                        known.insert(shortest);
                    }
                    Entry::Occupied(_) => {}
                }
            }
        }
        found.into_iter().map(|(kind, (_, payload))| (kind, payload)).collect()
    }

    fn is_written(&self, payload: &Value, text: &str) -> bool {
        self.writer.fills_its_key(payload) && self.itself.refusal(text).is_none()
    }

    /// Why a payload that the writer writes is refused, if it is in that way.
    fn refusal(&self, wanted: &Kind, payload: &Value) -> Option<(String, Refusal)> {
        let text = payload.to_string();
        let refusals = self.reading.refusals(&text).into_iter();
        let refusal = refusals.into_iter().find(|refusal| self.kind(refusal, &text) == *wanted)?;
        self.is_written(payload, &text).then(|| (self.path(&refusal, &text), refusal))
    }

    /// The path of a refusal, and the name of an unknown field if it is in the writer's contract.
    fn path(&self, refusal: &Refusal, payload: &str) -> String {
        let path = &refusal.path;
        let name = refusal.unknown_field(payload);
        let name = name.filter(|name| self.names.contains(name.as_str()));
        name.map_or_else(|| path.clone(), |name| format!("{path}.{name}"))
    }

    fn kind(&self, refusal: &Refusal, payload: &str) -> Kind {
        (without_places(&self.path(refusal, payload)), refusal.code)
    }

    fn smallest(&self, kind: &Kind, payload: Value) -> Option<Witness> {
        let is_wanted = |payload: &Value| self.refusal(kind, payload).is_some();
        let payload = shrink(&self.writer, payload, is_wanted);
        let (path, refusal) = self.refusal(kind, &payload)?;
        let Refusal { code, words, .. } = refusal.naming(&payload.to_string());
        Some(Witness { payload, path, code, words })
    }
}

/// A path that means every item or entry.
pub(crate) fn without_places(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut is_inside = false;
    for letter in path.chars() {
        is_inside &= letter.is_ascii_digit();
        if !is_inside {
            plain.push(letter);
        }
        is_inside |= matches!(letter, '[' | '{');
    }
    plain
}
