//! Payloads as the code of a contract writes them, put together from its types: the least that it may
//! write, and everything that it knows.

use std::collections::HashMap;

use event_contract::{
    Content, Contract, Default, Definition, DefinitionContent, Enum, Field, Format, Struct,
    Tagging, Ty, ValueRule, Variant,
};
use serde_json::{Map, Value, json};

use crate::key::key;
use crate::leaf;
use crate::text::likely_texts;
use crate::value_rules::{At, Patterns};

/// Values of more parts than this are not made, and types that have no smaller ones count as empty.
const LARGEST: usize = 20_000;

/// How many named types may be inside each other.
const DEEPEST: usize = 64;

/// Who writes payloads of a contract.
pub(crate) struct Writer<'a> {
    pub(crate) contract: &'a Contract,
    pub(crate) patterns: Patterns,
    /// How many parts the least value of a named type has; a type without values is not there.
    sizes: HashMap<&'a str, usize>,
}

/// How much of a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fill {
    Least,
    Full,
}

/// A value while it is put together.
struct Making<'a> {
    fill: Fill,
    /// The named types around: inside themselves they come to an end.
    around: Vec<&'a str>,
    /// How many more parts a full value may have.
    left: usize,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(contract: &'a Contract) -> Self {
        let patterns = Patterns::of(contract);
        let mut writer = Self { contract, patterns, sizes: HashMap::new() };
        writer.measure();
        writer
    }

    /// Sizes get smaller until none does: types refer to each other.
    fn measure(&mut self) {
        loop {
            let mut is_done = true;
            for (name, definition) in &self.contract.types {
                let size = self.definition_size(definition).filter(|size| *size <= LARGEST);
                let Some(size) = size else { continue };
                if self.sizes.get(name.as_str()).is_none_or(|known| size < *known) {
                    self.sizes.insert(name, size);
                    is_done = false;
                }
            }
            if is_done {
                return;
            }
        }
    }

    fn definition_size(&self, definition: &Definition) -> Option<usize> {
        match &definition.content {
            DefinitionContent::Struct(table) => self.fields_size(table),
            DefinitionContent::Enum(table) => {
                table.variants.iter().filter_map(|one| self.content_size(&one.content)).min()
            }
        }
    }

    fn fields_size(&self, table: &Struct) -> Option<usize> {
        let required = table.fields.iter().filter(|field| !field.may_be_absent());
        required.map(|field| self.size(&field.ty)).try_fold(1, |all: usize, size| {
            Some(all.saturating_add(size?)).filter(|size| *size <= LARGEST)
        })
    }

    pub(crate) fn content_size(&self, content: &Content) -> Option<usize> {
        match content {
            Content::Unit => Some(1),
            Content::Newtype(ty) => self.size(ty).map(|size| size.saturating_add(1)),
            Content::Struct(table) => self.fields_size(table).map(|size| size.saturating_add(1)),
        }
    }

    /// How many parts the least value of a type has; `None` if it has no value, or only huge ones.
    pub(crate) fn size(&self, ty: &Ty) -> Option<usize> {
        match ty {
            Ty::Optional(_) | Ty::List(_) | Ty::Map(..) => Some(1),
            Ty::Foreign(inner) => self.size(inner),
            Ty::Array(_, 0) => Some(1),
            Ty::Array(inner, count) => {
                let size = self.size(inner)?.saturating_mul(*count).saturating_add(1);
                Some(size).filter(|size| *size <= LARGEST)
            }
            Ty::Tuple(places) => places.iter().try_fold(1, |all: usize, place| {
                Some(all.saturating_add(self.size(place)?)).filter(|size| *size <= LARGEST)
            }),
            Ty::Named(name) | Ty::Recursive(name) => self.sizes.get(name.as_str()).copied(),
            Ty::Integer { min, max } if min > max => None,
            _ => Some(1),
        }
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
        let size = self.size(ty)?;
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
        let sized = |one: &'a Variant| Some((self.content_size(&one.content)?, one));
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
            Content::Newtype(ty) => Some(self.value(ty, at.held(name), making)?),
            Content::Struct(fields) => {
                Some(Value::Object(self.fields(fields, at.variant(name), making)?))
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
                        && (making.ends_at(&field.ty) || self.size(&field.ty).is_none())
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

impl<'a> Making<'a> {
    const fn least() -> Self {
        Self { fill: Fill::Least, around: Vec::new(), left: 0 }
    }

    const fn full() -> Self {
        Self { fill: Fill::Full, around: Vec::new(), left: 2_000 }
    }

    /// Whether a value ends before what is optional or a list.
    fn ends_at(&self, inner: &Ty) -> bool {
        self.fill == Fill::Least || self.left == 0 || self.leads_back(inner)
    }

    /// Whether a type around is directly in this one.
    fn leads_back(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Named(name) | Ty::Recursive(name) => self.around.contains(&name.as_str()),
            _ => ty.parts().any(|part| self.leads_back(part)),
        }
    }

    /// As many items as the rules ask for, and one at least for a full value.
    fn several(
        &mut self,
        is_at_end: bool,
        at: At<'_>,
        mut item: impl FnMut(&mut Self) -> Option<Value>,
    ) -> Vec<Value> {
        let (least, most) = at.lengths();
        let count = least.max(usize::from(!is_at_end)).min(most).min(crate::text::LONGEST);
        match count {
            0 => Vec::new(),
            // All of them are alike.
            _ => item(self).map_or_else(Vec::new, |item| vec![item; count]),
        }
    }

    /// Goes into a named type; inside itself it is as small as it can be.
    fn inside<T>(&mut self, name: &'a str, make: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.around.len() > DEEPEST {
            return None;
        }
        let fill = self.fill;
        if self.around.contains(&name) || self.left == 0 {
            self.fill = Fill::Least;
        }
        self.around.push(name);
        let made = make(self);
        self.around.pop();
        self.fill = fill;
        made
    }
}
