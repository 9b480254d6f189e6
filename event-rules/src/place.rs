//! Every place of a contract that has a type, once each: fields, items, values of maps, and what
//! variants hold.

use std::collections::HashSet;

use event_contract::{Content, Contract, DefinitionContent, Field, Struct, Ty, ValueRule};

use crate::difference::{Inside, InsideKind};

/// A place with a type.
#[derive(Clone, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) path: String,
    /// The field that it is, or is in; nothing inside a newtype variant.
    pub(crate) field: Option<&'a Field>,
    /// What the field or variant has to keep to.
    pub(crate) rules: &'a [ValueRule],
    /// The name of the field or variant.
    pub(crate) name: &'a str,
    pub(crate) ty: &'a Ty,
    /// Whether it is the field itself, or all that a variant holds.
    pub(crate) is_own: bool,
    /// Whether the type stands inside a list, a tuple or a map.
    pub(crate) is_inside: bool,
    /// How many objects are around it.
    pub(crate) depth: usize,
    pub(crate) inside: Inside,
}

/// Every place, each nested type only where it is met first.
pub(crate) fn places(contract: &Contract) -> Vec<Place<'_>> {
    let inside = Inside::event(contract, contract);
    let mut walk = Walk { contract, seen: HashSet::new(), found: Vec::new() };
    walk.fields("$", &contract.payload, 1, &inside);
    walk.found
}

struct Walk<'a> {
    contract: &'a Contract,
    seen: HashSet<&'a str>,
    found: Vec<Place<'a>>,
}

impl<'a> Walk<'a> {
    fn fields(&mut self, path: &str, table: &'a Struct, depth: usize, inside: &Inside) {
        for field in &table.fields {
            self.place(Place {
                path: format!("{path}.{}", field.name),
                field: Some(field),
                rules: &field.rules,
                name: &field.name,
                ty: &field.ty,
                is_own: true,
                is_inside: false,
                depth,
                inside: inside.clone(),
            });
        }
    }

    fn place(&mut self, place: Place<'a>) {
        self.found.push(place.clone());
        let inner = |ty, added: &str, is_inside| Place {
            path: format!("{}{added}", place.path),
            ty,
            is_own: false,
            is_inside,
            ..place.clone()
        };
        match place.ty {
            Ty::Optional(ty) | Ty::Foreign(ty) => self.place(inner(ty, "", place.is_inside)),
            Ty::List(ty) | Ty::Array(ty, _) => self.place(inner(ty, "[]", true)),
            Ty::Map(key, value) => {
                self.place(inner(key, "{key}", true));
                self.place(inner(value, "{}", true));
            }
            Ty::Tuple(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.place(inner(item, &format!("[{i}]"), true));
                }
            }
            Ty::Named(name) | Ty::Recursive(name) => self.named(&place.path, name, place.depth),
            _ => {}
        }
    }

    fn named(&mut self, path: &str, name: &'a str, depth: usize) {
        let Some(definition) = self.contract.types.get(name).filter(|_| self.seen.insert(name))
        else {
            return;
        };
        let inside = |kind| Inside {
            kind,
            name: name.to_owned(),
            version_before: definition.version,
            version_after: definition.version,
        };
        match &definition.content {
            DefinitionContent::Struct(table) => {
                self.fields(path, table, depth + 1, &inside(InsideKind::Struct));
            }
            DefinitionContent::Enum(table) => {
                for variant in &table.variants {
                    let path = format!("{path}({})", variant.name);
                    match &variant.content {
                        Content::Unit => {}
                        Content::Newtype(ty) => self.place(Place {
                            path,
                            field: None,
                            rules: &variant.rules,
                            name: &variant.name,
                            ty,
                            is_own: true,
                            is_inside: false,
                            depth,
                            inside: inside(InsideKind::Enum),
                        }),
                        Content::Struct(table) => {
                            self.fields(&path, table, depth + 1, &inside(InsideKind::Variant));
                        }
                    }
                }
            }
        }
    }
}
