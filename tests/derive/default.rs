//! `default`, `default = "EUR"`, `default = expression`, and serde's

use std::borrow::Cow;

use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Code, Event, Schema};

use crate::support::{becomes, refuses};

#[derive(Clone, Copy, Default, Schema)]
#[schema(rename_all = "UPPERCASE")]
enum Currency {
    #[default]
    Eur,
    #[serde(rename = "US$")]
    Usd,
}

const LIMIT: u16 = 500;

mod limits {
    pub(super) fn smallest() -> i8 {
        i8::MIN
    }
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {
    #[field(since = 2, default)]
    bare: Currency,
    #[field(since = 2, default = "US$")]
    variant: Currency,
    #[field(since = 2, default = "say \"hi\"\n\\ ä €")]
    text: String,
    #[field(since = 2, default = "")]
    cow: Cow<'static, str>,
    #[field(since = 2, default = "some")]
    optional: Option<String>,
    #[field(since = 2, default = "-10.50")]
    amount: Decimal,
    #[field(since = 2, default = "6F9619FF-8B86-D011-B42D-00CF4FC964FF")]
    id: Uuid,
    #[field(since = 2, default = Currency::Usd)]
    path: Currency,
    #[field(since = 2, default = LIMIT + 1)]
    sum: u16,
    #[field(since = 2, default = -1)]
    negative: i64,
    #[field(since = 2, default = 1.5)]
    float: f32,
    #[field(since = 2, default = vec![Some(true), None])]
    list: Vec<Option<bool>>,
    #[field(since = 2, default = limits::smallest())]
    call: i8,
    #[field(since = 2, default = 'x')]
    letter: char,
}

#[test]
fn every_form_stands_in_for_a_field_that_an_earlier_version_did_not_have() {
    let today = concat!(
        r#"{"bare":"EUR","variant":"US$","text":"say \"hi\"\n\\ ä €","cow":"","optional":"some","#,
        r#""amount":"-10.50","id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","path":"US$","sum":501,"#,
        r#""negative":-1,"float":1.5,"list":[true,null],"call":-128,"letter":"x"}"#,
    );
    becomes::<OrderPaid>(1, "{}", today);
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, keyless)]
struct OrderSent {
    #[field(default)]
    bare: u8,
    #[field(default = "EUR")]
    text: Currency,
    #[field(default = 3)]
    expression: u8,
    #[serde(default)]
    serde: Vec<u8>,
    #[serde(default = "limits::smallest")]
    serde_path: i8,
    #[serde(default)]
    optional: Option<u8>,
    #[field(default = 5)]
    optional_five: Option5,
}

/// An own type with its own idea of absence.
type Option5 = u8;

#[test]
fn without_since_it_stands_in_in_every_version() {
    let today =
        r#"{"bare":0,"text":"EUR","expression":3,"serde":[],"serde_path":-128,"optional_five":5}"#;
    becomes::<OrderSent>(1, "{}", today);
    let all = r#"{"bare":1,"text":"US$","expression":2,"serde":[3],"serde_path":4,"optional":5,"optional_five":6}"#;
    becomes::<OrderSent>(1, all, all);
}

#[test]
fn a_default_is_for_absence_and_not_for_null() {
    refuses::<OrderSent>(
        1,
        &[
            (r#"{"bare":null}"#, Code::TypeMismatch, "$.data.bare"),
            (r#"{"text":null}"#, Code::TypeMismatch, "$.data.text"),
            (r#"{"serde":null}"#, Code::TypeMismatch, "$.data.serde"),
            (r#"{"serde_path":200}"#, Code::OutOfRange, "$.data.serde_path"),
        ],
    );
}

#[derive(Event)]
#[event(type = "order.moved", version = 1, keyless)]
struct OrderMoved {
    place: Place,
}

#[derive(Schema)]
struct Place {
    #[field(default = "home")]
    name: String,
    #[serde(default)]
    floor: i8,
}

#[test]
fn nested_types_have_defaults_too() {
    becomes::<OrderMoved>(1, r#"{"place":{}}"#, r#"{"place":{"name":"home","floor":0}}"#);
}
