//! The types of contracts as shapes: one constant for each nested type, shared by all contracts that say
//! the same of it.

use std::collections::HashMap;

use event_contract::{
    Content, Contract, Definition, DefinitionContent, Enum, Field, Masked, Struct, Tagging,
    Ty, ValueRule, Variant,
};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::Ident;

use crate::expand::fields::number;

pub(super) struct Tables {
    constants: TokenStream,
    /// By what is written of them.
    known: HashMap<String, Ident>,
    /// The types around, which a damaged contract could lead back to.
    open: Vec<String>,
}

impl Tables {
    pub(super) fn new() -> Self {
        Self { constants: TokenStream::new(), known: HashMap::new(), open: Vec::new() }
    }

    pub(super) fn into_tokens(self) -> TokenStream {
        self.constants
    }

    /// `&__event::Shape::List(__event::promised::UUID)`
    pub(super) fn shape(&mut self, contract: &Contract, ty: &Ty) -> TokenStream {
        match ty {
            Ty::Optional(inner) => {
                let inner = self.shape(contract, inner);
                quote!(&__event::Shape::Option(#inner))
            }
            Ty::List(inner) => {
                let inner = self.shape(contract, inner);
                quote!(&__event::Shape::List(#inner))
            }
            Ty::Array(inner, length) => {
                let (inner, length) = (self.shape(contract, inner), Literal::usize_unsuffixed(*length));
                quote!(&__event::Shape::Array(#inner, #length))
            }
            Ty::Tuple(items) => {
                let items: Vec<_> = items.iter().map(|item| self.shape(contract, item)).collect();
                quote!(&__event::Shape::Tuple(&[#(#items),*]))
            }
            Ty::Map(key, value) => {
                let (key, value) = (self.shape(contract, key), self.shape(contract, value));
                quote!(&__event::Shape::Map { key: #key, value: #value })
            }
            // Who reads and writes it is not on the wire.
            Ty::Foreign(inner) => self.shape(contract, inner),
            Ty::Named(name) if !self.open.contains(name) => match contract.types.get(name) {
                Some(definition) => self.definition(contract, name, definition),
                None => edge(name),
            },
            Ty::Named(name) | Ty::Recursive(name) => edge(name),
            leaf => leaf_shape(leaf),
        }
    }

    /// `__P1`
    fn definition(
        &mut self,
        contract: &Contract,
        name: &str,
        definition: &Definition,
    ) -> TokenStream {
        self.open.push(name.to_owned());
        let version = number(definition.version);
        let shape = match &definition.content {
            DefinitionContent::Struct(table) => {
                let table = self.table(contract, name, table);
                quote!(&__event::Shape::Struct(&#table.version(#version)))
            }
            DefinitionContent::Enum(table) => {
                let table = self.enum_table(contract, name, table);
                quote!(&__event::Shape::Enum(&#table.version(#version)))
            }
        };
        self.open.pop();
        let count = self.known.len() + 1;
        let constants = &mut self.constants;
        let known = self.known.entry(shape.to_string()).or_insert_with(|| {
            let constant = format_ident!("__P{count}");
            constants.extend(quote!(const #constant: &__event::Shape = #shape;));
            constant
        });
        quote!(#known)
    }

    fn table(&mut self, contract: &Contract, name: &str, table: &Struct) -> TokenStream {
        let fields: Vec<_> =
            table.fields.iter().map(|field| self.field(contract, field)).collect();
        let closed = table.closed.then(|| quote!(.closed()));
        quote!(__event::Struct::new(#name, "", &[#(#fields),*]) #closed)
    }

    fn field(&mut self, contract: &Contract, field: &Field) -> TokenStream {
        let (name, shape) = (&field.name, self.shape(contract, &field.ty));
        let aliases = aliases(&field.aliases);
        let default =
            field.default.is_some().then(|| quote!(.default(__event::promised::unknown)));
        let masked = field.masked.map(|masked| {
            let masked = match masked {
                Masked::Whole => quote!(Whole),
                Masked::Last(count) => {
                    let count = Literal::u64_unsuffixed(count);
                    quote!(Last(#count))
                }
                Masked::Custom => quote!(Custom),
            };
            quote!(.masked(__event::Masked::#masked))
        });
        let rules = (!field.rules.is_empty()).then(|| {
            let rules = value_rules(&field.rules);
            quote!(.rules(#rules))
        });
        quote!(__event::Field::new(#name, #shape) #aliases #default #masked #rules)
    }

    fn enum_table(&mut self, contract: &Contract, name: &str, table: &Enum) -> TokenStream {
        let variants: Vec<_> =
            table.variants.iter().map(|variant| self.variant(contract, variant)).collect();
        let closed = table.closed.then(|| quote!(.closed()));
        let tagging = match &table.tagging {
            Tagging::External => None,
            Tagging::Internal { tag } => {
                Some(quote!(.tagging(__event::Tagging::Internal { tag: #tag })))
            }
            Tagging::Adjacent { tag, content } => Some(
                quote!(.tagging(__event::Tagging::Adjacent { tag: #tag, content: #content })),
            ),
        };
        quote!(__event::Enum::new(#name, "", &[#(#variants),*]) #tagging #closed)
    }

    fn variant(&mut self, contract: &Contract, variant: &Variant) -> TokenStream {
        let (name, aliases) = (&variant.name, aliases(&variant.aliases));
        let content = match &variant.content {
            Content::Unit => quote!(Unit),
            Content::Newtype(ty) => {
                let shape = self.shape(contract, ty);
                quote!(Newtype(#shape))
            }
            Content::Struct(table) => {
                let table = self.table(contract, name, table);
                quote!(Struct(&#table))
            }
        };
        quote!(__event::Variant::new(#name, __event::Content::#content) #aliases)
    }
}

fn aliases(aliases: &[String]) -> Option<TokenStream> {
    (!aliases.is_empty()).then(|| quote!(.aliases(&[#(#aliases),*])))
}

/// `&[__event::ValueRule::MinLength(1)]`
pub(super) fn value_rules(rules: &[ValueRule]) -> TokenStream {
    let rules = rules.iter().map(|rule| {
        let rule = match rule {
            ValueRule::MinLength(length) => quote!(MinLength(#length)),
            ValueRule::MaxLength(length) => quote!(MaxLength(#length)),
            ValueRule::Min(number) => quote!(Min(#number)),
            ValueRule::Max(number) => quote!(Max(#number)),
            ValueRule::Pattern(pattern) => quote!(Pattern(#pattern)),
            ValueRule::Format(name) => quote!(Format(#name)),
            ValueRule::Other(name) => quote!(Other(#name)),
        };
        quote!(__event::ValueRule::#rule)
    });
    quote!(&[#(#rules),*])
}

fn edge(name: &str) -> TokenStream {
    quote!(&__event::promised::edge(#name))
}

/// `__event::promised::UUID`, or an integer with bounds of its own.
fn leaf_shape(ty: &Ty) -> TokenStream {
    let name = match ty {
        Ty::Any => "ANY".to_owned(),
        Ty::Bool => "BOOL".to_owned(),
        Ty::Float32 => "F32".to_owned(),
        Ty::Float64 => "F64".to_owned(),
        Ty::Decimal => "DECIMAL".to_owned(),
        Ty::Integer { min, max } => {
            let name = ty.to_string().to_uppercase();
            if name.contains('<') {
                let (min, max) = (Literal::i128_unsuffixed(*min), Literal::i128_unsuffixed(*max));
                return quote!(&__event::Shape::Integer { min: #min, max: #max });
            }
            name
        }
        ty => ty.to_string().to_uppercase(),
    };
    let name = format_ident!("{name}");
    quote!(__event::promised::#name)
}
