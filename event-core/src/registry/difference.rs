//! The first place at which two schemas say different things, and what each says there.

use std::collections::{BTreeSet, HashSet};

use serde_json::{Map, Value};

use super::bare::bare;
use super::reference::{reference, target};
use super::words::words;
use crate::json_schema::canonical_json;

/// Where two schemas differ, and how.
pub(super) struct Difference {
    /// `$.line_items[].price`
    pub(super) path: String,
    /// What stands behind `is` for the one that is registered.
    pub(super) registered: String,
    /// The same for the other one.
    pub(super) offered: String,
}

/// The first difference, fields in alphabetical order.
pub(super) fn first_difference(registered: &Value, offered: &Value) -> Option<Difference> {
    let (registered, offered) = (bare(registered), bare(offered));
    let mut walk = Walk { registered: &registered, offered: &offered, seen: HashSet::new() };
    walk.schemas("$", &registered, &offered)
}

/// A walk along two schemas at once.
struct Walk<'a> {
    registered: &'a Value,
    offered: &'a Value,
    /// The pairs of schemas that a reference led to, by their place in memory: recursive schemas end
    /// here, because there are only so many pairs.
    seen: HashSet<(*const Value, *const Value)>,
}

impl<'a> Walk<'a> {
    fn schemas(&mut self, path: &str, one: &'a Value, other: &'a Value) -> Option<Difference> {
        let (one, other) = match (reference(one), reference(other)) {
            (None, None) => (one, other),
            _ => {
                let (one, other) = (target(self.registered, one), target(self.offered, other));
                if !self.seen.insert((std::ptr::from_ref(one), std::ptr::from_ref(other))) {
                    return None;
                }
                (one, other)
            }
        };
        let (Value::Object(one_keywords), Value::Object(other_keywords)) = (one, other) else {
            return (one != other).then(|| Difference::of_words(path, one, other));
        };
        if words(one) != words(other) && kind(one) != kind(other) {
            return Some(Difference::of_words(path, one, other));
        }
        self.properties(path, one, other)
            .or_else(|| self.parts(path, one, other))
            .or_else(|| rest(path, one_keywords, other_keywords, one, other))
    }

    fn properties(&mut self, path: &str, one: &'a Value, other: &'a Value) -> Option<Difference> {
        let (one_fields, other_fields) = (properties(one), properties(other));
        let names: BTreeSet<_> =
            one_fields.into_iter().chain(other_fields).flat_map(Map::keys).collect();
        for name in names {
            let path = format!("{path}.{name}");
            let field =
                |fields: Option<&'a Map<String, Value>>| fields.and_then(|map| map.get(name));
            match (field(one_fields), field(other_fields)) {
                (Some(one_field), Some(other_field)) => {
                    let required = [requires(one, name), requires(other, name)];
                    if let [true, false] | [false, true] = required {
                        let [registered, offered] =
                            required.map(|yes| if yes { "required" } else { "optional" });
                        return Some(Difference::new(path, registered, offered));
                    }
                    if let Some(difference) = self.schemas(&path, one_field, other_field) {
                        return Some(difference);
                    }
                }
                (Some(field), None) => {
                    return Some(Difference::new(path, self.words(field, true), "missing"));
                }
                (None, Some(field)) => {
                    return Some(Difference::new(path, "missing", self.words(field, false)));
                }
                (None, None) => {}
            }
        }
        None
    }

    /// Items of lists, values of maps, alternatives.
    fn parts(&mut self, path: &str, one: &'a Value, other: &'a Value) -> Option<Difference> {
        for (keyword, step) in [("items", "[]"), ("additionalProperties", "{}")] {
            if let (Some(one @ Value::Object(_)), Some(other @ Value::Object(_))) =
                (one.get(keyword), other.get(keyword))
                && let Some(difference) = self.schemas(&format!("{path}{step}"), one, other)
            {
                return Some(difference);
            }
        }
        for keyword in ["prefixItems", "oneOf", "anyOf"] {
            let list = |schema: &'a Value| schema.get(keyword).and_then(Value::as_array);
            let (Some(one), Some(other)) = (list(one), list(other)) else { continue };
            let (pairs, by_place) = match keyword {
                "prefixItems" => (one.iter().zip(other).collect(), true),
                _ => (pairs(one, other), false),
            };
            for (place, (one_part, other_part)) in pairs.into_iter().enumerate() {
                let step = if by_place { format!("{path}[{place}]") } else { path.to_owned() };
                if let Some(difference) = self.schemas(&step, one_part, other_part) {
                    return Some(difference);
                }
            }
            if one.len() != other.len() {
                let count = |list: &[Value]| format!("one of {} alternatives", list.len());
                return Some(Difference::new(path, count(one), count(other)));
            }
        }
        None
    }

