//! The envelope: the metadata around an event.

mod builder;
mod read;
mod write;

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use builder::EnvelopeBuilder;

use crate::clock::{Clock, SystemClock};
use crate::json::well_formed;
use crate::key::RecordKey;
use crate::set::{Described, EventSet};
use crate::trace::Trace;
use crate::{EncodeCode, EncodeError};

/// An event, or a set's event, with the metadata that travels around it.
///
/// ```
/// # use event_core::{Envelope, Event};
/// # fn show<OrderPaid: Event>(order_paid: OrderPaid) -> Result<(), Box<dyn std::error::Error>> {
/// let bytes = Envelope::new(order_paid).to_json()?;
/// let event: Envelope<OrderPaid> = Envelope::from_json(&bytes)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Envelope<E> {
    /// Of this event alone. New ones are UUIDv7, any UUID is read.
    pub id: Uuid,
    /// What produced the event.
    pub source: Cow<'static, str>,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// Where it stands in a distributed trace.
    pub trace: Option<Trace>,
    /// The id of the event that everything here began with: a root event's own id.
    pub correlation_id: Option<Uuid>,
    /// The id of the event that led to this one.
    pub causation_id: Option<Uuid>,
    /// The event.
    pub data: E,
    pub(crate) version: u32,
}

impl<S> Envelope<S> {
    /// Wraps an event that happens now, at the root of its own correlation.
    #[must_use]
    pub fn new(event: S) -> Self
    where
        S: EventSet,
    {
        Self::with_clock(event, &SystemClock)
    }

    /// Wraps an event with the time and id of a clock: see [`TestClock`](crate::TestClock).
    #[must_use]
    pub fn with_clock(event: S, clock: &impl Clock) -> Self
    where
        S: EventSet,
    {
        Self::builder(event).clock(clock).build()
    }

    /// Starts an envelope whose parts are set one by one.
    pub fn builder(event: S) -> EnvelopeBuilder<S>
    where
        S: EventSet,
    {
        EnvelopeBuilder::new(event)
    }

    /// The event's type on the wire.
    #[must_use]
    pub fn event_type(&self) -> &str
    where
        S: EventSet,
    {
        match self.data.describe_event() {
            Described::Known(schema) => schema.event_type,
            Described::Raw(raw) => raw.event_type(),
        }
    }

    /// The default topic that the event names.
    #[must_use]
    pub fn topic(&self) -> Option<&'static str>
    where
        S: EventSet,
    {
        match self.data.describe_event() {
            Described::Known(schema) => schema.topic,
            Described::Raw(_) => None,
        }
    }

    /// The key that groups and orders the event; `None` if it is keyless or of an unknown type.
    ///
    /// # Errors
    /// [`EncodeCode::EmptyKey`] if the key, or a part of it, is empty text.
    pub fn key(&self) -> Result<Option<RecordKey<'_>>, EncodeError>
    where
        S: EventSet,
    {
        let key = self.data.record_key();
        let Some(empty) = key.as_ref().and_then(RecordKey::empty_part) else { return Ok(key) };
        let path = match self.data.describe_event() {
            Described::Known(schema) => schema.key.get(empty).copied().unwrap_or_default(),
            Described::Raw(_) => "",
        };
        Err(self.error(EncodeCode::EmptyKey, path.to_owned()))
    }

    pub(crate) fn error(&self, code: EncodeCode, path: String) -> EncodeError
    where
        S: EventSet,
    {
        let (event_type, version) = match self.data.describe_event() {
            Described::Known(schema) => (schema.event_type, schema.version),
            Described::Raw(raw) => (raw.event_type(), raw.version()),
        };
        // The type of a raw event is a text of the record.
        let event_type = well_formed(event_type).unwrap_or_default();
        EncodeError { code, event_type, version, path, rule: None }
    }
}

impl<E> Envelope<E> {
    /// The version that the payload was read in; today's for a new envelope.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Takes part in a distributed trace.
    #[must_use]
    pub fn with_trace(mut self, trace: Trace) -> Self {
        self.trace = Some(trace);
        self
    }

    /// Belongs to what began with the event of that id.
    #[must_use]
    pub fn with_correlation(mut self, id: Uuid) -> Self {
        self.correlation_id = Some(id);
        self
    }

    /// Was caused by another event: takes over its correlation id and its trace.
    #[must_use]
    pub fn caused_by<C>(mut self, cause: &Envelope<C>) -> Self {
        self.correlation_id = Some(cause.correlation_id.unwrap_or(cause.id));
        self.causation_id = Some(cause.id);
        self.trace = cause.trace;
        self
    }

    /// The same envelope around something else.
    #[must_use]
    pub fn map<F>(self, change: impl FnOnce(E) -> F) -> Envelope<F> {
        Envelope {
            id: self.id,
            source: self.source,
            occurred_at: self.occurred_at,
            trace: self.trace,
            correlation_id: self.correlation_id,
            causation_id: self.causation_id,
            data: change(self.data),
            version: self.version,
        }
    }
}
