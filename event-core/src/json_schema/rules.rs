//! Value rules become keywords; what no keyword can say is listed by its name.

use std::cmp::Ordering;

use serde_json::{Value, json};

use super::notes::with;
use super::shape::Document;
use crate::schema::{Field, Shape, ValueRule};

impl Document {
    /// The schema of a field's values, with what the field says of them.
    pub(super) fn checked(&self, schema: Value, field: &Field) -> Value {
        let schema = match field.tags {
            [] => schema,
            tags => with(schema, "x-tags", json!(tags)),
        };
        // What readers get of a masked field is another value.
        match field.masked {
            None => self.ruled(schema, field.rules, field.shape),
            Some(_) => schema,
        }
    }

    /// The schema of values of a shape, with the rules for them, if somebody checks them here.
    pub(super) fn ruled(&self, schema: Value, rules: &[ValueRule], shape: &'static Shape) -> Value {
        if !self.rules_hold {
            return schema;
        }
        let mut names = Vec::new();
        let schema = rules.iter().fold(schema, |schema, rule| match keyword(rule, shape) {
            Ok(None) => schema,
            Ok(Some((keyword, value))) => {
                if matches!(rule, ValueRule::MinBytes(_) | ValueRule::MaxBytes(_)) {
                    names.push("length in bytes");
                }
                and(schema, keyword, value)
            }
            Err(name) => {
                names.push(name);
                schema
            }
        });
        names.dedup();
        if names.is_empty() { schema } else { with(schema, "x-rules", names) }
    }

    /// Writes what is inside of something with these rules: the rules there hold if they say so.
    pub(super) fn inside<T>(
        &mut self,
        rules: &[ValueRule],
        write: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let around = self.rules_hold;
        self.rules_hold &= rules.contains(&ValueRule::Inside);
        let written = write(self);
        self.rules_hold = around;
        written
    }
}

/// The keyword of a rule, or its name if there is none.
fn keyword(
    rule: &ValueRule,
    shape: &'static Shape,
) -> Result<Option<(&'static str, Value)>, &'static str> {
    let number = |text: &str| serde_json::from_str::<Value>(text).map_err(|_| "range");
    Ok(Some(match rule {
        ValueRule::MinLength(0) | ValueRule::Inside => return Ok(None),
        ValueRule::MinLength(count) => {
            (counted(shape, ["minLength", "minItems", "minProperties"]), json!(count))
        }
        ValueRule::MaxLength(count) => {
            (counted(shape, ["maxLength", "maxItems", "maxProperties"]), json!(count))
        }
        // A character has four bytes at most.
        ValueRule::MinBytes(count) => ("minLength", json!(count.div_ceil(4))),
        ValueRule::MaxBytes(count) => ("maxLength", json!(count)),
        ValueRule::Min(text) => ("minimum", number(text)?),
        ValueRule::Max(text) => ("maximum", number(text)?),
        ValueRule::Pattern(pattern) => ("pattern", json!(pattern)),
        ValueRule::Format(name) => ("format", json!(name)),
        ValueRule::Other(name) => return Err(name),
    }))
}

/// What length means: for text, for a list, for a map.
fn counted(shape: &'static Shape, [text, list, map]: [&'static str; 3]) -> &'static str {
    match shape.resolved() {
        Shape::Option(inner) => counted(inner, [text, list, map]),
        Shape::List(_) | Shape::Array(..) => list,
        Shape::Map { .. } => map,
        _ => text,
    }
}

/// The schema with one more keyword; what it says already stays.
fn and(schema: Value, keyword: &str, value: Value) -> Value {
    let Some(known) = schema.get(keyword) else { return with(schema, keyword, value) };
    // Of two bounds, the narrower one says both.
    match compare(known, &value) {
        Some(Ordering::Less) if keyword.starts_with("min") => with(schema, keyword, value),
        Some(Ordering::Greater) if keyword.starts_with("max") => with(schema, keyword, value),
        Some(_) => schema,
        None => {
            let all = schema.get("allOf").and_then(Value::as_array).cloned().unwrap_or_default();
            let all: Vec<_> = all.into_iter().chain([json!({ keyword: value })]).collect();
            with(schema, "allOf", all)
        }
    }
}

/// How two numbers compare; nothing for anything else.
fn compare(one: &Value, other: &Value) -> Option<Ordering> {
    let whole =
        |value: &Value| value.as_u64().map(i128::from).or_else(|| value.as_i64().map(i128::from));
    match (whole(one), whole(other)) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ => one.as_f64()?.partial_cmp(&other.as_f64()?),
    }
}
