//! The id of a schema: computed from what it says, never handed out.

use std::fmt;

use serde_json::Value;
use uuid::Uuid;

use super::bare::bare;
use super::numbered::numbered;
use crate::json_schema::canonical_json;

/// What ids of schemas are named under (RFC 9562, section 5.5). Never changes.
const NAMESPACE: Uuid = Uuid::from_u128(0xe5a7_0c0f_6d3b_4b57_9d0e_2f5a_71c8_3b46);

/// The id of a schema: the same in every process and on every machine.
///
/// A UUID version 5 of the schema's canonical text, without what does not matter for compatibility:
/// `title`, `description`, `$comment`, `deprecated`, `examples` and `x-tags`, the names in `$defs`, and
/// the order of `required`, `enum`, `type`, `oneOf`, `anyOf` and `allOf`. So docs, tags, the order of
/// fields and variants, and the Rust names of nested types can change. A `default` does count, because a record
/// without the field means another thing under another default; so do `writeOnly` and `x-key`. The
/// namespace is `e5a70c0f-6d3b-4b57-9d0e-2f5a71c83b46`.
///
/// ```
/// use event_core::registry::SchemaId;
/// use serde_json::json;
///
/// let id = SchemaId::of(&json!({ "type": "boolean" }));
/// assert_eq!(id, SchemaId::of(&json!({ "type": "boolean", "description": "On or off." })));
/// assert_ne!(id, SchemaId::of(&json!({ "type": "string" })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(Uuid);

impl SchemaId {
    /// The id of a schema.
    #[must_use]
    pub fn of(schema: &Value) -> Self {
        Self(Uuid::new_v5(&NAMESPACE, canonical_json(&numbered(bare(schema))).as_bytes()))
    }

    /// The id as a UUID.
    #[must_use]
    pub const fn as_uuid(self) -> Uuid {
        self.0
    }
}

impl From<Uuid> for SchemaId {
    /// An id that was computed elsewhere.
    fn from(uuid: Uuid) -> Self {
        Self(uuid)
    }
}

impl fmt::Display for SchemaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}
