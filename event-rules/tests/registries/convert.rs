//! JSON Schemas as contracts, where a contract can say the same. The schema's values stand in a field
//! `v`, so that a schema can be of any type.

use std::collections::BTreeMap;

use event_contract::{
    Content, Contract, Definition, DefinitionContent, Enum, Field, Format, Struct, Tagging, Ty,
    ValueRule, Variant,
};
use serde_json::{Map, Value};

/// Two contracts whose `v` takes what the schemas take; nothing if a contract has no words for one.
pub fn contracts(writer: &Value, reader: &Value) -> Option<[Contract; 2]> {
    let is_counted = [writer, reader].into_iter().any(|schema| {
        let names = ["minProperties", "maxProperties", "minItems", "maxItems"];
        names.iter().any(|name| schema.get(name).is_some())
    });
    let contract = |schema, version| {
        let mut types = Types { defined: BTreeMap::new(), is_counted };
        let field = types.field("v", schema, true)?;
        Some(around(vec![field], types.defined, version))
    };
    Some([contract(writer, 1)?, contract(reader, 2)?])
}

pub fn around(fields: Vec<Field>, types: BTreeMap<String, Definition>, version: u32) -> Contract {
    Contract {
        event_type: "case.compared".to_owned(),
        version,
        min_reader_version: 1,
        aliases: Vec::new(),
        key: Vec::new(),
        docs: String::new(),
        deprecated: None,
        payload: Struct { closed: false, fields },
        types,
    }
}

pub struct Types {
    pub defined: BTreeMap<String, Definition>,
    /// Whether only the number of items or members counts, and not what they are.
    pub is_counted: bool,
}

impl Types {
    pub fn define(&mut self, content: DefinitionContent) -> Ty {
        let name = format!("Type{}", self.defined.len());
        self.defined.insert(name.clone(), Definition { version: 1, docs: String::new(), content });
        Ty::Named(name)
    }

    pub fn enumeration<'a>(&mut self, names: impl Iterator<Item = &'a str>) -> Ty {
        let variant = |name: &str| Variant::new(name, Content::Unit);
        let variants = names.map(variant).collect();
        self.define(DefinitionContent::Enum(Enum {
            tagging: Tagging::External,
            closed: false,
            variants,
        }))
    }

    fn field(&mut self, name: &str, schema: &Value, is_required: bool) -> Option<Field> {
        let ty = self.ty(schema)?;
        let ty = match is_required || ty.is_optional() {
            true => ty,
            false => Ty::Optional(Box::new(ty)),
        };
        Some(Field { rules: rules(schema)?, ..Field::new(name, ty) })
    }

    /// A type without rules: those have their place on fields.
    fn plain(&mut self, schema: &Value) -> Option<Ty> {
        rules(schema)?.is_empty().then(|| self.ty(schema)).flatten()
    }

    fn ty(&mut self, schema: &Value) -> Option<Ty> {
        let schema = match schema {
            Value::Bool(true) => return Some(Ty::Any),
            Value::Object(schema) => schema,
            _ => return None,
        };
        if schema.is_empty() {
            return Some(Ty::Any);
        }
        if let Some(Value::Array(names)) = schema.get("enum") {
            let names: Option<Vec<_>> = names.iter().map(Value::as_str).collect();
            return Some(self.enumeration(names?.into_iter()));
        }
        if let Some(Value::Array(options)) = schema.get("oneOf") {
            let [only] = options.as_slice() else { return None };
            return self.plain(only);
        }
        match schema.get("type")? {
            Value::String(name) => self.named(name, schema),
            Value::Array(names) => {
                let names: Vec<_> = names.iter().filter_map(Value::as_str).collect();
                match names.as_slice() {
                    [only] => self.named(only, schema),
                    [other, "null"] | ["null", other] => {
                        Some(Ty::Optional(Box::new(self.named(other, schema)?)))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn named(&mut self, name: &str, schema: &Map<String, Value>) -> Option<Ty> {
        match name {
            "boolean" => Some(Ty::Bool),
            "integer" => integer(schema),
            "number" => Some(Ty::Float64),
            "string" => Some(Ty::Text(Format::Plain)),
            "array" => self.array(schema),
            "object" => self.object(schema),
            _ => None,
        }
    }

    fn array(&mut self, schema: &Map<String, Value>) -> Option<Ty> {
        match schema.get("items") {
            None if self.is_counted => Some(Ty::List(Box::new(Ty::Bool))),
            None => Some(Ty::List(Box::new(Ty::Any))),
            // Tuples of JSON Schema may be shorter than they say.
            Some(Value::Array(_)) => None,
            Some(items) => Some(Ty::List(Box::new(self.plain(items)?))),
        }
    }

    fn object(&mut self, schema: &Map<String, Value>) -> Option<Ty> {
        let known = ["type", "properties", "required", "additionalProperties"];
        let is_known =
            |name: &String| known.contains(&name.as_str()) || name.ends_with("Properties");
        if !schema.keys().all(is_known) || schema.contains_key("patternProperties") {
            return None;
        }
        if self.is_counted {
            return Some(Ty::Map(Box::new(Ty::Text(Format::Plain)), Box::new(Ty::Bool)));
        }
        let none = Map::new();
        let properties = match schema.get("properties") {
            Some(Value::Object(properties)) => properties,
            _ => &none,
        };
        let closed = match schema.get("additionalProperties") {
            None => false,
            Some(Value::Bool(false)) => true,
            Some(_) => return None,
        };
        let required: Vec<_> = match schema.get("required") {
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        let mut fields = Vec::new();
        for (name, schema) in properties {
            fields.push(self.field(name, schema, required.contains(&name.as_str()))?);
        }
        Some(self.define(DefinitionContent::Struct(Struct { closed, fields })))
    }
}

/// Bounds of whole numbers are in the type.
fn integer(schema: &Map<String, Value>) -> Option<Ty> {
    let number = |name: &str, beyond: i128| {
        schema.get(name).and_then(Value::as_i64).map(|number| i128::from(number) + beyond)
    };
    let (least, most) = (i128::from(i64::MIN), i128::from(i64::MAX));
    let min = number("minimum", 0).or_else(|| number("exclusiveMinimum", 1)).unwrap_or(least);
    let max = number("maximum", 0).or_else(|| number("exclusiveMaximum", -1)).unwrap_or(most);
    Some(Ty::Integer { min, max })
}

/// The rules of a field; nothing if one of them has no word in a contract.
fn rules(schema: &Value) -> Option<Vec<ValueRule>> {
    let Value::Object(schema) = schema else { return Some(Vec::new()) };
    let is_integer = schema.get("type").is_some_and(|ty| ty == "integer");
    let mut rules = Vec::new();
    for (name, value) in schema {
        let length = || value.as_u64();
        rules.push(match name.as_str() {
            "minLength" | "minItems" | "minProperties" => ValueRule::MinLength(length()?),
            "maxLength" | "maxItems" | "maxProperties" => ValueRule::MaxLength(length()?),
            "minimum" if !is_integer => ValueRule::Min(value.to_string()),
            "maximum" if !is_integer => ValueRule::Max(value.to_string()),
            "pattern" => ValueRule::Pattern(value.as_str()?.to_owned()),
            "exclusiveMinimum" | "exclusiveMaximum" if !is_integer => return None,
            "not" | "$ref" | "$defs" | "propertyNames" | "additionalItems" => return None,
            _ => continue,
        });
    }
    Some(rules)
}
