//! The envelope around a payload: the fields of its table, those that depend on the event made
//! definite.

use serde_json::{Value, json};

use super::notes::{described, with};
use super::object::Object;
use super::shape::Document;
use crate::json::ENVELOPE;
use crate::schema::EventSchema;

impl Document {
    /// The schema of a whole record of the event.
    pub(super) fn envelope(&mut self, event: &EventSchema) -> Value {
        let mut object = Object::new(self.is_closed());
        for field in ENVELOPE.fields {
            let (schema, required) = match field.name {
                "type" => (self.event_type(event), true),
                "schema_version" => (self.schema_version(), !self.may_lack_version()),
                "min_reader_version" if self.is_closed() => match self.version {
                    // Written only when it is lower than the version.
                    0 | 1 => continue,
                    version => (lower_than(version), false),
                },
                "trace_id" => (self.trace(32), false),
                "span_id" => (self.trace(16), false),
                "data" => {
                    let payload = self.shape(event.describing(self.version).shape);
                    (event.keyed(payload, self.version), true)
                }
                _ => (self.shape(field.shape), !field.may_be_absent()),
            };
            object.add(field.name, described(schema, field.docs, None, None), required);
        }
        let mut schema = object.into_schema();
        if self.is_closed() {
            // A span without a trace means nothing.
            schema = with(schema, "dependentRequired", json!({ "span_id": ["trace_id"] }));
        }
        let title = format!("{} version {}", event.event_type, self.version);
        described(with(schema, "title", title), "", event.deprecated, None)
    }

    fn event_type(&self, event: &EventSchema) -> Value {
        match self.names(event.event_type, event.aliases).as_slice() {
            [name] => json!({ "type": "string", "const": name }),
            names => json!({ "type": "string", "enum": names }),
        }
    }

    /// Absent means 1.
    fn may_lack_version(&self) -> bool {
        self.version == 1 && !self.is_closed()
    }

    fn schema_version(&self) -> Value {
        match self.may_lack_version() {
            true => json!({ "enum": [1, null] }),
            false => json!({ "type": "integer", "const": self.version }),
        }
    }

    /// Hex digits that are not all zero; whatever else stands there is ignored.
    fn trace(&self, digits: usize) -> Value {
        if !self.is_closed() {
            return Value::Bool(true);
        }
        json!({
            "type": "string",
            "pattern": format!("^[0-9a-f]{{{digits}}}$"),
            "not": { "const": "0".repeat(digits) },
        })
    }
}

fn lower_than(version: u32) -> Value {
    json!({ "type": "integer", "minimum": 1, "maximum": version - 1 })
}
