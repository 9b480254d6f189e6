//! The fields of the envelope: their table, and how they are read.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::de::MapAccess;
use uuid::Uuid;

use super::raw::raw_field;
use crate::decode::{At, Decode, Version};
use crate::schema::{Field, Schema, Shape, Struct, Text};
use crate::trace::{SpanId, Trace, TraceId};

/// A version as it stands in an envelope; 0 is a number too, only not a known version.
const VERSION: &Shape = &Shape::Option(&Shape::Integer { min: 0, max: u32::MAX as i128 });
/// A trace id is never a reason to refuse a record, whatever stands there.
const TRACE: &Shape = &Shape::Option(&Shape::Any);

/// The envelope, in the order it is written. `data` is what the event's own table says.
pub(crate) const ENVELOPE: &Struct = &Struct::new(
    "Envelope",
    "event_core",
    &[
        Field::new("id", Uuid::SHAPE).docs("Of this event alone; a UUIDv7 from this library."),
        Field::new("type", String::SHAPE).docs("The event type."),
        Field::new("source", String::SHAPE).docs("What produced the event."),
        Field::new("schema_version", VERSION).docs("The version of `data`; absent means 1."),
        Field::new("min_reader_version", VERSION)
            .docs("The lowest version whose reader can read `data`; absent means its own."),
        Field::new("occurred_at", &Shape::Text(Text::Time)).docs("When it happened."),
        Field::new("trace_id", TRACE).docs("W3C Trace Context, 32 hex digits; else ignored."),
        Field::new("span_id", TRACE).docs("W3C Trace Context, 16 hex digits; else ignored."),
        Field::new("correlation_id", <Option<Uuid>>::SHAPE)
            .docs("The `id` of the event that everything here began with."),
        Field::new("causation_id", <Option<Uuid>>::SHAPE)
            .docs("The `id` of the event that led to this one."),
        Field::new("data", &Shape::Any).docs("The payload."),
    ],
);

/// The envelope's fields as far as they were read.
#[derive(Default)]
pub(crate) struct Header<'de> {
    pub(crate) id: Option<Uuid>,
    pub(crate) event_type: Option<Cow<'de, str>>,
    pub(crate) source: Option<String>,
    pub(crate) schema_version: Option<Option<u32>>,
    pub(crate) min_reader_version: Option<Option<u32>>,
    pub(crate) occurred_at: Option<DateTime<Utc>>,
    trace_id: Option<Cow<'de, str>>,
    span_id: Option<Cow<'de, str>>,
    pub(crate) correlation_id: Option<Option<Uuid>>,
    pub(crate) causation_id: Option<Option<Uuid>>,
}

impl<'de> Header<'de> {
    /// Reads the value of the field `name`; false if the envelope has no such field.
    pub(crate) fn read<A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        match name {
            "id" => once(&mut self.id, value, map)?,
            "type" => once(&mut self.event_type, super::name::borrowed_text, map)?,
            "source" => once(&mut self.source, value, map)?,
            "schema_version" => once(&mut self.schema_version, value, map)?,
            "min_reader_version" => once(&mut self.min_reader_version, value, map)?,
            "occurred_at" => once(&mut self.occurred_at, value, map)?,
            "trace_id" => once(&mut self.trace_id, raw_field, map)?,
            "span_id" => once(&mut self.span_id, raw_field, map)?,
            "correlation_id" => once(&mut self.correlation_id, value, map)?,
            "causation_id" => once(&mut self.causation_id, value, map)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The version of the payload.
    pub(crate) fn version(&self) -> u32 {
        self.schema_version.flatten().unwrap_or(1)
    }

    /// The lowest version whose reader can read the payload, if it says so.
    pub(crate) fn min_reader(&self) -> Option<u32> {
        self.min_reader_version.flatten()
    }

    /// The trace, unless its id is not a valid one. A span without a trace means nothing.
    pub(crate) fn trace(&self) -> Option<Trace> {
        let trace_id = TraceId::from_hex(unquoted(self.trace_id.as_deref()?)?)?;
        let span_id = self.span_id.as_deref().and_then(unquoted).and_then(SpanId::from_hex);
        Some(Trace { trace_id, span_id })
    }
}

fn value<'de, T: Decode, A: MapAccess<'de>>(map: &mut A) -> Result<T, A::Error> {
    map.next_value_seed(At::new(Version::NEWEST))
}

fn once<'de, T, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    read: impl FnOnce(&mut A) -> Result<T, A::Error>,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(serde::de::Error::custom("duplicate field"));
    }
    *slot = Some(read(map)?);
    Ok(())
}

fn unquoted(json: &str) -> Option<&str> {
    json.strip_prefix('"')?.strip_suffix('"')
}
