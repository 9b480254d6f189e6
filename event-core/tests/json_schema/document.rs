//! The documents themselves: their names, definitions and notes, word by word.

use event_core::Openness;
use event_core::json_schema::canonical_json;
use event_core::schema::{
    Content, Deprecated, Enum, EventSchema, Field, Masked, Schema, Shape, Struct, Text, Variant,
};
use serde_json::{Value, json};

use crate::support::{schema_of, validator};

const PRODUCT: &Shape = &Shape::Struct(
    &Struct::new("Product", "shop", &[Field::new("id", &Shape::Text(Text::Uuid))])
        .docs("What is sold."),
);
const ORDER: &Shape = &Shape::Struct(
    &Struct::new(
        "OrderPaid",
        "shop",
        &[
            Field::new("orderId", u64::SHAPE).member("order_id").docs("Of the order."),
            Field::new("total", &Shape::Decimal).member("amount").until(1),
            Field::new("amount", &Shape::Decimal).since(2),
            Field::new("products", &Shape::List(PRODUCT)),
            Field::new("gift", &Shape::Option(PRODUCT)),
            Field::new("card", String::SHAPE).masked(Masked::Last(4)),
        ],
    )
    .docs("An order was paid in full."),
);
const ORDER_PAID: &EventSchema = &EventSchema::new("order.paid", 2, ORDER)
    .key(&["order_id"])
    .deprecated(Deprecated::new("use `order.settled`"));

fn closed(event: &EventSchema, version: u32) -> Value {
    let schema = event.json_schema(version, Openness::Closed).expect("the version exists");
    validator(&schema);
    schema
}

#[test]
fn a_payload_reads_like_this() {
    let expected = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:event:order.paid:1",
        "title": "OrderPaid",
        "description": "An order was paid in full.\n\nDeprecated: use `order.settled`",
        "deprecated": true,
        "x-key": ["orderId"],
        "type": "object",
        "additionalProperties": false,
        "required": ["orderId", "total", "products", "card"],
        "properties": {
            "orderId": {
                "type": "integer",
                "minimum": 0,
                "maximum": u64::MAX,
                "description": "Of the order.",
                "$comment": "may be beyond 2^53: read it as a 64-bit integer, never through a float",
            },
            "total": {
                "type": "string",
                "pattern": "^-?[0-9]+(?:\\.[0-9]{1,28})?$",
                "allOf": [{ "pattern": "^-?(?:\\.?[0-9]){1,29}$" }],
            },
            "products": { "type": "array", "items": { "$ref": "#/$defs/Product" } },
            "gift": { "anyOf": [{ "$ref": "#/$defs/Product" }, { "type": "null" }] },
            "card": {
                "type": "string",
                "writeOnly": true,
                "description":
                    "Masked: consumers get stars and the last 4 characters, or `***` for short text.",
            },
        },
        "$defs": {
            "Product": {
                "title": "Product",
                "description": "What is sold.",
                "type": "object",
                "additionalProperties": false,
                "required": ["id"],
                "properties": {
                    "id": {
                        "type": "string",
                        "format": "uuid",
                        "pattern":
                            "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
                    },
                },
            },
        },
    });
    assert_eq!(closed(ORDER_PAID, 1), expected);
}

#[test]
fn every_version_has_a_schema_and_no_other_has() {
    const LATE: &EventSchema = &EventSchema::new("order.paid", 4, ORDER).oldest(3);
    for openness in [Openness::Open, Openness::Closed] {
        for (version, exists) in [(0, false), (2, false), (3, true), (4, true), (5, false)] {
            assert_eq!(LATE.json_schema(version, openness).is_some(), exists, "{version}");
            assert_eq!(LATE.envelope_json_schema(version, openness).is_some(), exists, "{version}");
        }
    }
    assert_eq!(closed(ORDER_PAID, 1)["properties"].get("amount"), None);
    assert_eq!(closed(ORDER_PAID, 2)["properties"].get("total"), None);
}

#[test]
fn four_documents_of_one_version_have_four_ids() {
    let id = |schema: Option<Value>| schema.expect("a schema")["$id"].clone();
    use Openness::{Closed, Open};
    assert_eq!(id(ORDER_PAID.json_schema(2, Closed)), "urn:event:order.paid:2");
    assert_eq!(id(ORDER_PAID.json_schema(2, Open)), "urn:event:order.paid:2:open");
    assert_eq!(id(ORDER_PAID.envelope_json_schema(2, Closed)), "urn:event:order.paid:2:envelope");
    assert_eq!(
        id(ORDER_PAID.envelope_json_schema(2, Open)),
        "urn:event:order.paid:2:envelope:open"
    );
    const ODD: &EventSchema = &EventSchema::new("ö r/d", 1, ORDER);
    assert_eq!(id(ODD.json_schema(1, Closed)), "urn:event:%C3%B6%20r%2Fd:1");
}

#[test]
fn an_envelope_holds_the_payload_by_name() {
    let schema = ORDER_PAID.envelope_json_schema(2, Openness::Closed).expect("a schema");
    validator(&schema);
    assert_eq!(schema["title"], "order.paid version 2");
    assert_eq!(schema["properties"]["data"]["$ref"], "#/$defs/OrderPaid");
    assert_eq!(schema["properties"]["data"]["x-key"], json!(["orderId"]));
    assert_eq!(schema["properties"]["schema_version"]["const"], 2);
}

