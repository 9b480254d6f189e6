//! An event that no code here knows, kept as it is.

use std::fmt;

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::json::{Header, well_formed};

/// An event of a type that is not in the set: kept whole, so that it can be passed on.
///
/// It shows its type if that is well-formed, its version and length, never its bytes: nobody here
/// knows what is sensitive in them.
#[derive(Clone, PartialEq, Eq)]
pub struct RawEvent {
    event_type: String,
    version: u32,
    min_reader: Option<u32>,
    json: String,
}

impl RawEvent {
    pub(crate) fn new(header: &Header<'_>, json: &str) -> Self {
        Self {
            event_type: header.event_type.as_deref().unwrap_or_default().to_owned(),
            version: header.version(),
            // One that is not lower says nothing, and is not written.
            min_reader: header.min_reader().filter(|reader| *reader < header.version()),
            json: json.to_owned(),
        }
    }

    pub(crate) fn from_payload(event_type: &str, version: u32, json: &str) -> Self {
        let json = json.trim_matches([' ', '\n', '\r', '\t']).to_owned();
        Self { event_type: event_type.to_owned(), version, min_reader: None, json }
    }

    /// The event's type, as the record has it.
    #[must_use]
    pub fn event_type(&self) -> &str {
        &self.event_type
    }

    /// The event's version.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    pub(crate) fn min_reader(&self) -> Option<u32> {
        self.min_reader
    }

    /// The payload's JSON as it stands in the record, with everything sensitive in it.
    #[must_use]
    pub fn unmasked_json(&self) -> &str {
        &self.json
    }

    /// Writes the payload as it came.
    #[doc(hidden)]
    pub fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serde_json::from_str::<&RawValue>(&self.json) {
            Ok(raw) => raw.serialize(serializer),
            Err(_) => Err(S::Error::custom("not JSON")),
        }
    }
}

impl fmt::Debug for RawEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawEvent")
            .field("event_type", &well_formed(&self.event_type).unwrap_or_default())
            .field("version", &self.version)
            .field("bytes", &self.json.len())
            .finish()
    }
}
