//! `#[serde(skip_serializing_if = "path")]` on `Option`, or with `default`

use std::collections::BTreeMap;

use versioned_events::{Event, Schema};

use crate::support::becomes;

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
struct OrderPaid {
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    list: Vec<u8>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[field(default)]
    map: BTreeMap<String, u8>,
    #[field(default = 7)]
    #[serde(skip_serializing_if = "is_seven")]
    seven: u8,
    #[serde(skip_serializing_if = "is_some_zero")]
    zero: Option<u8>,
    kind: Kind,
}

#[derive(Schema)]
#[schema(tag = "t")]
enum Kind {
    A {
        #[serde(default, skip_serializing_if = "is_empty_text")]
        #[field(masked(with = same))]
        text: String,
    },
}

fn is_seven(value: &u8) -> bool {
    *value == 7
}

fn is_some_zero(value: &Option<u8>) -> bool {
    *value == Some(0)
}

fn is_empty_text(text: &String) -> bool {
    text.is_empty()
}

fn same(text: &String) -> String {
    text.clone()
}

#[test]
fn what_the_predicate_takes_is_left_out() {
    let least = r#"{"kind":{"t":"A"}}"#;
    becomes::<OrderPaid>(1, least, least);
    let all = r#"{"note":"","list":[],"map":{},"seven":7,"zero":0,"kind":{"t":"A","text":""}}"#;
    becomes::<OrderPaid>(1, all, r#"{"note":"","kind":{"t":"A"}}"#);
}

#[test]
fn everything_else_is_written() {
    let json =
        r#"{"note":"n","list":[1],"map":{"a":1},"seven":8,"zero":1,"kind":{"t":"A","text":"x"}}"#;
    becomes::<OrderPaid>(1, json, json);
}
