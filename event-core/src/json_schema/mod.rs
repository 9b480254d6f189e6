//! JSON Schema (draft 2020-12) of payloads and envelopes, made from the const tables.
//!
//! An [open](Openness::Open) schema accepts exactly what the decoder accepts, a
//! [closed](Openness::Closed) one what is written. Validators have to check `format`, or a 30th of
//! February passes.
//!
//! ```
//! use event_core::json_schema::{Openness, canonical_json};
//! use event_core::schema::{EventSchema, Field, Schema, Shape, Struct};
//!
//! const LAMP: &EventSchema = &EventSchema::new(
//!     "lamp.switched",
//!     1,
//!     &Shape::Struct(&Struct::new("LampSwitched", "home", &[Field::new("on", bool::SHAPE)])),
//! );
//! let schema = LAMP.json_schema(1, Openness::Closed).unwrap();
//! assert_eq!(schema["$id"], "urn:event:lamp.switched:1");
//! assert_eq!(canonical_json(&schema["properties"]), r#"{"on":{"type":"boolean"}}"#);
//! ```
//!
//! # What JSON Schema cannot say
//!
//! The decoder refuses these, and no schema does:
//!
//! - a field that comes twice, and two keys of a map that mean the same UUID in different case;
//! - integers from 2<sup>53</sup> on that are written with a point or an exponent: `1e16`;
//! - integers just beyond 64 bits, where a validator reads the nearest float;
//! - decimals written as a number with more digits than a decimal has, or below 10<sup>-28</sup>;
//! - decimals of 29 digits whose mantissa is 2<sup>96</sup> or more;
//! - lists and objects more than 127 deep inside each other;
//! - what a foreign type, or a conversion from an earlier version, refuses on its own;
//! - what breaks a value rule that `x-rules` lists, and a rule that a field's default breaks.
//!
//! The other way round, `format: email` refuses some addresses that garde lets through: with two dots
//! in a row, with an IPv6 address as their domain, and, to some validators, without a dot in it.

mod canonical;
mod envelope;
mod leaf;
mod named;
mod notes;
mod object;
mod pattern;
mod rules;
mod shape;
mod variants;

use serde_json::{Value, json};

pub use canonical::canonical_json;
pub(crate) use canonical::sorted;
pub(crate) use pattern::{BASE64, DECIMAL, DURATION, UNSIGNED_DURATION};

use crate::schema::EventSchema;
#[cfg(feature = "contract")]
pub(crate) use named::Kind;
pub(crate) use named::Named;
pub(crate) use object::wire_path;
use shape::Document;

/// Whether a schema is for reading or for writing.
///
/// ```
/// use event_core::Openness;
/// use event_core::schema::{EventSchema, Shape, Struct};
///
/// const PING: &EventSchema =
///     &EventSchema::new("ping", 1, &Shape::Struct(&Struct::new("Ping", "net", &[])));
/// let closed = PING.json_schema(1, Openness::Closed).unwrap();
/// assert_eq!(closed["additionalProperties"], false);
/// let open = PING.json_schema(1, Openness::Open).unwrap();
/// assert_eq!(open.get("additionalProperties"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Openness {
    /// Accepts exactly what the decoder accepts: unknown fields, aliases, decimals as numbers.
    Open,
    /// What is written: no unknown fields anywhere, no aliases, decimals as text only. What a writer
    /// publishes.
    Closed,
}

/// The dialect of every schema here.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

impl EventSchema {
    /// The JSON Schema of the payload in a version; `None` for a version that the event does not
    /// have.
    ///
    /// The `$id` is `urn:event:<type>:<version>` for a closed schema and ends in `:open` for an open
    /// one. `x-key` lists the paths of the fields that make the record's key, `x-tags` what a field is
    /// tagged with, `x-rules` the value rules that JSON Schema cannot say.
    #[must_use]
    pub fn json_schema(&self, version: u32, openness: Openness) -> Option<Value> {
        if !self.has_version(version) {
            return None;
        }
        let shape = self.describing(version).shape;
        let root = Named::of(shape, version);
        let mut document = Document::new(version, openness, root);
        let payload = match root {
            Some(named) => document.body(named),
            None => notes::with(document.shape(shape), "title", self.event_type),
        };
        let payload = notes::described(payload, "", self.deprecated, None);
        Some(document.finish(self.keyed(payload, version), &self.urn(version, "", openness)))
    }

    /// The JSON Schema of a whole record, `data` being the payload; `None` for a version that the
    /// event does not have.
    ///
    /// The `$id` is `urn:event:<type>:<version>:envelope` for a closed schema and ends in `:open` for
    /// an open one.
    #[must_use]
    pub fn envelope_json_schema(&self, version: u32, openness: Openness) -> Option<Value> {
        if !self.has_version(version) {
            return None;
        }
        let mut document = Document::new(version, openness, None);
        let envelope = document.envelope(self);
        Some(document.finish(envelope, &self.urn(version, ":envelope", openness)))
    }

    fn has_version(&self, version: u32) -> bool {
        (self.oldest..=self.version).contains(&version)
    }

    fn urn(&self, version: u32, part: &str, openness: Openness) -> String {
        let open = match openness {
            Openness::Open => ":open",
            Openness::Closed => "",
        };
        format!("urn:event:{}:{version}{part}{open}", notes::percent_encoded(self.event_type))
    }

    /// The payload's schema with the key's fields, as they are called on the wire in that version.
    fn keyed(&self, payload: Value, version: u32) -> Value {
        let described = self.describing(version);
        if described.key.is_empty() {
            return payload;
        }
        let paths = described.key.iter();
        let paths: Vec<_> = paths.map(|path| wire_path(described.shape, path, version)).collect();
        notes::with(payload, "x-key", json!(paths))
    }
}
