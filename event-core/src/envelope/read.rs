//! Reading envelopes: the one decode path, from a record, a payload or a batch.

use super::Envelope;
use crate::batch::decode_batch;
use crate::error::{BatchError, DecodeError};
use crate::event::Event;
use crate::json::{Limits, read_envelope, read_payload};
use crate::set::EventSet;

impl<S> Envelope<S> {
    /// Reads a record: any version that the events know, fields in any order.
    ///
    /// # Errors
    /// A [`DecodeError`] with its [`Code`](crate::Code), the path and the offset.
    pub fn from_json(bytes: &[u8]) -> Result<Self, DecodeError>
    where
        S: EventSet,
    {
        read_envelope(bytes, &Limits::DEFAULT)
    }

    /// The same within limits of your own.
    ///
    /// # Errors
    /// The same, with [`Code::TooLarge`](crate::Code::TooLarge) and
    /// [`Code::TooDeep`](crate::Code::TooDeep) beyond the limits.
    pub fn from_json_within(bytes: &[u8], limits: &Limits) -> Result<Self, DecodeError>
    where
        S: EventSet,
    {
        read_envelope(bytes, limits)
    }

    /// Reads records one by one, each on its own: a bad one never affects another.
    ///
    /// Decoding holds no state, so there is no pool to size and nothing to share: give every thread
    /// a slice of the batch.
    ///
    /// ```
    /// # use event_core::{Envelope, EventSet};
    /// # fn show<ShopEvent: EventSet>(records: Vec<Vec<u8>>) {
    /// for result in Envelope::<ShopEvent>::decode_batch(&records) {
    ///     match result {
    ///         Ok(envelope) => println!("{}", envelope.event_type()),
    ///         Err(bad) => println!("{bad}"), // item 3: `$.data.amount` is missing, ...
    ///     }
    /// }
    /// # }
    /// ```
    pub fn decode_batch<I>(records: I) -> impl Iterator<Item = Result<Self, BatchError>>
    where
        S: EventSet,
        I: IntoIterator<Item: AsRef<[u8]>>,
    {
        decode_batch(records, Limits::DEFAULT)
    }

    /// The same within limits of your own.
    pub fn decode_batch_within<I>(
        records: I,
        limits: Limits,
    ) -> impl Iterator<Item = Result<Self, BatchError>>
    where
        S: EventSet,
        I: IntoIterator<Item: AsRef<[u8]>>,
    {
        decode_batch(records, limits)
    }

    /// Wraps somebody else's JSON, whose type is known from elsewhere, such as a header.
    ///
    /// The source is the event's own; an event that the set keeps without knowing it has none until
    /// you set [`Envelope::source`].
    ///
    /// # Errors
    /// A [`DecodeError`] whose paths start at the payload: `$.order_id`.
    pub fn from_payload_of(
        event_type: &str,
        bytes: &[u8],
        version: u32,
    ) -> Result<Self, DecodeError>
    where
        S: EventSet,
    {
        Self::from_payload_of_within(event_type, bytes, version, &Limits::DEFAULT)
    }

    /// The same within limits of your own.
    ///
    /// # Errors
    /// The same, with [`Code::TooLarge`](crate::Code::TooLarge) and
    /// [`Code::TooDeep`](crate::Code::TooDeep) beyond the limits.
    pub fn from_payload_of_within(
        event_type: &str,
        bytes: &[u8],
        version: u32,
        limits: &Limits,
    ) -> Result<Self, DecodeError>
    where
        S: EventSet,
    {
        read_payload(event_type, bytes, version, limits).map(|event| {
            let mut envelope = Self::new(event);
            envelope.version = version;
            envelope
        })
    }
}

impl<E> Envelope<E> {
    /// Wraps somebody else's JSON: a payload without envelope, in the given version of the event.
    ///
    /// # Errors
    /// A [`DecodeError`] whose paths start at the payload: `$.order_id`.
    pub fn from_payload(bytes: &[u8], version: u32) -> Result<Self, DecodeError>
    where
        E: Event,
    {
        Self::from_payload_of(E::TYPE, bytes, version)
    }
}
