//! `since = 2`: earlier versions did not have the field

use std::collections::BTreeMap;

use versioned_events::{Code, Event, Schema};

use crate::support::{becomes, refuses};

/// Whether a type can be absent is decided by the type, not by its spelling.
type Perhaps<T> = Option<T>;

#[derive(Event)]
#[event(type = "order.paid", version = 3, keyless)]
struct OrderPaid {
    id: u8,
    #[field(since = 2)]
    note: Perhaps<String>,
    #[field(since = 2)]
    boxed: Box<Option<u8>>,
    #[field(since = 3, default)]
    labels: BTreeMap<String, u8>,
    #[field(since = 3, default = 7)]
    #[serde(default)]
    count: u8,
}

#[test]
fn a_version_without_the_field_ignores_its_name() {
    let today = r#"{"id":1,"labels":{},"count":7}"#;
    becomes::<OrderPaid>(1, r#"{"id":1}"#, today);
    let strangers = r#"{"id":1,"note":5,"boxed":"x","labels":[],"count":{}}"#;
    becomes::<OrderPaid>(1, strangers, today);
    let half = r#"{"id":1,"note":"n","boxed":4,"labels":[],"count":{}}"#;
    becomes::<OrderPaid>(2, half, r#"{"id":1,"note":"n","boxed":4,"labels":{},"count":7}"#);
}

#[test]
fn the_default_of_since_is_not_for_versions_that_have_the_field() {
    refuses::<OrderPaid>(
        3,
        &[
            (r#"{"id":1,"count":1}"#, Code::MissingField, "$.data.labels"),
            (r#"{"id":1,"labels":null,"count":1}"#, Code::TypeMismatch, "$.data.labels"),
            (r#"{"id":1,"labels":{"a":[]},"count":1}"#, Code::TypeMismatch, "$.data.labels{0}"),
        ],
    );
    // But serde's is for those, and only those.
    becomes::<OrderPaid>(3, r#"{"id":1,"labels":{}}"#, r#"{"id":1,"labels":{},"count":0}"#);
}

#[test]
fn a_version_that_has_the_field_checks_it() {
    refuses::<OrderPaid>(
        2,
        &[
            (r#"{"id":1,"note":5}"#, Code::TypeMismatch, "$.data.note"),
            (r#"{"id":1,"boxed":256}"#, Code::OutOfRange, "$.data.boxed"),
        ],
    );
}

#[derive(Debug, PartialEq, Schema)]
struct Inner {
    value: Perhaps<u8>,
}

#[derive(Event)]
#[event(type = "order.sent", version = 2, keyless)]
struct OrderSent {
    #[field(since = 2)]
    inner: Option<Inner>,
}

#[test]
fn absent_and_null_are_the_same() {
    for data in ["{}", r#"{"inner":null}"#] {
        becomes::<OrderSent>(2, data, "{}");
    }
    becomes::<OrderSent>(2, r#"{"inner":{"value":null}}"#, r#"{"inner":{}}"#);
}
