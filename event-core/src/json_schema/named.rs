//! Named types: which tables are the same type, and what each is called in `$defs`.

use serde_json::{Map, Value, json};

use super::notes::{described, percent_encoded, with};
use super::shape::Document;
use crate::schema::{Enum, Shape, Struct};

/// A type with a definition of its own, so that it can contain itself.
#[derive(Clone, Copy)]
pub(super) enum Named {
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
    /// The struct or enum behind a shape.
    pub(super) fn of(shape: &'static Shape) -> Option<Self> {
        match shape.resolved() {
            Shape::Struct(table) => Some(Self::Struct(table)),
            Shape::Enum(table) => Some(Self::Enum(table)),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Struct(table) => table.name,
            Self::Enum(table) => table.name,
            Self::Other(name, _) => name,
        }
    }

    /// Whether both are one type. Name and module say so; names inside are compared as well, because
    /// functions of one module can have types of one name.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Struct(one), Self::Struct(two)) => {
                let fields = |table: &Struct| table.fields.iter().map(|field| field.name);
                (one.name, one.module) == (two.name, two.module) && fields(one).eq(fields(two))
            }
            (Self::Enum(one), Self::Enum(two)) => {
                let variants = |table: &Enum| table.variants.iter().map(|variant| variant.name);
                (one.name, one.module) == (two.name, two.module) && variants(one).eq(variants(two))
            }
            (Self::Other(one, _), Self::Other(two, _)) => one == two,
            _ => false,
        }
    }
}

impl Document {
    /// Points to a named type, and defines it the first time.
    pub(super) fn reference(&mut self, named: Named) -> Value {
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

    /// `Address`, then `Address_2`: in the order of the table, so the same in every build.
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
        let schema = match named {
            Named::Struct(table) => {
                described(self.fields(table).into_schema(), table.docs, None, None)
            }
            Named::Enum(table) => self.variants(table),
            Named::Other(_, shape) => self.shape(shape),
        };
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
