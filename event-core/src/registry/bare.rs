//! A schema without what only people read, and with its sets in order: equal for equal schemas.

use serde_json::{Map, Value};

use crate::json_schema::canonical_json;

/// Keywords without which a schema accepts and means the same.
const ANNOTATIONS: [&str; 6] =
    ["title", "description", "$comment", "deprecated", "examples", "x-tags"];

/// The schema, bare. Knows where schemas stand, so that a property called `title` stays.
pub(super) fn bare(schema: &Value) -> Value {
    let Value::Object(keywords) = schema else { return schema.clone() };
    let kept = keywords.iter().filter(|(keyword, _)| !ANNOTATIONS.contains(&keyword.as_str()));
    kept.map(|(keyword, value)| (keyword.clone(), bare_keyword(keyword, value))).collect()
}

fn bare_keyword(keyword: &str, value: &Value) -> Value {
    match (keyword, value) {
        (
            "$defs" | "definitions" | "properties" | "patternProperties" | "dependentSchemas",
            Value::Object(schemas),
        ) => {
            let schemas = schemas.iter().map(|(name, schema)| (name.clone(), bare(schema)));
            Value::Object(schemas.collect::<Map<_, _>>())
        }
        ("allOf" | "anyOf" | "oneOf", Value::Array(schemas)) => {
            let mut schemas: Vec<_> = schemas.iter().map(bare).collect();
            schemas.sort_by_cached_key(|schema| canonical_json(&without_references(schema)));
            Value::Array(schemas)
        }
        ("prefixItems" | "items", Value::Array(schemas)) => schemas.iter().map(bare).collect(),
        (
            "additionalProperties"
            | "contains"
            | "contentSchema"
            | "else"
            | "if"
            | "items"
            | "not"
            | "propertyNames"
            | "then"
            | "unevaluatedItems"
            | "unevaluatedProperties",
            schema,
        ) => bare(schema),
        ("enum" | "required" | "type", Value::Array(items)) => {
            let mut items = items.clone();
            items.sort_by_cached_key(canonical_json);
            Value::Array(items)
        }
        _ => value.clone(),
    }
}

/// The schema without the names of definitions, for an order that does not depend on them.
fn without_references(schema: &Value) -> Value {
    match schema {
        Value::Object(keywords) => {
            let kept = keywords.iter().filter(|(keyword, _)| *keyword != "$ref");
            kept.map(|(keyword, part)| (keyword.clone(), without_references(part))).collect()
        }
        Value::Array(parts) => parts.iter().map(without_references).collect(),
        leaf => leaf.clone(),
    }
}
