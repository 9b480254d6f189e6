//! Smaller payloads: with one thing less, and still as the code of the contract writes them.

use event_contract::{Content, DefinitionContent, Enum, Format, Struct, Tagging, Ty};
use serde_json::{Map, Value, json};

use crate::cuts::{halves, nearer_zero, shorter, shorter_texts};
use crate::leaf;
use crate::value_rules::At;
use crate::writer::{Writer, likely_values, tagged};

/// The smallest payload to be had from this one, one step after the other, that is still wanted.
pub(crate) fn shrink(
    writer: &Writer<'_>,
    payload: Value,
    is_wanted: impl Fn(&Value) -> bool,
) -> Value {
    let mut payload = payload;
    let mut looked_at = 0;
    loop {
        let size = size(&payload);
        let mut steps = smaller_payloads(writer, &payload);
        // Dozens of items that all have to be there are good enough as they are.
        looked_at += steps.len();
        if looked_at > ENOUGH {
            return payload;
        }
        steps.retain(|step| self::size(step) < size);
        // The largest cut first.
        steps.sort_by_cached_key(self::size);
        match steps.into_iter().find(&is_wanted) {
            Some(step) => payload = step,
            None => return payload,
        }
    }
}

/// How many payloads are looked at for one that is smaller.
const ENOUGH: usize = 4_000;

/// By length, then by text, so that shrinking comes to an end.
fn size(value: &Value) -> (usize, String) {
    let text = event_contract::canonical(value);
    (text.chars().count(), text)
}

fn smaller_payloads(writer: &Writer<'_>, payload: &Value) -> Vec<Value> {
    let Value::Object(entries) = payload else { return Vec::new() };
    let steps = Steps { writer };
    steps.fields(&writer.contract.payload, entries, At::payload(), None)
}

/// What values may be replaced by.
struct Steps<'w, 'a> {
    writer: &'w Writer<'a>,
}

