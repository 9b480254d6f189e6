//! Structs: a generated loop over fields, everything else here.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess,
    Visitor,
};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::decode::Version;
use crate::encode::View;
use crate::schema::Shape;

/// The fields of a struct or of a struct variant, read by name and version.
pub trait ReadFields {
    /// What they make.
    type Value;

    /// Reads all fields of an object.
    ///
    /// # Errors
    /// What the deserializer says, and missing, repeated or refused fields.
    fn read_fields<'de, A: MapAccess<'de>>(
        map: &mut A,
        at: Version,
    ) -> Result<Self::Value, A::Error>;
}

/// The fields of a struct or of a struct variant, written in today's version.
pub trait WriteFields {
    /// Writes all fields into an object.
    ///
    /// # Errors
    /// What the serializer says.
    fn write_fields<M: SerializeMap>(&self, map: &mut M, view: View) -> Result<(), M::Error>;
}

/// A struct whose fields can stand beside the tag of an enum. One trait to read and to write, so that
/// what is no struct is one error.
#[diagnostic::on_unimplemented(
    message = "a variant beside a tag holds a struct, and `{Self}` is none",
    label = "has no fields to stand beside the tag",
    note = "write `#[schema(tag = \"...\", content = \"...\")]`, or make it a struct with `#[derive(Schema)]`"
)]
pub trait FieldsBeside: Sized {
    /// Reads all fields of an object.
    ///
    /// # Errors
    /// What [`ReadFields`] says.
    fn read_beside<'de, A: MapAccess<'de>>(map: &mut A, at: Version) -> Result<Self, A::Error>;

    /// Writes all fields into an object.
    ///
    /// # Errors
    /// What [`WriteFields`] says.
    fn write_beside<M: SerializeMap>(&self, map: &mut M, view: View) -> Result<(), M::Error>;
}

impl<T: ReadFields<Value = T>> FieldsBeside for T
where
    // Said of the value, so that a type with neither is refused for the first alone.
    <T as ReadFields>::Value: WriteFields,
{
    fn read_beside<'de, A: MapAccess<'de>>(map: &mut A, at: Version) -> Result<Self, A::Error> {
        T::read_fields(map, at)
    }

    fn write_beside<M: SerializeMap>(&self, map: &mut M, view: View) -> Result<(), M::Error> {
        self.write_fields(map, view)
    }
}

struct Struct<T>(Version, PhantomData<T>);

impl<'de, T: ReadFields> Visitor<'de> for Struct<T> {
    type Value = T::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T::Value, A::Error> {
        T::read_fields(&mut map, self.0)
    }
}

/// Reads an object.
///
/// # Errors
/// What the fields say.
pub fn read_struct<'de, T: ReadFields, D: Deserializer<'de>>(
    deserializer: D,
    at: Version,
) -> Result<T::Value, D::Error> {
    deserializer.deserialize_map(Struct::<T>(at, PhantomData))
}

/// Writes an object.
///
/// # Errors
/// What the fields say.
pub fn write_struct<T: WriteFields, S: Serializer>(
    value: &T,
    serializer: S,
    view: View,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    value.write_fields(&mut map, view)?;
    map.end()
}

/// Steps over a field that the version does not have.
///
/// # Errors
/// What the deserializer says.
pub fn skip_field<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(drop)
}

/// Refuses a field that the version does not have.
///
/// # Errors
/// Always.
pub fn refuse_field<'de, A: MapAccess<'de>>(_: &mut A) -> Result<(), A::Error> {
    Err(A::Error::custom("unknown field"))
}

/// Reads the value of a field whose type serde reads.
///
/// # Errors
/// If the type refuses it; the field is named, the type's own words are not passed on.
pub fn read_foreign<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    map: &mut A,
    field: &'static str,
) -> Result<T, A::Error> {
    map.next_value_seed(ForeignValue(field, PhantomData))
}

struct ForeignValue<T>(&'static str, PhantomData<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for ForeignValue<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer).map_err(|error| super::refused(&error, self.0))
    }
}

/// The value of a foreign type's field; what it makes of null if the named schema may be absent.
///
/// # Errors
/// If the field has to be there, or the type does not take null.
pub fn foreign_or_absent<'de, T: Deserialize<'de>, E: Error>(
    slot: Option<T>,
    shape: &Shape,
) -> Result<T, E> {
    match slot {
        Some(value) => Ok(value),
        None if shape.is_optional() => {
            let null: serde::de::value::UnitDeserializer<E> = ().into_deserializer();
            T::deserialize(null)
        }
        None => Err(E::custom("missing field")),
    }
}

/// Writes the value of a field whose type serde writes.
///
/// # Errors
/// What the type says.
pub fn write_foreign<T: Serialize, M: SerializeMap>(
    value: &T,
    map: &mut M,
    name: &'static str,
) -> Result<(), M::Error> {
    map.serialize_entry(name, value)
}

/// Tells whether the value of a foreign type is `None`: the inherent method is there for `Option`
/// only, and wins over the trait's.
pub struct Foreign<'a, T>(pub &'a T);

impl<T> Foreign<'_, Option<T>> {
    /// Whether a struct field with this value is left out.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        self.0.is_none()
    }
}

/// What [`Foreign`] says of every other type.
pub trait NeverAbsent {
    /// It is there.
    fn is_absent(&self) -> bool {
        false
    }
}

impl<T> NeverAbsent for Foreign<'_, T> {}
