//! The const table: what a type looks like on the wire, in every version of its history.
//!
//! The derives write these tables as data; everything that explains, exports or compares schemas
//! walks them. How a value is read and written is not here (see `decode` and `encode`).

use super::field::{later, newest_mentioned};
use super::{Edge, Enum, Field, Text};

/// What values of a type look like on the wire.
///
/// ```
/// use event_core::schema::{Schema, Shape};
/// assert!(matches!(<Vec<bool> as Schema>::SHAPE, Shape::List(Shape::Bool)));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Shape {
    /// Any JSON value.
    Any,
    /// `true` or `false`.
    Bool,
    /// A whole number between the two bounds, both included.
    Integer {
        /// The smallest value.
        min: i128,
        /// The largest value.
        max: i128,
    },
    /// A finite number whose magnitude is at most `max`.
    Float {
        /// The largest magnitude.
        max: f64,
    },
    /// A decimal number: text on writing, text or a number on reading.
    Decimal,
    /// Text of some format.
    Text(Text),
    /// A value, or `null`; a struct field of this shape may be absent.
    Option(&'static Shape),
    /// A list of any length.
    List(&'static Shape),
    /// A list of exactly so many items.
    Array(&'static Shape, usize),
    /// A list with one shape per place.
    Tuple(&'static [&'static Shape]),
    /// An object with free keys.
    Map {
        /// What the keys look like: text, an integer, or an enum of unit variants.
        key: &'static Shape,
        /// What every value looks like.
        value: &'static Shape,
    },
    /// An object with named fields.
    Struct(&'static Struct),
    /// One of several variants.
    Enum(&'static Enum),
    /// A type that contains itself. Compare such edges by name: following them never ends.
    Recursive {
        /// The name of the type this edge leads back to.
        name: &'static str,
        /// Leads to its shape.
        edge: Edge,
    },
    /// A foreign type that serde reads and writes: it looks like this, and may refuse more.
    Foreign(&'static Shape),
}

impl Shape {
    /// Whether a struct field of this shape may be absent.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        match self {
            Self::Option(_) => true,
            Self::Foreign(shape) => shape.is_optional(),
            _ => false,
        }
    }

    /// The shape without `Foreign` and `Recursive` around it.
    #[must_use]
    pub fn resolved(&self) -> &Shape {
        match self {
            Self::Foreign(shape) => shape.resolved(),
            Self::Recursive { edge, .. } => edge.follow().resolved(),
            shape => shape,
        }
    }
}

/// An object with named fields.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Struct {
    /// The Rust name of the type.
    pub name: &'static str,
    /// The Rust module of the type; tells two types of one name apart.
    pub module: &'static str,
    /// The doc comment.
    pub docs: &'static str,
    /// The newest version of the type, counted from 1.
    pub version: u32,
    /// The first version that the table describes; an event may read earlier ones as another type.
    pub oldest: u32,
    /// Every field that any version has or had.
    pub fields: &'static [Field],
    /// Whether a field that the version does not have is an error.
    pub closed: bool,
}

impl Struct {
    /// A struct without docs, open to unknown fields; its version is the newest that its fields speak
    /// of.
    #[must_use]
    pub const fn new(name: &'static str, module: &'static str, fields: &'static [Field]) -> Self {
        let version = newest_mentioned(fields);
        Self { name, module, docs: "", version, oldest: 1, fields, closed: false }
    }

    /// The newest version, if it is not the one that the fields speak of.
    #[must_use]
    pub const fn version(mut self, version: u32) -> Self {
        self.version = later(self.version, version);
        self
    }

    /// The first version that the table describes.
    #[must_use]
    pub const fn oldest(mut self, version: u32) -> Self {
        self.oldest = version;
        self
    }

    /// Adds the doc comment.
    #[must_use]
    pub const fn docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    /// Refuses unknown fields.
    #[must_use]
    pub const fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// The fields that the given version has.
    pub fn fields_at(&self, version: u32) -> impl Iterator<Item = &'static Field> + use<> {
        self.fields.iter().filter(move |field| field.exists_at(version))
    }
}
