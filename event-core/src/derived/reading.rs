//! Reading fields: what generated code asks of the object that is being read.

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess,
};

use super::{Done, Failed, Made, conversion_text, refused};
use crate::decode::{At, Decode, Version};
use crate::json::next_name;
use crate::schema::Shape;

/// An object whose fields are being read. Errors stay with it, so that generated code needs to know
/// neither the format nor its error type.
pub trait Reading {
    /// The version that the object was written in.
    fn at(&self) -> Version;

    /// Reads on in another version; gives the one until now.
    fn set_at(&mut self, at: Version) -> Version;

    /// Hands over each name; `read` takes the value behind it.
    ///
    /// # Errors
    /// What the deserializer or `read` says.
    fn each(&mut self, read: impl FnMut(&str, &mut Self) -> Done) -> Done;

    /// The value behind the name.
    ///
    /// # Errors
    /// What the type says.
    fn value<T: Decode>(&mut self, at: Version) -> Made<T>;

    /// The value behind the name, read by serde.
    ///
    /// # Errors
    /// If the type refuses it; the field is named, the type's own words are not passed on.
    fn foreign<T: DeserializeOwned>(&mut self, field: &'static str) -> Made<T>;

    /// Steps over a value that the version does not have.
    ///
    /// # Errors
    /// What the deserializer says.
    fn skip(&mut self) -> Done;

    /// Keeps an error, and says that there is one.
    fn fail(&mut self, text: impl std::fmt::Display) -> Failed;

    /// Refuses a field that the version does not have.
    ///
    /// # Errors
    /// Always.
    fn refuse(&mut self) -> Done {
        Err(self.fail("unknown field"))
    }
}

/// An object that serde reads.
pub(crate) struct FromMap<'m, A, E> {
    map: &'m mut A,
    at: Version,
    error: Option<E>,
}

impl<'m, A, E: Error> FromMap<'m, A, E> {
    #[inline]
    pub(crate) fn new(map: &'m mut A, at: Version) -> Self {
        Self { map, at, error: None }
    }

    /// The error that made something fail. What keeps none is a field that comes twice or not at all:
    /// which one, the walk along the schema finds out.
    pub(crate) fn into_error(self, _: Failed) -> E {
        self.error.unwrap_or_else(|| E::custom("a field is missing or comes twice"))
    }

    #[cold]
    fn keep(&mut self, error: E) -> Failed {
        self.error = Some(error);
        Failed
    }
}

impl<'de, A: MapAccess<'de>> Reading for FromMap<'_, A, A::Error> {
    #[inline]
    fn at(&self) -> Version {
        self.at
    }

    #[inline]
    fn set_at(&mut self, at: Version) -> Version {
        std::mem::replace(&mut self.at, at)
    }

    #[inline]
    fn each(&mut self, mut read: impl FnMut(&str, &mut Self) -> Done) -> Done {
        loop {
            match next_name(self.map) {
                Ok(Some(name)) => read(name.as_str(), self)?,
                Ok(None) => return Ok(()),
                Err(error) => return Err(self.keep(error)),
            }
        }
    }

    #[inline]
    fn value<T: Decode>(&mut self, at: Version) -> Made<T> {
        self.map.next_value_seed(At::new(at)).map_err(|error| self.keep(error))
    }

    fn foreign<T: DeserializeOwned>(&mut self, field: &'static str) -> Made<T> {
        let seed = ForeignValue(field, std::marker::PhantomData);
        self.map.next_value_seed(seed).map_err(|error| self.keep(error))
    }

    #[inline]
    fn skip(&mut self) -> Done {
        match self.map.next_value::<IgnoredAny>() {
            Ok(_) => Ok(()),
            Err(error) => Err(self.keep(error)),
        }
    }

    fn fail(&mut self, text: impl std::fmt::Display) -> Failed {
        self.keep(A::Error::custom(text))
    }
}

struct ForeignValue<T>(&'static str, std::marker::PhantomData<T>);

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for ForeignValue<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer).map_err(|error| refused(&error, self.0))
    }
}

/// Fills a slot once.
///
/// # Errors
/// If it is full.
#[inline]
pub fn fill<T>(slot: &mut Option<T>, value: T) -> Done {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(Failed),
    }
}

/// What a `try_with` function gave, its error marked as what it is and where it belongs.
///
/// # Errors
/// The function's error.
pub fn converted<T, F: std::fmt::Display>(
    result: Result<T, F>,
    field: &'static str,
    from: &mut impl Reading,
) -> Made<T> {
    result.map_err(|error| from.fail(conversion_text(&error, field)))
}

/// The value of a foreign type's field; what it makes of null if the named schema may be absent.
///
/// # Errors
/// If the field has to be there, or the type does not take null.
pub fn foreign_or_absent<T: DeserializeOwned>(slot: Option<T>, shape: &Shape) -> Made<T> {
    match slot {
        Some(value) => Ok(value),
        None if shape.is_optional() => {
            let null: serde::de::value::UnitDeserializer<serde::de::value::Error> =
                ().into_deserializer();
            T::deserialize(null).map_err(|_| Failed)
        }
        None => Err(Failed),
    }
}
