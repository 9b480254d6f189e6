//! What is meant: everything checked, nothing optional that must exist.

use proc_macro2::Span;
use syn::{Expr, Ident, LitStr, Path, Type};

use crate::names::plain;
use crate::rule::Rules;

/// What all three derives know.
pub(crate) struct Item {
    pub(crate) ident: Ident,
    /// The crate that generated code names: `::versioned_events`.
    pub(crate) krate: Path,
    pub(crate) docs: String,
    /// Today's version, of an event or of a nested type.
    pub(crate) version: u32,
    /// `event` or `schema`: the list that attributes of the item are written in.
    pub(crate) list: &'static str,
    /// Writes `Debug`.
    pub(crate) debug: bool,
    /// Writes `Serialize` and `Deserialize`.
    pub(crate) serde: bool,
    pub(crate) closed: bool,
    pub(crate) deprecated: Option<Deprecation>,
}

/// A struct with `#[derive(Event)]`.
pub(crate) struct Event {
    pub(crate) item: Item,
    pub(crate) event_type: LitStr,
    pub(crate) aliases: Vec<LitStr>,
    /// The first version that the struct describes.
    pub(crate) oldest: u32,
    /// The event that the versions before are.
    pub(crate) step: Option<Step>,
    /// The paths of the key's fields; empty when keyless.
    pub(crate) key: Vec<KeyPath>,
    pub(crate) source: Option<LitStr>,
    pub(crate) topic: Option<LitStr>,
    pub(crate) tolerates_newer: bool,
    /// `validate`, where it is written.
    pub(crate) validate: Option<Span>,
    pub(crate) contracts: Contracts,
    /// Today's version, where it is written.
    pub(crate) version_span: Span,
    pub(crate) fields: Fields,
}

/// `contracts = "path"`
pub(crate) enum Contracts {
    /// In a directory of the package.
    In(String),
    /// `contracts = "none"`
    Nowhere,
}

/// `upcast_from = OrderPaidV2`
pub(crate) struct Step {
    pub(crate) earlier: Path,
    /// `TryFrom` in place of `From`.
    pub(crate) is_fallible: bool,
    pub(crate) back: Option<Path>,
    /// Whether what the earlier event has no place for may be dropped.
    pub(crate) is_lossy: bool,
}

/// `repository.id`
pub(crate) struct KeyPath {
    pub(crate) written: LitStr,
    pub(crate) members: Vec<Ident>,
    /// The type of the first member.
    pub(crate) first_type: Type,
}

impl KeyPath {
    /// The path without `r#`.
    pub(crate) fn plain(&self) -> String {
        self.members.iter().map(plain).collect::<Vec<_>>().join(".")
    }
}

/// A struct or an enum with `#[derive(Schema)]`.
pub(crate) struct Schema {
    pub(crate) item: Item,
    pub(crate) body: Body,
}

pub(crate) enum Body {
    Struct(Fields),
    Enum { tagging: Tagging, variants: Vec<Variant> },
}

pub(crate) enum Tagging {
    External,
    Internal { tag: LitStr },
    Adjacent { tag: LitStr, content: LitStr },
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) content: Content,
    pub(crate) since: u32,
    pub(crate) holds: Vec<Held>,
    pub(crate) deprecated: Option<Deprecation>,
    /// What `#[garde(...)]` says of the value without a name.
    pub(crate) rules: Rules,
    pub(crate) docs: String,
}

pub(crate) enum Content {
    Unit,
    Newtype(Box<Type>),
    Struct(Fields),
}

/// The fields of a struct or of a struct variant.
pub(crate) struct Fields {
    pub(crate) fields: Vec<Field>,
    pub(crate) removed: Vec<Removed>,
}

