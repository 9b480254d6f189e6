//! Whether a payload is taken by who has a contract, and if not, why.

use event_contract::{Contract, Ty};
use event_core::Code;
use event_core::contract::{check_payload, schema_of};
use event_core::schema::EventSchema;
use serde_json::Value;

use crate::beyond_json::value_of;
use crate::seen::{Seen, see};
use crate::strict::as_written;
use crate::value_rules::{self, Patterns};
use crate::witness::without_places;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// A program with `versioned-events`, by decoding alone: whether it takes the version at all is
    /// for the caller.
    Us,
    /// Who validates with the open JSON Schema of the contract: what the decoder takes.
    Lenient,
    /// Who validates with the closed JSON Schema of the contract: only what is written.
    Strict,
}

/// Why a payload is refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where: `$.line_items[0].quantity`.
    pub path: String,
    /// Why, as a stable code: one of [`Code`].
    pub code: &'static str,
    /// Why, in words. They hold no value of the payload.
    pub words: String,
    /// Bytes from the start of the payload.
    pub(crate) offset: usize,
}

impl Refusal {
    /// The name of the field that is not known, if that is why, from the payload that was refused.
    ///
    /// The path ends before it: a payload's own names may be as secret as its values.
    #[must_use]
    pub fn unknown_field(&self, payload: &str) -> Option<String> {
        if self.code != Code::UnknownField.as_str() {
            return None;
        }
        let name = payload.get(self.offset..)?;
        serde_json::Deserializer::from_str(name).into_iter::<String>().next()?.ok()
    }

    /// The same, with the name of the field that is not known: of payloads that are made up, names are
    /// nobody's secret.
    pub(crate) fn naming(mut self, payload: &str) -> Self {
        if let Some(name) = self.unknown_field(payload) {
            self.path = format!("{}.{name}", self.path);
            self.words = format!("`{}` is a field that it does not know", self.path);
        }
        self
    }
}

/// A reader that knows nothing but one contract.
///
/// ```
/// use event_contract::{Contract, Field, Format, Struct, Ty};
/// use event_rules::{Audience, Reading};
///
/// let contract = Contract {
///     event_type: "lamp.switched".to_owned(),
///     version: 1,
///     min_reader_version: 1,
///     aliases: Vec::new(),
///     key: Vec::new(),
///     docs: String::new(),
///     deprecated: None,
///     payload: Struct { closed: false, fields: vec![Field::new("on", Ty::Bool)] },
///     types: Default::default(),
/// };
/// let ours = Reading::new(&contract, Audience::Us);
/// assert_eq!(ours.refusal(r#"{"on": true, "room": "attic"}"#), None);
/// assert_eq!(ours.refusal("{}").unwrap().code, "missing_field");
///
/// let strict = Reading::new(&contract, Audience::Strict);
/// assert_eq!(strict.refusal(r#"{"on": true, "room": "attic"}"#).unwrap().code, "unknown_field");
/// ```
#[derive(Debug)]
pub struct Reading {
    contract: Contract,
    schema: &'static EventSchema,
    patterns: Patterns,
    is_strict: bool,
}

/// How many reasons `check_payload` gives at most.
const MOST: usize = 20;

impl Reading {
    /// A reader of what the contract describes. The tables of it stay for the life of the process, so
    /// make one for each contract.
    #[must_use]
    pub fn new(reader: &Contract, audience: Audience) -> Self {
        let is_strict = audience == Audience::Strict;
        let contract = if is_strict { as_written(reader) } else { reader.clone() };
        let (schema, patterns) = (schema_of(&contract), Patterns::of(&contract));
        Self { contract, schema, patterns, is_strict }
    }

    /// Why a payload is refused, if it is: the first reason.
    #[must_use]
    pub fn refusal(&self, payload: &str) -> Option<Refusal> {
        self.refusals(payload).into_iter().next()
    }

    /// Everything that a payload is refused for, up to 20 reasons of its types, and then the value
    /// rules that it breaks.
    #[must_use]
    pub fn refusals(&self, payload: &str) -> Vec<Refusal> {
        let problems = check_payload(self.schema, self.contract.version, payload);
        let refusal = |problem: event_core::DecodeError| Refusal {
            path: problem.path().to_owned(),
            code: problem.code().as_str(),
            words: in_words(&problem),
            offset: problem.offset(),
        };
        let mut refusals: Vec<_> = problems.into_iter().map(refusal).collect();
        if let Some(payload) = value_of(payload) {
            let mut beyond = self.beyond_types(&payload);
            beyond.retain(|more| refusals.iter().all(|known| known.path != more.path));
            // The types refuse the same in further places, and there was no room to say so.
            if refusals.len() >= MOST {
                let plain: Vec<_> = refusals.iter().map(|one| without_places(&one.path)).collect();
                beyond.retain(|more| !plain.contains(&without_places(&more.path)));
            }
            refusals.extend(beyond);
        }
        refusals
    }

    /// Broken value rules; for a strict reader, also what is read and never written.
    fn beyond_types(&self, payload: &Value) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        let mut refuse = |path: &str, code: &'static str, words: String| {
            refusals.push(Refusal { path: path.to_owned(), code, words, offset: 0 });
        };
        see(&self.contract, payload, &mut |path, value, seen| match seen {
            Seen::Ruled(at) => {
                if let Some(rule) = self.patterns.broken(at.rules, value) {
                    refuse(path, Code::RuleBroken.as_str(), value_rules::words(path, rule));
                }
            }
            Seen::Value(Ty::Decimal) if self.is_strict && value.is_number() => {
                let words = format!("`{path}` is a number, expected text with a decimal");
                refuse(path, Code::TypeMismatch.as_str(), words);
            }
            Seen::NoContent if self.is_strict => {
                let words = format!("`{path}` is content that its variant does not have");
                refuse(path, Code::UnknownField.as_str(), words);
            }
            Seen::Value(_) | Seen::NoContent => {}
        });
        refusals
    }
}

/// An error without what is only known of records: event type, version and byte.
fn in_words(problem: &event_core::DecodeError) -> String {
    let words = problem.to_string();
    let about = format!(" ({}", problem.code());
    words.split_once(&about).map_or(words.as_str(), |(words, _)| words).to_owned()
}
