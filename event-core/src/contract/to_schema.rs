//! From a contract to the tables of its one version.

use std::collections::HashMap;
use std::sync::OnceLock;

use event_contract::{self as contract, Contract, DefinitionContent, Format, Ty};

use crate::schema::{
    Content, Deprecated, Edge, Enum, EventSchema, Field, Masked, Shape, Struct, Tagging, Text,
    ValueRule, Variant,
};
use crate::types::numbers::LARGEST_AS_F32;

/// The tables that a contract describes, without any history.
///
/// Tables are constants; these are kept for the rest of the process, so make them once for each
/// contract.
#[must_use]
pub fn schema_of(contract: &Contract) -> &'static EventSchema {
    let mut tables = Tables { contract, cells: HashMap::new() };
    let name = kept(&contract.event_type);
    let payload = tables.table(name, 1, &contract.payload).docs(kept(&contract.docs));
    let mut schema =
        EventSchema::new(name, contract.version, forever(Shape::Struct(forever(payload))))
            .oldest(contract.version)
            .aliases(texts(&contract.aliases))
            .key(texts(&contract.key));
    schema.min_reader = contract.min_reader_version;
    schema.deprecated = contract.deprecated.as_ref().map(deprecated);
    forever(schema)
}

struct Tables<'a> {
    contract: &'a Contract,
    /// The tables of named types; a type that is still being put together has an empty cell.
    cells: HashMap<&'a str, &'static OnceLock<&'static Shape>>,
}

impl<'a> Tables<'a> {
    fn table(&mut self, name: &'static str, version: u32, table: &'a contract::Struct) -> Struct {
        let fields: Vec<_> = table.fields.iter().map(|field| self.field(field)).collect();
        let made = Struct::new(name, "", fields.leak()).version(version);
        if table.closed { made.closed() } else { made }
    }

    fn field(&mut self, field: &'a contract::Field) -> Field {
        let mut made = Field::new(kept(&field.name), self.shape(&field.ty))
            .aliases(texts(&field.aliases))
            .tags(texts(&field.tags))
            .rules(value_rules(&field.rules))
            .docs(kept(&field.docs));
        // The value is the contract's; the table says that there is one.
        made.default = field.default.as_ref().map(|_| (|| None) as fn() -> Option<String>);
        made.masked = field.masked.map(masked);
        made.deprecated = field.deprecated.as_ref().map(deprecated);
        made
    }

