//! Structs: generated matches on names and lists of fields, everything else here.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};

use super::reading::FromMap;
use super::writing::ToMap;
use super::{Done, Made, Reading, Writing};
use crate::decode::Version;
use crate::encode::View;
use crate::schema::Field;

/// The named fields of a struct, or of a variant of the enum `V`.
pub trait Fields<V = Self> {
    /// The table: every field that any version has or had.
    const FIELDS: &'static [Field];

    /// Reads all fields of an object.
    ///
    /// # Errors
    /// What the object says, and missing, repeated or refused fields.
    fn read_fields(from: &mut impl Reading) -> Made<V>;

    /// Writes all fields into an object.
    ///
    /// # Errors
    /// What the object says, and what the version cannot hold.
    fn write_fields(&self, to: &mut impl Writing) -> Done;
}

/// A struct whose fields can stand beside the tag of an enum. One trait to read and to write, so that
/// what is no struct is one error.
#[diagnostic::on_unimplemented(
    message = "a variant beside a tag holds a struct, and `{Self}` is none",
    label = "has no fields to stand beside the tag",
    note = "write `#[schema(tag = \"...\", content = \"...\")]`, or make it a struct with `#[derive(Schema)]`"
)]
pub trait FieldsBeside: Sized {
    /// Reads all fields of an object, in the version of the struct.
    ///
    /// # Errors
    /// What [`Fields`] says.
    fn read_beside(from: &mut impl Reading, at: Version) -> Made<Self>;

    /// Writes all fields into an object, in the version of the struct.
    ///
    /// # Errors
    /// What [`Fields`] says.
    fn write_beside(&self, to: &mut impl Writing, view: View) -> Done;
}

impl<T: Fields> FieldsBeside for T {
    fn read_beside(from: &mut impl Reading, at: Version) -> Made<Self> {
        let around = from.set_at(at);
        let value = T::read_fields(from);
        from.set_at(around);
        value
    }

    fn write_beside(&self, to: &mut impl Writing, view: View) -> Done {
        let around = to.set_view(view);
        let written = self.write_fields(to);
        to.set_view(around);
        written
    }
}

struct Object<T, V>(Version, PhantomData<(T, V)>);

impl<'de, V, T: Fields<V>> Visitor<'de> for Object<T, V> {
    type Value = V;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<V, A::Error> {
        let mut from = FromMap::new(&mut map, self.0);
        let value = T::read_fields(&mut from);
        value.map_err(|failed| from.into_error(failed))
    }
}

/// Reads an object.
///
/// # Errors
/// What the fields say.
#[inline]
pub fn read_struct<'de, T: Fields<V>, V, D: Deserializer<'de>>(
    deserializer: D,
    at: Version,
) -> Result<V, D::Error> {
    deserializer.deserialize_map(Object::<T, V>(at, PhantomData))
}

/// Writes an object.
///
/// # Errors
/// What the fields say.
#[inline]
pub fn write_struct<T: Fields<V>, V, S: Serializer>(
    value: &T,
    serializer: S,
    view: View,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let mut to = ToMap::new(&mut map, view);
    let written = value.write_fields(&mut to);
    written.map_err(|failed| to.into_error(failed))?;
    map.end()
}

/// What every struct with derived fields has beside them: its shape, how it is read and written.
///
/// ```text
/// __event::struct_value!(OrderPaid, "OrderPaid", 2, .docs("An order was paid."));
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __struct_value {
    ($type:ident, $name:literal, $version:literal $(, $($table:tt)*)?) => {
        $crate::__struct_shape!($type, $name, $version $(, $($table)*)?);
        #[automatically_derived]
        impl $crate::Decode for $type {
            fn decode<'de, D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
                at: $crate::Version,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::read_struct::<Self, Self, D>(deserializer, at)
            }
        }
        #[automatically_derived]
        impl $crate::Encode for $type {
            fn encode<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
                view: $crate::View,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::write_struct::<Self, Self, S>(self, serializer, view)
            }
        }
    };
}

/// The shape of a struct with derived fields.
#[doc(hidden)]
#[macro_export]
macro_rules! __struct_shape {
    ($type:ident, $name:literal, $version:literal $(, $($table:tt)*)?) => {
        #[automatically_derived]
        impl $crate::Schema for $type {
            const SHAPE: &'static $crate::schema::Shape =
                &$crate::schema::Shape::Struct(&$crate::schema::Struct::new(
                    $name,
                    ::core::module_path!(),
                    <Self as $crate::__private::Fields>::FIELDS,
                ).version($version) $($($table)*)?);
            const NAME: &'static ::core::primitive::str = $name;
            const PACKAGE: &'static ::core::primitive::str = ::core::env!("CARGO_PKG_NAME");
        }
        #[automatically_derived]
        impl $crate::WritesAs<$version> for $type {}
    };
}
