//! What a closed JSON Schema accepts, as a contract: only what is written.

use event_contract::{Content, Contract, DefinitionContent, Enum, Struct};

/// The contract without unknown fields anywhere, and without aliases.
pub(crate) fn as_written(contract: &Contract) -> Contract {
    let mut contract = contract.clone();
    close(&mut contract.payload);
    for definition in contract.types.values_mut() {
        match &mut definition.content {
            DefinitionContent::Struct(table) => close(table),
            DefinitionContent::Enum(table) => close_enum(table),
        }
    }
    contract
}

fn close(table: &mut Struct) {
    table.closed = true;
    table.fields.iter_mut().for_each(|field| field.aliases.clear());
}

fn close_enum(table: &mut Enum) {
    table.closed = true;
    for variant in &mut table.variants {
        variant.aliases.clear();
        if let Content::Struct(table) = &mut variant.content {
            close(table);
        }
    }
}
