//! Structs: empty, wide and inside each other.

use std::collections::BTreeMap;

use versioned_events::{Code, EncodeCode, Envelope, Event, Schema};

use crate::support::{read, refused, written};

#[derive(Debug, PartialEq, Event)]
#[event(type = "a.b", version = 1, keyless)]
struct Nested {
    twice: Option<Option<u8>>,
    boxed: Option<Box<Option<u8>>>,
    list: Option<Vec<Option<Option<u8>>>>,
    inner: One,
    nothing: Nothing,
}

#[derive(Debug, PartialEq, Schema)]
struct One {
    two: Two,
}

#[derive(Debug, PartialEq, Schema)]
struct Two {
    three: Vec<Three>,
}

#[derive(Debug, PartialEq, Schema)]
struct Three {
    value: Option<u8>,
}

#[derive(Debug, PartialEq, Schema)]
struct Nothing {}

#[test]
fn options_inside_options_and_structs_inside_structs() {
    let full = r#"{"twice":1,"boxed":2,"list":[3,null],"inner":{"two":{"three":[{"value":4},{}]}},"nothing":{}}"#;
    assert_eq!(written(read::<Nested>(full)), full);
    let least = r#"{"twice":null,"inner":{"two":{"three":[]}},"nothing":{"x":1}}"#;
    let read_least = read::<Nested>(least);
    assert_eq!((&read_least.twice, &read_least.boxed, &read_least.list), (&None, &None, &None));
    assert_eq!(written(read_least), r#"{"inner":{"two":{"three":[]}},"nothing":{}}"#);
    for (data, code, path) in [
        (full.replace("4}", "-4}"), Code::OutOfRange, "$.data.inner.two.three[0].value"),
        (
            full.replace(r#"{"three":[{"value":4},{}]}"#, "{}"),
            Code::MissingField,
            "$.data.inner.two.three",
        ),
        (
            full.replace(r#""nothing":{}"#, r#""nothing":null"#),
            Code::TypeMismatch,
            "$.data.nothing",
        ),
        (full.replace(r#","nothing":{}"#, ""), Code::MissingField, "$.data.nothing"),
        ("[]".to_owned(), Code::TypeMismatch, "$.data"),
    ] {
        assert_eq!(refused::<Nested>(&data), (code, path.to_owned()), "{data}");
    }
}

macro_rules! sixty {
    ($($name:ident)*) => {
        #[derive(Event)]
        #[event(type = "a.b", version = 1, keyless)]
        struct Sixty { $($name: Option<u8>,)* }
        const SIXTY: &[&str] = &[$(stringify!($name)),*];
    };
}
sixty! {
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9
    d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9
}

#[test]
fn a_struct_can_have_sixty_fields() {
    assert_eq!(SIXTY.len(), 60);
    let entries = |names: &mut dyn Iterator<Item = (usize, &&str)>| {
        let entries: Vec<_> = names.map(|(value, name)| format!(r#""{name}":{value}"#)).collect();
        format!("{{{}}}", entries.join(","))
    };
    let forwards = entries(&mut SIXTY.iter().enumerate());
    assert_eq!(written(read::<Sixty>(&forwards)), forwards);
    let backwards = entries(&mut SIXTY.iter().enumerate().rev());
    assert_eq!(written(read::<Sixty>(&backwards)), forwards);
    assert_eq!(written(read::<Sixty>("{}")), "{}");
    let wrong = forwards.replace(r#""f9":59"#, r#""f9":-1"#);
    assert_eq!(refused::<Sixty>(&wrong), (Code::OutOfRange, "$.data.f9".to_owned()));
}

#[test]
fn what_cannot_be_written_is_found_at_any_depth_and_leaves_the_buffer_alone() {
    #[derive(Schema)]
    enum Kind {
        Measured { values: BTreeMap<String, (u8, Option<f64>)> },
    }
    #[derive(Event)]
    #[event(type = "a.b", version = 1, keyless)]
    struct Deep {
        first: Vec<f64>,
        kinds: Vec<Kind>,
    }
    let values = [("a", Some(1.0)), ("b", None), ("c", Some(f64::NAN))];
    let values = values.map(|(key, value)| (key.to_owned(), (1, value))).into();
    let kinds = vec![Kind::Measured { values: BTreeMap::new() }, Kind::Measured { values }];
    let envelope = Envelope::new(Deep { first: vec![1.0], kinds });
    let mut buffer = b"before".to_vec();
    let error = envelope.write_json(&mut buffer).unwrap_err();
    assert_eq!(
        (error.code(), error.path()),
        (EncodeCode::NotFinite, "$.data.kinds[1].Measured.values{2}[1]")
    );
    assert_eq!(buffer, b"before");
}
