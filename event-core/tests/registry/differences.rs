//! What a refused schema is told: the field, its place, and both sides.

use event_core::Registry;
use event_core::registry::RegistryError;
use serde_json::{Value, json};

/// Registers two schemas in one place and gives field, path, and both sides.
pub fn difference(registered: Value, offered: Value) -> (String, String, String, String) {
    let mut registry = Registry::new();
    registry.register_schema("a", 1, registered).expect("nothing is registered yet");
    let error = registry.register_schema("a", 1, offered).expect_err("they differ");
    let field = error.field().unwrap_or_default().to_owned();
    match error {
        RegistryError::SchemaDiffers { path, registered, offered, .. } => {
            (field, path, registered, offered)
        }
        other => panic!("{other}"),
    }
}

#[test]
fn the_first_difference_is_told_by_field_place_and_both_sides() {
    let object = |fields: Value| json!({ "type": "object", "properties": fields });
    let text = json!({ "type": "string" });
    let maybe = json!({ "type": ["string", "null"] });
    let list = |item: Value| json!({ "type": "array", "items": item });
    let small = json!({ "type": "integer", "minimum": 0, "maximum": 255 });
    let node = |value: &str| {
        json!({
            "$ref": "#/$defs/Node",
            "$defs": { "Node": {
                "type": "object",
                "properties": { "next": { "$ref": "#/$defs/Node" }, "value": { "type": value } },
            } },
        })
    };
    let either = |one: &Value, other: &Value| json!({ "oneOf": [one, other] });
    let tagged = |name: &str, content: &Value| json!({ "type": "object", "properties": { (name): content } });
    for (registered, offered, field, path, there, here) in [
        (text.clone(), small.clone(), "", "$", "text", "a whole number from 0 to 255"),
        (
            object(json!({ "a": text })),
            object(json!({ "a": maybe })),
            "a",
            "$.a",
            "text",
            "text or null",
        ),
        (object(json!({ "a": text })), object(json!({})), "a", "$.a", "text", "missing"),
        (object(json!({})), object(json!({ "a": text })), "a", "$.a", "missing", "text"),
        (
            object(json!({ "b": text, "a": text })),
            json!({ "type": "object", "properties": { "a": text, "b": text }, "required": ["b"] }),
            "b",
            "$.b",
            "optional",
            "required",
        ),
        (
            object(json!({ "rows": list(object(json!({ "a1": text }))) })),
            object(json!({ "rows": list(object(json!({ "a1": true }))) })),
            "a1",
            "$.rows[].a1",
            "text",
            "any value",
        ),
        (
            object(json!({ "a": list(text.clone()) })),
            object(json!({ "a": text })),
            "a",
            "$.a",
            "a list of text",
            "text",
        ),
        (
            list(text.clone()),
            list(small.clone()),
            "",
            "$[]",
            "text",
            "a whole number from 0 to 255",
        ),
        (
            object(json!({ "a": { "type": "string", "format": "uuid" } })),
            object(json!({ "a": { "type": "string", "format": "date" } })),
            "a",
            "$.a",
            "a UUID",
            "a date",
        ),
        (
            object(json!({ "a": { "enum": ["x", "y"] } })),
            object(json!({ "a": { "enum": ["x"] } })),
            "a",
            "$.a",
            "one of `x`, `y`",
            "one of `x`",
        ),
        (
            object(json!({ "a": { "type": "object", "additionalProperties": text } })),
            object(json!({ "a": { "type": "object", "additionalProperties": small } })),
            "a",
            "$.a{}",
            "text",
            "a whole number from 0 to 255",
        ),
        (node("string"), node("null"), "value", "$.value", "text", "null"),
        (
            either(&tagged("x", &text), &tagged("y", &text)),
            either(&tagged("x", &text), &tagged("y", &small)),
            "y",
            "$.y",
            "text",
            "a whole number from 0 to 255",
        ),
        (
            json!({ "type": "array", "prefixItems": [text, text] }),
            json!({ "type": "array", "prefixItems": [text, small] }),
            "",
            "$[1]",
            "text",
            "a whole number from 0 to 255",
        ),
        (
            object(json!({})),
            json!({ "type": "object", "properties": {}, "additionalProperties": false }),
            "",
            "$",
            "open to unknown fields",
            "closed to unknown fields",
        ),
        (
            object(json!({ "a": { "type": "string", "default": "EUR" } })),
            object(json!({ "a": { "type": "string", "default": "USD" } })),
            "a",
            "$.a",
            "with `default` \"EUR\"",
            "with `default` \"USD\"",
        ),
        (
            json!({ "type": "object", "x-key": ["a"] }),
            json!({ "type": "object" }),
            "",
            "$",
            "with `x-key` [\"a\"]",
            "without `x-key`",
        ),
        (json!(true), json!(false), "", "$", "any value", "nothing"),
        (
            json!({ "items": { "$ref": "#/$defs/%C3%96~1" }, "$defs": { "Ö/": { "type": "null" } } }),
            json!({ "items": { "$ref": "#/$defs/O" }, "$defs": { "O": { "type": "string" } } }),
            "",
            "$[]",
            "null",
            "text",
        ),
    ] {
        let (found_field, found_path, found_there, found_here) = difference(registered, offered);
        assert_eq!(
            (found_field.as_str(), found_path.as_str(), found_there.as_str(), found_here.as_str()),
            (field, path, there, here)
        );
    }
}
