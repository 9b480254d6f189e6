//! `alias = "order.payed"` on an event, `#[serde(alias = "...")]` on fields and variants

use versioned_events::{Code, Event, EventSet, Schema};

use crate::support::{
    becomes, payload_first, read_record, record, record_error, record_of, refuses,
};

#[derive(Debug, PartialEq, Event)]
#[event(type = "order.paid", version = 2, keyless, alias = "order.payed", alias = "paid")]
struct OrderPaid {
    #[field(renamed(from = "sum", until = 1))]
    total: u8,
}

#[derive(Debug, PartialEq, EventSet)]
enum Shop {
    Paid(OrderPaid),
}

#[test]
fn a_former_event_type_is_decoded_with_the_same_versions_and_never_written() {
    for name in ["order.paid", "order.payed", "paid"] {
        for (version, data) in [(1, r#"{"sum":7}"#), (2, r#"{"total":7}"#)] {
            for record in [record(name, version, data), payload_first(name, version, data)] {
                let paid = read_record::<OrderPaid>(&record).data;
                assert_eq!(read_record::<Shop>(&record).data, Shop::Paid(OrderPaid { total: 7 }));
                let written = record_of(paid);
                assert!(written.contains(r#""type":"order.paid""#), "{written}");
            }
        }
        let error = record_error::<OrderPaid>(&record(name, 3, r#"{"total":7}"#));
        assert_eq!((error.code(), error.event_type()), (Code::NewerVersion, Some(name)));
    }
    assert_eq!(OrderPaid::SCHEMA.aliases, ["order.payed", "paid"]);
}

#[derive(Schema)]
enum Colour {
    #[serde(alias = "gray", alias = "silver")]
    Grey,
}

#[derive(Event)]
#[event(type = "lamp.painted", version = 2, keyless)]
struct LampPainted {
    #[serde(alias = "color", alias = "tint")]
    #[field(since = 2, default = "Grey")]
    colour: Colour,
    #[serde(rename = "n", alias = "count")]
    number: u8,
}

#[test]
fn an_alias_of_a_field_or_variant_is_read_and_never_written() {
    for colour in ["colour", "color", "tint"] {
        for value in ["Grey", "gray", "silver"] {
            let data = format!(r#"{{"{colour}":"{value}","count":1}}"#);
            becomes::<LampPainted>(2, &data, r#"{"colour":"Grey","n":1}"#);
        }
    }
}

#[test]
fn an_alias_counts_only_in_versions_that_have_the_field() {
    becomes::<LampPainted>(1, r#"{"color":[],"n":1}"#, r#"{"colour":"Grey","n":1}"#);
}

#[test]
fn a_field_and_its_alias_are_one_field() {
    refuses::<LampPainted>(
        2,
        &[
            (r#"{"colour":"Grey","n":1,"count":1}"#, Code::DuplicateField, "$.data.n"),
            (r#"{"tint":"Grey","color":"Grey","n":1}"#, Code::DuplicateField, "$.data.colour"),
            (r#"{"color":"red","n":1}"#, Code::UnknownVariant, "$.data.colour"),
            (r#"{"colour":"Grey","number":1}"#, Code::MissingField, "$.data.n"),
        ],
    );
}
