//! The types of contracts as shapes: one constant for each nested type, shared by all contracts that say
//! the same of it.

use std::collections::HashMap;

use event_contract::{
    Content, Contract, Definition, DefinitionContent, Enum, Field, Masked, Struct, Tagging, Ty,
    ValueRule, Variant,
};
use proc_macro2::TokenStream;

/// Written as text, which is compared and shared before the compiler has to see any of it.
#[derive(Default)]
pub(super) struct Tables {
    constants: String,
    /// The names of the constants, by what is written of them.
    known: HashMap<String, String>,
    /// The types around, which a contract could lead back to.
    open: Vec<String>,
}

impl Tables {
    pub(super) fn into_tokens(self) -> TokenStream {
        self.constants.parse().unwrap_or_default()
    }

    /// `&__event::Shape::List(__event::promised::UUID)`
    pub(super) fn shape(&mut self, contract: &Contract, ty: &Ty) -> String {
        let mut inside = |ty: &Ty| self.shape(contract, ty);
        match ty {
            Ty::Optional(inner) if is_leaf(inner) => short("OPTIONAL_", inner),
            Ty::List(inner) if is_leaf(inner) => short("LIST_", inner),
            Ty::Optional(inner) => format!("&__event::Shape::Option({})", inside(inner)),
            Ty::List(inner) => format!("&__event::Shape::List({})", inside(inner)),
            Ty::Array(inner, length) => {
                format!("&__event::Shape::Array({}, {length})", inside(inner))
            }
            Ty::Tuple(items) => {
                let items: Vec<_> = items.iter().map(inside).collect();
                format!("&__event::Shape::Tuple(&[{}])", items.join(", "))
            }
            Ty::Map(key, value) => {
                let (key, value) = (inside(key), inside(value));
                format!("&__event::Shape::Map {{ key: {key}, value: {value} }}")
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
                let table = self.table(contract, name, version, table);
                format!("&__event::Shape::Struct(&{table})")
            }
            DefinitionContent::Enum(table) => {
                let table = self.enum_table(contract, name, version, table);
                format!("&__event::Shape::Enum(&{table})")
            }
        };
        self.open.pop();
        if let Some(known) = self.known.get(&shape) {
            return known.clone();
        }
        let constant = format!("__P{}", self.known.len() + 1);
        self.constants.push_str(&format!("const {constant}: &__event::Shape = {shape};"));
        self.known.insert(shape, constant.clone());
        constant
    }

    fn table(&mut self, contract: &Contract, name: &str, version: u32, table: &Struct) -> String {
        let fields: Vec<_> = table.fields.iter().map(|field| self.field(contract, field)).collect();
        let (closed, fields) = (table.closed, fields.join(", "));
        format!("__event::promised::object({name:?}, {version}, {closed}, &[{fields}])")
    }

    fn field(&mut self, contract: &Contract, field: &Field) -> String {
        let (name, shape) = (&field.name, self.shape(contract, &field.ty));
        let aliases = aliases(&field.aliases);
        let default = match field.default {
            Some(_) => ".default(__event::promised::unknown)",
            None => "",
        };
        let masked = match field.masked {
            None => String::new(),
            Some(Masked::Whole) => ".masked(__event::Masked::Whole)".to_owned(),
            Some(Masked::Last(count)) => format!(".masked(__event::Masked::Last({count}))"),
            Some(Masked::Custom) => ".masked(__event::Masked::Custom)".to_owned(),
        };
        let rules = kept_rules(&field.rules);
        format!("__event::Field::new({name:?}, {shape}){aliases}{default}{masked}{rules}")
    }

    fn enum_table(
        &mut self,
        contract: &Contract,
        name: &str,
        version: u32,
        table: &Enum,
    ) -> String {
        let variants: Vec<_> =
            table.variants.iter().map(|variant| self.variant(contract, variant)).collect();
        let tagging = match &table.tagging {
            Tagging::External => "External".to_owned(),
            Tagging::Internal { tag } => format!("Internal {{ tag: {tag:?} }}"),
            Tagging::Adjacent { tag, content } => {
                format!("Adjacent {{ tag: {tag:?}, content: {content:?} }}")
            }
        };
        let (closed, variants) = (table.closed, variants.join(", "));
        format!(
            "__event::promised::variants({name:?}, {version}, {closed}, \
             __event::Tagging::{tagging}, &[{variants}])"
        )
    }

    fn variant(&mut self, contract: &Contract, variant: &Variant) -> String {
        let (name, aliases) = (&variant.name, aliases(&variant.aliases));
        let content = match &variant.content {
            Content::Unit => "Unit".to_owned(),
            Content::Newtype(ty) => format!("Newtype({})", self.shape(contract, ty)),
            Content::Struct(table) => format!("Struct(&{})", self.table(contract, name, 1, table)),
        };
        let rules = kept_rules(&variant.rules);
        format!("__event::Variant::new({name:?}, __event::Content::{content}){aliases}{rules}")
    }
}

fn aliases(aliases: &[String]) -> String {
    if aliases.is_empty() { String::new() } else { format!(".aliases(&{aliases:?})") }
}

fn kept_rules(rules: &[ValueRule]) -> String {
    if rules.is_empty() { String::new() } else { format!(".rules({})", value_rules(rules)) }
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
    format!("&__event::promised::edge({name:?})")
}

/// Whether one word says it.
fn is_leaf(ty: &Ty) -> bool {
    let word = ty.to_string();
    !matches!(ty, Ty::Named(_)) && !word.contains('<')
}

/// `__event::promised::OPTIONAL_UUID`
fn short(around: &str, ty: &Ty) -> String {
    format!("__event::promised::{around}{}", ty.to_string().to_uppercase())
}

/// A leaf, or an integer with bounds of its own.
fn leaf_shape(ty: &Ty) -> String {
    match ty {
        Ty::Integer { min, max } if !is_leaf(ty) => {
            format!("&__event::Shape::Integer {{ min: {min}, max: {max} }}")
        }
        _ => short("", ty),
    }
}
