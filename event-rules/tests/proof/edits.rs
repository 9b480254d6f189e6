//! One contract from another: by what people do to their types.

use event_contract::{
    Content, Contract, Default, DefinitionContent, Enum, Field, Format, Struct, Tagging, Ty,
    ValueRule, Variant,
};
use fastrand::Rng;
use proptest::prelude::*;

use crate::contracts::{rule, tagging, ty, variant};
use crate::valid::valid;

/// What one edit may need, and where it is made.
#[derive(Clone, Debug)]
pub struct Edit {
    place: u64,
    kind: u8,
    ty: Ty,
    variant: Variant,
    tagging: Tagging,
    rule: ValueRule,
}

pub fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = (any::<u64>(), any::<u8>(), ty(), variant(), tagging(), rule()).prop_map(
        |(place, kind, ty, variant, tagging, rule)| Edit {
            place,
            kind,
            ty,
            variant,
            tagging,
            rule,
        },
    );
    prop::collection::vec(edit, 1..4)
}

pub fn edited(contract: &Contract, edits: &[Edit]) -> Contract {
    let mut edited = contract.clone();
    edited.version += 1;
    for edit in edits {
        let mut random = Rng::with_seed(edit.place);
        let enums_themselves = random.bool();
        let (mut tables, mut enums) = places(&mut edited, enums_themselves);
        match random.choice(enums.iter_mut()) {
            Some(table) => edit_enum(table, edit, &mut random),
            None => {
                let at = random.usize(..tables.len());
                edit_table(tables[at], edit, &mut random);
            }
        }
        edited = valid(edited);
    }
    edited
}

/// Everything that can be edited: enums, or the structs in their variants.
fn places(contract: &mut Contract, enums_themselves: bool) -> (Vec<&mut Struct>, Vec<&mut Enum>) {
    let mut tables = vec![&mut contract.payload];
    let mut enums = Vec::new();
    for definition in contract.types.values_mut() {
        match &mut definition.content {
            DefinitionContent::Struct(table) => tables.push(table),
            DefinitionContent::Enum(table) => match enums_themselves {
                true => enums.push(table),
                false => tables.extend(table.variants.iter_mut().filter_map(fields_of)),
            },
        }
    }
    (tables, enums)
}

fn fields_of(variant: &mut Variant) -> Option<&mut Struct> {
    match &mut variant.content {
        Content::Struct(table) => Some(table),
        _ => None,
    }
}

fn edit_table(table: &mut Struct, edit: &Edit, random: &mut Rng) {
    let name = random.choice(["a", "b", "c", "d", "kind", "new"]).unwrap();
    let Some(place) = (!table.fields.is_empty()).then(|| random.usize(..table.fields.len())) else {
        table.fields.push(Field::new(name, edit.ty.clone()));
        return;
    };
    let field = &mut table.fields[place];
    match edit.kind % 13 {
        0 => drop(table.fields.remove(place)),
        1 => table.fields.push(Field::new(name, edit.ty.clone())),
        2 => table.fields.push(Field::new(name, Ty::Optional(Box::new(edit.ty.clone())))),
        3 => {
            let old = std::mem::replace(&mut field.name, name.to_owned());
            if random.bool() {
                field.aliases.push(old);
            }
        }
        4 => field.ty = edit.ty.clone(),
        5 => field.ty = Ty::Optional(Box::new(field.ty.clone())),
        6 => {
            if let Ty::Optional(inner) = &field.ty {
                field.ty = (**inner).clone();
            }
        }
        7 => field.default = if field.default.is_some() { None } else { Some(Default::Unknown) },
        8 => table.closed = !table.closed,
        9 => field.rules.push(edit.rule.clone()),
        10 => drop(field.rules.pop()),
        // Two fields become one.
        11 => {
            let gone = table.fields.remove(place);
            if let Some(field) = random.choice(table.fields.iter_mut()) {
                field.aliases.push(gone.name);
            }
        }
        _ => field.ty = nearly(&field.ty, random),
    }
}

/// A type that differs a little.
fn nearly(ty: &Ty, random: &mut Rng) -> Ty {
    match ty {
        Ty::Optional(inner) => Ty::Optional(Box::new(nearly(inner, random))),
        Ty::List(inner) if random.bool() => Ty::Array(inner.clone(), random.usize(..3)),
        Ty::List(inner) => Ty::List(Box::new(nearly(inner, random))),
        Ty::Array(inner, count) => Ty::Array(inner.clone(), count + 1),
        Ty::Map(key, inner) if random.bool() => {
            Ty::Map(Box::new(nearly(key, random)), inner.clone())
        }
        Ty::Map(key, inner) => Ty::Map(key.clone(), Box::new(nearly(inner, random))),
        Ty::Integer { min, max } => match random.u8(..4) {
            0 => Ty::Integer { min: *min, max: max + 1 },
            1 => Ty::Integer { min: min - 1, max: *max },
            2 => Ty::Float64,
            _ => Ty::Decimal,
        },
        Ty::Float64 => Ty::Float32,
        Ty::Float32 => Ty::Float64,
        Ty::Text(Format::Duration) => Ty::Text(Format::UnsignedDuration),
        Ty::Text(Format::UnsignedDuration) => Ty::Text(Format::Duration),
        Ty::Text(Format::U128) => Ty::Text(Format::I128),
        Ty::Text(Format::I128) => Ty::Text(Format::U128),
        Ty::Text(Format::Plain) => Ty::Text(Format::Char),
        Ty::Text(_) => Ty::Text(Format::Plain),
        Ty::Foreign(inner) => (**inner).clone(),
        ty => Ty::Foreign(Box::new(ty.clone())),
    }
}

fn edit_enum(table: &mut Enum, edit: &Edit, random: &mut Rng) {
    let place = random.usize(..table.variants.len());
    let count = table.variants.len();
    let variant = &mut table.variants[place];
    match edit.kind % 6 {
        0 if count > 1 => drop(table.variants.remove(place)),
        1 => {
            let old = std::mem::replace(&mut variant.name, "new".to_owned());
            if random.bool() {
                variant.aliases.push(old);
            }
        }
        2 => table.tagging = edit.tagging.clone(),
        3 => table.closed = !table.closed,
        4 => variant.content = edit.variant.content.clone(),
        _ => table.variants.push(edit.variant.clone()),
    }
}
