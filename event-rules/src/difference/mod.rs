//! Two contracts become a list of what differs, place by place, along the names on the wire. What a
//! type is called in Rust plays no part. What a difference means is up to the [rules](crate::rules).

mod fields;
mod site;
mod types;
mod value_rules;
mod variants;
mod walk;

use event_contract::Contract;

pub(crate) use site::{Owner, Site, Step};

/// What differs between two contracts of one event type.
///
/// ```
/// use event_contract::{Contract, Field, Struct, Ty};
/// use event_rules::{Change, differences};
///
/// let mut before = Contract {
///     event_type: "lamp.switched".to_owned(),
///     version: 1,
///     min_reader_version: 1,
///     aliases: Vec::new(),
///     key: Vec::new(),
///     docs: String::new(),
///     deprecated: None,
///     payload: Struct { closed: false, fields: vec![Field::new("on", Ty::Bool)] },
///     types: Default::default(),
/// };
/// let mut after = Contract { version: 2, ..before.clone() };
/// after.payload.fields.push(Field::new("room", Ty::Optional(Box::new(Ty::Bool))));
///
/// let differences = differences(&before, &after);
/// assert_eq!(differences[0].path, "$.room");
/// assert_eq!(differences[0].change, Change::OptionalFieldAdded);
/// ```
#[must_use]
pub fn differences(before: &Contract, after: &Contract) -> Vec<Difference> {
    walk::differences(before, after)
}

/// One thing that differs between two contracts.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Where: `$.line_items[].quantity`. `[]` are the items of a list, `[0]` is a place of a tuple,
    /// `{}` are the values of a map, and `(card)` is a variant.
    pub path: String,
    /// What kind of difference it is.
    pub change: Change,
    /// The name of the field or variant, as it was.
    pub name_before: String,
    /// The name of the field or variant, as it is.
    pub name_after: String,
    /// What the earlier contract has there.
    pub before: String,
    /// What the later contract has there.
    pub after: String,
    /// The field's type in Rust, as it was; empty if it is no field.
    pub type_before: String,
    /// The field's type in Rust, as it is.
    pub type_after: String,
    /// The type that the field or variant belongs to.
    pub inside: Inside,
    pub(crate) site_before: Site,
    pub(crate) site_after: Site,
}

/// The type that a difference is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    /// What kind of type it is.
    pub kind: InsideKind,
    /// What it is called: the event type, or the name of the nested type.
    pub name: String,
    /// Its own version in the earlier contract.
    pub version_before: u32,
    /// Its own version in the later contract.
    pub version_after: u32,
}

impl Inside {
    pub(crate) fn event(before: &Contract, after: &Contract) -> Self {
        Self {
            kind: InsideKind::Event,
            name: after.event_type.clone(),
            version_before: before.version,
            version_after: after.version,
        }
    }
}

/// A kind of type that a difference can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsideKind {
    /// The event.
    Event,
    /// A nested struct.
    Struct,
    /// A nested enum.
    Enum,
    /// A struct variant of a nested enum.
    Variant,
}

/// What kind of difference it is. Each has a rule of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// A field came, and payloads have to have it.
    RequiredFieldAdded,
    /// A field came that may be left out.
    OptionalFieldAdded,
    /// A field went that payloads had to have.
    RequiredFieldRemoved,
    /// A field went that could be left out.
    OptionalFieldRemoved,
    /// One field went, and one like it came under another name.
    FieldRenamed,
    /// A field that could be left out has to be there.
    BecameRequired,
    /// A field that had to be there may be left out.
    BecameOptional,
    /// A field that had to be there may be left out, and something stands in.
    DefaultAdded,
    /// A field has to be there for which something stood in.
    DefaultRemoved,
    /// Something else stands in for a field that is left out.
    DefaultChanged,
    /// Another name for a field or variant is no longer read.
    AliasRemoved,
    /// A former event type is no longer read.
    EventAliasRemoved,
    /// Values look different.
    TypeChanged,
    /// Not all values of before are values now.
    TypeNarrowed,
    /// All values of before are values now, and so are others.
    TypeWidened,
    /// A variant came.
    VariantAdded,
    /// A variant went.
    VariantRemoved,
    /// A variant has another name, and is read under the former one too.
    VariantRenamed,
    /// What comes with a variant's name is of another kind.
    VariantContentChanged,
    /// The name of a variant stands elsewhere.
    TaggingChanged,
    /// Unknown fields are refused now.
    Closed,
    /// Unknown fields are no longer refused.
    Opened,
    /// Records have another key.
    KeyChanged,
    /// A field shows more of its value.
    MaskWeakened,
    /// A field shows less of its value.
    MaskStrengthened,
    /// Values have to keep to more.
    RuleTightened,
    /// Values have to keep to less.
    RuleLoosened,
}
