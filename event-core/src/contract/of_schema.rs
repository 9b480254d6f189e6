//! From the tables of an event to the contract of one version.

use std::collections::BTreeMap;

use event_contract::{
    self as contract, Contract, Default, Definition, DefinitionContent, Format, Ty,
};

use crate::json_schema::{Kind, Named, wire_path};
use crate::schema::{
    Content, Deprecated, Enum, EventSchema, Field, Masked, Shape, Struct, Tagging, Text, ValueRule,
    Variant,
};
use crate::types::numbers::LARGEST_AS_F32;

/// What the code says of a version, as a contract; `None` for a version that the event does not
/// have, and for a payload that is no struct.
#[must_use]
pub fn contract_of(schema: &'static EventSchema, version: u32) -> Option<Contract> {
    if !(schema.oldest..=schema.version).contains(&version) {
        return None;
    }
    let described = schema.describing(version);
    let Shape::Struct(table) = described.shape.resolved() else { return None };
    let mut types = Types::default();
    let payload = types.table(table, version, true);
    let key = described.key.iter().map(|path| wire_path(described.shape, path, version));
    Some(Contract {
        event_type: schema.event_type.to_owned(),
        version,
        min_reader_version: schema.min_reader_of(version),
        aliases: owned(schema.aliases),
        key: key.collect(),
        docs: table.docs.to_owned(),
        deprecated: schema.deprecated.map(deprecated),
        payload,
        types: types.definitions,
    })
}

/// The nested types that were met, whether their value rules are checked, and what each is called.
#[derive(std::default::Default)]
struct Types {
    known: Vec<(Named, bool, String)>,
    definitions: BTreeMap<String, Definition>,
}

impl Types {
    fn table(&mut self, table: &'static Struct, version: u32, checked: bool) -> contract::Struct {
        let fields = table.fields_at(version);
        let fields = fields.map(|field| self.field(field, version, checked)).collect();
        contract::Struct { closed: table.closed, fields }
    }

    fn field(&mut self, field: &'static Field, version: u32, checked: bool) -> contract::Field {
        let rules = if checked { field.rules } else { &[] };
        contract::Field {
            name: field.name.to_owned(),
            ty: self.ty(field.shape, field.holds.at(version), rules.contains(&ValueRule::Inside)),
            aliases: owned(field.aliases),
            default: field.default.map(|json| default(json().as_deref())),
            masked: field.masked.map(masked),
            deprecated: field.deprecated.map(deprecated),
            tags: owned(field.tags),
            rules: rules.iter().filter_map(|rule| value_rule(*rule)).collect(),
            docs: field.docs.to_owned(),
        }
    }

    fn ty(&mut self, shape: &'static Shape, version: u32, checked: bool) -> Ty {
        match shape {
            Shape::Any => Ty::Any,
            Shape::Bool => Ty::Bool,
            &Shape::Integer { min, max } => Ty::Integer { min, max },
            Shape::Float { max } if *max <= LARGEST_AS_F32 => Ty::Float32,
            Shape::Float { .. } => Ty::Float64,
            Shape::Decimal => Ty::Decimal,
            Shape::Text(text) => Ty::Text(format(*text)),
            Shape::Option(inner) => Ty::Optional(self.boxed(inner, version, checked)),
            Shape::List(inner) => Ty::List(self.boxed(inner, version, checked)),
            Shape::Array(inner, length) => Ty::Array(self.boxed(inner, version, checked), *length),
            Shape::Tuple(items) => {
                Ty::Tuple(items.iter().map(|item| self.ty(item, version, checked)).collect())
            }
            Shape::Map { key, value } => {
                Ty::Map(self.boxed(key, version, checked), self.boxed(value, version, checked))
            }
            Shape::Struct(table) => {
                Ty::Named(self.named(Named::of_struct(table, version), checked))
            }
            Shape::Enum(table) => Ty::Named(self.named(Named::of_enum(table, version), checked)),
            Shape::Recursive { name, edge } => {
                match Named::of_edge(name, edge.follow(), version) {
                    named if named.is_table() => Ty::Recursive(self.named(named, checked)),
                    // By hand, and without a definition to point at.
                    _ => Ty::Any,
                }
            }
            Shape::Foreign(inner) => Ty::Foreign(self.boxed(inner, version, checked)),
        }
    }

    fn boxed(&mut self, shape: &'static Shape, version: u32, checked: bool) -> Box<Ty> {
        Box::new(self.ty(shape, version, checked))
    }

