//! Payloads that each show one thing that a writer may write: every field there and not, every
//! variant, every edge of every value, and what is at the bounds that a reader sets.

use std::collections::HashSet;

use event_contract::{Content, DefinitionContent, Enum, Format, Struct, Tagging, Ty, ValueRule};
use serde_json::{Map, Value};

use crate::counterpart::Counterpart;
use crate::key::key;
use crate::leaf;
use crate::text::{LONGEST, likely_texts, of_length};
use crate::value_rules::At;
use crate::writer::{Writer, likely_values, tagged};

/// From this many values on, a pair of types is looked into once and not at every place.
const MANY: usize = 20_000;

/// How many named types are looked into inside each other.
const DEEPEST: usize = 40;

/// A type of the writer's, and what the reader expects there.
type Pair<'a> = (&'a str, Vec<String>);

/// Makes the values.
pub(crate) struct Directed<'w, 'a> {
    writer: &'w Writer<'a>,
    /// The pairs around.
    around: Vec<Pair<'a>>,
    known: HashSet<Pair<'a>>,
    made: usize,
}

impl<'w, 'a> Directed<'w, 'a> {
    pub(crate) fn new(writer: &'w Writer<'a>) -> Self {
        Self { writer, around: Vec::new(), known: HashSet::new(), made: 0 }
    }

    pub(crate) fn payloads(&mut self, there: &Counterpart<'_>) -> Vec<Value> {
        self.fields(&self.writer.contract.payload, At::payload(), there)
    }

    /// The least object, the full one, and the least with each value of each field.
    fn fields(&mut self, table: &'a Struct, at: At<'a>, there: &Counterpart<'_>) -> Vec<Value> {
        let Some(least) = self.writer.least_fields(table, at) else { return Vec::new() };
        let mut made = vec![Value::Object(least.clone())];
        made.extend(self.writer.full_fields(table, at).map(Value::Object));
        made.push(Value::Object(self.all_fields(table, at)));
        for field in &table.fields {
            let there = there.entry(&field.name);
            for value in self.value(&field.ty, at.field(field), &there) {
                if !(field.ty.is_optional() && value.is_null()) {
                    made.push(with(&least, &field.name, value));
                }
            }
        }
        made
    }

