//! Lists, arrays, tuples, maps and any JSON.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde_json::{Value, json};
use versioned_events::{Code, EncodeCode, Event, Limits};

use crate::support::{read, refused, unwritable, written};

#[test]
fn containers_of_every_kind() {
    type Twelve = (u8, i8, u16, i16, u32, i32, u64, i64, bool, char, String, Option<f32>);
    same! {
        Option<u8> { None => "null"; Some(1) => "1"; }
        Vec<Option<String>> { vec![None, Some(String::new()), None] => r#"[null,"",null]"#; vec![] => "[]"; }
        Box<Vec<u8>> { Box::new(vec![1]) => "[1]"; }
        [u8; 0] { [] => "[]"; }
        [Option<u8>; 32] { [None; 32] => format!("[{}null]", "null,".repeat(31)); }
        (u8,) { (1,) => "[1]"; }
        Twelve {
            (1, -1, 2, -2, 3, -3, 4, -4, true, 'c', "s".to_owned(), None) => r#"[1,-1,2,-2,3,-3,4,-4,true,"c","s",null]"#;
        }
        BTreeMap<String, u8> { BTreeMap::new() => "{}"; BTreeMap::from([("".to_owned(), 1), ("a\"\n".to_owned(), 2)]) => r#"{"":1,"a\"\n":2}"#; }
        HashMap<i64, Option<bool>> { HashMap::from([(i64::MIN, None)]) => r#"{"-9223372036854775808":null}"#; }
        BTreeMap<NaiveDate, u8> { BTreeMap::from([(NaiveDate::default(), 1)]) => r#"{"1970-01-01":1}"#; }
        BTreeMap<char, Vec<BTreeMap<u64, [bool; 1]>>> {
            BTreeMap::from([('𝄞', vec![BTreeMap::from([(u64::MAX, [true])])])]) => r#"{"𝄞":[{"18446744073709551615":[true]}]}"#;
        }
    }
}

#[test]
fn containers_refuse_what_does_not_fit() {
    refuses! {
        [u8; 2], "[1,2]" => BadLength: "[]", "[1]", "[1,2,3]";
        (u8, bool), "[1,true]" => BadLength: "[]", "[1]", "[1,true,2]";
        Vec<u8>, "[]" => TypeMismatch: "{}", "null", r#""AA==""#;
        BTreeMap<u8, u8>, "{}" => TypeMismatch: "[]", "null";
    }
    #[derive(Event)]
    #[event(type = "a.b", version = 1, keyless)]
    struct Deep {
        map: BTreeMap<u8, Vec<(u8, [i8; 2])>>,
    }
    for (map, code, path) in [
        (r#"{"1":[],"2":[[1,[2,3]],[1,[2,128]]]}"#, Code::OutOfRange, "$.data.map{1}[1][1][1]"),
        (r#"{"1":[[1,[2]]]}"#, Code::BadLength, "$.data.map{0}[0][1]"),
        (r#"{"1":[],"01":[]}"#, Code::BadFormat, "$.data.map{1}"),
        (r#"{"256":[]}"#, Code::BadFormat, "$.data.map{0}"),
        (r#"{"1":[],"2":[],"1":[]}"#, Code::DuplicateField, "$.data.map{2}"),
        (r#"{"1":[],"\u0031":[]}"#, Code::DuplicateField, "$.data.map{1}"),
    ] {
        let expected = (code, path.to_owned());
        assert_eq!(refused::<Deep>(&format!(r#"{{"map":{map}}}"#)), expected, "{map}");
    }
}

#[test]
fn a_map_key_without_text_cannot_be_written() {
    #[derive(Event)]
    #[event(type = "a.b", version = 1, keyless)]
    struct Dates {
        map: BTreeMap<NaiveDate, u8>,
    }
    let map = BTreeMap::from([(NaiveDate::MIN, 1)]);
    assert_eq!(unwritable(Dates { map }).0, EncodeCode::OutOfRange);
}

#[test]
fn any_json_is_kept_as_it_is() {
    same! {
        Value {
            Value::Null => "null";
            json!({"a": [1, -2.5, "x", null, true, {}], "b": u64::MAX}) => r#"{"a":[1,-2.5,"x",null,true,{}],"b":18446744073709551615}"#;
        }
    }
    #[derive(Event)]
    #[event(type = "a.b", version = 1, keyless)]
    struct Any {
        any: Value,
        maybe: Option<Value>,
    }
    assert_eq!(refused::<Any>("{}"), (Code::MissingField, "$.data.any".to_owned()));
    assert_eq!(written(read::<Any>(r#"{"any":null,"maybe":null}"#)), r#"{"any":null}"#);
    // The record and its payload are two of the levels.
    let nested =
        |levels: usize| format!(r#"{{"any":{}{}}}"#, "[".repeat(levels), "]".repeat(levels));
    let deepest = nested(Limits::DEEPEST - 2);
    assert_eq!(written(read::<Any>(&deepest)), deepest);
    for levels in [Limits::DEEPEST - 1, 10_000] {
        assert_eq!(refused::<Any>(&nested(levels)).0, Code::TooDeep, "{levels}");
    }
}
