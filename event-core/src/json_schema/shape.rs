//! Shapes become schemas; structs and enums are in files of their own.

use serde_json::{Value, json};

use super::named::{Definition, Named};
use super::notes::with;
use super::{DIALECT, Openness, canonical, leaf};
use crate::schema::{Content, Shape};

/// A schema that is being written, with the named types met so far.
pub(super) struct Document {
    /// The version of the type whose parts are being written.
    pub(super) version: u32,
    pub(super) openness: Openness,
    /// Whether somebody checks the value rules of what is being written.
    pub(super) rules_hold: bool,
    /// The type that the document itself is about.
    pub(super) root: Option<Named>,
    pub(super) definitions: Vec<Definition>,
}

impl Document {
    pub(super) fn new(version: u32, openness: Openness, root: Option<Named>) -> Self {
        Self { version, openness, rules_hold: true, root, definitions: Vec::new() }
    }

    /// The whole document around the schema of its root.
    pub(super) fn finish(mut self, root: Value, id: &str) -> Value {
        let root = with(with(root, "$schema", DIALECT), "$id", id);
        let definitions = self.definitions();
        canonical::sorted(match definitions.is_empty() {
            true => root,
            false => with(root, "$defs", definitions),
        })
    }

    pub(super) fn is_closed(&self) -> bool {
        self.openness == Openness::Closed
    }

    /// A name and its aliases; what is written has no aliases.
    pub(super) fn names(
        &self,
        name: &'static str,
        aliases: &'static [&'static str],
    ) -> Vec<&'static str> {
        let aliases = if self.is_closed() { &[] } else { aliases };
        std::iter::once(name).chain(aliases.iter().copied()).collect()
    }

    /// Writes a part in the version of its own.
    pub(super) fn in_version<T>(&mut self, version: u32, write: impl FnOnce(&mut Self) -> T) -> T {
        let around = std::mem::replace(&mut self.version, version);
        let written = write(self);
        self.version = around;
        written
    }

    pub(super) fn shape(&mut self, shape: &'static Shape) -> Value {
        match shape {
            Shape::Any => Value::Bool(true),
            Shape::Bool => json!({ "type": "boolean" }),
            Shape::Integer { min, max } => leaf::integer(*min, *max),
            Shape::Float { max } => leaf::float(*max),
            Shape::Decimal => leaf::decimal(self.openness),
            Shape::Text(format) => format.json_schema(),
            Shape::Option(inner) => nullable(self.shape(inner)),
            Shape::List(item) => self.list(item, None),
            Shape::Array(item, length) => self.list(item, Some(*length)),
            Shape::Tuple(places) => self.tuple(places),
            Shape::Map { key, value } => self.map(key, value),
            Shape::Struct(table) => self.reference(Named::of_struct(table, self.version)),
            Shape::Enum(table) => self.reference(Named::of_enum(table, self.version)),
            Shape::Recursive { name, edge } => {
                self.reference(Named::of_edge(name, edge.follow(), self.version))
            }
            Shape::Foreign(inner) => self.shape(inner),
        }
    }

    fn list(&mut self, item: &'static Shape, length: Option<usize>) -> Value {
        let mut list = unless_any(json!({ "type": "array" }), "items", self.shape(item));
        if let Some(length) = length {
            list = with(with(list, "minItems", length), "maxItems", length);
        }
        list
    }

    fn tuple(&mut self, places: &[&'static Shape]) -> Value {
        let places: Vec<_> = places.iter().map(|place| self.shape(place)).collect();
        if places.is_empty() {
            return json!({ "type": "array", "maxItems": 0 });
        }
        json!({ "type": "array", "minItems": places.len(), "prefixItems": places, "items": false })
    }

    fn map(&mut self, key: &'static Shape, value: &'static Shape) -> Value {
        let map = json!({ "type": "object" });
        let map = unless_any(map, "additionalProperties", self.shape(value));
        match key.resolved() {
            Shape::Text(format) => match format.json_schema() {
                Value::Object(mut keywords) => {
                    // The key of an object is text anyway.
                    keywords.remove("type");
                    match keywords.is_empty() {
                        true => map,
                        false => with(map, "propertyNames", keywords),
                    }
                }
                _ => map,
            },
            Shape::Integer { min, max } => {
                with(map, "propertyNames", leaf::integer_text(*min, *max))
            }
            Shape::Enum(table) => {
                let version = self.version;
                let units = || {
                    let unit = |content: &Content| matches!(content, Content::Unit);
                    table.variants_at(version).filter(move |variant| unit(&variant.content))
                };
                let names: Vec<_> =
                    units().flat_map(|unit| self.names(unit.name, unit.aliases)).collect();
                let map = with(map, "propertyNames", json!({ "enum": names }));
                let twice: Vec<_> = units()
                    .flat_map(|unit| at_most_one(&self.names(unit.name, unit.aliases)))
                    .collect();
                if twice.is_empty() { map } else { with(map, "allOf", twice) }
            }
            _ => map,
        }
    }
}

/// A schema with a keyword for a part, unless that part may be anything.
fn unless_any(schema: Value, keyword: &str, part: Value) -> Value {
    if part == Value::Bool(true) { schema } else { with(schema, keyword, part) }
}

/// What the schema accepts, or `null`.
pub(super) fn nullable(schema: Value) -> Value {
    let Value::Object(keywords) = &schema else { return schema };
    match keywords.get("type").and_then(Value::as_str) {
        Some(kind) if !judges_null(&schema) => {
            let kinds = json!([kind, "null"]);
            with(schema, "type", kinds)
        }
        _ if accepts_null(&schema) => schema,
        _ => json!({ "anyOf": [schema, { "type": "null" }] }),
    }
}

/// Whether a keyword besides `type` refuses `null`: a pattern or a length has no say there, but its
/// negation has.
fn judges_null(schema: &Value) -> bool {
    let all = schema.get("allOf").and_then(Value::as_array);
    ["$ref", "anyOf", "const", "enum", "not", "oneOf"].iter().any(|word| schema.get(word).is_some())
        || all.is_some_and(|parts| parts.iter().any(judges_null))
}

/// Whether `nullable` made it.
fn accepts_null(schema: &Value) -> bool {
    let null = json!({ "type": "null" });
    let kinds = schema.get("type").and_then(Value::as_array);
    let alternatives = schema.get("anyOf").and_then(Value::as_array);
    kinds.is_some_and(|kinds| kinds.contains(&json!("null")))
        || alternatives.is_some_and(|alternatives| alternatives.contains(&null))
}

/// Rules that refuse two of the names in one object.
pub(super) fn at_most_one(names: &[&str]) -> Vec<Value> {
    let mut rules = Vec::new();
    for (place, one) in names.iter().enumerate() {
        for other in names.iter().skip(place + 1) {
            rules.push(json!({ "not": { "required": [one, other] } }));
        }
    }
    rules
}
