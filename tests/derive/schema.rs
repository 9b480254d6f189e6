//! `schema = "String"`: a foreign type that serde reads and writes

use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use versioned_events::schema::Shape;
use versioned_events::{Code, EncodeCode, Envelope, Event, Schema};

use crate::support::{becomes, error, refuses, written};

/// Whole degrees, as somebody else's crate writes them.
mod degrees {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{value}deg"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        let text = String::deserialize(deserializer)?;
        let number = text.strip_suffix("deg").and_then(|number| number.parse().ok());
        number.ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no angle")))
    }
}

mod maybe_degrees {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(
        value: &Option<f64>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => super::degrees::serialize(value, serializer),
            None => serializer.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<f64>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        Ok(text.and_then(|text| text.strip_suffix("deg")?.parse().ok()))
    }
}

#[derive(Clone, Copy, Deserialize, Serialize)]
struct Point {
    x: i8,
    y: i8,
}

#[derive(Schema)]
#[allow(dead_code, reason = "only its shape is used")]
struct PointShape {
    x: i8,
    y: i8,
}

#[derive(Event)]
#[event(type = "ship.seen", version = 2, keyless)]
struct ShipSeen {
    #[field(schema = "String")]
    from: IpAddr,
    #[field(schema = "Option<String>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<IpAddr>,
    #[field(schema = "Vec<PointShape>")]
    route: Vec<Point>,
    #[field(schema = "String")]
    #[serde(with = "degrees")]
    course: f64,
    #[field(since = 2, schema = "Option<String>")]
    #[serde(with = "maybe_degrees", skip_serializing_if = "Option::is_none")]
    drift: Option<f64>,
    #[field(since = 2, schema = "u8", default = std::num::NonZeroU8::MIN)]
    crew: std::num::NonZeroU8,
}

const FULL: &str = concat!(
    r#"{"from":"::1","via":"127.0.0.1","route":[{"x":1,"y":-2}],"course":"271.5deg","#,
    r#""drift":"-3deg","crew":12}"#,
);

#[test]
fn serde_reads_and_writes_it() {
    becomes::<ShipSeen>(2, FULL, FULL);
}

#[test]
fn an_option_of_it_may_be_absent_or_null() {
    let today = r#"{"from":"::1","route":[],"course":"0deg","crew":3}"#;
    becomes::<ShipSeen>(2, today, today);
    let null = r#"{"from":"::1","via":null,"route":[],"course":"0deg","drift":null,"crew":3}"#;
    becomes::<ShipSeen>(2, null, today);
    let old = r#"{"from":"::1","route":[],"course":"0deg","drift":5,"crew":"x"}"#;
    becomes::<ShipSeen>(1, old, r#"{"from":"::1","route":[],"course":"0deg","crew":1}"#);
}

#[test]
fn an_option_of_it_is_left_out_when_it_is_none() {
    #[derive(Event)]
    #[event(type = "ship.lost", version = 1, keyless)]
    struct ShipLost {
        #[field(schema = "Option<String>")]
        last: Option<IpAddr>,
        #[field(schema = "Option<String>")]
        #[serde(with = "maybe_degrees")]
        course: Option<f64>,
    }
    assert_eq!(written(ShipLost { last: None, course: None }), "{}");
    let last = Some(IpAddr::from([127, 0, 0, 1]));
    assert_eq!(
        written(ShipLost { last, course: Some(1.0) }),
        r#"{"last":"127.0.0.1","course":"1deg"}"#
    );
}

#[test]
fn errors_come_from_the_named_schema_where_it_can_tell() {
    refuses::<ShipSeen>(
        2,
        &[
            (&FULL.replace(r#""::1""#, "7"), Code::TypeMismatch, "$.data.from"),
            (&FULL.replace(r#""y":-2"#, r#""y":200"#), Code::OutOfRange, "$.data.route[0].y"),
            (&FULL.replace(r#","y":-2"#, ""), Code::MissingField, "$.data.route[0].y"),
            (&FULL.replace(r#","crew":12"#, ""), Code::MissingField, "$.data.crew"),
            (&FULL.replace(r#""course":"271.5deg","#, ""), Code::MissingField, "$.data.course"),
            (
                &FULL.replace(r#""from":"#, r#""from":"::2","from":"#),
                Code::DuplicateField,
                "$.data.from",
            ),
        ],
    );
}

#[test]
fn what_only_the_type_refuses_is_refused_by_type_without_its_words() {
    refuses::<ShipSeen>(
        2,
        &[
            (&FULL.replace("::1", "SECRET"), Code::RefusedByType, "$.data.from"),
            (&FULL.replace("271.5", "SECRET"), Code::RefusedByType, "$.data.course"),
            (&FULL.replace("12}", "0}"), Code::RefusedByType, "$.data.crew"),
        ],
    );
    let shown = error::<ShipSeen>(2, &FULL.replace("271.5", "SECRET")).to_string();
    assert!(!shown.contains("SECRET"), "{shown}");
}

#[test]
fn its_shape_is_the_named_one() {
    let Shape::Struct(table) = ShipSeen::SHAPE else { panic!() };
    let Shape::Foreign(Shape::List(Shape::Struct(point))) = table.fields[2].shape else { panic!() };
    assert_eq!(point.name, "PointShape");
    assert!(table.fields[4].shape.is_optional());
}

#[test]
fn a_foreign_type_that_cannot_be_written_is_an_error_with_its_path() {
    struct Refusing;
    impl Serialize for Refusing {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("SECRET"))
        }
    }
    impl<'de> Deserialize<'de> for Refusing {
        fn deserialize<D: serde::Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
            Ok(Self)
        }
    }
    #[derive(Event)]
    #[event(type = "ship.lost", version = 1, keyless)]
    struct ShipLost {
        first: u8,
        #[field(schema = "Option<String>")]
        last: Refusing,
    }
    let error = Envelope::new(ShipLost { first: 1, last: Refusing }).to_json().unwrap_err();
    assert_eq!((error.code(), error.path()), (EncodeCode::RefusedByType, "$.data.last"));
    assert!(!error.to_string().contains("SECRET"), "{error}");
}
