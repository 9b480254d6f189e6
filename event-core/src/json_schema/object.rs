//! Fields become properties: required or not, with their aliases, for one version.

use serde_json::{Map, Value, json};

use super::notes::{described, with};
use super::shape::{Document, at_most_one};
use crate::schema::{Field, Shape, Struct};

/// An object with named fields that is being written.
pub(super) struct Object {
    properties: Map<String, Value>,
    required: Vec<Value>,
    /// What properties and requirements cannot say.
    rules: Vec<Value>,
    closed: bool,
}

impl Object {
    pub(super) fn new(closed: bool) -> Self {
        Self { properties: Map::new(), required: Vec::new(), rules: Vec::new(), closed }
    }

    /// A field by one name.
    pub(super) fn add(&mut self, name: &str, schema: Value, required: bool) {
        self.properties.insert(name.to_owned(), schema);
        if required {
            self.required.push(name.into());
        }
    }

    pub(super) fn add_rule(&mut self, rule: Value) {
        self.rules.push(rule);
    }

    pub(super) fn into_schema(self) -> Value {
        let mut schema = json!({ "type": "object" });
        if !self.properties.is_empty() {
            schema = with(schema, "properties", self.properties);
        }
        if !self.required.is_empty() {
            schema = with(schema, "required", self.required);
        }
        if !self.rules.is_empty() {
            schema = with(schema, "allOf", self.rules);
        }
        if self.closed {
            schema = with(schema, "additionalProperties", false);
        }
        schema
    }
}

impl Document {
    /// The fields that the version has.
    pub(super) fn fields(&mut self, table: &'static Struct) -> Object {
        let mut object = Object::new(table.closed || self.is_closed());
        for field in table.fields_at(self.version) {
            self.add_field(&mut object, field);
        }
        object
    }

    fn add_field(&mut self, object: &mut Object, field: &'static Field) {
        let held = field.holds.at(self.version);
        let plain = self.inside(field.rules, |document| {
            document.in_version(held, |document| document.shape(field.shape))
        });
        let plain = self.checked(plain, field);
        let names = self.names(field.name, field.aliases);
        let required = !field.may_be_absent();
        for alias in names.iter().skip(1) {
            let docs = format!("Read as `{}`.", field.name);
            object.add(alias, described(plain.clone(), &docs, None, field.masked), false);
        }
        let default = field.default.and_then(|json| json());
        let mut schema = described(plain, field.docs, field.deprecated, field.masked);
        if let Some(default) = default.and_then(|json| serde_json::from_str::<Value>(&json).ok()) {
            schema = with(schema, "default", default);
        }
        object.add(field.name, schema, required && names.len() == 1);
        if required && names.len() > 1 {
            // Exactly one of them: two would be the same field twice.
            let one_of: Vec<_> = names.iter().map(|name| json!({ "required": [name] })).collect();
            object.add_rule(json!({ "oneOf": one_of }));
        } else {
            at_most_one(&names).into_iter().for_each(|rule| object.add_rule(rule));
        }
    }
}

/// A path of Rust names as it is on the wire in a version.
pub(crate) fn wire_path(shape: &'static Shape, path: &str, version: u32) -> String {
    let (mut shape, mut version) = (Some(shape), version);
    let mut names = Vec::new();
    for member in path.split('.') {
        let field = match shape.map(Shape::resolved) {
            Some(Shape::Struct(table)) => {
                table.fields_at(version).find(|field| field.member == member)
            }
            _ => None,
        };
        names.push(field.map_or(member, |field| field.name));
        shape = field.map(|field| field.shape);
        version = field.map_or(version, |field| field.holds.at(version));
    }
    names.join(".")
}
