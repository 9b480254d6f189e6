//! Writing envelopes: always today's version, masked unless the name says otherwise.

use super::Envelope;
use crate::encode::View;
use crate::error::{BatchError, EncodeError};
use crate::json::write_envelope;
use crate::set::EventSet;

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
        write_envelope(self, buffer, View::Masked)
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
        write_envelope(self, &mut bytes, View::Unmasked)?;
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
