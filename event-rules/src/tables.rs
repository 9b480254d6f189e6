//! Everything in a contract that has fields.

use std::collections::BTreeSet;

use event_contract::{Content, Contract, DefinitionContent, Enum, Struct, Tagging};

/// The payload, the structs, and the variants with fields.
pub(crate) fn tables(contract: &Contract) -> impl Iterator<Item = &Struct> {
    let inside = contract.types.values().flat_map(|definition| match &definition.content {
        DefinitionContent::Struct(table) => vec![table],
        DefinitionContent::Enum(table) => {
            let fields = table.variants.iter().filter_map(|variant| match &variant.content {
                Content::Struct(table) => Some(table),
                _ => None,
            });
            fields.collect()
        }
    });
    std::iter::once(&contract.payload).chain(inside)
}

pub(crate) fn enums(contract: &Contract) -> impl Iterator<Item = &Enum> {
    contract.types.values().filter_map(|definition| match &definition.content {
        DefinitionContent::Enum(table) => Some(table),
        DefinitionContent::Struct(_) => None,
    })
}

/// The names that entries of objects have, but for the keys of maps.
pub(crate) fn names(contract: &Contract) -> BTreeSet<&str> {
    let fields = tables(contract).flat_map(|table| &table.fields);
    let mut names: BTreeSet<&str> = fields.map(|field| field.name.as_str()).collect();
    for table in enums(contract) {
        match &table.tagging {
            Tagging::External => names.extend(table.variants.iter().map(|one| one.name.as_str())),
            Tagging::Internal { tag } => names.extend([tag.as_str()]),
            Tagging::Adjacent { tag, content } => names.extend([tag.as_str(), content.as_str()]),
        }
    }
    names
}
