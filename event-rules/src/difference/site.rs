//! Where a difference is in one of the two contracts, so that it can be taken over into the other.

use event_contract::{Content, Contract, Definition, DefinitionContent, Enum, Field, Struct, Ty};

/// A place in one contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Site {
    pub(crate) owner: Owner,
    pub(crate) variant: Option<String>,
    pub(crate) field: Option<String>,
    pub(crate) within: Vec<Step>,
}

/// Whose field or variant it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Owner {
    Payload,
    Type(String),
}

/// One step into a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// What is inside an option, a list, an array or a foreign type.
    Inner,
    Key,
    Value,
    Place(usize),
}

impl Site {
    pub(crate) const fn of(owner: Owner) -> Self {
        Self { owner, variant: None, field: None, within: Vec::new() }
    }

    pub(crate) fn field(&self, name: Option<&str>) -> Self {
        Self { field: name.map(str::to_owned), ..self.clone() }
    }

    pub(crate) fn variant(&self, name: Option<&str>) -> Self {
        Self { variant: name.map(str::to_owned), ..self.clone() }
    }

    pub(crate) fn step(&self, step: Step) -> Self {
        let mut site = self.clone();
        site.within.push(step);
        site
    }

    fn definition<'a>(&self, contract: &'a mut Contract) -> Option<&'a mut Definition> {
        match &self.owner {
            Owner::Payload => None,
            Owner::Type(name) => contract.types.get_mut(name),
        }
    }

    /// The enum that owns the place.
    pub(crate) fn enum_in<'a>(&self, contract: &'a mut Contract) -> Option<&'a mut Enum> {
        match &mut self.definition(contract)?.content {
            DefinitionContent::Enum(table) => Some(table),
            DefinitionContent::Struct(_) => None,
        }
    }

    /// What comes with the variant's name.
    pub(crate) fn content_in<'a>(&self, contract: &'a mut Contract) -> Option<&'a mut Content> {
        let name = self.variant.as_deref()?;
        let variants = &mut self.enum_in(contract)?.variants;
        variants.iter_mut().find(|variant| variant.name == name).map(|variant| &mut variant.content)
    }

    /// The struct or struct variant that owns the place.
    pub(crate) fn struct_in<'a>(&self, contract: &'a mut Contract) -> Option<&'a mut Struct> {
        if self.variant.is_some() {
            return match self.content_in(contract)? {
                Content::Struct(table) => Some(table),
                Content::Unit | Content::Newtype(_) => None,
            };
        }
        if self.owner == Owner::Payload {
            return Some(&mut contract.payload);
        }
        match &mut self.definition(contract)?.content {
            DefinitionContent::Struct(table) => Some(table),
            DefinitionContent::Enum(_) => None,
        }
    }

    pub(crate) fn field_in<'a>(&self, contract: &'a mut Contract) -> Option<&'a mut Field> {
        let name = self.field.as_deref()?;
        self.struct_in(contract)?.fields.iter_mut().find(|field| field.name == name)
    }

    /// The type at the place, all steps down.
    pub(crate) fn type_in<'a>(&self, contract: &'a mut Contract) -> Option<&'a mut Ty> {
        let mut ty = match &self.field {
            Some(_) => &mut self.field_in(contract)?.ty,
            None => match self.content_in(contract)? {
                Content::Newtype(ty) => ty,
                Content::Unit | Content::Struct(_) => return None,
            },
        };
        for step in &self.within {
            ty = match (step, ty) {
                (
                    Step::Inner,
                    Ty::Optional(inner)
                    | Ty::List(inner)
                    | Ty::Array(inner, _)
                    | Ty::Foreign(inner),
                )
                | (Step::Key, Ty::Map(inner, _))
                | (Step::Value, Ty::Map(_, inner)) => inner,
                (Step::Place(i), Ty::Tuple(items)) => items.get_mut(*i)?,
                _ => return None,
            };
        }
        Some(ty)
    }
}
