//! An envelope becomes a record, its fields in the order that one pass can read.

use std::io::Write as _;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::locate::path_of_partial;
use crate::encode::{Encode, In, View};
use crate::envelope::Envelope;
use crate::error::{EncodeCode, EncodeError, NOT_FINITE, OUT_OF_RANGE};
use crate::set::{Described, EventSet};
use crate::types::time_text;

/// Writes behind what `buffer` holds; on failure the buffer is as it was.
pub(crate) fn write_envelope<S: EventSet>(
    envelope: &Envelope<S>,
    buffer: &mut Vec<u8>,
    view: View,
) -> Result<(), EncodeError> {
    let start = buffer.len();
    let written = write(envelope, buffer, view);
    if written.is_err() {
        buffer.truncate(start);
    }
    written
}

fn write<S: EventSet>(
    envelope: &Envelope<S>,
    buffer: &mut Vec<u8>,
    view: View,
) -> Result<(), EncodeError> {
    envelope.key()?;
    write_header(envelope, buffer)?;
    let start = buffer.len();
    let written = envelope.data.encode_event(&mut serde_json::Serializer::new(&mut *buffer), view);
    if let Err(error) = written {
        let shape = match envelope.data.describe_event() {
            Described::Known(schema) => Some(schema.shape),
            Described::Raw(_) => None,
        };
        let partial = std::str::from_utf8(buffer.get(start..).unwrap_or_default());
        let path = path_of_partial(partial.unwrap_or_default(), shape);
        return Err(envelope.error(code_of(&error), path));
    }
    buffer.push(b'}');
    Ok(())
}

fn write_header<S: EventSet>(
    envelope: &Envelope<S>,
    buffer: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let (event_type, version, min_reader) = match envelope.data.describe_event() {
        Described::Known(schema) => (schema.event_type, schema.version, Some(schema.min_reader)),
        Described::Raw(raw) => (raw.event_type(), raw.version(), raw.min_reader()),
    };
    buffer.extend_from_slice(br#"{"id":"#);
    write_uuid(envelope.id, buffer);
    buffer.extend_from_slice(br#","type":"#);
    write_text(event_type, buffer);
    buffer.extend_from_slice(br#","source":"#);
    write_text(&envelope.source, buffer);
    buffer.extend_from_slice(br#","schema_version":"#);
    write_number(version, buffer);
    if let Some(min_reader) = min_reader.filter(|reader| *reader < version) {
        buffer.extend_from_slice(br#","min_reader_version":"#);
        write_number(min_reader, buffer);
    }
    buffer.extend_from_slice(br#","occurred_at":"#);
    write_time(envelope.occurred_at, buffer)
        .ok_or_else(|| envelope.error(EncodeCode::OutOfRange, "$.occurred_at".to_owned()))?;
    if let Some(trace) = envelope.trace {
        // Writing to a `Vec` cannot fail.
        let _ = write!(buffer, r#","trace_id":"{}""#, trace.trace_id);
        if let Some(span_id) = trace.span_id {
            let _ = write!(buffer, r#","span_id":"{span_id}""#);
        }
    }
    for (name, id) in [
        (&br#","correlation_id":"#[..], envelope.correlation_id),
        (br#","causation_id":"#, envelope.causation_id),
    ] {
        if let Some(id) = id {
            buffer.extend_from_slice(name);
            write_uuid(id, buffer);
        }
    }
    buffer.extend_from_slice(br#","data":"#);
    Ok(())
}

fn write_uuid(id: Uuid, buffer: &mut Vec<u8>) {
    let mut text = Uuid::encode_buffer();
    buffer.push(b'"');
    buffer.extend_from_slice(id.as_hyphenated().encode_lower(&mut text).as_bytes());
    buffer.push(b'"');
}

fn write_text(text: &str, buffer: &mut Vec<u8>) {
    // Writing text to a `Vec` cannot fail.
    let _ = serde_json::to_writer(buffer, text);
}

fn write_number(number: u32, buffer: &mut Vec<u8>) {
    let _ = write!(buffer, "{number}");
}

fn write_time(time: DateTime<Utc>, buffer: &mut Vec<u8>) -> Option<()> {
    let text = time_text(&time, true)?;
    buffer.push(b'"');
    buffer.extend_from_slice(text.as_bytes());
    buffer.push(b'"');
    Some(())
}

fn code_of(error: &serde_json::Error) -> EncodeCode {
    match error.to_string().as_str() {
        NOT_FINITE => EncodeCode::NotFinite,
        OUT_OF_RANGE => EncodeCode::OutOfRange,
        _ => EncodeCode::RefusedByType,
    }
}

/// The JSON of a value alone, for the defaults of a schema.
#[must_use]
pub fn encode_json<T: Encode>(value: &T) -> Option<String> {
    serde_json::to_string(&In(value, View::Masked)).ok()
}
