//! Apache Avro's own tests of schema compatibility: 133 pairs of writer and reader.

use std::collections::BTreeMap;

use event_contract::{Contract, Default, DefinitionContent, Field, Format, Struct, Ty};
use event_rules::{Audience, Who, compare, witnesses};
use serde_json::Value;

use crate::convert::{Types, around};

/// Pairs that are judged otherwise here, by their places in the file.
const OTHERWISE: &[(&[usize], &str)] = &[
    (&[22, 45], "in JSON, bytes are base64, and not every text is"),
    (&[60, 67], "Avro writes every field; a payload may leave out what a default stands in for"),
    (&[98, 99, 101], "what a type is called plays no part in JSON"),
];

#[test]
fn avro_agrees_or_there_is_a_reason() {
    let pairs: Vec<Value> =
        serde_json::from_str(include_str!("../data/avro/schema_compatibility.json")).unwrap();
    let (mut agreed, mut listed, mut beyond) = (0, 0, 0);
    let mut surprises = Vec::new();
    for (place, pair) in pairs.iter().enumerate() {
        let sides = contract(&pair["writer"], 1).zip(contract(&pair["reader"], 2));
        let Some((before, after)) = sides else {
            beyond += 1;
            continue;
        };
        let found = witnesses(&before, &after, Audience::Lenient);
        let findings = compare(&before, &after);
        let breaks = findings.iter().any(|one| one.of(Who::NewerLenient).is_some());
        assert_eq!(breaks, !found.is_empty(), "the rules miss it: {place} {pair}");
        match (pair["compatible"] == true) == found.is_empty() {
            true => agreed += 1,
            false if OTHERWISE.iter().any(|(places, _)| places.contains(&place)) => listed += 1,
            false => surprises.push(format!("{place} {found:?} {pair}")),
        }
    }
    assert!(surprises.is_empty(), "judged otherwise:\n{}", surprises.join("\n"));
    assert_eq!((agreed, listed, beyond), (82, 7, 44));
}

fn contract(schema: &Value, version: u32) -> Option<Contract> {
    let mut types = Types { defined: BTreeMap::new(), is_counted: false };
    let ty = ty(&mut types, schema)?;
    Some(around(vec![Field::new("v", ty)], types.defined, version))
}

fn ty(types: &mut Types, schema: &Value) -> Option<Ty> {
    let schema = match schema {
        Value::String(name) => return primitive(name),
        Value::Array(options) => return union(types, options),
        Value::Object(schema) => schema,
        _ => return None,
    };
    let boxed = |types: &mut Types, name| Some(Box::new(ty(types, schema.get(name)?)?));
    match schema.get("type")?.as_str()? {
        "array" => Some(Ty::List(boxed(types, "items")?)),
        "map" => Some(Ty::Map(Box::new(Ty::Text(Format::Plain)), boxed(types, "values")?)),
        // A symbol that stands in for unknown ones is nothing that contracts have.
        "enum" if schema.contains_key("default") => None,
        "enum" => {
            let symbols = schema.get("symbols")?.as_array()?;
            Some(types.enumeration(symbols.iter().filter_map(Value::as_str)))
        }
        "record" => {
            let fields = schema.get("fields")?.as_array()?;
            let fields = fields.iter().map(|one| field(types, one)).collect::<Option<_>>()?;
            Some(types.define(DefinitionContent::Struct(Struct { closed: false, fields })))
        }
        name => primitive(name),
    }
}

fn field(types: &mut Types, schema: &Value) -> Option<Field> {
    let ty = ty(types, schema.get("type")?)?;
    let aliases = schema.get("aliases").and_then(Value::as_array);
    let aliases = aliases.into_iter().flatten().filter_map(Value::as_str);
    Some(Field {
        aliases: aliases.map(str::to_owned).collect(),
        default: schema.get("default").cloned().map(Default::Value),
        ..Field::new(schema.get("name")?.as_str()?, ty)
    })
}

fn union(types: &mut Types, options: &[Value]) -> Option<Ty> {
    let is_null = |option: &&Value| **option == "null";
    let others: Vec<_> = options.iter().filter(|option| !is_null(option)).collect();
    let [only] = others.as_slice() else { return None };
    let ty = ty(types, only)?;
    Some(if others.len() < options.len() { Ty::Optional(Box::new(ty)) } else { ty })
}

fn primitive(name: &str) -> Option<Ty> {
    Some(match name {
        "boolean" => Ty::Bool,
        "int" => "i32".parse().ok()?,
        "long" => "i64".parse().ok()?,
        "float" => Ty::Float32,
        "double" => Ty::Float64,
        "string" => Ty::Text(Format::Plain),
        "bytes" => Ty::Text(Format::Base64),
        _ => return None,
    })
}
