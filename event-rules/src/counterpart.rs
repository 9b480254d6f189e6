//! What readers may make of a place in a payload: every type of theirs that can stand there.

use event_contract::{Content, Contract, DefinitionContent, Enum, Struct, Tagging, Ty};

use crate::value_rules::At;

/// What a reader expects at a place. Where the reader chooses between variants, there are several.
#[derive(Clone)]
pub(crate) struct Counterpart<'a> {
    contract: &'a Contract,
    expected: Vec<(Expected<'a>, At<'a>)>,
}

#[derive(Clone, Copy)]
enum Expected<'a> {
    Value(&'a Ty),
    Fields(&'a Struct),
}

impl<'a> Counterpart<'a> {
    pub(crate) fn payload(contract: &'a Contract) -> Self {
        Self { contract, expected: vec![(Expected::Fields(&contract.payload), At::payload())] }
    }

    /// Each of them once: variants may expect the same.
    fn of(&self, found: Vec<(Expected<'a>, At<'a>)>) -> Self {
        let mut expected: Vec<(Expected<'a>, At<'a>)> = Vec::new();
        for one in found {
            if expected.iter().all(|known| !is_same(known, &one)) {
                expected.push(one);
            }
        }
        Self { contract: self.contract, expected }
    }

    /// What is expected of an entry of an object.
    pub(crate) fn entry(&self, name: &str) -> Self {
        let mut found = Vec::new();
        for (expected, at) in &self.expected {
            match expected {
                Expected::Fields(table) => of_field(table, name, *at, &mut found),
                Expected::Value(ty) => self.of_entry(ty, name, *at, &mut found),
            }
        }
        self.of(found)
    }

    fn of_entry(
        &self,
        ty: &'a Ty,
        name: &str,
        at: At<'a>,
        found: &mut Vec<(Expected<'a>, At<'a>)>,
    ) {
        match ty {
            Ty::Optional(inner) | Ty::Foreign(inner) => self.of_entry(inner, name, at, found),
            Ty::Map(_, value) => found.push((Expected::Value(value), at.inside())),
            Ty::Named(other) | Ty::Recursive(other) => match self.definition(other) {
                Some(DefinitionContent::Struct(table)) => of_field(table, name, at, found),
                Some(DefinitionContent::Enum(table)) => self.of_variant(table, name, at, found),
                None => {}
            },
            _ => {}
        }
    }

    fn of_variant(
        &self,
        table: &'a Enum,
        name: &str,
        at: At<'a>,
        found: &mut Vec<(Expected<'a>, At<'a>)>,
    ) {
        for variant in &table.variants {
            let is_called = variant.name == name || variant.aliases.iter().any(|one| one == name);
            let is_here = match &table.tagging {
                Tagging::External => is_called,
                Tagging::Internal { .. } => true,
                Tagging::Adjacent { content, .. } => content == name,
            };
            if !is_here {
                continue;
            }
            let is_beside = matches!(table.tagging, Tagging::Internal { .. });
            match &variant.content {
                Content::Unit => {}
                Content::Newtype(ty) if is_beside => {
                    // Only a struct has fields to stand beside a tag.
                    if let Ty::Named(held) | Ty::Recursive(held) = bare(ty)
                        && let Some(DefinitionContent::Struct(table)) = self.definition(held)
                    {
                        of_field(table, name, at.variant(variant), found);
                    }
                }
                Content::Newtype(ty) => {
                    found.push((Expected::Value(ty), at.variant(variant)));
                }
                Content::Struct(table) if is_beside => {
                    of_field(table, name, at.variant(variant), found);
                }
                Content::Struct(table) => {
                    found.push((Expected::Fields(table), at.variant(variant)));
                }
            }
        }
    }

    /// What is expected of an item of a list.
    pub(crate) fn item(&self, place: usize) -> Self {
        let mut found = Vec::new();
        for (ty, at) in self.values() {
            match ty {
                Ty::List(inner) | Ty::Array(inner, _) => {
                    found.push((Expected::Value(inner), at.inside()));
                }
                Ty::Tuple(places) => {
                    let ty = places.get(place);
                    found.extend(ty.map(|ty| (Expected::Value(ty), at.inside())));
                }
                _ => {}
            }
        }
        self.of(found)
    }

    /// The types that are expected, without what is around them.
    fn values(&self) -> impl Iterator<Item = (&'a Ty, At<'a>)> {
        self.expected.iter().filter_map(|(expected, at)| match expected {
            Expected::Value(ty) => Some((bare(ty), *at)),
            Expected::Fields(_) => None,
        })
    }

    /// The named types that are expected: what tells one place from another that looks alike.
    pub(crate) fn names(&self) -> Vec<String> {
        let named = |(expected, at): &(Expected<'a>, At<'a>)| {
            let checked = if at.rules_hold { "!" } else { "" };
            match expected {
                Expected::Value(ty) => match bare(ty) {
                    Ty::Named(name) | Ty::Recursive(name) => format!("{name}{checked}"),
                    ty => format!("{ty}{checked}"),
                },
                Expected::Fields(table) => format!("{:p}{checked}", std::ptr::from_ref(*table)),
            }
        };
        let mut names: Vec<_> = self.expected.iter().map(named).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Lengths around those that are asked for here.
    pub(crate) fn lengths(&self) -> Vec<usize> {
        let mut lengths = Vec::new();
        let mut around = |length: usize| {
            lengths.extend([length.saturating_sub(1), length, length.saturating_add(1)]);
        };
        for (ty, at) in self.values() {
            let (least, most) = at.lengths();
            [least, most].into_iter().for_each(&mut around);
            match ty {
                Ty::Array(_, count) => around(*count),
                Ty::Tuple(places) => around(places.len()),
                _ => {}
            }
        }
        lengths.retain(|length| *length <= crate::text::LONGEST);
        lengths.sort_unstable();
        lengths.dedup();
        lengths
    }

    /// Numbers, patterns and formats that are asked for here.
    pub(crate) fn rules(&self) -> impl Iterator<Item = At<'a>> {
        self.expected.iter().map(|(_, at)| *at)
    }

    fn definition(&self, name: &str) -> Option<&'a DefinitionContent> {
        self.contract.types.get(name).map(|definition| &definition.content)
    }
}

fn is_same((one, at): &(Expected<'_>, At<'_>), (other, other_at): &(Expected<'_>, At<'_>)) -> bool {
    let is_same = match (one, other) {
        (Expected::Value(one), Expected::Value(other)) => bare(one) == bare(other),
        (Expected::Fields(one), Expected::Fields(other)) => std::ptr::eq(*one, *other),
        _ => false,
    };
    is_same && (at.rules, at.rules_hold) == (other_at.rules, other_at.rules_hold)
}

fn bare(ty: &Ty) -> &Ty {
    match ty {
        Ty::Optional(inner) | Ty::Foreign(inner) => bare(inner),
        ty => ty,
    }
}

fn of_field<'a>(
    table: &'a Struct,
    name: &str,
    at: At<'a>,
    found: &mut Vec<(Expected<'a>, At<'a>)>,
) {
    if let Some(field) = table.fields.iter().find(|field| field.is_called(name)) {
        found.push((Expected::Value(&field.ty), at.field(field)));
    }
}