    fn shape(&mut self, ty: &'a Ty) -> &'static Shape {
        let shape = match ty {
            Ty::Any => Shape::Any,
            Ty::Bool => Shape::Bool,
            &Ty::Integer { min, max } => Shape::Integer { min, max },
            Ty::Float32 => Shape::Float { max: LARGEST_AS_F32 },
            Ty::Float64 => Shape::Float { max: f64::MAX },
            Ty::Decimal => Shape::Decimal,
            Ty::Text(format) => Shape::Text(text(*format)),
            Ty::Optional(inner) => Shape::Option(self.shape(inner)),
            Ty::List(inner) => Shape::List(self.shape(inner)),
            Ty::Array(inner, length) => Shape::Array(self.shape(inner), *length),
            Ty::Tuple(items) => {
                let items: Vec<_> = items.iter().map(|item| self.shape(item)).collect();
                Shape::Tuple(items.leak())
            }
            Ty::Map(key, value) => Shape::Map { key: self.shape(key), value: self.shape(value) },
            Ty::Named(name) | Ty::Recursive(name) => return self.named(name),
            Ty::Foreign(inner) => Shape::Foreign(self.shape(inner)),
        };
        forever(shape)
    }

    /// The table of a named type, or an edge to it while it is being put together.
    fn named(&mut self, name: &'a str) -> &'static Shape {
        if let Some(cell) = self.cells.get(name) {
            let edge = || Shape::Recursive { name: kept(name), edge: Edge::to_table(cell) };
            return cell.get().copied().unwrap_or_else(|| forever(edge()));
        }
        let Some(definition) = self.contract.types.get(name) else { return &Shape::Any };
        let cell: &'static OnceLock<&'static Shape> = forever(OnceLock::new());
        self.cells.insert(name, cell);
        let own = kept(name);
        let shape = match &definition.content {
            DefinitionContent::Struct(table) => {
                let table = self.table(own, definition.version, table);
                Shape::Struct(forever(table.docs(kept(&definition.docs))))
            }
            DefinitionContent::Enum(table) => {
                let table = self.variants(own, definition.version, table);
                Shape::Enum(forever(table.docs(kept(&definition.docs))))
            }
        };
        cell.get_or_init(|| forever(shape))
    }

    fn variants(&mut self, name: &'static str, version: u32, table: &'a contract::Enum) -> Enum {
        let variants: Vec<_> =
            table.variants.iter().map(|variant| self.variant(variant, version)).collect();
        let tagging = match &table.tagging {
            contract::Tagging::External => Tagging::External,
            contract::Tagging::Internal { tag } => Tagging::Internal { tag: kept(tag) },
            contract::Tagging::Adjacent { tag, content } => {
                Tagging::Adjacent { tag: kept(tag), content: kept(content) }
            }
        };
        let made = Enum::new(name, "", variants.leak()).version(version).tagging(tagging);
        if table.closed { made.closed() } else { made }
    }

    fn variant(&mut self, variant: &'a contract::Variant, version: u32) -> Variant {
        let name = kept(&variant.name);
        let content = match &variant.content {
            contract::Content::Unit => Content::Unit,
            contract::Content::Newtype(ty) => Content::Newtype(self.shape(ty)),
            contract::Content::Struct(table) => {
                Content::Struct(forever(self.table(name, version, table)))
            }
        };
        let mut made = Variant::new(name, content)
            .aliases(texts(&variant.aliases))
            .rules(value_rules(&variant.rules))
            .docs(kept(&variant.docs));
        made.deprecated = variant.deprecated.as_ref().map(deprecated);
        made
    }
}

fn forever<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn kept(text: &str) -> &'static str {
    if text.is_empty() { "" } else { Box::leak(Box::from(text)) }
}

fn texts(texts: &[String]) -> &'static [&'static str] {
    let texts: Vec<_> = texts.iter().map(|text| kept(text)).collect();
    texts.leak()
}

fn deprecated(deprecated: &contract::Deprecated) -> Deprecated {
    let contract::Deprecated { note, since, sunset } = deprecated;
    Deprecated::new(kept(note)).since(*since).sunset(kept(sunset))
}

fn masked(masked: contract::Masked) -> Masked {
    match masked {
        contract::Masked::Whole => Masked::Whole,
        contract::Masked::Last(count) => Masked::Last(usize::try_from(count).unwrap_or(usize::MAX)),
        contract::Masked::Custom => Masked::Custom,
    }
}

/// A definition whose rules are not checked has none, so those of all others are.
fn value_rules(rules: &[contract::ValueRule]) -> &'static [ValueRule] {
    let mut rules: Vec<_> = rules.iter().map(value_rule).collect();
    rules.push(ValueRule::Inside);
    rules.leak()
}

fn value_rule(rule: &contract::ValueRule) -> ValueRule {
    match rule {
        contract::ValueRule::MinLength(length) => ValueRule::MinLength(*length),
        contract::ValueRule::MaxLength(length) => ValueRule::MaxLength(*length),
        contract::ValueRule::MinBytes(count) => ValueRule::MinBytes(*count),
        contract::ValueRule::MaxBytes(count) => ValueRule::MaxBytes(*count),
        contract::ValueRule::Min(number) => ValueRule::Min(kept(number)),
        contract::ValueRule::Max(number) => ValueRule::Max(kept(number)),
        contract::ValueRule::Pattern(pattern) => ValueRule::Pattern(kept(pattern)),
        contract::ValueRule::Format(format) => ValueRule::Format(kept(format)),
        contract::ValueRule::Other(name) => ValueRule::Other(kept(name)),
    }
}

const fn text(format: Format) -> Text {
    match format {
        Format::Plain => Text::Plain,
        Format::Char => Text::Char,
        Format::Uuid => Text::Uuid,
        Format::Time => Text::Time,
        Format::Date => Text::Date,
        Format::Duration => Text::Duration,
        Format::UnsignedDuration => Text::UnsignedDuration,
        Format::Base64 => Text::Base64,
        Format::U128 => Text::U128,
        Format::I128 => Text::I128,
    }
}