    fn words(&self, schema: &'a Value, is_registered: bool) -> String {
        let root = if is_registered { self.registered } else { self.offered };
        match words(target(root, schema)).as_str() {
            // The name says more than that.
            "an object" => words(schema),
            known => known.to_owned(),
        }
    }
}

/// A keyword that none of the above looks at.
fn rest(
    path: &str,
    one_keywords: &Map<String, Value>,
    other_keywords: &Map<String, Value>,
    one: &Value,
    other: &Value,
) -> Option<Difference> {
    // Walked already, or reached through references.
    const WALKED: [&str; 3] = ["properties", "$defs", "definitions"];
    let keywords: BTreeSet<_> = one_keywords.keys().chain(other_keywords.keys()).collect();
    let differing = keywords.into_iter().find(|keyword| {
        !WALKED.contains(&keyword.as_str())
            && !is_walked_part(one_keywords.get(*keyword), other_keywords.get(*keyword), keyword)
            && one_keywords.get(*keyword) != other_keywords.get(*keyword)
    })?;
    if differing == "additionalProperties" {
        let open = |keywords: &Map<String, Value>| match keywords.get(differing) {
            Some(Value::Bool(false)) => "closed to unknown fields",
            _ => "open to unknown fields",
        };
        return Some(Difference::new(path, open(one_keywords), open(other_keywords)));
    }
    if words(one) != words(other) {
        return Some(Difference::of_words(path, one, other));
    }
    let side = |keywords: &Map<String, Value>| match keywords.get(differing).map(canonical_json) {
        None => format!("without `{differing}`"),
        Some(json) if json.len() <= 60 => format!("with `{differing}` {json}"),
        Some(_) => format!("with a long `{differing}`"),
    };
    Some(Difference::new(path, side(one_keywords), side(other_keywords)))
}

/// Whether both sides have a part that was compared by walking: references differ in name only.
fn is_walked_part(one: Option<&Value>, other: Option<&Value>, keyword: &str) -> bool {
    let both = |test: fn(&Value) -> bool| one.is_some_and(test) && other.is_some_and(test);
    match keyword {
        "items" | "additionalProperties" => both(Value::is_object),
        "prefixItems" | "oneOf" | "anyOf" => both(Value::is_array),
        "$ref" => true,
        _ => false,
    }
}

impl Difference {
    fn new(
        path: impl Into<String>,
        registered: impl Into<String>,
        offered: impl Into<String>,
    ) -> Self {
        Self { path: path.into(), registered: registered.into(), offered: offered.into() }
    }

    fn of_words(path: &str, registered: &Value, offered: &Value) -> Self {
        Self::new(path, words(registered), words(offered))
    }

    /// For schemas that differ in nothing that a payload reaches.
    pub(super) fn elsewhere() -> Self {
        Self::new("$", "described in one way", "described in another")
    }
}

/// Alternatives that belong together: equal ones first, as far as their text goes, then the rest in
/// order.
fn pairs<'a>(one: &'a [Value], other: &'a [Value]) -> Vec<(&'a Value, &'a Value)> {
    let (mut pairs, mut lonely) = (Vec::new(), Vec::new());
    let mut others: Vec<_> = other.iter().collect();
    for part in one {
        match others.iter().position(|other| *other == part) {
            Some(place) => pairs.push((part, others.remove(place))),
            None => lonely.push(part),
        }
    }
    pairs.extend(lonely.into_iter().zip(others));
    pairs
}

fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    schema.get("properties").and_then(Value::as_object)
}

fn requires(schema: &Value, name: &str) -> bool {
    let required = schema.get("required").and_then(Value::as_array);
    required.is_some_and(|names| names.iter().any(|required| required == name))
}

fn kind(schema: &Value) -> Option<&Value> {
    schema.get("type").or_else(|| schema.get("const"))
}
