//! How many bytes a payload can have, as far as its contract limits it. What has no limit counts as
//! one short value.

use event_contract::{Content, Contract, DefinitionContent, Format, Struct, Ty, ValueRule};

/// Bytes of text that has no limit.
const SHORT: u64 = 16;

/// The bytes of a payload with every field, and everything as long as its limit.
pub(crate) fn largest(contract: &Contract) -> u64 {
    fields(contract, &contract.payload, &mut Vec::new())
}

fn fields<'a>(contract: &'a Contract, table: &'a Struct, around: &mut Vec<&'a str>) -> u64 {
    let mut bytes = 2_u64;
    for field in &table.fields {
        let name = field.name.len() as u64 + 4;
        bytes = bytes.saturating_add(name).saturating_add(value(
            contract,
            &field.ty,
            &field.rules,
            around,
        ));
    }
    bytes
}

fn value<'a>(
    contract: &'a Contract,
    ty: &'a Ty,
    rules: &[ValueRule],
    around: &mut Vec<&'a str>,
) -> u64 {
    let limit = rules.iter().find_map(|rule| match rule {
        ValueRule::MaxLength(length) | ValueRule::MaxBytes(length) => Some(*length),
        _ => None,
    });
    let one = of_type(contract, ty, around);
    let ty = match ty {
        Ty::Optional(inner) => inner,
        ty => ty,
    };
    match (ty, limit) {
        (Ty::Text(_), Some(limit)) => limit.saturating_add(2),
        (Ty::List(_) | Ty::Map(..), Some(limit)) => one.saturating_mul(limit),
        _ => one,
    }
}

fn of_type<'a>(contract: &'a Contract, ty: &'a Ty, around: &mut Vec<&'a str>) -> u64 {
    match ty {
        Ty::Bool => 5,
        Ty::Integer { min, max } => min.to_string().len().max(max.to_string().len()) as u64,
        Ty::Text(Format::Uuid) => 38,
        Ty::Any | Ty::Float32 | Ty::Float64 | Ty::Decimal | Ty::Text(_) => SHORT,
        Ty::Optional(inner) | Ty::Foreign(inner) => of_type(contract, inner, around),
        Ty::List(inner) => of_type(contract, inner, around).saturating_add(2),
        Ty::Array(inner, length) => {
            of_type(contract, inner, around).saturating_add(1).saturating_mul(*length as u64)
        }
        Ty::Tuple(items) => items
            .iter()
            .map(|item| of_type(contract, item, around))
            .fold(2, |sum, item| sum.saturating_add(item).saturating_add(1)),
        Ty::Map(key, value) => {
            let key = of_type(contract, key, around);
            key.saturating_add(of_type(contract, value, around)).saturating_add(4)
        }
        Ty::Named(name) | Ty::Recursive(name) => named(contract, name, around),
    }
}

/// A type inside itself counts once.
fn named<'a>(contract: &'a Contract, name: &'a str, around: &mut Vec<&'a str>) -> u64 {
    let Some(definition) = contract.types.get(name).filter(|_| !around.contains(&name)) else {
        return 2;
    };
    around.push(name);
    let bytes = match &definition.content {
        DefinitionContent::Struct(table) => fields(contract, table, around),
        DefinitionContent::Enum(table) => {
            let contents = table.variants.iter().map(|variant| {
                let content = match &variant.content {
                    Content::Unit => 0,
                    Content::Newtype(ty) => value(contract, ty, &variant.rules, around),
                    Content::Struct(table) => fields(contract, table, around),
                };
                content.saturating_add(variant.name.len() as u64 + 8)
            });
            contents.max().unwrap_or_default()
        }
    };
    around.pop();
    bytes
}
