//! What the id of a schema depends on.

use event_core::registry::SchemaId;
use serde_json::{Value, json};

use crate::differences::difference;
use crate::events::{contents, shop};

#[test]
fn ids_are_the_same_in_every_process_and_on_every_machine() {
    let ids: Vec<_> = contents(&shop());
    let expected = [
        ("order.paid", 1, "796b0c60-79f3-5d4f-8516-b49c7b68f290"),
        ("order.paid", 2, "5d0b9052-c640-5d27-81d2-ae7e6d8c4da6"),
        ("user.created", 1, "37ec9559-a93d-5171-b4a3-9c06fe66560d"),
    ];
    assert_eq!(ids, expected.map(|(subject, version, id)| (subject.into(), version, id.into())));
}

#[test]
fn what_only_people_read_does_not_count_and_a_default_does() {
    let id = |schema: &Value| SchemaId::of(schema);
    let plain = json!({
        "type": ["string", "null"],
        "properties": { "title": { "type": "string" }, "deprecated": { "type": "null" } },
        "required": ["title", "deprecated"],
    });
    let mut noted = plain.clone();
    noted["title"] = json!("T");
    noted["description"] = json!("D");
    noted["$comment"] = json!("C");
    noted["deprecated"] = json!(true);
    noted["examples"] = json!([1]);
    noted["properties"]["title"]["description"] = json!("D");
    noted["required"] = json!(["deprecated", "title"]);
    noted["type"] = json!(["null", "string"]);
    assert_eq!(id(&plain), id(&noted));
    for (keyword, value) in [
        ("default", json!("x")),
        ("writeOnly", json!(true)),
        ("x-key", json!(["title"])),
        ("$id", json!("urn:event:a:1")),
        ("required", json!(["title"])),
    ] {
        let mut other = plain.clone();
        other[keyword] = value;
        assert_ne!(id(&plain), id(&other), "{keyword}");
    }
    let defined = |anchor: &str| json!({ "$ref": "#it", "$defs": { "It": { "$anchor": anchor } } });
    assert_ne!(id(&defined("it")), id(&defined("other")), "anchors are kept");
    let mut without = plain.clone();
    without["properties"].as_object_mut().expect("an object").remove("title");
    assert_ne!(id(&plain), id(&without), "a property called `title` is no title");
}

#[test]
fn names_of_definitions_and_the_order_of_alternatives_do_not_count() {
    let schema = |item: &str, other: &str, reversed: bool| {
        let (item_at, other_at) = (format!("#/$defs/{item}"), format!("#/$defs/{other}"));
        let mut alternatives = vec![
            json!({ "type": "object", "properties": { "a": { "$ref": item_at } } }),
            json!({ "type": "object", "properties": { "b": { "$ref": other_at } } }),
        ];
        if reversed {
            alternatives.reverse();
        }
        json!({
            "oneOf": alternatives,
            "$defs": {
                (item): { "type": "object", "properties": { "next": { "$ref": item_at } } },
                (other): { "type": "string" },
            },
        })
    };
    let id = SchemaId::of(&schema("Item", "Other", false));
    assert_eq!(id, SchemaId::of(&schema("Renamed", "Another", false)));
    let at = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let one =
        |at: Value, name: &str| json!({ "items": at, "$defs": { (name): { "type": "null" } } });
    let escaped = one(at("Gr%C3%B6%C3%9Fe~1%25"), "Größe/%");
    assert_eq!(SchemaId::of(&escaped), SchemaId::of(&one(at("Size"), "Size")));
    assert_eq!(id, SchemaId::of(&schema("Z", "A", true)));
    let mut changed = schema("Item", "Other", false);
    changed["$defs"]["Other"] = json!({ "type": "null" });
    assert_ne!(id, SchemaId::of(&changed));
    assert_eq!(difference(schema("Item", "Other", false), changed).1, "$.b");
}
