//! Named types: which tables are the same type, and what each is called in `$defs`.

use serde_json::{Map, Value, json};

use super::notes::{described, percent_encoded, with};
use super::shape::Document;
use crate::schema::{Enum, Shape, Struct};

/// A version of a type with a definition of its own, so that it can contain itself.
#[derive(Clone, Copy)]
pub(crate) struct Named {
    kind: Kind,
    /// Never above the newest that the type has.
    version: u32,
    /// Whether somebody checks its value rules.
    rules_hold: bool,
}

/// Which table it is.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Struct(&'static Struct),
    Enum(&'static Enum),
    /// A type that contains itself and is neither.
    Other(&'static str, &'static Shape),
}

/// A named type, what it is called here, and its schema once it is written.
pub(super) struct Definition {
    named: Named,
    name: String,
    schema: Value,
}

impl Named {
    pub(crate) fn of_struct(table: &'static Struct, version: u32) -> Self {
        let version = version.min(table.version);
        Self { kind: Kind::Struct(table), version, rules_hold: true }
    }

    pub(crate) fn of_enum(table: &'static Enum, version: u32) -> Self {
        let version = version.min(table.version);
        Self { kind: Kind::Enum(table), version, rules_hold: true }
    }

    /// The struct or enum behind a shape.
    pub(super) fn of(shape: &'static Shape, version: u32) -> Option<Self> {
        match shape.resolved() {
            Shape::Struct(table) => Some(Self::of_struct(table, version)),
            Shape::Enum(table) => Some(Self::of_enum(table, version)),
            _ => None,
        }
    }

    /// What an edge leads back to.
    pub(crate) fn of_edge(name: &'static str, shape: &'static Shape, version: u32) -> Self {
        let other = Self { kind: Kind::Other(name, shape), version, rules_hold: true };
        Self::of(shape, version).unwrap_or(other)
    }

    pub(crate) fn name(&self) -> &'static str {
        match self.kind {
            Kind::Struct(table) => table.name,
            Kind::Enum(table) => table.name,
            Kind::Other(name, _) => name,
        }
    }

    #[cfg(feature = "contract")]
    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    #[cfg(feature = "contract")]
    pub(crate) fn version(&self) -> u32 {
        self.version
    }

    /// Whether it is a struct or an enum, and not another type that contains itself.
    #[cfg(feature = "contract")]
    pub(crate) fn is_table(&self) -> bool {
        !matches!(self.kind, Kind::Other(..))
    }

    /// Whether both are one version of one type. Name and module say so; names inside are compared as
    /// well, because functions of one module can have types of one name.
    pub(crate) fn is(&self, other: &Self) -> bool {
        let same_type = match (self.kind, other.kind) {
            (Kind::Struct(one), Kind::Struct(two)) => {
                let fields = |table: &'static Struct| table.fields.iter().map(|field| field.name);
                (one.name, one.module) == (two.name, two.module) && fields(one).eq(fields(two))
            }
            (Kind::Enum(one), Kind::Enum(two)) => {
                let variants =
                    |table: &'static Enum| table.variants.iter().map(|variant| variant.name);
                (one.name, one.module) == (two.name, two.module) && variants(one).eq(variants(two))
            }
            (Kind::Other(one, _), Kind::Other(two, _)) => one == two,
            _ => false,
        };
        same_type && (self.version, self.rules_hold) == (other.version, other.rules_hold)
    }
}

impl Document {
    /// Points to a named type, and defines it the first time.
    pub(super) fn reference(&mut self, named: Named) -> Value {
        let named = Named { rules_hold: self.rules_hold, ..named };
        if self.root.is_some_and(|root| root.is(&named)) {
            return json!({ "$ref": "#" });
        }
        let known = self.definitions.iter().find(|known| known.named.is(&named));
        let name = match known.map(|known| known.name.clone()) {
            Some(name) => name,
            None => self.define(named),
        };
        json!({ "$ref": format!("#/$defs/{}", pointer_part(&name)) })
    }

    fn define(&mut self, named: Named) -> String {
        let name = self.free_name(named.name());
        let place = self.definitions.len();
        // The place is taken before the schema is written: it may refer to itself.
        self.definitions.push(Definition { named, name: name.clone(), schema: Value::Null });
        let schema = self.body(named);
        if let Some(definition) = self.definitions.get_mut(place) {
            definition.schema = schema;
        }
        name
    }

    /// `Address`, then `Address_2`, be it another type or another version: in the order of the table,
    /// so the same in every build, and whatever versions come later.
    fn free_name(&self, name: &str) -> String {
        let taken = |name: &str| self.definitions.iter().any(|known| known.name == name);
        let mut free = name.to_owned();
        let mut count = 1;
        while taken(&free) {
            count += 1;
            free = format!("{name}_{count}");
        }
        free
    }

    /// The schema of a named type itself.
    pub(super) fn body(&mut self, named: Named) -> Value {
        let schema = self.in_version(named.version, |document| match named.kind {
            Kind::Struct(table) => {
                described(document.fields(table).into_schema(), table.docs, None, None)
            }
            Kind::Enum(table) => document.variants(table),
            Kind::Other(_, shape) => document.shape(shape),
        });
        with(schema, "title", named.name())
    }

    /// What all named types are, by name.
    pub(super) fn definitions(&mut self) -> Map<String, Value> {
        self.definitions.drain(..).map(|known| (known.name, known.schema)).collect()
    }
}

/// A part of a JSON pointer in the fragment of a URI (RFC 6901).
fn pointer_part(name: &str) -> String {
    percent_encoded(&name.replace('~', "~0").replace('/', "~1"))
}
