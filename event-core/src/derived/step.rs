//! The step from an earlier event to the one that takes its place.

use std::marker::PhantomData;

use serde::de::Error;

use super::conversion_text;
use crate::encode::{Encode, In, View};
use crate::error::EncodeCode;

/// An earlier event on its way to a later one.
///
/// The methods are there where the way is; else those of [`Nowhere`] stand in, and const evaluation
/// has refused the step in our words.
pub struct Step<Earlier, Later>(Earlier, PhantomData<Later>);

impl<Earlier, Later> Step<Earlier, Later> {
    /// An event that was read.
    pub fn new(earlier: Earlier) -> Self {
        Self(earlier, PhantomData)
    }
}

impl<Earlier, Later: From<Earlier>> Step<Earlier, Later> {
    /// The later event.
    ///
    /// # Errors
    /// None.
    pub fn upcast<E: Error>(self) -> Result<Later, E> {
        Ok(self.0.into())
    }

    /// The same while it is written.
    ///
    /// # Errors
    /// None.
    pub fn upcast_to_write<E: serde::ser::Error>(self) -> Result<Later, E> {
        Ok(self.0.into())
    }
}

impl<Earlier, Later> Step<Earlier, Later>
where
    Later: TryFrom<Earlier>,
    Later::Error: std::fmt::Display,
{
    /// The later event.
    ///
    /// # Errors
    /// What the conversion says, marked as what it is.
    pub fn try_upcast<E: Error>(self) -> Result<Later, E> {
        self.0.try_into().map_err(|error| E::custom(conversion_text(&error, "")))
    }

    /// The same while it is written.
    ///
    /// # Errors
    /// If the way there refuses what the way back made.
    pub fn try_upcast_to_write<E: serde::ser::Error>(self) -> Result<Later, E> {
        self.0.try_into().map_err(|_| super::refuse_here(EncodeCode::WouldBeLost))
    }
}

/// What stands in for a way that is not there.
pub trait Nowhere<Later>: Sized {
    /// No event.
    ///
    /// # Errors
    /// Always.
    fn upcast<E: Error>(self) -> Result<Later, E> {
        Err(E::custom("there is no way"))
    }

    /// No event.
    ///
    /// # Errors
    /// Always.
    fn try_upcast<E: Error>(self) -> Result<Later, E> {
        Err(E::custom("there is no way"))
    }

    /// No event.
    ///
    /// # Errors
    /// Always.
    fn upcast_to_write<E: serde::ser::Error>(self) -> Result<Later, E> {
        Err(E::custom("there is no way"))
    }

    /// No event.
    ///
    /// # Errors
    /// Always.
    fn try_upcast_to_write<E: serde::ser::Error>(self) -> Result<Later, E> {
        Err(E::custom("there is no way"))
    }
}

impl<Earlier, Later> Nowhere<Later> for Step<Earlier, Later> {}

/// Writes the event before: in place of today's, which the version does not know.
///
/// # Errors
/// What the serializer says.
pub fn write_earlier<T: Encode, S: serde::Serializer>(
    earlier: &T,
    serializer: S,
    view: View,
) -> Result<S::Ok, S::Error> {
    earlier.encode(serializer, view)
}

/// Refuses an earlier event that would not become today's again, unless that loss was allowed.
///
/// # Errors
/// If what `again` would be written as is not what `today` is.
pub fn same_again<T: Encode, E: serde::ser::Error>(today: &T, again: &T) -> Result<(), E> {
    // Values need not be comparable, but what is written of them is.
    let json = |value: &T| serde_json::to_string(&In(value, View::UNMASKED)).ok();
    match json(today) == json(again) {
        true => Ok(()),
        false => Err(super::refuse_here(EncodeCode::WouldBeLost)),
    }
}

/// Refuses to write a version that only the event before could write.
///
/// # Errors
/// Always.
pub fn no_step_back<S: serde::Serializer>(_: S) -> Result<S::Ok, S::Error> {
    Err(super::refuse_here(EncodeCode::NotWritable))
}
