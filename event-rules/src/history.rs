//! All versions of one event type, with what else is known of them.

use chrono::NaiveDate;
use event_contract::Contract;

/// The versions of one event type that were published, and the one that is about to be.
#[derive(Clone, Copy, Debug)]
pub struct History<'a> {
    /// The contracts, by version.
    pub contracts: &'a [Contract],
    /// The lowest version that today's code reads.
    pub oldest_read: u32,
    /// Event types that are gone for good.
    pub retired: &'a [String],
    /// Former names that are still read, each with the event type that they belong to.
    pub taken: &'a [(String, String)],
    /// Today.
    pub today: NaiveDate,
}

impl<'a> History<'a> {
    /// The version that is judged.
    #[must_use]
    pub fn newest(&self) -> Option<&'a Contract> {
        self.contracts.last()
    }

    /// The contract of a version.
    #[must_use]
    pub fn version(&self, version: u32) -> Option<&'a Contract> {
        self.contracts.iter().find(|contract| contract.version == version)
    }

    /// All versions but the one that is judged.
    #[must_use]
    pub fn earlier(&self) -> &'a [Contract] {
        self.contracts.split_last().map_or(&[], |(_, earlier)| earlier)
    }
}
