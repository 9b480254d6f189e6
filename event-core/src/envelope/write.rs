//! Writing envelopes: today's version, masked, unless the name says otherwise.

use super::Envelope;
use crate::encode::View;
use crate::error::{BatchError, EncodeError};
use crate::json::{write_envelope, write_envelope_as};
use crate::set::EventSet;
use crate::writes_as::Writable;

impl<S> Envelope<S> {
    /// Writes the record: JSON in UTF-8, masked fields in masked form.
    ///
    /// # Errors
    /// An [`EncodeError`] for what JSON or a key cannot hold: NaN, an empty key.
    pub fn to_json(&self) -> Result<Vec<u8>, EncodeError>
    where
        S: EventSet,
    {
        let mut bytes = Vec::with_capacity(512);
        self.write_json(&mut bytes)?;
        Ok(bytes)
    }

    /// Writes the record behind what `buffer` holds; a buffer that is used again costs no allocation.
    ///
    /// # Errors
    /// The same as [`Envelope::to_json`]; the buffer is then as it was.
    pub fn write_json(&self, buffer: &mut Vec<u8>) -> Result<(), EncodeError>
    where
        S: EventSet,
    {
        write_envelope(self, buffer, View::MASKED)
    }

    /// Writes the record with sensitive fields in full: for a store that is meant to have them.
    ///
    /// # Errors
    /// The same as [`Envelope::to_json`].
    pub fn to_json_unmasked(&self) -> Result<Vec<u8>, EncodeError>
    where
        S: EventSet,
    {
        let mut bytes = Vec::with_capacity(512);
        write_envelope(self, &mut bytes, View::UNMASKED)?;
        Ok(bytes)
    }

    /// The same behind what `buffer` holds; a buffer that is used again costs no allocation.
    ///
    /// # Errors
    /// The same as [`Envelope::to_json`]; the buffer is then as it was.
    pub fn write_json_unmasked(&self, buffer: &mut Vec<u8>) -> Result<(), EncodeError>
    where
        S: EventSet,
    {
        write_envelope(self, buffer, View::UNMASKED)
    }

    /// Writes the record as an earlier version, for readers that know no newer one; masked fields in
    /// masked form.
    ///
    /// That the version can hold everything is seen while compiling: what it has no place for has to
    /// be marked as `lossy`, and what had another type needs a `back`. A set of events has no such
    /// method, because its events count their versions each by itself.
    ///
    /// ```
    /// # use event_core::{EncodeError, Envelope, Event, WritesAs};
    /// # fn show<OrderPaid: Event + WritesAs<2>>(order: Envelope<OrderPaid>) -> Result<(), EncodeError> {
    /// let record = order.to_json_as::<2>()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// The same as [`Envelope::to_json`].
    pub fn to_json_as<const VERSION: u32>(&self) -> Result<Vec<u8>, EncodeError>
    where
        S: EventSet + Writable<VERSION>,
    {
        self.to_json_as_version(VERSION)
    }

    /// Writes the record as a version that is known only when the program runs; masked fields in
    /// masked form.
    ///
    /// A field that came later is left out if it reads the same without: if it is absent, or equal
    /// to its default as written.
    ///
    /// # Errors
    /// The same as [`Envelope::to_json`], and an [`EncodeError`] that names the field if the version
    /// has no place for its value, or needs one that today's struct cannot give.
    pub fn to_json_as_version(&self, version: u32) -> Result<Vec<u8>, EncodeError>
    where
        S: EventSet,
    {
        let mut bytes = Vec::with_capacity(512);
        write_envelope_as(self, &mut bytes, version, View::MASKED)?;
        Ok(bytes)
    }

    /// Writes records one by one, each on its own: a bad one never affects another.
    pub fn encode_batch<'a, I>(
        envelopes: I,
    ) -> impl Iterator<Item = Result<Vec<u8>, BatchError<EncodeError>>>
    where
        S: EventSet,
        I: IntoIterator<Item = &'a Self>,
        S: 'a,
    {
        envelopes.into_iter().enumerate().map(|(index, envelope)| {
            envelope.to_json().map_err(|error| BatchError { index, error })
        })
    }
}
