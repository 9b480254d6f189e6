//! The name of a field in a record, borrowed where it can be.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

/// The name of a field in a record.
#[derive(Debug)]
pub(crate) struct Name<'de>(Cow<'de, str>);

impl Name<'_> {
    #[must_use]
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

struct NameSeed;

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = Name<'de>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for NameSeed {
    type Value = Name<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Borrowed(name)))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(name.to_owned())))
    }
}

/// The name of the next field, if there is one.
///
/// # Errors
/// What the deserializer says.
#[inline]
pub(crate) fn next_name<'de, A: MapAccess<'de>>(
    map: &mut A,
) -> Result<Option<Name<'de>>, A::Error> {
    map.next_key_seed(NameSeed)
}

/// Text, borrowed where it can be.
#[inline]
pub(crate) fn borrowed_text<'de, A: MapAccess<'de>>(
    map: &mut A,
) -> Result<Cow<'de, str>, A::Error> {
    map.next_value_seed(NameSeed).map(|name| name.0)
}

impl<'de> Name<'de> {
    /// Hands the name on as a deserializer of its own.
    pub(crate) fn into_deserializer<E: Error>(
        self,
    ) -> serde::de::value::CowStrDeserializer<'de, E> {
        serde::de::IntoDeserializer::into_deserializer(self.0)
    }
}
