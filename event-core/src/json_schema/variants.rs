//! Enums: one alternative per variant, in all three taggings.

use serde_json::{Value, json};

use super::notes::{deprecated_note, described, with};
use super::object::Object;
use super::shape::Document;
use crate::schema::{Content, Enum, Shape, Tagging, Variant};

impl Document {
    /// The schema of an enum, with its docs.
    pub(super) fn variants(&mut self, table: &'static Enum) -> Value {
        let alternatives = match table.tagging {
            Tagging::External => {
                let schema = self.external(table);
                return described(schema, table.docs, None, None);
            }
            Tagging::Internal { tag } => {
                self.each(table, |document, variant| document.internal(table, variant, tag))
            }
            Tagging::Adjacent { tag, content } => self
                .each(table, |document, variant| document.adjacent(table, variant, tag, content)),
        };
        described(one_of(alternatives), table.docs, None, None)
    }

    fn each(
        &mut self,
        table: &'static Enum,
        mut write: impl FnMut(&mut Self, &'static Variant) -> Value,
    ) -> Vec<Value> {
        let variants = table.variants_at(self.version);
        variants.map(|variant| note(write(self, variant), variant)).collect()
    }

    /// `"cash"` or `{"card": {...}}`
    fn external(&mut self, table: &'static Enum) -> Value {
        let is_unit = |variant: &&Variant| matches!(variant.content, Content::Unit);
        let variants: Vec<_> = table.variants_at(self.version).collect();
        let units: Vec<_> = variants.iter().copied().filter(is_unit).collect();
        let names: Vec<_> =
            units.iter().flat_map(|unit| self.names(unit.name, unit.aliases)).collect();
        let unit = json!({ "type": "string", "enum": names });
        let unit = described(unit, &unit_docs(&units), None, None);
        if units.len() == variants.len() && !units.is_empty() {
            return unit;
        }
        let mut alternatives = if units.is_empty() { Vec::new() } else { vec![unit] };
        for variant in variants {
            let content = match variant.content {
                Content::Unit => continue,
                Content::Newtype(shape) => self.held(variant, shape),
                Content::Struct(fields) => self.fields(fields).into_schema(),
            };
            let names = self.names(variant.name, variant.aliases);
            // One entry, whatever else is open: its name is the variant.
            let mut object = Object::new(true);
            for name in &names {
                object.add(name, content.clone(), names.len() == 1);
            }
            let mut object = object.into_schema();
            if names.len() > 1 {
                object = with(with(object, "minProperties", 1), "maxProperties", 1);
            }
            alternatives.push(note(object, variant));
        }
        one_of(alternatives)
    }

    /// The value that a variant holds, in the version that it held.
    fn held(&mut self, variant: &Variant, shape: &'static Shape) -> Value {
        let held = variant.holds.at(self.version);
        let value = self.inside(variant.rules, |document| {
            document.in_version(held, |document| document.shape(shape))
        });
        self.ruled(value, variant.rules, shape)
    }

    /// `{"kind": "card", ...}`
    fn internal(&mut self, table: &'static Enum, variant: &'static Variant, tag: &str) -> Value {
        let mut object = match variant.content {
            Content::Unit => Object::new(table.closed || self.is_closed()),
            Content::Struct(fields) => self.fields(fields),
            Content::Newtype(shape) => match shape.resolved() {
                Shape::Struct(fields) => {
                    let held = variant.holds.at(self.version);
                    self.inside(variant.rules, |document| {
                        document.in_version(held, |document| document.fields(fields))
                    })
                }
                _ => {
                    let mut object = Object::new(false);
                    object.add_rule(self.held(variant, shape));
                    object
                }
            },
        };
        object.add(tag, self.tag(variant), true);
        match variant.content {
            Content::Newtype(shape) if matches!(shape.resolved(), Shape::Struct(_)) => {
                self.ruled(object.into_schema(), variant.rules, shape)
            }
            _ => object.into_schema(),
        }
    }

    /// `{"kind": "card", "value": {...}}`
    fn adjacent(
        &mut self,
        table: &'static Enum,
        variant: &'static Variant,
        tag: &str,
        content: &str,
    ) -> Value {
        let mut object = Object::new(table.closed || self.is_closed());
        object.add(tag, self.tag(variant), true);
        match variant.content {
            Content::Unit if self.is_closed() => {}
            Content::Unit => object.add(content, json!({ "type": "null" }), false),
            Content::Newtype(shape) => {
                object.add(content, self.held(variant, shape), !takes_null(shape));
            }
            Content::Struct(fields) => {
                let fields = self.fields(fields).into_schema();
                object.add(content, fields, true);
            }
        }
        object.into_schema()
    }

    fn tag(&self, variant: &'static Variant) -> Value {
        let names = self.names(variant.name, variant.aliases);
        match names.as_slice() {
            [name] => json!({ "type": "string", "const": name }),
            names => json!({ "type": "string", "enum": names }),
        }
    }
}

/// Whether absent content, which is read as `null`, is a value of the shape.
fn takes_null(shape: &'static Shape) -> bool {
    matches!(shape.resolved(), Shape::Option(_) | Shape::Any)
}

fn note(schema: Value, variant: &Variant) -> Value {
    described(with(schema, "title", variant.name), variant.docs, variant.deprecated, None)
}

/// One alternative, or none at all.
fn one_of(alternatives: Vec<Value>) -> Value {
    if alternatives.is_empty() { json!({ "not": {} }) } else { json!({ "oneOf": alternatives }) }
}

/// What is known of unit variants: they share one schema, so it is listed there.
fn unit_docs(units: &[&Variant]) -> String {
    let lines = units.iter().filter_map(|unit| {
        let deprecated = unit.deprecated.as_ref().map(deprecated_note);
        let docs = [unit.docs.trim(), deprecated.as_deref().unwrap_or_default()].join(" ");
        (!docs.trim().is_empty()).then(|| format!("- `{}`: {}", unit.name, docs.trim()))
    });
    lines.collect::<Vec<_>>().join("\n")
}
