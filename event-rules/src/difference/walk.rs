//! The walk along both contracts at once. Each pair of nested types is compared once, where it is met
//! first, so that types inside themselves come to an end.

use std::collections::HashSet;

use event_contract::{Content, Contract, DefinitionContent, Enum, Struct, Ty};

use super::types::change;
use super::{Change, Difference, Inside, InsideKind, Owner, Site, Step};

pub(super) fn differences(before: &Contract, after: &Contract) -> Vec<Difference> {
    let mut walk = Walk { before, after, seen: HashSet::new(), found: Vec::new() };
    let at = At::payload(before, after);
    walk.key(&at);
    walk.event_aliases(&at);
    walk.structs(&at, &before.payload, &after.payload);
    walk.found
}

pub(super) struct Walk<'a> {
    before: &'a Contract,
    after: &'a Contract,
    seen: HashSet<(String, String)>,
    pub(super) found: Vec<Difference>,
}

/// Where the walk stands in both.
#[derive(Clone)]
pub(super) struct At {
    pub(super) path: String,
    pub(super) before: Site,
    pub(super) after: Site,
    /// The field's type in Rust, before and after.
    pub(super) types: (String, String),
    pub(super) inside: Inside,
}

impl At {
    fn payload(before: &Contract, after: &Contract) -> Self {
        Self {
            path: "$".to_owned(),
            before: Site::of(Owner::Payload),
            after: Site::of(Owner::Payload),
            types: (String::new(), String::new()),
            inside: Inside::event(before, after),
        }
    }

    /// A step into the type on both sides.
    fn step(&self, step: Step) -> Self {
        let added = match step {
            Step::Inner => "[]".to_owned(),
            Step::Key => "{key}".to_owned(),
            Step::Value => "{}".to_owned(),
            Step::Place(i) => format!("[{i}]"),
        };
        Self {
            path: format!("{}{added}", self.path),
            before: self.before.step(step),
            after: self.after.step(step),
            ..self.clone()
        }
    }

    /// A step that payloads do not see.
    pub(super) fn unwrapped(&self, before: bool, after: bool) -> Self {
        let step = |site: &Site, there| if there { site.step(Step::Inner) } else { site.clone() };
        Self { before: step(&self.before, before), after: step(&self.after, after), ..self.clone() }
    }
}

