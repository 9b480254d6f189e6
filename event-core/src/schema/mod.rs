//! The schema: what the code says of its types now, as const tables.
//!
//! The derives write them. Decoding asks them for the types and versions of events and for little
//! else; errors, JSON Schema and the registry are made from them.

pub(crate) mod const_checks;
mod event;
mod field;
mod history;
mod shape;
mod text;
mod variant;

pub use event::{EventSchema, Newer};
pub use field::{Deprecated, Field, Masked};
pub use shape::{Shape, Struct};
pub use text::Text;
pub use variant::{Content, Enum, Tagging, Variant};

use serde::de::{Error, MapAccess};
use serde::ser::SerializeMap;
use serde::{Deserializer, Serializer};

use crate::decode::{At, Decode, Version};
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

    // What generated code calls. All of it hangs on this one trait, so that a field type that does
    // not implement it is one error.

    #[doc(hidden)]
    fn read<'de, A: MapAccess<'de>>(map: &mut A, at: Version) -> Result<Self, A::Error> {
        map.next_value_seed(At::new(at))
    }

    #[doc(hidden)]
    fn read_alone<'de, D: Deserializer<'de>>(d: D, at: Version) -> Result<Self, D::Error> {
        Self::decode(d, at)
    }

    #[doc(hidden)]
    fn write_alone<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        self.encode(serializer, view)
    }

    #[doc(hidden)]
    fn read_into<'de, A: MapAccess<'de>>(
        slot: &mut Option<Self>,
        map: &mut A,
        at: Version,
    ) -> Result<(), A::Error> {
        if slot.is_some() {
            return Err(A::Error::custom("duplicate field"));
        }
        *slot = Some(map.next_value_seed(At::new(at))?);
        Ok(())
    }

    #[doc(hidden)]
    fn or_absent<E: Error>(slot: Option<Self>) -> Result<Self, E> {
        match slot.or_else(Self::absent) {
            Some(value) => Ok(value),
            None => Err(E::custom("missing field")),
        }
    }

    #[doc(hidden)]
    fn write<M: SerializeMap>(
        &self,
        map: &mut M,
        name: &'static str,
        view: View,
    ) -> Result<(), M::Error> {
        if self.is_absent() {
            return Ok(());
        }
        map.serialize_entry(name, &In(self, view))
    }

    #[doc(hidden)]
    fn write_masked<M: SerializeMap>(
        &self,
        map: &mut M,
        name: &'static str,
        view: View,
        rule: MaskRule<Self>,
    ) -> Result<(), M::Error> {
        match view {
            View::Masked => rule.apply(self).write(map, name, view),
            View::Unmasked => self.write(map, name, view),
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
    const SHAPE: &'static Shape = &Shape::Recursive { name: T::NAME, follow: || T::SHAPE };
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

/// Implements [`Schema`] for types whose shape is a plain constant.
macro_rules! shapes {
    ($($type:ty => $shape:expr),* $(,)?) => {$(
        impl $crate::schema::Schema for $type {
            const SHAPE: &'static $crate::schema::Shape = &$shape;
        }
    )*};
}
pub(crate) use shapes;