    /// All fields with as little as they may have.
    fn all_fields(&self, table: &'a Struct, at: At<'a>) -> Map<String, Value> {
        let least = |ty: &'a Ty, at: At<'a>| match ty {
            Ty::Optional(inner) => self.writer.least(inner, at),
            ty => self.writer.least(ty, at),
        };
        let entry = |field: &'a event_contract::Field| {
            let value = least(&field.ty, at.field(field))?;
            let is_left_out = field.ty.is_optional() && value.is_null();
            (!is_left_out).then(|| (field.name.clone(), value))
        };
        table.fields.iter().filter_map(entry).collect()
    }

    fn value(&mut self, ty: &'a Ty, at: At<'a>, there: &Counterpart<'_>) -> Vec<Value> {
        let made = match ty {
            Ty::Optional(inner) => {
                let mut made = self.value(inner, at, there);
                made.push(Value::Null);
                made
            }
            Ty::Foreign(inner) => self.value(inner, at, there),
            Ty::List(inner) => self.list(inner, at, there),
            Ty::Array(_, 0) => vec![Value::Array(Vec::new())],
            Ty::Array(..) | Ty::Tuple(_) => self.places(ty, at, there),
            Ty::Map(of, inner) => self.map(of, inner, at, there),
            Ty::Named(name) | Ty::Recursive(name) => self.named(ty, name, at, there),
            _ => self.leaf(ty, at, there),
        };
        self.made += made.len();
        made
    }

    fn named(
        &mut self,
        ty: &'a Ty,
        name: &'a str,
        at: At<'a>,
        there: &Counterpart<'_>,
    ) -> Vec<Value> {
        let pair = (name, there.names());
        let is_known = !self.known.insert(pair.clone());
        let is_deep = self.around.contains(&pair) || self.around.len() > DEEPEST;
        if is_deep || is_known && self.made > MANY {
            return self.writer.least(ty, at).into_iter().collect();
        }
        self.around.push(pair);
        let made = match self.writer.definition(name) {
            Some(DefinitionContent::Struct(table)) => self.fields(table, at, there),
            Some(DefinitionContent::Enum(table)) => self.variants(table, at, there),
            None => Vec::new(),
        };
        self.around.pop();
        made
    }

    fn variants(&mut self, table: &'a Enum, at: At<'a>, there: &Counterpart<'_>) -> Vec<Value> {
        let mut made = Vec::new();
        for variant in &table.variants {
            let name = variant.name.as_str();
            let there = match &table.tagging {
                Tagging::External => there.entry(name),
                Tagging::Internal { .. } => there.clone(),
                Tagging::Adjacent { content, .. } => there.entry(content),
            };
            let contents = match &variant.content {
                Content::Unit => {
                    made.push(tagged(&table.tagging, name, None));
                    continue;
                }
                Content::Newtype(ty) => self.value(ty, at.variant(variant), &there),
                Content::Struct(fields) => self.fields(fields, at.variant(variant), &there),
            };
            let written = |content| tagged(&table.tagging, name, Some(content));
            made.extend(contents.into_iter().map(written));
        }
        made
    }

    /// Lists of every length at the bounds, and one list for each value of an item.
    fn list(&mut self, inner: &'a Ty, at: At<'a>, there: &Counterpart<'_>) -> Vec<Value> {
        let (least, most) = at.lengths();
        let mut made = Vec::new();
        let plain = self.writer.least(inner, at.inside());
        for length in lengths(at, there) {
            match &plain {
                Some(plain) => made.push(Value::Array(vec![plain.clone(); length])),
                None if length == 0 => made.push(Value::Array(Vec::new())),
                None => {}
            }
        }
        let Some(plain) = plain.filter(|_| most > 0) else { return made };
        for item in self.value(inner, at.inside(), &there.item(0)) {
            let mut items = vec![plain.clone(); least.clamp(1, LONGEST)];
            if let Some(first) = items.first_mut() {
                *first = item;
            }
            made.push(Value::Array(items));
        }
        made
    }

    /// A list of a fixed length, for each value of each of its places.
    fn places(&mut self, ty: &'a Ty, at: At<'a>, there: &Counterpart<'_>) -> Vec<Value> {
        let Some(Value::Array(least)) = self.writer.least(ty, at) else { return Vec::new() };
        let mut made = vec![Value::Array(least.clone())];
        made.extend(self.writer.full(ty, at));
        let places: Vec<&'a Ty> = match ty {
            Ty::Tuple(places) => places.iter().collect(),
            // A reader may expect something else at each place.
            Ty::Array(inner, count) => vec![&**inner; (*count).min(16)],
            _ => Vec::new(),
        };
        for (place, ty) in places.into_iter().enumerate() {
            for item in self.value(ty, at.inside(), &there.item(place)) {
                let mut items = least.clone();
                if let Some(slot) = items.get_mut(place) {
                    *slot = item;
                }
                made.push(Value::Array(items));
            }
        }
        made
    }

    /// Maps of every length at the bounds, with each key, and with each value.
    fn map(
        &mut self,
        of: &'a Ty,
        inner: &'a Ty,
        at: At<'a>,
        there: &Counterpart<'_>,
    ) -> Vec<Value> {
        let keys = |count: usize| (0..count).map_while(|place| key(self.writer, of, at, place));
        let plain = self.writer.least(inner, at.inside());
        let filled = |keys: &mut dyn Iterator<Item = String>| -> Value {
            let plain = plain.iter();
            let entries = keys.zip(plain.cycle()).map(|(key, value)| (key, value.clone()));
            Value::Object(entries.collect())
        };
        let mut made = Vec::new();
        for length in lengths(at, there).into_iter().chain([2, 64]) {
            made.push(filled(&mut keys(length)));
        }
        let count = at.lengths().0.max(1);
        let around: Vec<_> = keys(count.min(LONGEST)).skip(1).collect();
        let first = keys(1).next();
        for edge in edge_keys(of).into_iter().chain(keys(64)) {
            made.push(filled(&mut around.iter().cloned().chain([edge])));
        }
        let Some(first) = first else { return made };
        for value in self.value(inner, at.inside(), &there.entry(&first)) {
            let Value::Object(mut entries) = filled(&mut around.iter().cloned()) else { continue };
            entries.insert(first.clone(), value);
            made.push(Value::Object(entries));
        }
        made
    }

    fn leaf(&self, ty: &'a Ty, at: At<'a>, there: &Counterpart<'_>) -> Vec<Value> {
        let mut made = leaf::edges(ty);
        made.extend(leaf::plain(ty, at.name));
        made.extend(likely_values(ty, at));
        for rules in there.rules() {
            match ty {
                Ty::Text(Format::Plain) => {
                    made.extend(likely_texts(rules).into_iter().map(Value::from));
                }
                _ => made.extend(rules.rules.iter().flat_map(|rule| match rule {
                    ValueRule::Min(number) | ValueRule::Max(number) => {
                        leaf::around_number(ty, number)
                    }
                    _ => Vec::new(),
                })),
            }
        }
        if matches!(ty, Ty::Text(Format::Plain)) {
            let texts = lengths(at, there).into_iter().map(|length| of_length("a", length, length));
            made.extend(texts.map(Value::from));
        }
        self.writer.good(made, at).collect()
    }
}

/// The lengths at the bounds of both sides, as far as the writer has them.
fn lengths(at: At<'_>, there: &Counterpart<'_>) -> Vec<usize> {
    let (least, most) = at.lengths();
    let mut lengths = there.lengths();
    lengths.extend([least, least.saturating_add(1), most]);
    lengths.retain(|length| (least..=most).contains(length) && *length <= LONGEST);
    lengths.sort_unstable();
    lengths.dedup();
    lengths
}

fn edge_keys(ty: &Ty) -> Vec<String> {
    let text = |value| match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    match ty {
        Ty::Optional(inner) | Ty::Foreign(inner) => edge_keys(inner),
        Ty::Integer { .. } | Ty::Text(_) => leaf::edges(ty).into_iter().filter_map(text).collect(),
        _ => Vec::new(),
    }
}

fn with(object: &Map<String, Value>, name: &str, value: Value) -> Value {
    let mut object = object.clone();
    object.insert(name.to_owned(), value);
    Value::Object(object)
}
