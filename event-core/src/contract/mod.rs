//! Contracts and the const tables: what the code says as a contract, and a contract as tables.
//!
//! `cargo event` works with these; the derives register events here when it asks them to.
//!
//! ```
//! use event_core::contract::{check_payload, contract_of, schema_of};
//! use event_core::schema::{EventSchema, Field, Schema, Shape, Struct};
//!
//! const LAMP: &EventSchema = &EventSchema::new(
//!     "lamp.switched",
//!     1,
//!     &Shape::Struct(&Struct::new("LampSwitched", "home", &[Field::new("on", bool::SHAPE)])),
//! );
//! let contract = contract_of(LAMP, 1).unwrap();
//! assert_eq!(contract.payload.fields[0].ty.to_string(), "bool");
//!
//! let schema = schema_of(&contract);
//! assert!(check_payload(schema, 1, r#"{"on":true}"#).is_empty());
//! assert_eq!(check_payload(schema, 1, r#"{"on":1}"#)[0].path(), "$.on");
//! ```

mod of_schema;
mod published;
mod serve;
mod to_schema;

pub use of_schema::contract_of;
pub use published::Published;
pub use serve::serve;
pub use to_schema::schema_of;

use crate::error::DecodeError;
use crate::schema::EventSchema;

/// Everything that is wrong with a payload of a version; empty if that version's reader takes it.
#[must_use]
pub fn check_payload(
    schema: &'static EventSchema,
    version: u32,
    payload: &str,
) -> Vec<DecodeError> {
    crate::json::check_payload(schema, version, payload)
}
