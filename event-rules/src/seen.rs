//! A payload beside the types that it was taken by: what every value in it is.

use event_contract::{Content, Contract, DefinitionContent, Enum, Field, Struct, Tagging, Ty};
use serde_json::{Map, Value};

use crate::value_rules::At;

/// One thing in a payload.
pub(crate) enum Seen<'a> {
    /// A value and its type.
    Value(&'a Ty),
    /// A value of a field or a variant, and what it has to keep to.
    Ruled(At<'a>),
    /// What stands where a variant without content has none.
    NoContent,
}

/// Shows every value of a payload with its path. It has to fit its contract; where it does not, the
/// rest is passed over.
pub(crate) fn see<'a>(
    contract: &'a Contract,
    payload: &Value,
    show: &mut dyn FnMut(&str, &Value, Seen<'a>),
) {
    let mut path = String::from("$");
    let mut sight = Sight { contract, path: &mut path, show };
    if let Value::Object(entries) = payload {
        sight.fields(&contract.payload, entries, At::payload());
    }
}

struct Sight<'a, 's> {
    contract: &'a Contract,
    path: &'s mut String,
    show: &'s mut dyn FnMut(&str, &Value, Seen<'a>),
}

impl<'a> Sight<'a, '_> {
    fn step(&mut self, step: &str, go: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push_str(step);
        go(self);
        self.path.truncate(length);
    }

    fn fields(&mut self, table: &'a Struct, entries: &Map<String, Value>, at: At<'a>) {
        for (name, value) in entries {
            let Some(field) = table.fields.iter().find(|field| field.is_called(name)) else {
                continue;
            };
            self.step(&format!(".{}", field.name), |sight| sight.field(field, value, at));
        }
    }

    fn field(&mut self, field: &'a Field, value: &Value, at: At<'a>) {
        let at = at.field(field);
        (self.show)(self.path, value, Seen::Ruled(at));
        self.value(&field.ty, value, at);
    }

    fn value(&mut self, ty: &'a Ty, value: &Value, at: At<'a>) {
        (self.show)(self.path, value, Seen::Value(ty));
        match (ty, value) {
            (Ty::Optional(_), Value::Null) => {}
            (Ty::Optional(inner) | Ty::Foreign(inner), _) => self.value(inner, value, at),
            (Ty::List(inner) | Ty::Array(inner, _), Value::Array(items)) => {
                for (i, item) in items.iter().enumerate() {
                    self.step(&format!("[{i}]"), |sight| sight.value(inner, item, at.inside()));
                }
            }
            (Ty::Tuple(places), Value::Array(items)) => {
                for (i, (place, item)) in places.iter().zip(items).enumerate() {
                    self.step(&format!("[{i}]"), |sight| sight.value(place, item, at.inside()));
                }
            }
            (Ty::Map(_, inner), Value::Object(entries)) => {
                for (i, item) in entries.values().enumerate() {
                    self.step(&format!("{{{i}}}"), |sight| sight.value(inner, item, at.inside()));
                }
            }
            (Ty::Named(name) | Ty::Recursive(name), _) => {
                let definition = self.contract.types.get(name);
                match (definition.map(|definition| &definition.content), value) {
                    (Some(DefinitionContent::Struct(table)), Value::Object(entries)) => {
                        self.fields(table, entries, at);
                    }
                    (Some(DefinitionContent::Enum(table)), _) => self.variant(table, value, at),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn variant(&mut self, table: &'a Enum, value: &Value, at: At<'a>) {
        let Value::Object(entries) = value else { return };
        let name = match &table.tagging {
            Tagging::External => entries.keys().next().map(String::as_str),
            Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => {
                entries.get(tag).and_then(Value::as_str)
            }
        };
        let Some(variant) = name.and_then(|name| {
            let is_called = |alias: &String| alias == name;
            table.variants.iter().find(|one| one.name == name || one.aliases.iter().any(is_called))
        }) else {
            return;
        };
        let (step, content) = match &table.tagging {
            Tagging::External => (variant.name.as_str(), entries.values().next()),
            Tagging::Internal { .. } => ("", Some(value)),
            Tagging::Adjacent { content, .. } => (content.as_str(), entries.get(content)),
        };
        let Some(value) = content else { return };
        let is_beside = matches!(table.tagging, Tagging::Internal { .. });
        let step = if is_beside { String::new() } else { format!(".{step}") };
        self.step(&step, |sight| match (&variant.content, value) {
            (Content::Unit, _) if !is_beside => (sight.show)(sight.path, value, Seen::NoContent),
            (Content::Unit, _) => {}
            (Content::Newtype(ty), _) => {
                let at = at.variant(variant);
                (sight.show)(sight.path, value, Seen::Ruled(at));
                sight.value(ty, value, at);
            }
            (Content::Struct(table), Value::Object(entries)) => {
                sight.fields(table, entries, at.variant(variant));
            }
            _ => {}
        });
    }
}
