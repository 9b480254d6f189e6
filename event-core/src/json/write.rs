//! An envelope becomes a record, its fields in the order that one pass can read.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::locate::path_of_partial;
use super::writer::{Writer, write_text};
use crate::decode::Version;
use crate::derived::Loss;
use crate::encode::{Encode, In, View};
use crate::envelope::Envelope;
use crate::error::{EncodeCode, EncodeError, NOT_FINITE, OUT_OF_RANGE};
use crate::set::{Described, EventSet};
use crate::types::UtcRoom;

/// Writes behind what `buffer` holds; on failure the buffer is as it was.
pub(crate) fn write_envelope<S: EventSet>(
    envelope: &Envelope<S>,
    buffer: &mut Vec<u8>,
    view: View,
) -> Result<(), EncodeError> {
    let head = match envelope.data.describe_event() {
        Described::Known(schema) => Head {
            event_type: schema.event_type,
            version: schema.version,
            min_reader: Some(schema.min_reader),
        },
        Described::Raw(raw) => Head {
            event_type: raw.event_type(),
            version: raw.version(),
            min_reader: raw.min_reader(),
        },
    };
    write_or_truncate(envelope, buffer, &head, view)
}

/// The same in an earlier version.
pub(crate) fn write_envelope_as<S: EventSet>(
    envelope: &Envelope<S>,
    buffer: &mut Vec<u8>,
    version: u32,
    view: View,
) -> Result<(), EncodeError> {
    let head = match envelope.data.describe_event() {
        Described::Known(schema) if (schema.oldest..=schema.version).contains(&version) => Head {
            event_type: schema.event_type,
            version,
            min_reader: Some(schema.min_reader_of(version)),
        },
        Described::Raw(raw) if raw.version() == version => {
            return write_envelope(envelope, buffer, view);
        }
        _ => {
            let code = EncodeCode::UnknownVersion;
            return Err(envelope.error(code, "$.schema_version".to_owned()).in_version(version));
        }
    };
    write_or_truncate(envelope, buffer, &head, view.in_version(Version::new(version)))
        .map_err(|error| error.in_version(version))
}

/// What the header says of the payload.
struct Head<'a> {
    event_type: &'a str,
    version: u32,
    min_reader: Option<u32>,
}

fn write_or_truncate<S: EventSet>(
    envelope: &Envelope<S>,
    buffer: &mut Vec<u8>,
    head: &Head<'_>,
    view: View,
) -> Result<(), EncodeError> {
    let start = buffer.len();
    let written = write(envelope, buffer, head, view);
    if written.is_err() {
        buffer.truncate(start);
    }
    written
}

fn write<S: EventSet>(
    envelope: &Envelope<S>,
    buffer: &mut Vec<u8>,
    head: &Head<'_>,
    view: View,
) -> Result<(), EncodeError> {
    envelope.key()?;
    write_header(envelope, buffer, head)?;
    let start = buffer.len();
    let written = match envelope.data.describe_event() {
        Described::Known(_) => envelope.data.encode_event(Writer::new(buffer), view),
        Described::Raw(raw) => {
            buffer.extend_from_slice(raw.unmasked_json().as_bytes());
            Ok(())
        }
    };
    if let Err(error) = written {
        let partial = buffer.get(start..).unwrap_or_default();
        return Err(explain(envelope, &error, partial, head.version));
    }
    buffer.push(b'}');
    Ok(())
}

/// The error of a payload that serde_json refused after it had written `partial`.
fn explain<S: EventSet>(
    envelope: &Envelope<S>,
    error: &serde_json::Error,
    partial: &[u8],
    version: u32,
) -> EncodeError {
    let text = error.to_string();
    if let Some(loss) = Loss::in_text(&text) {
        let error = envelope.error(loss.code, format!("$.data{}", loss.path));
        return EncodeError { rule: loss.rule, ..error };
    }
    let shape = match envelope.data.describe_event() {
        Described::Known(schema) => Some(schema.describing(version).shape),
        Described::Raw(_) => None,
    };
    let partial = std::str::from_utf8(partial).unwrap_or_default();
    let code = match text.as_str() {
        NOT_FINITE => EncodeCode::NotFinite,
        OUT_OF_RANGE => EncodeCode::OutOfRange,
        _ => EncodeCode::RefusedByType,
    };
    envelope.error(code, path_of_partial(partial, shape, version))
}

fn write_header<S: EventSet>(
    envelope: &Envelope<S>,
    buffer: &mut Vec<u8>,
    head: &Head<'_>,
) -> Result<(), EncodeError> {
    let Head { event_type, version, min_reader } = *head;
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
        buffer.extend_from_slice(br#","trace_id":""#);
        trace.trace_id.write_hex(buffer);
        if let Some(span_id) = trace.span_id {
            buffer.extend_from_slice(br#"","span_id":""#);
            span_id.write_hex(buffer);
        }
        buffer.push(b'"');
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

fn write_number(number: u32, buffer: &mut Vec<u8>) {
    buffer.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

fn write_time(time: DateTime<Utc>, buffer: &mut Vec<u8>) -> Option<()> {
    let mut room = UtcRoom::default();
    let text = room.write(&time)?;
    buffer.push(b'"');
    buffer.extend_from_slice(text.as_bytes());
    buffer.push(b'"');
    Some(())
}

/// The JSON of a value alone, for the defaults of a schema.
#[must_use]
pub fn encode_json<T: Encode>(value: &T) -> Option<String> {
    json_in(value, View::MASKED)
}

/// The JSON of a value alone.
pub(crate) fn json_in<T: Encode>(value: &T, view: View) -> Option<String> {
    serde_json::to_string(&In(value, view)).ok()
}
