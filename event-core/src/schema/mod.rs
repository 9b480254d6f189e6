//! The schema: what the code says of its types now, as const tables.
//!
//! The derives write them. Decoding asks them for the types and versions of events and for little
//! else; errors, JSON Schema and the registry are made from them.

pub(crate) mod const_checks;
mod edge;
mod event;
mod field;
mod history;
mod holds;
pub(crate) mod masked_inside;
mod shape;
mod text;
mod value_rule;
mod variant;

pub use edge::Edge;
pub use event::{EventSchema, Newer};
pub use field::{Deprecated, Field, Masked};
pub use holds::Holds;
pub use shape::{Shape, Struct};
pub use text::Text;
pub use value_rule::{RulesFor, ValueRule};
pub use variant::{Content, Enum, Tagging, Variant};

use serde::de::Error;
use serde::{Deserializer, Serializer};

use crate::decode::{Decode, Version};
use crate::derived::{Done, Failed, Made, Reading, Writing, drop_absent, drop_default};
use crate::encode::{Encode, In, View};
use crate::mask::MaskRule;

/// A type that can be a field of an event: it has a shape, and can be read and written.
///
/// `#[derive(Schema)]` implements it for structs and enums, `#[derive(Event)]` for events. Numbers,
/// text, times, UUIDs, decimals, lists, maps and tuples have it. By hand it takes a [`Shape`] beside
/// [`Decode`] and [`Encode`]:
///
/// ```
/// use event_core::schema::{Schema, Shape};
/// use event_core::{Decode, Encode, Version, View};
///
/// /// Hundredths of a degree.
/// struct Temperature(i32);
///
/// impl Schema for Temperature {
///     const SHAPE: &'static Shape = <i32 as Schema>::SHAPE;
/// }
/// impl Decode for Temperature {
///     fn decode<'de, D: serde::Deserializer<'de>>(
///         deserializer: D,
///         at: Version,
///     ) -> Result<Self, D::Error> {
///         i32::decode(deserializer, at).map(Self)
///     }
/// }
/// impl Encode for Temperature {
///     fn encode<S: serde::Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
///         self.0.encode(serializer, view)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of an event: it has no schema",
    label = "no schema",
    note = "your own type: add `#[derive(Schema)]` to it",
    note = "a type of another crate: say what it looks like, `#[field(schema = \"String\")]`"
)]
pub trait Schema: Decode + Encode {
    /// What it looks like on the wire.
    const SHAPE: &'static Shape;

    /// The name of a type that can contain itself.
    #[doc(hidden)]
    const NAME: &'static str = "";

    /// The package that derived it: the source of its events, unless they name another.
    #[doc(hidden)]
    const PACKAGE: &'static str = "";

    // What generated code calls. All of it hangs on this one trait, so that a field type that does
    // not implement it is one error.

    #[doc(hidden)]
    #[inline]
    fn read_alone<'de, D: Deserializer<'de>>(d: D, at: Version) -> Result<Self, D::Error> {
        Self::decode(d, at)
    }

    #[doc(hidden)]
    #[inline]
    fn write_alone<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        self.encode(serializer, view)
    }

    #[doc(hidden)]
    #[inline]
    fn fill(slot: &mut Option<Self>, from: &mut impl Reading) -> Done {
        Self::fill_at(slot, from, Version::NEWEST)
    }

    #[doc(hidden)]
    #[inline]
    fn fill_at(slot: &mut Option<Self>, from: &mut impl Reading, at: Version) -> Done {
        if slot.is_some() {
            return Err(Failed);
        }
        *slot = Some(from.value(at)?);
        Ok(())
    }

    #[doc(hidden)]
    #[inline]
    fn read_at(from: &mut impl Reading, at: Version) -> Made<Self> {
        from.value(at)
    }

    #[doc(hidden)]
    #[inline]
    fn finish(slot: Option<Self>) -> Made<Self> {
        slot.or_else(Self::absent).ok_or(Failed)
    }

    #[doc(hidden)]
    fn drop_absent(&self, field: &'static str, to: &mut impl Writing) -> Done {
        drop_absent(self.is_absent(), field, to)
    }

    #[doc(hidden)]
    fn drop_default(&self, stand_in: &Self, field: &'static str, to: &mut impl Writing) -> Done {
        drop_default(self, stand_in, field, to)
    }

    #[doc(hidden)]
    #[inline]
    fn write(&self, to: &mut impl Writing, name: &'static str) -> Done {
        self.write_in(to, name, to.view().in_version(Version::NEWEST))
    }

    #[doc(hidden)]
    #[inline]
    fn write_in(&self, to: &mut impl Writing, name: &'static str, view: View) -> Done {
        if self.is_absent() {
            return Ok(());
        }
        to.entry(name, &In(self, view))
    }

    #[doc(hidden)]
    #[inline]
    fn write_masked(
        &self,
        to: &mut impl Writing,
        name: &'static str,
        rule: MaskRule<Self>,
    ) -> Done {
        self.write_masked_in(to, name, to.view().in_version(Version::NEWEST), rule)
    }

    #[doc(hidden)]
    #[inline]
    fn write_masked_in(
        &self,
        to: &mut impl Writing,
        name: &'static str,
        view: View,
        rule: MaskRule<Self>,
    ) -> Done {
        match view.is_masked() {
            true => rule.apply(self).write_in(to, name, view),
            false => self.write_in(to, name, view),
        }
    }
}

/// A type inside the shape of one of its own fields: an edge that const evaluation does not follow.
///
/// `#[derive(Schema)]` puts it around a type's own name, and `#[field(recursive(Other))]` around
/// `Other`. No value of it exists.
#[doc(hidden)]
pub struct Itself<T>(std::convert::Infallible, std::marker::PhantomData<T>);

impl<T: Schema> Schema for Itself<T> {
    const SHAPE: &'static Shape =
        &Shape::Recursive { name: T::NAME, edge: Edge::to_type(|| T::SHAPE) };
}

impl<T: Schema> Decode for Itself<T> {
    fn decode<'de, D: Deserializer<'de>>(_: D, _: Version) -> Result<Self, D::Error> {
        Err(D::Error::custom("no value"))
    }
}

impl<T: Schema> Encode for Itself<T> {
    fn encode<S: Serializer>(&self, _: S, _: View) -> Result<S::Ok, S::Error> {
        match self.0 {}
    }
}

/// Implements [`Schema`] for types whose shape is a plain constant, and that have no versions.
macro_rules! shapes {
    ($($type:ty => $shape:expr),* $(,)?) => {$(
        impl $crate::schema::Schema for $type {
            const SHAPE: &'static $crate::schema::Shape = &$shape;
        }

        // Without versions, so every version is the same.
        impl<const VERSION: u32> $crate::WritesAs<VERSION> for $type {}
    )*};
}
pub(crate) use shapes;
