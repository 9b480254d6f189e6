//! Writing fields: what generated code asks of the object that is being written.

use serde::ser::{Error, Serialize, SerializeMap};

use super::loss::located;
use super::{Done, Failed};
use crate::encode::View;

/// An object whose fields are being written. Errors stay with it, so that generated code needs to
/// know neither the format nor its error type.
pub trait Writing {
    /// What is written: masked or not, in which version.
    fn view(&self) -> View;

    /// Writes on in another view; gives the one until now.
    fn set_view(&mut self, view: View) -> View;

    /// Writes a field.
    ///
    /// # Errors
    /// What the serializer says.
    fn entry<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done;

    /// Keeps an error, and says that there is one.
    fn fail(&mut self, text: impl std::fmt::Display) -> Failed;
}

/// An object that serde writes.
pub(crate) struct ToMap<'m, M, E> {
    map: &'m mut M,
    view: View,
    error: Option<E>,
}

impl<'m, M, E: Error> ToMap<'m, M, E> {
    #[inline]
    pub(crate) fn new(map: &'m mut M, view: View) -> Self {
        Self { map, view, error: None }
    }

    /// The error that made something fail.
    pub(crate) fn into_error(self, _: Failed) -> E {
        self.error.unwrap_or_else(|| E::custom("a field cannot be written"))
    }
}

impl<M: SerializeMap> Writing for ToMap<'_, M, M::Error> {
    #[inline]
    fn view(&self) -> View {
        self.view
    }

    #[inline]
    fn set_view(&mut self, view: View) -> View {
        std::mem::replace(&mut self.view, view)
    }

    #[inline]
    fn entry<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
        self.map.serialize_entry(name, value).map_err(|error| {
            self.error = Some(located(error, format_args!(".{name}")));
            Failed
        })
    }

    fn fail(&mut self, text: impl std::fmt::Display) -> Failed {
        self.error = Some(M::Error::custom(text));
        Failed
    }
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
