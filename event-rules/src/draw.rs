//! Random payloads of a contract.

use event_contract::Contract;
use serde_json::Value;

/// A seeded source of random numbers: the same seed, the same payloads.
#[derive(Debug)]
pub struct Random(pub(crate) fastrand::Rng);

impl Random {
    /// A source that starts with this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }
}

/// A payload as the code of the contract would write it.
#[must_use]
pub fn draw(_contract: &Contract, _random: &mut Random) -> Value {
    Value::Null
}
