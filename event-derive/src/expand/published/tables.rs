//! The types of contracts as tables: one constant for each nested type, shared by all contracts that say
//! the same of it.

use std::collections::HashMap;

use event_contract::{
    Content, Contract, Definition, DefinitionContent, Field, Masked, Struct, Tagging, Ty,
    ValueRule, Variant,
};

/// Written as text, which is compared and shared before the compiler has to see any of it.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) constants: String,
    /// The names of the constants, by what is written of them.
    known: HashMap<String, String>,
    /// The types around, which a contract could lead back to.
    open: Vec<String>,
}

impl Tables {
    /// `&__event::Promised::List(__event::promised::UUID)`
    pub(super) fn shape(&mut self, contract: &Contract, ty: &Ty) -> String {
        let mut inside = |ty: &Ty| self.shape(contract, ty);
        match ty {
            Ty::Optional(inner) if is_leaf(inner) => short("OPTIONAL_", inner),
            Ty::List(inner) if is_leaf(inner) => short("LIST_", inner),
            Ty::Optional(inner) => format!("&__event::Promised::Option({})", inside(inner)),
            Ty::List(inner) => format!("&__event::Promised::List({})", inside(inner)),
            Ty::Array(inner, length) => {
                format!("&__event::Promised::Array({}, {length})", inside(inner))
            }
            Ty::Tuple(items) => {
                let items: Vec<_> = items.iter().map(inside).collect();
                format!("&__event::Promised::Tuple(&[{}])", items.join(", "))
            }
            Ty::Map(key, value) => {
                let (key, value) = (inside(key), inside(value));
                format!("&__event::Promised::Map({key}, {value})")
            }
            // Who reads and writes it is not on the wire.
            Ty::Foreign(inner) => inside(inner),
            Ty::Named(name) if !self.open.contains(name) => match contract.types.get(name) {
                Some(definition) => self.definition(contract, name, definition),
                None => edge(name),
            },
            Ty::Named(name) | Ty::Recursive(name) => edge(name),
            leaf => leaf_shape(leaf),
        }
    }

    /// `__P1`
    fn definition(&mut self, contract: &Contract, name: &str, definition: &Definition) -> String {
        self.open.push(name.to_owned());
        let version = definition.version;
        let shape = match &definition.content {
            DefinitionContent::Struct(table) => {
                let (closed, fields) = (table.closed, self.fields(contract, table));
                format!("&__event::Promised::Struct({name:?}, {version}, {closed}, {fields})")
            }
            DefinitionContent::Enum(table) => {
                let (closed, tagging) = (table.closed, tagging(&table.tagging));
                let variants = table.variants.iter();
                let variants: Vec<_> =
                    variants.map(|variant| self.variant(contract, variant)).collect();
                let variants = variants.join(", ");
                format!(
                    "&__event::Promised::Enum({name:?}, {version}, {closed}, {tagging}, &[{variants}])"
                )
            }
        };
        self.open.pop();
        if let Some(known) = self.known.get(&shape) {
            return known.clone();
        }
        let constant = format!("__P{}", self.known.len() + 1);
        self.constants.push_str(&format!("const {constant}: &__event::Promised = {shape};"));
        self.known.insert(shape, constant.clone());
        constant
    }

    /// `&[("name", __event::promised::TEXT)]`
    fn fields(&mut self, contract: &Contract, table: &Struct) -> String {
        let fields: Vec<_> = table.fields.iter().map(|field| self.field(contract, field)).collect();
        format!("&[{}]", fields.join(", "))
    }

    fn field(&mut self, contract: &Contract, field: &Field) -> String {
        let (name, shape) = (&field.name, self.shape(contract, &field.ty));
        let mut more = String::new();
        if !field.aliases.is_empty() {
            more.push_str(&format!("aliases: &{:?}, ", field.aliases));
        }
        if field.default.is_some() {
            more.push_str("default: true, ");
        }
        if let Some(masked) = field.masked {
            let masked = match masked {
                Masked::Whole => "Whole".to_owned(),
                Masked::Last(count) => format!("Last({count})"),
                Masked::Custom => "Custom".to_owned(),
            };
            more.push_str(&format!("masked: __event::Some(__event::Masked::{masked}), "));
        }
        if !field.rules.is_empty() {
            more.push_str(&format!("rules: {}, ", value_rules(&field.rules)));
        }
        if more.is_empty() {
            return format!("({name:?}, {shape})");
        }
        format!("({name:?}, {})", with(&shape, &more))
    }

