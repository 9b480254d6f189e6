//! serde_json writes the same, byte for byte.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::Writer;

fn assert_same<T: Serialize + ?Sized>(value: &T) {
    let mut ours = Vec::new();
    let written = value.serialize(Writer::new(&mut ours)).is_ok();
    match serde_json::to_string(value) {
        Ok(theirs) => assert_eq!(String::from_utf8_lossy(&ours), theirs),
        Err(error) => assert!(!written, "serde_json refuses it: {error}"),
    }
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Newtype(u8);

#[derive(Serialize)]
struct Pair(i8, &'static str);

#[derive(Serialize)]
#[serde(rename = "a \"name\"")]
struct Struct {
    #[serde(rename = "a \"field\"\n")]
    field: Option<f32>,
    unit: Unit,
}

#[derive(Serialize)]
enum Enum {
    Unit,
    Newtype(Vec<()>),
    Tuple(char, bool),
    Struct { field: [u16; 2] },
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize)]
enum Name {
    #[serde(rename = "a \"variant\"")]
    Variant,
}

struct Bytes;

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&[0, 255])
    }
}

struct Shown;

impl Serialize for Shown {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("a{}\u{1}", "\\\""))
    }
}

#[test]
fn every_kind_of_value_is_written_as_serde_json_writes_it() {
    assert_same(&Unit);
    assert_same(&Newtype(1));
    assert_same(&Pair(-1, "é"));
    assert_same(&Struct { field: Some(0.1), unit: Unit });
    assert_same(&Struct { field: None, unit: Unit });
    assert_same(&[Enum::Unit, Enum::Newtype(vec![(), ()]), Enum::Newtype(vec![])]);
    assert_same(&(Enum::Tuple('"', true), Enum::Struct { field: [1, u16::MAX] }));
    assert_same(&(Bytes, Shown, ((), Some(())), Vec::<u8>::new(), [(); 0]));
    assert_same(&(u128::MAX, i128::MIN, u64::MAX, i64::MIN));
    for float in [0.0, -0.0, 1.0, 1e300, 5e-324, f64::NAN, f64::INFINITY, 123_456_789.125] {
        assert_same(&float);
        assert_same(&(float as f32));
    }
    assert_same(&json!({"a": [1, {"b": null}], "\u{7f}": "\u{2028}", "": -1.5e-7}));
    let raw: Box<RawValue> =
        RawValue::from_string("{ \"a\" : [1.0, \"\\u0041\"] }".to_owned()).unwrap_or_default();
    assert_same(&(&raw, BTreeMap::from([("raw", &raw)])));
}

#[test]
fn keys_are_written_as_serde_json_writes_them() {
    fn key<K: Serialize + Ord>(key: K) {
        assert_same(&BTreeMap::from([(key, [1])]));
    }
    key("a \"b\"");
    key('x');
    key(7u8);
    key(-7i128);
    key(true);
    key(Name::Variant);
    key(());
    key(None::<u8>);
    key(vec![1]);
    key(BTreeMap::from([(1, 2)]));
}

/// Objects of three entries, so that commas and nesting are seen everywhere.
#[test]
fn nested_objects_and_lists_are_separated_alike() {
    let mut value = Value::Null;
    for level in 0..20 {
        value = json!({"level": level, "inside": [value, [], {}], "text": "\"\\/\u{8}"});
        assert_same(&value);
    }
}
