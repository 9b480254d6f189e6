//! Writing: always today's version, masked unless asked otherwise by name.

use serde::ser::{Serialize, Serializer};

/// Whether masked fields are written masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Masked fields leave in masked form. What every output uses.
    Masked,
    /// Everything in full; only [`crate::Envelope::to_json_unmasked`] asks for it.
    Unmasked,
}

/// Writes today's value.
pub trait Encode {
    /// Writes the value.
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
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.encode(serializer, self.1)
    }
}