    /// What a named type is called here; it is defined the first time.
    fn named(&mut self, named: Named, checked: bool) -> String {
        let is_it =
            |(known, same, _): &&(Named, bool, String)| known.is(&named) && *same == checked;
        if let Some((.., name)) = self.known.iter().find(is_it) {
            return name.clone();
        }
        let name = self.free_name(named.name());
        // The name is taken before the type is looked into: it may contain itself.
        self.known.push((named, checked, name.clone()));
        let version = named.version();
        let definition = match named.kind() {
            Kind::Struct(table) => Definition {
                version,
                docs: table.docs.to_owned(),
                content: DefinitionContent::Struct(self.table(table, version, checked)),
            },
            Kind::Enum(table) => Definition {
                version,
                docs: table.docs.to_owned(),
                content: DefinitionContent::Enum(self.variants(table, version, checked)),
            },
            Kind::Other(..) => return name,
        };
        self.definitions.insert(name.clone(), definition);
        name
    }

    /// `Address`, then `Address_2`: in the order of the table, so the same in every build.
    fn free_name(&self, name: &str) -> String {
        let taken =
            |name: &str| Ty::is_word(name) || self.known.iter().any(|(.., known)| known == name);
        let counted = (2..).map(|count| format!("{name}_{count}"));
        let mut names = std::iter::once(name.to_owned()).chain(counted);
        names.find(|name| !taken(name)).unwrap_or_default()
    }

    fn variants(&mut self, table: &'static Enum, version: u32, checked: bool) -> contract::Enum {
        let tagging = match table.tagging {
            Tagging::External => contract::Tagging::External,
            Tagging::Internal { tag } => contract::Tagging::Internal { tag: tag.to_owned() },
            Tagging::Adjacent { tag, content } => {
                contract::Tagging::Adjacent { tag: tag.to_owned(), content: content.to_owned() }
            }
        };
        let variants = table.variants_at(version);
        let variants = variants.map(|one| self.variant(one, version, checked)).collect();
        contract::Enum { tagging, closed: table.closed, variants }
    }

    fn variant(
        &mut self,
        variant: &'static Variant,
        version: u32,
        checked: bool,
    ) -> contract::Variant {
        let rules = if checked { variant.rules } else { &[] };
        let inside = rules.contains(&ValueRule::Inside);
        let content = match &variant.content {
            Content::Unit => contract::Content::Unit,
            Content::Newtype(shape) => {
                contract::Content::Newtype(self.ty(shape, variant.holds.at(version), inside))
            }
            Content::Struct(table) => {
                contract::Content::Struct(self.table(table, version, checked))
            }
        };
        contract::Variant {
            name: variant.name.to_owned(),
            aliases: owned(variant.aliases),
            deprecated: variant.deprecated.map(deprecated),
            rules: rules.iter().filter_map(|rule| value_rule(*rule)).collect(),
            docs: variant.docs.to_owned(),
            content,
        }
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn default(json: Option<&str>) -> Default {
    let value = json.and_then(|json| serde_json::from_str(json).ok());
    value.map_or(Default::Unknown, Default::Value)
}

const fn masked(masked: Masked) -> contract::Masked {
    match masked {
        Masked::Whole => contract::Masked::Whole,
        Masked::Last(count) => contract::Masked::Last(count as u64),
        Masked::Custom => contract::Masked::Custom,
    }
}

fn deprecated(deprecated: Deprecated) -> contract::Deprecated {
    let Deprecated { note, since, sunset } = deprecated;
    contract::Deprecated { note: note.to_owned(), since, sunset: sunset.to_owned() }
}

/// Nothing for `Inside`: a definition whose rules are not checked has none.
fn value_rule(rule: ValueRule) -> Option<contract::ValueRule> {
    Some(match rule {
        ValueRule::MinLength(length) => contract::ValueRule::MinLength(length),
        ValueRule::MaxLength(length) => contract::ValueRule::MaxLength(length),
        ValueRule::MinBytes(count) => contract::ValueRule::MinBytes(count),
        ValueRule::MaxBytes(count) => contract::ValueRule::MaxBytes(count),
        ValueRule::Min(number) => contract::ValueRule::Min(number.to_owned()),
        ValueRule::Max(number) => contract::ValueRule::Max(number.to_owned()),
        ValueRule::Pattern(pattern) => contract::ValueRule::Pattern(pattern.to_owned()),
        ValueRule::Format(format) => contract::ValueRule::Format(format.to_owned()),
        ValueRule::Inside => return None,
        ValueRule::Other(name) => contract::ValueRule::Other(name.to_owned()),
    })
}

const fn format(text: Text) -> Format {
    match text {
        Text::Plain => Format::Plain,
        Text::Char => Format::Char,
        Text::Uuid => Format::Uuid,
        Text::Time => Format::Time,
        Text::Date => Format::Date,
        Text::Duration => Format::Duration,
        Text::UnsignedDuration => Format::UnsignedDuration,
        Text::Base64 => Format::Base64,
        Text::U128 => Format::U128,
        Text::I128 => Format::I128,
    }
}
