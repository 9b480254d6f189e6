//! Writing: today's version unless an earlier one is asked for, masked unless asked otherwise by name.

use serde::ser::{Serialize, Serializer};

use crate::decode::Version;
use crate::schema::Holds;

/// What is written of a value: masked or in full, and in which version.
///
/// Implementations of [`Encode`] pass it on as it is.
///
/// ```
/// use event_core::View;
/// assert!(View::MASKED.is_masked());
/// assert!(View::UNMASKED.since(7)); // today's version, whatever its number
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    masked: bool,
    at: Version,
}

impl View {
    /// Today's version, masked fields in masked form: what is written unless something else is asked
    /// for by name.
    pub const MASKED: Self = Self { masked: true, at: Version::NEWEST };

    /// Today's version, everything in full; only [`crate::Envelope::to_json_unmasked`] asks for it.
    pub const UNMASKED: Self = Self { masked: false, at: Version::NEWEST };

    /// Whether masked fields are written masked.
    #[must_use]
    pub const fn is_masked(self) -> bool {
        self.masked
    }

    /// Whether `version` or an earlier one is written.
    #[must_use]
    pub const fn until(self, version: u32) -> bool {
        self.at.until(version)
    }

    /// Whether `version` or a later one is written.
    #[must_use]
    pub const fn since(self, version: u32) -> bool {
        self.at.since(version)
    }

    /// The same in another version.
    #[must_use]
    pub const fn in_version(self, at: Version) -> Self {
        Self { at, ..self }
    }

    /// The view of what a field of this version holds.
    #[doc(hidden)]
    #[must_use]
    pub const fn held(self, holds: Holds) -> Self {
        self.in_version(self.at.held(holds))
    }
}

/// Writes a value.
pub trait Encode {
    /// Writes the value as `view` says.
    ///
    /// # Errors
    /// Whatever the serializer says, and values that JSON cannot hold, such as NaN.
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error>;

    /// Whether a struct field with this value is left out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// An [`Encode`] in a view, as serde's `Serialize`.
pub(crate) struct In<'a, T: ?Sized>(pub(crate) &'a T, pub(crate) View);

impl<T: Encode + ?Sized> Serialize for In<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.encode(serializer, self.1)
    }
}