impl Walk<'_> {
    pub(super) fn push(&mut self, at: &At, change: Change, before: String, after: String) {
        let name = |site: &Site| site.field.clone().or_else(|| site.variant.clone());
        self.found.push(Difference {
            path: at.path.clone(),
            change,
            name_before: name(&at.before).unwrap_or_default(),
            name_after: name(&at.after).unwrap_or_default(),
            before,
            after,
            type_before: at.types.0.clone(),
            type_after: at.types.1.clone(),
            inside: at.inside.clone(),
            site_before: at.before.clone(),
            site_after: at.after.clone(),
        });
    }

    fn key(&mut self, at: &At) {
        let text = |key: &[String]| match key {
            [] => "keyless".to_owned(),
            [only] => format!("key = \"{only}\""),
            paths => format!("key(\"{}\")", paths.join("\", \"")),
        };
        if self.before.key != self.after.key {
            self.push(at, Change::KeyChanged, text(&self.before.key), text(&self.after.key));
        }
    }

    fn event_aliases(&mut self, at: &At) {
        let (before, after) = (self.before, self.after);
        let known = |name: &String| after.event_type == *name || after.aliases.contains(name);
        for name in before.aliases.iter().chain([&before.event_type]).filter(|name| !known(name)) {
            let (was, is) = (name.clone(), after.event_type.clone());
            self.push(at, Change::EventAliasRemoved, was, is);
        }
    }

    pub(super) fn closed(&mut self, at: &At, before: bool, after: bool) {
        let text = |closed| if closed { "closed: refuses unknown fields" } else { "open" };
        match (before, after) {
            (false, true) => self.push(at, Change::Closed, text(false).into(), text(true).into()),
            (true, false) => self.push(at, Change::Opened, text(true).into(), text(false).into()),
            _ => {}
        }
    }

    pub(super) fn types(&mut self, at: &At, before: &Ty, after: &Ty) {
        match (before, after) {
            (Ty::Foreign(inner), _) => self.types(&at.unwrapped(true, false), inner, after),
            (_, Ty::Foreign(inner)) => self.types(&at.unwrapped(false, true), before, inner),
            (
                Ty::Named(before) | Ty::Recursive(before),
                Ty::Named(after) | Ty::Recursive(after),
            ) => {
                self.definitions(at, before, after);
            }
            (Ty::Optional(before), Ty::Optional(after)) => {
                self.types(&at.unwrapped(true, true), before, after);
            }
            (Ty::List(was), Ty::List(is)) => self.types(&at.step(Step::Inner), was, is),
            (Ty::Array(was, n), Ty::Array(is, m)) if n == m => {
                self.types(&at.step(Step::Inner), was, is);
            }
            (Ty::Map(key, value), Ty::Map(key_now, value_now)) => {
                self.types(&at.step(Step::Key), key, key_now);
                self.types(&at.step(Step::Value), value, value_now);
            }
            (Ty::Tuple(was), Ty::Tuple(is)) if was.len() == is.len() => {
                for (i, (was, is)) in was.iter().zip(is).enumerate() {
                    self.types(&at.step(Step::Place(i)), was, is);
                }
            }
            _ if before == after => {}
            _ => self.push(at, change(before, after), before.to_string(), after.to_string()),
        }
    }

    fn definitions(&mut self, at: &At, before: &str, after: &str) {
        if !self.seen.insert((before.to_owned(), after.to_owned())) {
            return;
        }
        let (Some(was), Some(is)) = (self.before.types.get(before), self.after.types.get(after))
        else {
            return;
        };
        let inside = |kind| At {
            path: at.path.clone(),
            before: Site::of(Owner::Type(before.to_owned())),
            after: Site::of(Owner::Type(after.to_owned())),
            types: (String::new(), String::new()),
            inside: Inside {
                kind,
                name: after.to_owned(),
                version_before: was.version,
                version_after: is.version,
            },
        };
        match (&was.content, &is.content) {
            (DefinitionContent::Struct(was), DefinitionContent::Struct(is)) => {
                self.structs(&inside(InsideKind::Struct), was, is);
            }
            (DefinitionContent::Enum(was), DefinitionContent::Enum(is)) => {
                self.enums(&inside(InsideKind::Enum), was, is);
            }
            (DefinitionContent::Struct(_), DefinitionContent::Enum(_)) => {
                let (was, is) = (format!("{before}, a struct"), format!("{after}, an enum"));
                self.push(at, Change::TypeChanged, was, is);
            }
            (DefinitionContent::Enum(_), DefinitionContent::Struct(_)) => {
                let (was, is) = (format!("{before}, an enum"), format!("{after}, a struct"));
                self.push(at, Change::TypeChanged, was, is);
            }
        }
    }

    pub(super) fn structs(&mut self, at: &At, before: &Struct, after: &Struct) {
        self.closed(at, before.closed, after.closed);
        super::fields::compare(self, at, &before.fields, &after.fields);
    }

    fn enums(&mut self, at: &At, before: &Enum, after: &Enum) {
        self.closed(at, before.closed, after.closed);
        super::variants::compare(self, at, before, after);
    }

    pub(super) fn contents(&mut self, at: &At, before: &Content, after: &Content) {
        match (before, after) {
            (Content::Unit, Content::Unit) => {}
            (Content::Newtype(was), Content::Newtype(is)) => self.types(at, was, is),
            (Content::Struct(was), Content::Struct(is)) => {
                let mut at = at.clone();
                at.inside.kind = InsideKind::Variant;
                self.structs(&at, was, is);
            }
            _ => {
                let (was, is) = (super::variants::text(before), super::variants::text(after));
                self.push(at, Change::VariantContentChanged, was, is);
            }
        }
    }
}
