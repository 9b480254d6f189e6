//! A schema whose definitions have numbers for names: a Rust type that is renamed changes nothing.

use serde_json::{Map, Value};

use super::reference;
use crate::json_schema::sorted;

const DEFINITIONS: &str = "$defs";
const REFERENCE: &str = "#/$defs/";

/// The schema with its definitions numbered in the order in which they are reached.
///
/// Definitions that nothing refers to keep their names.
pub(super) fn numbered(schema: Value) -> Value {
    let mut keywords = match sorted(schema) {
        Value::Object(keywords) => keywords,
        other => return other,
    };
    let Some(Value::Object(mut definitions)) = keywords.remove(DEFINITIONS) else {
        return Value::Object(keywords);
    };
    let mut reached = Vec::new();
    let mut root = renumbered(&Value::Object(keywords), &mut reached);
    let mut named = Map::new();
    let mut next = 0;
    while let Some(name) = reached.get(next).cloned() {
        next += 1;
        if let Some(definition) = definitions.remove(&name) {
            named.insert(next.to_string(), renumbered(&definition, &mut reached));
        }
    }
    named.extend(definitions);
    if let Value::Object(keywords) = &mut root {
        keywords.insert(DEFINITIONS.to_owned(), Value::Object(named));
    }
    root
}

/// The part with its references by number; names that are new go to the end of `reached`.
fn renumbered(part: &Value, reached: &mut Vec<String>) -> Value {
    match part {
        Value::Object(keywords) => {
            let entries = keywords.iter().map(|(keyword, value)| match value.as_str() {
                Some(target) if keyword == "$ref" => (keyword.clone(), number(target, reached)),
                _ => (keyword.clone(), renumbered(value, reached)),
            });
            Value::Object(entries.collect::<Map<_, _>>())
        }
        Value::Array(parts) => parts.iter().map(|part| renumbered(part, reached)).collect(),
        leaf => leaf.clone(),
    }
}

/// `#/$defs/LineItem` becomes `#/$defs/1`.
fn number(target: &str, reached: &mut Vec<String>) -> Value {
    let Some(name) = target.strip_prefix(REFERENCE) else { return target.into() };
    let (name, rest) = name.split_at(name.find('/').unwrap_or(name.len()));
    let name = reference::name(name);
    let known = reached.iter().position(|known| *known == name);
    let place = known.unwrap_or_else(|| {
        reached.push(name);
        reached.len() - 1
    });
    format!("{REFERENCE}{}{rest}", place + 1).into()
}
