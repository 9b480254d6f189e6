//! Whether a payload is taken by who has a contract, and if not, why.

use event_contract::Contract;
use event_core::contract::{check_payload, schema_of};
use event_core::schema::EventSchema;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// A program with this crate.
    Us,
    /// Who validates with the open JSON Schema.
    Lenient,
    /// Who validates with the closed JSON Schema.
    Strict,
}

/// Why a payload is refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where: `$.line_items[0].quantity`.
    pub path: String,
    /// Why, as a stable code: `missing_field`.
    pub code: &'static str,
    /// Why, in words. They hold no value of the payload.
    pub words: String,
}

/// A reader with one contract.
#[derive(Debug)]
pub struct Reading {
    schema: &'static EventSchema,
    version: u32,
}

impl Reading {
    /// A reader of what the contract describes.
    #[must_use]
    pub fn new(reader: &Contract, _audience: Audience) -> Self {
        Self { schema: schema_of(reader), version: reader.version }
    }

    /// Why a payload is refused, if it is.
    #[must_use]
    pub fn refusal(&self, payload: &str) -> Option<Refusal> {
        check_payload(self.schema, self.version, payload).into_iter().next().map(|error| Refusal {
            path: error.path().to_owned(),
            code: error.code().as_str(),
            words: error.to_string(),
        })
    }
}
