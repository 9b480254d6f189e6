//! Payloads as the code of a contract writes them, put together from its types: the least that it may
//! write, and everything that it knows.

use event_contract::{
    Content, Contract, Default, DefinitionContent, Enum, Field, Format, Struct, Tagging, Ty,
    ValueRule, Variant,
};
use serde_json::{Map, Value, json};

use crate::key::key;
use crate::leaf;
use crate::making::{Fill, Making};
use crate::sizes::Sizes;
use crate::text::likely_texts;
use crate::value_rules::{At, Patterns};

/// Who writes payloads of a contract.
pub(crate) struct Writer<'a> {
    pub(crate) contract: &'a Contract,
    pub(crate) patterns: Patterns,
    pub(crate) sizes: Sizes<'a>,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(contract: &'a Contract) -> Self {
        Self { contract, patterns: Patterns::of(contract), sizes: Sizes::of(contract) }
    }

    /// What a name stands for.
    pub(crate) fn definition(&self, name: &str) -> Option<&'a DefinitionContent> {
        self.contract.types.get(name).map(|definition| &definition.content)
    }

    /// The payload with as little as it may have.
    pub(crate) fn least_payload(&self) -> Option<Value> {
        self.least_fields(&self.contract.payload, At::payload()).map(Value::Object)
    }

    /// The payload with all of its fields.
    pub(crate) fn full_payload(&self) -> Option<Value> {
        let mut making = Making::full();
        self.fields(&self.contract.payload, At::payload(), &mut making).map(Value::Object)
    }

    /// Whether every part of the record's key is there: events without are not written.
    pub(crate) fn fills_its_key(&self, payload: &Value) -> bool {
        self.contract.key.iter().all(|path| match place_of(payload, path) {
            Some(Value::String(text)) => !text.is_empty(),
            _ => true,
        })
    }

    pub(crate) fn least(&self, ty: &'a Ty, at: At<'a>) -> Option<Value> {
        self.value(ty, at, &mut Making::least())
    }

    pub(crate) fn full(&self, ty: &'a Ty, at: At<'a>) -> Option<Value> {
        self.value(ty, at, &mut Making::full())
    }

    pub(crate) fn least_fields(&self, table: &'a Struct, at: At<'a>) -> Option<Map<String, Value>> {
        self.fields(table, at, &mut Making::least())
    }

    pub(crate) fn full_fields(&self, table: &'a Struct, at: At<'a>) -> Option<Map<String, Value>> {
        self.fields(table, at, &mut Making::full())
    }

    /// A value of the variant, with all of its fields.
    pub(crate) fn full_variant(
        &self,
        table: &'a Enum,
        variant: &'a Variant,
        at: At<'a>,
    ) -> Option<Value> {
        self.variant(table, variant, at, &mut Making::full())
    }

    fn value(&self, ty: &'a Ty, at: At<'a>, making: &mut Making<'a>) -> Option<Value> {
        let size = self.sizes.of_type(ty)?;
        making.left = making.left.saturating_sub(size);
        match ty {
            Ty::Optional(inner) => match making.ends_at(inner) {
                true => Some(Value::Null),
                false => Some(self.value(inner, at, making).unwrap_or_default()),
            },
            Ty::Foreign(inner) => self.value(inner, at, making),
            Ty::List(inner) => {
                let item = |making: &mut Making<'a>| self.value(inner, at.inside(), making);
                let items = making.several(making.ends_at(inner), at, item);
                Some(Value::Array(items))
            }
            Ty::Array(inner, count) => {
                let item = self.value(inner, at.inside(), making);
                let items = std::iter::repeat_n(item, *count);
                items.collect::<Option<Vec<_>>>().map(Value::Array)
            }
            Ty::Tuple(places) => {
                let places = places.iter().map(|place| self.value(place, at.inside(), making));
                places.collect::<Option<Vec<_>>>().map(Value::Array)
            }
            Ty::Map(of, inner) => {
                let mut entries = Map::new();
                let item = |making: &mut Making<'a>| self.value(inner, at.inside(), making);
                for (i, value) in
                    making.several(making.ends_at(inner), at, item).into_iter().enumerate()
                {
                    entries.extend(key(self, of, at, i).map(|key| (key, value)));
                }
                Some(Value::Object(entries))
            }
            Ty::Named(name) | Ty::Recursive(name) => {
                making.inside(name, |making| match self.definition(name)? {
                    DefinitionContent::Struct(table) => {
                        self.fields(table, at, making).map(Value::Object)
                    }
                    DefinitionContent::Enum(table) => {
                        let variant = self.first_variant(table, making)?;
                        self.variant(table, variant, at, making)
                    }
                })
            }
            _ => self.leaf(ty, at),
        }
    }

    /// The smallest variant, or for a full value the first that does not lead back.
    fn first_variant(&self, table: &'a Enum, making: &Making<'a>) -> Option<&'a Variant> {
        let sized = |one: &'a Variant| Some((self.sizes.of_content(&one.content)?, one));
        let mut variants = table.variants.iter().filter_map(sized);
        let is_open = |content: &Content| match content {
            Content::Unit => true,
            Content::Newtype(ty) => !making.leads_back(ty),
            Content::Struct(table) => table.fields.iter().all(|one| !making.leads_back(&one.ty)),
        };
        if making.fill == Fill::Full
            && let Some((_, open)) = variants.clone().find(|(_, one)| is_open(&one.content))
        {
            return Some(open);
        }
        let first = variants.next()?;
        Some(variants.fold(first, |least, one| if one.0 < least.0 { one } else { least }).1)
    }

    fn variant(
        &self,
        table: &'a Enum,
        variant: &'a Variant,
        at: At<'a>,
        making: &mut Making<'a>,
    ) -> Option<Value> {
        let name = variant.name.as_str();
        let content = match &variant.content {
            Content::Unit => None,
            Content::Newtype(ty) => Some(self.value(ty, at.variant(variant), making)?),
            Content::Struct(fields) => {
                Some(Value::Object(self.fields(fields, at.variant(variant), making)?))
            }
        };
        Some(tagged(&table.tagging, name, content))
    }

    fn fields(
        &self,
        table: &'a Struct,
        at: At<'a>,
        making: &mut Making<'a>,
    ) -> Option<Map<String, Value>> {
        let mut entries = Map::new();
        for field in &table.fields {
            let is_left_out = match making.fill {
                Fill::Least => field.may_be_absent(),
                Fill::Full => {
                    field.may_be_absent()
                        && (making.ends_at(&field.ty) || self.sizes.of_type(&field.ty).is_none())
                }
            };
            if is_left_out {
                continue;
            }
            let value = self.value(&field.ty, at.field(field), making)?;
            // Absent is how `null` is written here.
            if !(field.ty.is_optional() && value.is_null()) {
                entries.insert(field.name.clone(), self.other_than_default(field, at, value));
            }
        }
        Some(entries)
    }

    /// The value, unless it is the field's default and another one is at hand.
    fn other_than_default(&self, field: &'a Field, at: At<'a>, value: Value) -> Value {
        if !matches!(&field.default, Some(Default::Value(default)) if *default == value) {
            return value;
        }
        let mut others = self.others(&field.ty, at.field(field)).into_iter();
        others.find(|other| *other != value && !other.is_null()).unwrap_or(value)
    }

    /// More values of a type: edges of leaves, and variants.
    fn others(&self, ty: &'a Ty, at: At<'a>) -> Vec<Value> {
        match ty {
            Ty::Optional(inner) | Ty::Foreign(inner) => self.others(inner, at),
            Ty::Named(name) | Ty::Recursive(name) => match self.definition(name) {
                Some(DefinitionContent::Enum(table)) => {
                    let variants = table.variants.iter();
                    let written = |one| self.variant(table, one, at, &mut Making::least());
                    variants.filter_map(written).collect()
                }
                _ => Vec::new(),
            },
            _ => self.good(leaf::edges(ty), at).collect(),
        }
    }

    /// Those values that keep the rules.
    pub(crate) fn good(
        &self,
        values: Vec<Value>,
        at: At<'a>,
    ) -> impl Iterator<Item = Value> + use<'_, 'a> {
        values.into_iter().filter(move |value| self.patterns.broken(at.rules, value).is_none())
    }

    /// A plain value that keeps the rules; if none is found, one that breaks them.
    fn leaf(&self, ty: &'a Ty, at: At<'a>) -> Option<Value> {
        let plain = leaf::plain(ty, at.name)?;
        if self.patterns.broken(at.rules, &plain).is_none() {
            return Some(plain);
        }
        let likely = likely_values(ty, at);
        Some(self.good(likely, at).next().unwrap_or(plain))
    }
}

