//! Samples of a contract.

use event_contract::Contract;
use serde_json::Value;

/// Payloads that fit a contract: `full`, `minimal`, and one for each variant of its enums.
#[must_use]
pub fn samples(_contract: &Contract) -> Vec<(String, Value)> {
    Vec::new()
}