#[test]
fn a_key_is_named_by_its_path_on_the_wire() {
    const NESTED: &EventSchema = &EventSchema::new(
        "order.kept",
        1,
        &Shape::Struct(&Struct::new(
            "OrderKept",
            "shop",
            &[Field::new("theOrder", ORDER).member("order"), Field::new("tenant", u8::SHAPE)],
        )),
    )
    .key(&["tenant", "order.order_id"]);
    assert_eq!(closed(NESTED, 1)["x-key"], json!(["tenant", "theOrder.orderId"]));
}

#[test]
fn types_of_one_name_in_two_modules_get_two_definitions() {
    const ADDRESS: &Shape =
        &Shape::Struct(&Struct::new("Address", "shop", &[Field::new("street", String::SHAPE)]));
    const IP: &Shape =
        &Shape::Struct(&Struct::new("Address", "net", &[Field::new("ip", u32::SHAPE)]));
    const MAIL: &Shape = &Shape::Enum(&Enum::new(
        "Address",
        "mail",
        &[Variant::new("none", Content::Unit), Variant::new("at", Content::Newtype(ADDRESS))],
    ));
    const SAME_FIELDS: &Shape =
        &Shape::Struct(&Struct::new("Address", "other", &[Field::new("street", String::SHAPE)]));
    const SAME_PLACE: &Shape =
        &Shape::Struct(&Struct::new("Address", "shop", &[Field::new("town", String::SHAPE)]));
    const SENT: &EventSchema = &EventSchema::new(
        "parcel.sent",
        1,
        &Shape::Struct(&Struct::new(
            "ParcelSent",
            "shop",
            &[
                Field::new("to", ADDRESS),
                Field::new("from", IP),
                Field::new("reply", MAIL),
                Field::new("again", ADDRESS),
                Field::new("via", SAME_FIELDS),
                Field::new("local", SAME_PLACE),
            ],
        )),
    );
    let schema = closed(SENT, 1);
    let target = |name: &str| schema["properties"][name]["$ref"].clone();
    assert_eq!(target("to"), "#/$defs/Address");
    assert_eq!(target("from"), "#/$defs/Address_2");
    assert_eq!(target("reply"), "#/$defs/Address_3");
    assert_eq!(target("again"), target("to"));
    assert_eq!(target("via"), "#/$defs/Address_4");
    assert_eq!(target("local"), "#/$defs/Address_5");
    assert!(schema["$defs"]["Address_2"]["properties"]["ip"].is_object());
    assert_eq!(schema["$defs"]["Address_2"]["title"], "Address");
}

#[test]
fn a_definition_of_any_name_can_be_referred_to() {
    const ODD: &Shape = &Shape::Struct(&Struct::new("Größe/~%", "m", &[]));
    const EVENT: &EventSchema = &EventSchema::new(
        "odd",
        1,
        &Shape::Struct(&Struct::new("Odd", "m", &[Field::new("size", ODD)])),
    );
    let validator = validator(&closed(EVENT, 1));
    assert!(validator.is_valid(&json!({ "size": {} })));
    assert!(!validator.is_valid(&json!({ "size": { "x": 1 } })));
}

#[test]
fn a_foreign_type_is_described_as_what_it_looks_like() {
    const FOREIGN: &EventSchema = &EventSchema::new(
        "foreign",
        1,
        &Shape::Struct(&Struct::new(
            "Outside",
            "m",
            &[Field::new("maybe", &Shape::Foreign(&Shape::Option(&Shape::Text(Text::Uuid))))],
        )),
    );
    let schema = closed(FOREIGN, 1);
    assert_eq!(schema["properties"]["maybe"]["type"], json!(["string", "null"]));
    assert_eq!(schema.get("required"), None);
}

#[test]
fn an_option_of_an_option_may_be_null_once() {
    let once = schema_of::<Option<bool>>(1, Openness::Open);
    let twice = schema_of::<Option<Option<bool>>>(1, Openness::Open);
    assert_eq!(once["type"], json!(["boolean", "null"]));
    assert_eq!(once, twice);
}

#[test]
fn keys_of_a_map_have_the_range_of_their_type() {
    const MONTHS: &EventSchema = &EventSchema::new(
        "months",
        1,
        &Shape::Map { key: &Shape::Integer { min: 1, max: 12 }, value: &Shape::Any },
    );
    const DEPTHS: &EventSchema = &EventSchema::new(
        "depths",
        1,
        &Shape::Map { key: &Shape::Integer { min: -120, max: -15 }, value: &Shape::Any },
    );
    let (months, depths) = (validator(&closed(MONTHS, 1)), validator(&closed(DEPTHS, 1)));
    for key in -1300..=1300 {
        let map = json!({ key.to_string(): null });
        assert_eq!(months.is_valid(&map), (1..=12).contains(&key), "{key}");
        assert_eq!(depths.is_valid(&map), (-120..=-15).contains(&key), "{key}");
    }
}

#[test]
fn equal_values_have_one_canonical_text() {
    let one: Value = serde_json::from_str(r#"{"b":[{"d":1,"c":"é\n"}],"a":null}"#).unwrap();
    let two: Value = serde_json::from_str(r#"{"a":null, "b":[{"c":"\u00e9\n","d":1}]}"#).unwrap();
    assert_eq!(canonical_json(&one), r#"{"a":null,"b":[{"c":"é\n","d":1}]}"#);
    assert_eq!(canonical_json(&one), canonical_json(&two));
    let schema = closed(ORDER_PAID, 2);
    assert_eq!(schema.to_string(), canonical_json(&schema), "schemas come sorted");
}
