//! An event without a derive: the traits are small enough to write by hand.

#![allow(clippy::unwrap_used, reason = "tests")]

use serde::{Deserializer, Serializer};
use versioned_events::schema::{EventSchema, Field, Shape, Struct};
use versioned_events::{
    Code, Decode, Encode, Envelope, Event, EventSet, Key, RecordKey, Schema, Version, View,
};

/// Degrees of a sensor; version 1 sent Fahrenheit.
#[derive(Debug, PartialEq)]
struct Measured {
    sensor: String,
    celsius: f64,
}

/// What serde reads: both versions have the same names.
#[derive(serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    sensor: String,
    degrees: f64,
}

impl Schema for Measured {
    const SHAPE: &'static Shape = &Shape::Struct(
        &Struct::new(
            "Measured",
            "by_hand",
            &[
                Field::new("sensor", <String as Schema>::SHAPE),
                Field::new("degrees", <f64 as Schema>::SHAPE),
            ],
        )
        .closed(),
    );
}

impl Decode for Measured {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        let Wire { sensor, degrees } = serde::Deserialize::deserialize(deserializer)?;
        let celsius = if at.until(1) { (degrees - 32.0) / 1.8 } else { degrees };
        Ok(Self { sensor, celsius })
    }
}

impl Encode for Measured {
    fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
        let wire = Wire { sensor: self.sensor.clone(), degrees: self.celsius };
        serde::Serialize::serialize(&wire, serializer)
    }
}

impl Event for Measured {
    const SCHEMA: &'static EventSchema =
        &EventSchema::new("degrees.measured", 2, Self::SHAPE).key(&["sensor"]).source("greenhouse");

    fn key(&self) -> Option<RecordKey<'_>> {
        Some(RecordKey::new(self.sensor.part()))
    }
}

#[derive(Debug, PartialEq, EventSet)]
enum Greenhouse {
    Measured(Measured),
}

#[test]
fn an_event_written_by_hand_does_what_a_derived_one_does() {
    assert_eq!((Measured::TYPE, Measured::VERSION, Measured::OLDEST), ("degrees.measured", 2, 1));
    let event = Envelope::new(Measured { sensor: "roof".to_owned(), celsius: 20.5 });
    let bytes = event.to_json().unwrap();
    assert_eq!(Envelope::<Measured>::from_json(&bytes).unwrap(), event);
    assert_eq!(event.source, "greenhouse");
    assert_eq!(event.key().unwrap().unwrap().to_bytes(), b"roof");

    let old = Envelope::<Measured>::from_payload(br#"{"sensor":"roof","degrees":68}"#, 1).unwrap();
    assert_eq!(old.data.celsius, 20.0);
    let set = Envelope::<Greenhouse>::from_json(&bytes).unwrap();
    assert_eq!(set.map(|Greenhouse::Measured(data)| data), event);
    let error =
        Envelope::<Measured>::from_payload(br#"{"sensor":"roof","celsius":1}"#, 2).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::UnknownField, "$"));
}