/// Values that are likely to keep the rules.
pub(crate) fn likely_values(ty: &Ty, at: At<'_>) -> Vec<Value> {
    match ty {
        Ty::Text(Format::Plain) => likely_texts(at).into_iter().map(Value::from).collect(),
        _ => {
            let bounds = at.rules.iter().filter_map(|rule| match rule {
                ValueRule::Min(number) | ValueRule::Max(number) => Some(number),
                _ => None,
            });
            let around = bounds.flat_map(|number| leaf::around_number(ty, number));
            around.chain(leaf::edges(ty)).collect()
        }
    }
}

/// A variant with its name where it belongs.
pub(crate) fn tagged(tagging: &Tagging, name: &str, content: Option<Value>) -> Value {
    match (tagging, content) {
        (Tagging::External, None) => json!(name),
        (Tagging::External, Some(content)) => json!({ name: content }),
        (Tagging::Internal { tag }, Some(Value::Object(mut fields))) => {
            fields.insert(tag.clone(), json!(name));
            Value::Object(fields)
        }
        (Tagging::Adjacent { tag, content: place }, Some(content)) => {
            json!({ tag: name, place: content })
        }
        (Tagging::Internal { tag } | Tagging::Adjacent { tag, .. }, _) => json!({ tag: name }),
    }
}

/// What stands at the path of a key.
fn place_of<'v>(payload: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(payload, |value, name| value.get(name))
}