impl<'a> Steps<'_, 'a> {
    fn fields(
        &self,
        table: &'a Struct,
        entries: &Map<String, Value>,
        at: At<'a>,
        tag: Option<&str>,
    ) -> Vec<Value> {
        let mut steps = Vec::new();
        let tagged = |mut object: Map<String, Value>| {
            let tag = tag.and_then(|tag| Some((tag.to_owned(), entries.get(tag)?.clone())));
            object.extend(tag);
            Value::Object(object)
        };
        steps.extend(self.writer.least_fields(table, at).map(tagged));
        for field in &table.fields {
            let Some(value) = entries.get(&field.name) else { continue };
            if field.may_be_absent() {
                steps.push(without(entries, &field.name));
            }
            for smaller in self.value(&field.ty, value, at.field(field)) {
                if !(field.ty.is_optional() && smaller.is_null()) {
                    steps.push(with(entries, &field.name, smaller));
                }
            }
        }
        steps
    }

    fn value(&self, ty: &'a Ty, value: &Value, at: At<'a>) -> Vec<Value> {
        let mut steps: Vec<_> = self.writer.least(ty, at).into_iter().collect();
        match (ty, value) {
            (Ty::Optional(_), Value::Null) => {}
            (Ty::Optional(inner), _) => {
                steps.push(Value::Null);
                steps.extend(self.value(inner, value, at));
            }
            (Ty::Foreign(inner), _) => steps.extend(self.value(inner, value, at)),
            (Ty::List(inner), Value::Array(items)) => {
                steps.extend(shorter(items));
                steps.extend(self.items(items, at, |_| Some(inner)));
            }
            (Ty::Array(inner, _), Value::Array(items)) => {
                steps.extend(self.items(items, at, |_| Some(inner)));
            }
            (Ty::Tuple(places), Value::Array(items)) => {
                steps.extend(self.items(items, at, |place| places.get(place)));
            }
            (Ty::Map(_, inner), Value::Object(entries)) => {
                steps.extend(halves(entries));
                for (key, value) in entries {
                    steps.push(without(entries, key));
                    let smaller = self.value(inner, value, at.inside());
                    steps.extend(smaller.into_iter().map(|value| with(entries, key, value)));
                    // A short key shows as much.
                    if let Ty::Map(of, _) = ty {
                        let key_steps = self.keys(of, key).into_iter();
                        steps.extend(key_steps.map(|other| renamed(entries, key, other, value)));
                    }
                }
            }
            (Ty::Named(name) | Ty::Recursive(name), _) => {
                match (self.writer.definition(name), value) {
                    (Some(DefinitionContent::Struct(table)), Value::Object(entries)) => {
                        steps.extend(self.fields(table, entries, at, None));
                    }
                    (Some(DefinitionContent::Enum(table)), _) => {
                        steps.extend(self.variant(table, value, at));
                    }
                    _ => {}
                }
            }
            _ => steps.extend(self.leaf(ty, value, at)),
        }
        steps
    }

    fn items(
        &self,
        items: &[Value],
        at: At<'a>,
        ty: impl Fn(usize) -> Option<&'a Ty>,
    ) -> Vec<Value> {
        let mut steps = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let Some(ty) = ty(place) else { continue };
            for smaller in self.value(ty, item, at.inside()) {
                let mut items = items.to_vec();
                if let Some(slot) = items.get_mut(place) {
                    *slot = smaller;
                }
                steps.push(Value::Array(items));
            }
        }
        steps
    }

    fn keys(&self, of: &'a Ty, key: &str) -> Vec<String> {
        let at = At::payload();
        let ty = if let Ty::Foreign(inner) | Ty::Optional(inner) = of { inner } else { of };
        match ty {
            Ty::Text(Format::Plain) => self
                .leaf(ty, &json!(key), at)
                .into_iter()
                .filter_map(|key| key.as_str().map(str::to_owned))
                .collect(),
            Ty::Integer { .. } => {
                let number = key.parse::<i128>().map_or(Value::Null, leaf::integer);
                self.leaf(ty, &number, at).into_iter().map(|number| number.to_string()).collect()
            }
            _ => Vec::new(),
        }
    }

    fn variant(&self, table: &'a Enum, value: &Value, at: At<'a>) -> Vec<Value> {
        let mut steps = Vec::new();
        for variant in &table.variants {
            let name = variant.name.as_str();
            let least = match &variant.content {
                Content::Unit => None,
                Content::Newtype(ty) => self.writer.least(ty, at.variant(variant)),
                Content::Struct(fields) => {
                    self.writer.least_fields(fields, at.variant(variant)).map(Value::Object)
                }
            };
            if least.is_some() || matches!(variant.content, Content::Unit) {
                steps.push(tagged(&table.tagging, name, least));
            }
        }
        steps.extend(self.contents(table, value, at));
        steps
    }

    /// The same variant with less in it.
    fn contents(&self, table: &'a Enum, value: &Value, at: At<'a>) -> Vec<Value> {
        let Value::Object(entries) = value else { return Vec::new() };
        let (name, content, tag) = match &table.tagging {
            Tagging::External => {
                let Some((name, content)) = entries.iter().next() else { return Vec::new() };
                (Some(name.as_str()), Some(content), None)
            }
            Tagging::Internal { tag } => {
                (entries.get(tag).and_then(Value::as_str), Some(value), Some(tag.as_str()))
            }
            Tagging::Adjacent { tag, content } => {
                (entries.get(tag).and_then(Value::as_str), entries.get(content), None)
            }
        };
        let variant = table.variants.iter().find(|variant| Some(variant.name.as_str()) == name);
        let (Some(variant), Some(content)) = (variant, content) else { return Vec::new() };
        let name = variant.name.as_str();
        let smaller = match (&variant.content, content) {
            (Content::Unit, _) => Vec::new(),
            (Content::Newtype(ty), Value::Object(inside)) if tag.is_some() => {
                match self.held_fields(ty) {
                    Some(fields) => self.fields(fields, inside, at.variant(variant), tag),
                    None => Vec::new(),
                }
            }
            (Content::Newtype(ty), _) => self.value(ty, content, at.variant(variant)),
            (Content::Struct(fields), Value::Object(inside)) => {
                self.fields(fields, inside, at.variant(variant), tag)
            }
            _ => Vec::new(),
        };
        let written = |content| tagged(&table.tagging, name, Some(content));
        smaller.into_iter().map(written).collect()
    }

    /// The struct that a variant beside a tag holds.
    fn held_fields(&self, ty: &'a Ty) -> Option<&'a Struct> {
        match ty {
            Ty::Foreign(inner) => self.held_fields(inner),
            Ty::Named(name) | Ty::Recursive(name) => match self.writer.definition(name)? {
                DefinitionContent::Struct(table) => Some(table),
                DefinitionContent::Enum(_) => None,
            },
            _ => None,
        }
    }

    fn leaf(&self, ty: &'a Ty, value: &Value, at: At<'a>) -> Vec<Value> {
        let mut steps = leaf::edges(ty);
        steps.extend(leaf::plain(ty, at.name));
        steps.extend(likely_values(ty, at));
        match (ty, value) {
            (Ty::Text(Format::Plain), Value::String(text)) => steps.extend(shorter_texts(text)),
            (Ty::Integer { min, max }, Value::Number(number)) => {
                let number: i128 = number.to_string().parse().unwrap_or_default();
                let nearer = nearer_zero(number).filter(|near| (min..=max).contains(&near));
                steps.extend(nearer.map(leaf::integer));
            }
            _ => {}
        }
        self.writer.good(steps, at).collect()
    }
}

fn with(entries: &Map<String, Value>, name: &str, value: Value) -> Value {
    let mut entries = entries.clone();
    entries.insert(name.to_owned(), value);
    Value::Object(entries)
}

fn without(entries: &Map<String, Value>, name: &str) -> Value {
    let mut entries = entries.clone();
    entries.remove(name);
    Value::Object(entries)
}

fn renamed(entries: &Map<String, Value>, name: &str, other: String, value: &Value) -> Value {
    let mut entries = entries.clone();
    entries.remove(name);
    entries.entry(other).or_insert_with(|| value.clone());
    Value::Object(entries)
}
