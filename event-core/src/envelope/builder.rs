//! An envelope whose parts are set one by one.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Envelope;
use crate::clock::{Clock, SystemClock};
use crate::set::{Described, EventSet};
use crate::trace::Trace;

/// Sets the parts of an envelope; what is not set comes from the event and the clock.
///
/// ```
/// # use event_core::{Envelope, Event};
/// # fn show<OrderPaid: Event>(order_paid: OrderPaid) {
/// let envelope = Envelope::builder(order_paid).source("shop/import").build();
/// # }
/// ```
#[derive(Debug)]
#[must_use = "an envelope comes from `build`"]
pub struct EnvelopeBuilder<E> {
    event: E,
    id: Option<Uuid>,
    source: Option<Cow<'static, str>>,
    occurred_at: Option<DateTime<Utc>>,
    trace: Option<Trace>,
    correlation_id: Option<Uuid>,
    causation_id: Option<Uuid>,
}

impl<S: EventSet> EnvelopeBuilder<S> {
    pub(super) fn new(event: S) -> Self {
        Self {
            event,
            id: None,
            source: None,
            occurred_at: None,
            trace: None,
            correlation_id: None,
            causation_id: None,
        }
    }

    /// The id, instead of a new one.
    pub fn id(mut self, id: Uuid) -> Self {
        self.id = Some(id);
        self
    }

    /// What produced the event, instead of the source that it names.
    pub fn source(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// When it happened, instead of now.
    pub fn occurred_at(mut self, time: DateTime<Utc>) -> Self {
        self.occurred_at = Some(time);
        self
    }

    /// Takes part in a distributed trace.
    pub fn trace(mut self, trace: Trace) -> Self {
        self.trace = Some(trace);
        self
    }

    /// The id of the event that everything here began with, instead of its own.
    pub fn correlation_id(mut self, id: Uuid) -> Self {
        self.correlation_id = Some(id);
        self
    }

    /// The id of the event that led to this one.
    pub fn causation_id(mut self, id: Uuid) -> Self {
        self.causation_id = Some(id);
        self
    }

    /// Takes the id and the time that are not set yet from a clock.
    pub fn clock(mut self, clock: &impl Clock) -> Self {
        self.id.get_or_insert_with(|| clock.new_id());
        self.occurred_at.get_or_insert_with(|| clock.now());
        self
    }

    /// The envelope.
    #[must_use]
    pub fn build(self) -> Envelope<S> {
        let id = self.id.unwrap_or_else(|| SystemClock.new_id());
        let (source, version) = match self.event.describe_event() {
            Described::Known(schema) => (schema.source, schema.version),
            Described::Raw(raw) => ("", raw.version()),
        };
        Envelope {
            id,
            source: self.source.unwrap_or(Cow::Borrowed(source)),
            occurred_at: self.occurred_at.unwrap_or_else(|| SystemClock.now()),
            trace: self.trace,
            correlation_id: Some(self.correlation_id.unwrap_or(id)),
            causation_id: self.causation_id,
            data: self.event,
            version,
        }
    }
}
