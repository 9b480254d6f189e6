//! How large the least value of a type is: whether there is one, and which variant ends soonest.

use std::collections::HashMap;

use event_contract::{Content, Contract, Definition, DefinitionContent, Field, Struct, Ty};

use crate::text::LONGEST;
use crate::value_rules::At;

/// Values of more parts than this are not made, and types that have no smaller ones count as empty.
const LARGEST: usize = 20_000;

/// How many parts the least value of a named type has; a type without values is not there.
pub(crate) struct Sizes<'a>(HashMap<&'a str, usize>);

impl<'a> Sizes<'a> {
    /// Sizes get smaller until none does: types refer to each other.
    pub(crate) fn of(contract: &'a Contract) -> Self {
        let mut sizes = Self(HashMap::new());
        loop {
            let mut is_done = true;
            for (name, definition) in &contract.types {
                let size = sizes.of_definition(definition).filter(|size| *size <= LARGEST);
                let Some(size) = size else { continue };
                if sizes.0.get(name.as_str()).is_none_or(|known| size < *known) {
                    sizes.0.insert(name, size);
                    is_done = false;
                }
            }
            if is_done {
                return sizes;
            }
        }
    }

    fn of_definition(&self, definition: &Definition) -> Option<usize> {
        match &definition.content {
            DefinitionContent::Struct(table) => self.of_fields(table),
            DefinitionContent::Enum(table) => {
                table.variants.iter().filter_map(|one| self.of_content(&one.content)).min()
            }
        }
    }

    fn of_fields(&self, table: &Struct) -> Option<usize> {
        let required = table.fields.iter().filter(|field| !field.may_be_absent());
        required.map(|field| self.of_field(field)).try_fold(1, |all: usize, size| {
            Some(all.saturating_add(size?)).filter(|size| *size <= LARGEST)
        })
    }

    /// With as many items as its rules ask for.
    pub(crate) fn of_field(&self, field: &Field) -> Option<usize> {
        let (least, _) = At::payload().field(field).lengths();
        let inside = match &field.ty {
            Ty::List(inner) | Ty::Map(_, inner) if least > 0 => self.of_type(inner)?,
            ty => return self.of_type(ty),
        };
        Some(inside.saturating_mul(least.min(LONGEST)).saturating_add(1))
    }

    pub(crate) fn of_content(&self, content: &Content) -> Option<usize> {
        match content {
            Content::Unit => Some(1),
            Content::Newtype(ty) => self.of_type(ty).map(|size| size.saturating_add(1)),
            Content::Struct(table) => self.of_fields(table).map(|size| size.saturating_add(1)),
        }
    }

    /// How many parts the least value of a type has; `None` if it has no value, or only huge ones.
    pub(crate) fn of_type(&self, ty: &Ty) -> Option<usize> {
        match ty {
            Ty::Optional(_) | Ty::List(_) | Ty::Map(..) => Some(1),
            Ty::Foreign(inner) => self.of_type(inner),
            Ty::Array(_, 0) => Some(1),
            Ty::Array(inner, count) => {
                let size = self.of_type(inner)?.saturating_mul(*count).saturating_add(1);
                Some(size).filter(|size| *size <= LARGEST)
            }
            Ty::Tuple(places) => places.iter().try_fold(1, |all: usize, place| {
                Some(all.saturating_add(self.of_type(place)?)).filter(|size| *size <= LARGEST)
            }),
            Ty::Named(name) | Ty::Recursive(name) => self.0.get(name.as_str()).copied(),
            Ty::Integer { min, max } if min > max => None,
            _ => Some(1),
        }
    }
}
