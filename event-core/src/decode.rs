//! Reading: one trait that builds today's value from any version of its history.

use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::DeserializeSeed;

use crate::schema::Holds;

/// A version that a value was written in; nested types have versions of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(u32);

impl Version {
    /// Whatever the newest version is that the type knows.
    pub const NEWEST: Self = Self(u32::MAX);

    /// A version, counted from 1.
    #[must_use]
    pub const fn new(version: u32) -> Self {
        Self(version)
    }

    /// Whether this is `version` or an earlier one.
    #[must_use]
    pub const fn until(self, version: u32) -> bool {
        self.0 <= version
    }

    /// Whether this is `version` or a later one.
    #[must_use]
    pub const fn since(self, version: u32) -> bool {
        self.0 >= version
    }

    /// The version of a nested type that a field of this version holds.
    #[doc(hidden)]
    #[must_use]
    pub const fn held(self, holds: Holds) -> Self {
        Self(holds.at(self.0))
    }

    pub(crate) const fn number(self) -> u32 {
        self.0
    }
}

/// Builds today's value from what some version wrote.
///
/// There is no intermediate struct and no JSON tree: the implementation that the derives write picks
/// names and types by version while it reads. Containers pass the version on, leaves ignore it.
///
/// Values of fields marked as masked may arrive in masked form, so [`crate::Mask`] promises that
/// those decode too.
pub trait Decode: Sized {
    /// Reads a value that was written in version `at`.
    ///
    /// # Errors
    /// Whatever the deserializer says; its text is never shown, because serde's texts quote values.
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error>;

    /// The value of a struct field that is not there; `None` if it has to be.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

/// A [`Decode`] as serde's seed.
pub(crate) struct At<T>(Version, PhantomData<T>);

impl<T> At<T> {
    pub(crate) const fn new(at: Version) -> Self {
        Self(at, PhantomData)
    }
}

impl<'de, T: Decode> DeserializeSeed<'de> for At<T> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::decode(deserializer, self.0)
    }
}
