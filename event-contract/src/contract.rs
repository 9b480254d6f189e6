//! What a contract file says, as data.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Ty, ValueRule};

/// What was published of one version of one event type.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// The name on the wire: `order.paid`.
    pub event_type: String,
    /// The version, from 1.
    pub version: u32,
    /// The lowest version whose reader can read this one.
    pub min_reader_version: u32,
    /// Former names of the type, still read.
    pub aliases: Vec<String>,
    /// The paths of the key's fields, as they are on the wire; empty when keyless.
    pub key: Vec<String>,
    /// What it means.
    pub docs: String,
    /// Why it should no longer be used, if so.
    pub deprecated: Option<Deprecated>,
    /// The payload.
    pub payload: Struct,
    /// Structs and enums inside, by the names that types refer to.
    pub types: BTreeMap<String, Definition>,
}

/// An object with named fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Struct {
    /// Whether a field that is not named here is refused.
    pub closed: bool,
    /// The fields, in the order of the code that published them.
    pub fields: Vec<Field>,
}

/// One field of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The name on the wire.
    pub name: String,
    /// What its values look like.
    pub ty: Ty,
    /// Other names that are read as this field.
    pub aliases: Vec<String>,
    /// What stands in when it is left out.
    pub default: Option<Default>,
    /// How it is masked, if it is.
    pub masked: Option<Masked>,
    /// Why it should no longer be used, if so.
    pub deprecated: Option<Deprecated>,
    /// What the team says of it: `pii`.
    pub tags: Vec<String>,
    /// What its values have to keep to beyond their type.
    pub rules: Vec<ValueRule>,
    /// What it means.
    pub docs: String,
}

impl Field {
    /// A required field without anything else.
    #[must_use]
    pub fn new(name: &str, ty: Ty) -> Self {
        Self {
            name: name.to_owned(),
            ty,
            aliases: Vec::new(),
            default: None,
            masked: None,
            deprecated: None,
            tags: Vec::new(),
            rules: Vec::new(),
            docs: String::new(),
        }
    }

    /// Whether a payload may leave it out.
    #[must_use]
    pub fn may_be_absent(&self) -> bool {
        self.default.is_some() || self.ty.is_optional()
    }

    /// Whether a payload's `name` means this field.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.aliases.iter().any(|alias| alias == name)
    }
}

/// What stands in for a field that a payload leaves out.
#[derive(Clone, Debug, PartialEq)]
pub enum Default {
    /// This value, in the form it is written in.
    Value(Value),
    /// Something that cannot be written down.
    Unknown,
}

/// How a field is masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Masked {
    /// Three stars.
    Whole,
    /// Stars and the last characters.
    Last(u64),
    /// By a function.
    Custom,
}

/// That something should no longer be used, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deprecated {
    /// What to use instead; may be empty.
    pub note: String,
    /// The version that deprecated it; 0 when nobody said.
    pub since: u32,
    /// The date after which it may go (`2027-01-31`); empty when nobody said.
    pub sunset: String,
}

/// A nested type in one of its versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// Which of its own versions this is.
    pub version: u32,
    /// What it means.
    pub docs: String,
    /// What it looks like.
    pub content: DefinitionContent,
}

/// What a nested type looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum DefinitionContent {
    /// An object with named fields.
    Struct(Struct),
    /// One of several variants.
    Enum(Enum),
}

/// One of several variants.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    /// Where the variant's name stands.
    pub tagging: Tagging,
    /// Whether an unknown field beside tag and content is refused.
    pub closed: bool,
    /// The variants, in the order of the code that published them.
    pub variants: Vec<Variant>,
}

/// Where the name of a variant stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tagging {
    /// `"cash"`, `{"card": {...}}`
    External,
    /// `{"kind": "card", ...}`
    Internal {
        /// The field that holds the variant's name.
        tag: String,
    },
    /// `{"kind": "card", "value": {...}}`
    Adjacent {
        /// The field that holds the variant's name.
        tag: String,
        /// The field that holds the rest.
        content: String,
    },
}

/// One variant of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The name on the wire.
    pub name: String,
    /// Other names that are read as this variant.
    pub aliases: Vec<String>,
    /// Why it should no longer be used, if so.
    pub deprecated: Option<Deprecated>,
    /// What the one value that comes with the name has to keep to beyond its type.
    pub rules: Vec<ValueRule>,
    /// What it means.
    pub docs: String,
    /// What comes with the name.
    pub content: Content,
}

impl Variant {
    /// A variant without anything else.
    #[must_use]
    pub fn new(name: &str, content: Content) -> Self {
        Self {
            name: name.to_owned(),
            aliases: Vec::new(),
            deprecated: None,
            rules: Vec::new(),
            docs: String::new(),
            content,
        }
    }
}

/// What comes with a variant's name.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing.
    Unit,
    /// One value.
    Newtype(Ty),
    /// Named fields.
    Struct(Struct),
}