    fn variant(&mut self, contract: &Contract, variant: &Variant) -> String {
        let content = match &variant.content {
            Content::Unit => "__event::promised::UNIT".to_owned(),
            Content::Newtype(ty) => {
                let shape = self.shape(contract, ty);
                let shape = match variant.rules.as_slice() {
                    [] => shape,
                    rules => with(&shape, &format!("rules: {}, ", value_rules(rules))),
                };
                format!("&__event::promised::Content::Newtype({shape})")
            }
            Content::Struct(table) => {
                let (closed, fields) = (table.closed, self.fields(contract, table));
                format!("&__event::promised::Content::Struct({closed}, {fields})")
            }
        };
        let (name, aliases) = (&variant.name, &variant.aliases);
        match aliases.is_empty() {
            true => format!("({name:?}, {content})"),
            false => {
                format!("({name:?}, &__event::promised::Content::Aliased(&{aliases:?}, {content}))")
            }
        }
    }
}

/// A type with what is said beyond it: `rules: &[...], `.
fn with(shape: &str, more: &str) -> String {
    let more = format!("&__event::promised::More {{ {more}..*__event::promised::NO_MORE }}");
    format!("&__event::Promised::With({shape}, {more})")
}

fn tagging(tagging: &Tagging) -> String {
    match tagging {
        Tagging::External => "__event::promised::EXTERNAL".to_owned(),
        Tagging::Internal { tag } => format!("&__event::Tagging::Internal {{ tag: {tag:?} }}"),
        Tagging::Adjacent { tag, content } => {
            format!("&__event::Tagging::Adjacent {{ tag: {tag:?}, content: {content:?} }}")
        }
    }
}

/// `&[__event::ValueRule::MinLength(1)]`
pub(super) fn value_rules(rules: &[ValueRule]) -> String {
    let rules: Vec<_> = rules
        .iter()
        .map(|rule| {
            let rule = match rule {
                ValueRule::MinLength(length) => format!("MinLength({length})"),
                ValueRule::MaxLength(length) => format!("MaxLength({length})"),
                ValueRule::MinBytes(count) => format!("MinBytes({count})"),
                ValueRule::MaxBytes(count) => format!("MaxBytes({count})"),
                ValueRule::Min(number) => format!("Min({number:?})"),
                ValueRule::Max(number) => format!("Max({number:?})"),
                ValueRule::Pattern(pattern) => format!("Pattern({pattern:?})"),
                ValueRule::Format(name) => format!("Format({name:?})"),
                ValueRule::Other(name) => format!("Other({name:?})"),
            };
            format!("__event::ValueRule::{rule}")
        })
        .collect();
    format!("&[{}]", rules.join(", "))
}

fn edge(name: &str) -> String {
    format!("&__event::Promised::Edge({name:?})")
}

/// Whether one word says it.
fn is_leaf(ty: &Ty) -> bool {
    let word = ty.to_string();
    !matches!(ty, Ty::Named(_)) && !word.contains('<')
}

/// `__event::promised::OPTIONAL_UUID`
fn short(around: &str, ty: &Ty) -> String {
    format!("__event::promised::{around}{}", ty.to_string().to_ascii_uppercase())
}

/// A leaf, or an integer with bounds of its own.
fn leaf_shape(ty: &Ty) -> String {
    match ty {
        Ty::Integer { min, max } if !is_leaf(ty) => {
            format!(
                "&__event::Promised::Plain(&__event::Shape::Integer {{ min: {min}, max: {max} }})"
            )
        }
        _ => short("", ty),
    }
}