pub(crate) struct Field {
    pub(crate) member: Ident,
    pub(crate) ty: Type,
    /// From the first version that has it to today's; never empty.
    pub(crate) periods: Vec<Period>,
    /// Earlier versions of the nested type inside, sorted by how long they were held.
    pub(crate) holds: Vec<Held>,
    /// Whether it may be dropped when a version is written that does not have it.
    pub(crate) is_lossy: bool,
    /// Stands in for it in versions before the first period.
    pub(crate) before: Option<DefaultValue>,
    /// Whether nothing stands in for it before `since`: the type has to be one that can be absent.
    pub(crate) must_be_absentable: bool,
    /// Stands in for it when a version that has it leaves it out.
    pub(crate) default: Option<DefaultValue>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) skip_if: Option<SkipIf>,
    pub(crate) masked: Option<Mask>,
    pub(crate) foreign: Option<Foreign>,
    /// Types inside its own that lead back here.
    pub(crate) recursive: Vec<Path>,
    pub(crate) tags: Vec<LitStr>,
    /// What `#[garde(...)]` says.
    pub(crate) rules: Rules,
    pub(crate) deprecated: Option<Deprecation>,
    pub(crate) docs: String,
}

/// `holds(1, until = 2)`
pub(crate) struct Held {
    pub(crate) version: u32,
    pub(crate) until: u32,
    /// The version, where it is written.
    pub(crate) span: Span,
}

/// One name and one type, and the versions that have both.
pub(crate) struct Period {
    pub(crate) name: String,
    pub(crate) since: u32,
    /// `None` for the last one.
    pub(crate) until: Option<u32>,
    /// `None` when the type is today's.
    pub(crate) was: Option<Was>,
}

/// An earlier type and the way to today's.
#[derive(Clone)]
pub(crate) struct Was {
    pub(crate) ty: Type,
    pub(crate) convert: Convert,
    /// `fn(&New) -> Old`
    pub(crate) back: Option<Path>,
}

#[derive(Clone)]
pub(crate) enum Convert {
    /// `fn(Old) -> New`
    With(Path),
    /// `fn(Old) -> Result<New, E>`
    TryWith(Path),
}

/// A field that the struct no longer has.
pub(crate) struct Removed {
    pub(crate) name: LitStr,
    pub(crate) ty: Type,
    pub(crate) since: u32,
    pub(crate) until: u32,
    /// Which version of a nested type it held.
    pub(crate) holds: Option<Held>,
    /// Whether it may be missing when such a version is written.
    pub(crate) is_lossy: bool,
    /// `fn(&Self) -> Type`
    pub(crate) back: Option<Path>,
    pub(crate) masked: Option<Mask>,
    /// Whether somebody said that nothing masked goes into what `back` makes.
    pub(crate) is_unmasked: bool,
}

#[derive(Clone)]
pub(crate) enum DefaultValue {
    /// `Default::default()`
    Trait(Span),
    /// Text on the wire, read by the type's own decoding.
    Text(LitStr),
    Expression(Box<Expr>),
    Function(Path),
}

/// `#[serde(skip_serializing_if = "path")]`
pub(crate) struct SkipIf {
    pub(crate) predicate: Path,
    /// Whether the type itself has to be one that can be absent.
    pub(crate) must_be_absentable: bool,
}

pub(crate) enum Mask {
    Whole,
    Last(u32),
    With(Path),
}

/// A type that serde reads and writes.
pub(crate) struct Foreign {
    /// What it looks like.
    pub(crate) schema: Type,
    /// `#[serde(with = "module")]`
    pub(crate) with: Option<Path>,
}

#[derive(Clone)]
pub(crate) struct Deprecation {
    pub(crate) note: String,
    pub(crate) since: u32,
    pub(crate) sunset: String,
}

/// An enum with `#[derive(EventSet)]`.
pub(crate) struct EventSet {
    pub(crate) ident: Ident,
    pub(crate) krate: Path,
    pub(crate) events: Vec<(Ident, Type)>,
    /// The variant for events of other types.
    pub(crate) other: Option<(Ident, Type)>,
}
