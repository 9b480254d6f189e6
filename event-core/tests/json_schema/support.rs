//! An event around any type, and both judges: the decoder and the validator.

use event_core::schema::{EventSchema, Schema, Shape};
use event_core::{Decode, Encode, Envelope, Event, Openness, RecordKey, Version, View};
use jsonschema::Validator;
use serde_json::Value;

/// An event whose payload is a `T`.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrap<T>(pub T);

impl<T: Schema> Schema for Wrap<T> {
    const SHAPE: &'static Shape = T::SHAPE;
}

impl<T: Schema> Decode for Wrap<T> {
    fn decode<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
        at: Version,
    ) -> Result<Self, D::Error> {
        T::decode(deserializer, at).map(Self)
    }
}

impl<T: Schema> Encode for Wrap<T> {
    fn encode<S: serde::Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        self.0.encode(serializer, view)
    }
}

impl<T: Schema> Event for Wrap<T> {
    const SCHEMA: &'static EventSchema =
        &EventSchema::new("test.wrapped", 3, T::SHAPE).aliases(&["test.wrappd"]);

    fn key(&self) -> Option<RecordKey<'_>> {
        None
    }
}

/// A validator that checks formats, for a schema that is one itself.
pub fn validator(schema: &Value) -> Validator {
    let is_schema = jsonschema::draft202012::meta::validate(schema);
    assert!(is_schema.is_ok(), "no valid schema: {:?}\n{schema:#}", is_schema.err());
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    options.build(schema).unwrap_or_else(|error| panic!("{error}\n{schema:#}"))
}

/// The schema of a `T` as a payload.
pub fn schema_of<T: Schema>(version: u32, openness: Openness) -> Value {
    <Wrap<T>>::SCHEMA.json_schema(version, openness).expect("the version exists")
}

/// Where decoder and open schema of a `T` disagree on the values, in words.
pub fn disagreements<T: Schema>(version: u32, values: &[&str]) -> Vec<String> {
    let validator = validator(&schema_of::<T>(version, Openness::Open));
    let mut found = Vec::new();
    for json in values {
        let Ok(value) = serde_json::from_str::<Value>(json) else { continue };
        let decoded = Envelope::<Wrap<T>>::from_payload(json.as_bytes(), version).is_ok();
        if validator.is_valid(&value) != decoded {
            let said = if decoded { "decoder takes" } else { "schema takes" };
            found.push(format!("{said} {json}"));
        }
    }
    found
}

/// Asserts that decoder and open schema of a `T` agree on all values.
#[track_caller]
pub fn assert_agreement<T: Schema>(version: u32, values: &[&str]) {
    let found = disagreements::<T>(version, values);
    let name = std::any::type_name::<T>();
    let schema = schema_of::<T>(version, Openness::Open);
    assert!(found.is_empty(), "{name} version {version}: {found:#?}\n{schema:#}");
}
