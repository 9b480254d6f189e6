//! Samples: payloads that are plainly made up, and always the same for the same contract.

use std::collections::BTreeSet;

use event_contract::{Content, Contract, DefinitionContent, Enum, Struct, Tagging, Ty};
use serde_json::{Map, Value};

use crate::key::key;
use crate::text::LONGEST;
use crate::value_rules::At;
use crate::writer::{Writer, tagged};

/// Payloads that fit a contract: `full`, `minimal`, and one for each variant of each enum, named by
/// the path of the first place where the enum stands: `paid_with: card`.
///
/// Texts are the names of their fields, and times are in 2026. A value rule is kept if a value that
/// keeps it is found; [`Reading::refusal`](crate::Reading::refusal) tells. A contract that no value
/// fits, because it never ends, has no samples.
///
/// ```
/// use event_contract::{Contract, Field, Format, Struct, Ty};
///
/// let note = Field::new("note", Ty::Optional(Box::new(Ty::Text(Format::Plain))));
/// let contract = Contract {
///     event_type: "lamp.switched".to_owned(),
///     version: 1,
///     min_reader_version: 1,
///     aliases: Vec::new(),
///     key: Vec::new(),
///     docs: String::new(),
///     deprecated: None,
///     payload: Struct { closed: false, fields: vec![Field::new("on", Ty::Bool), note] },
///     types: Default::default(),
/// };
/// let samples = event_rules::samples(&contract);
/// assert_eq!(samples[0].0, "full");
/// assert_eq!(samples[0].1.to_string(), r#"{"note":"note","on":true}"#);
/// assert_eq!(samples[1].0, "minimal");
/// assert_eq!(samples[1].1.to_string(), r#"{"on":true}"#);
/// ```
#[must_use]
pub fn samples(contract: &Contract) -> Vec<(String, Value)> {
    let writer = Writer::new(contract);
    let (Some(full), Some(least)) = (writer.full_payload(), writer.least_payload()) else {
        return Vec::new();
    };
    let mut samples = vec![("full".to_owned(), full), ("minimal".to_owned(), least)];
    let mut variants = Variants { writer: &writer, known: BTreeSet::new() };
    for (name, payload) in variants.fields(&contract.payload, "", At::payload()) {
        samples.push((unused(&samples, name), Value::Object(payload)));
    }
    samples
}

/// The name, counted if it is there already.
fn unused(samples: &[(String, Value)], name: String) -> String {
    let taken = |name: &str| samples.iter().any(|(known, _)| known == name);
    if !taken(&name) {
        return name;
    }
    let counted = (2..).map(|count| format!("{name} ({count})"));
    counted.into_iter().find(|name| !taken(name)).unwrap_or(name)
}

/// Values that show one variant each; every enum is shown at the first place where it stands.
struct Variants<'w, 'a> {
    writer: &'w Writer<'a>,
    /// The named types that were looked into.
    known: BTreeSet<&'a str>,
}

impl<'a> Variants<'_, 'a> {
    fn fields(
        &mut self,
        table: &'a Struct,
        path: &str,
        at: At<'a>,
    ) -> Vec<(String, Map<String, Value>)> {
        let Some(around) = self.writer.full_fields(table, at) else { return Vec::new() };
        let mut shown = Vec::new();
        for field in &table.fields {
            let dot = if path.is_empty() { "" } else { "." };
            let path = format!("{path}{dot}{}", field.name);
            for (name, value) in self.value(&field.ty, &path, at.field(field)) {
                let mut object = around.clone();
                object.insert(field.name.clone(), value);
                shown.push((name, object));
            }
        }
        shown
    }

    fn value(&mut self, ty: &'a Ty, path: &str, at: At<'a>) -> Vec<(String, Value)> {
        match ty {
            Ty::Optional(inner) | Ty::Foreign(inner) => self.value(inner, path, at),
            Ty::List(inner) => {
                let shown = self.value(inner, &format!("{path}[]"), at.inside());
                let (least, most) = at.lengths();
                let count = least.max(1).min(most).min(LONGEST);
                let list = |item: Value| Value::Array(vec![item; count]);
                shown.into_iter().map(|(name, item)| (name, list(item))).collect()
            }
            Ty::Array(inner, count) if self.writer.sizes.of_type(ty).is_some() => {
                let shown = self.value(inner, &format!("{path}[]"), at.inside());
                let list = |item: Value| Value::Array(vec![item; *count]);
                shown.into_iter().map(|(name, item)| (name, list(item))).collect()
            }
            Ty::Tuple(places) => {
                let Some(Value::Array(around)) = self.writer.full(ty, at) else {
                    return Vec::new();
                };
                let mut shown = Vec::new();
                for (i, place) in places.iter().enumerate() {
                    for (name, item) in self.value(place, &format!("{path}[{i}]"), at.inside()) {
                        let items = around.iter().enumerate();
                        let item = items.map(|(at, one)| if at == i { &item } else { one });
                        shown.push((name, item.cloned().collect()));
                    }
                }
                shown
            }
            Ty::Map(of, inner) => {
                let shown = self.value(inner, &format!("{path}{{}}"), at.inside());
                let Some(key) = key(self.writer, of, at, 0) else { return Vec::new() };
                let map = |item: Value| Value::Object([(key.clone(), item)].into_iter().collect());
                shown.into_iter().map(|(name, item)| (name, map(item))).collect()
            }
            Ty::Named(name) | Ty::Recursive(name) => {
                if !self.known.insert(name) {
                    return Vec::new();
                }
                match self.writer.definition(name) {
                    Some(DefinitionContent::Struct(table)) => {
                        let shown = self.fields(table, path, at).into_iter();
                        shown.map(|(name, object)| (name, Value::Object(object))).collect()
                    }
                    Some(DefinitionContent::Enum(table)) => self.variants(table, path, at),
                    None => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }

    /// One for each variant, and then what is inside them.
    fn variants(&mut self, table: &'a Enum, path: &str, at: At<'a>) -> Vec<(String, Value)> {
        let mut shown = Vec::new();
        for variant in &table.variants {
            let value = self.writer.full_variant(table, variant, at);
            shown.extend(value.map(|value| (format!("{path}: {}", variant.name), value)));
        }
        for variant in &table.variants {
            let name = variant.name.as_str();
            let path = match &table.tagging {
                Tagging::External => format!("{path}.{name}"),
                Tagging::Internal { .. } => path.to_owned(),
                Tagging::Adjacent { content, .. } => format!("{path}.{content}"),
            };
            let inside = match &variant.content {
                Content::Unit => Vec::new(),
                Content::Newtype(ty) => self.value(ty, &path, at.variant(variant)),
                Content::Struct(fields) => {
                    let inside = self.fields(fields, &path, at.variant(variant)).into_iter();
                    inside.map(|(path, object)| (path, Value::Object(object))).collect()
                }
            };
            let tagged = |content: Value| tagged(&table.tagging, name, Some(content));
            shown.extend(inside.into_iter().map(|(path, content)| (path, tagged(content))));
        }
        shown
    }
}
