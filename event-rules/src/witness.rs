//! Witnesses.

use event_contract::Contract;
use serde_json::Value;

use crate::reader::Audience;

/// A payload that one side writes and the other refuses.
#[derive(Clone, Debug, PartialEq)]
pub struct Witness {
    /// The payload.
    pub payload: Value,
    /// Where it is refused: `$.line_items[0].quantity`.
    pub path: String,
    /// Why, as a stable code: `missing_field`.
    pub code: &'static str,
    /// Why, in words. They hold no value of the payload.
    pub words: String,
}

/// The smallest payloads that the writer's code writes and the reader refuses.
#[must_use]
pub fn witnesses(_writer: &Contract, _reader: &Contract, _audience: Audience) -> Vec<Witness> {
    Vec::new()
}
