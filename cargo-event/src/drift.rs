//! Where code and contract differ.

use crate::show::{Problem, Severity};
use event_contract::{
    Content, Contract, Definition, DefinitionContent, Field, Masked, Struct, Variant,
};

/// Whether the code still keeps what the contract promises: docs, deprecation, tags and the names of
/// nested types may differ, and masks may be stronger.
pub(crate) fn keeps(promised: &Contract, said: &Contract) -> bool {
    bare(promised, None).to_text() == bare(said, Some(promised)).to_text()
}

/// The contract without what may differ. What `promised` masks less is taken for masked as promised.
fn bare(contract: &Contract, promised: Option<&Contract>) -> Contract {
    let mut bare = contract.clone();
    bare.docs.clear();
    bare.deprecated = None;
    bare_fields(&mut bare.payload, promised.map(|promised| &promised.payload));
    for (name, definition) in &mut bare.types {
        let promised = promised.and_then(|promised| promised.types.get(name));
        definition.docs.clear();
        definition.version = 1;
        bare_definition(definition, promised);
    }
    bare
}

fn bare_definition(definition: &mut Definition, promised: Option<&Definition>) {
    match &mut definition.content {
        DefinitionContent::Struct(table) => {
            let promised = promised.and_then(|promised| match &promised.content {
                DefinitionContent::Struct(table) => Some(table),
                DefinitionContent::Enum(_) => None,
            });
            bare_fields(table, promised);
        }
        DefinitionContent::Enum(table) => {
            let promised = promised.and_then(|promised| match &promised.content {
                DefinitionContent::Enum(table) => Some(table.variants.as_slice()),
                DefinitionContent::Struct(_) => None,
            });
            for variant in &mut table.variants {
                bare_variant(variant, promised.unwrap_or_default());
            }
            table.variants.sort_by(|one, other| one.name.cmp(&other.name));
        }
    }
}

fn bare_variant(variant: &mut Variant, promised: &[Variant]) {
    variant.docs.clear();
    variant.deprecated = None;
    variant.aliases.sort();
    let promised = promised.iter().find(|promised| promised.name == variant.name);
    if let Content::Struct(table) = &mut variant.content {
        let promised = promised.and_then(|promised| match &promised.content {
            Content::Struct(table) => Some(table),
            _ => None,
        });
        bare_fields(table, promised);
    }
}

fn bare_fields(table: &mut Struct, promised: Option<&Struct>) {
    let promised = promised.map_or(&[][..], |promised| &promised.fields);
    for field in &mut table.fields {
        let promised = promised.iter().find(|promised| promised.name == field.name);
        bare_field(field, promised);
    }
    // The order of fields promises nothing.
    table.fields.sort_by(|one, other| one.name.cmp(&other.name));
}

fn bare_field(field: &mut Field, promised: Option<&Field>) {
    field.docs.clear();
    field.deprecated = None;
    field.tags.clear();
    field.aliases.sort();
    let Some(promised) = promised else { return };
    if is_masked_at_least(field.masked, promised.masked) {
        field.masked = promised.masked;
        // What a field leaves out is shown masked as well.
        if field.default.is_some() && promised.default.is_some() && field.masked.is_some() {
            field.default.clone_from(&promised.default);
        }
    }
}

fn is_masked_at_least(said: Option<Masked>, promised: Option<Masked>) -> bool {
    match (said, promised) {
        (_, None) | (Some(Masked::Whole), _) => true,
        (Some(Masked::Last(said)), Some(Masked::Last(promised))) => said <= promised,
        (said, promised) => said == promised,
    }
}

/// What to say if the code no longer keeps a contract.
pub(crate) fn problem(promised: &Contract, said: &Contract) -> Option<Problem> {
    if keeps(promised, said) {
        return None;
    }
    let title = format!("version {} of `{}` differs", promised.version, promised.event_type);
    Some(Problem::new(Severity::Error, "drift", &promised.event_type, title))
}
