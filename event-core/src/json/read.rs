//! A record becomes an envelope in one pass, whatever the order of its fields.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::ahead::route_ahead;
use super::facts::well_formed;
use super::header::Header;
use super::name::next_name;
use super::raw::raw_field;
use super::{Limits, diagnose, scan::Scan};
use crate::decode::Version;
use crate::envelope::Envelope;
use crate::error::{Code, DecodeError, Problem};
use crate::raw::RawEvent;
use crate::set::{EventSet, Route, route};

/// Reads a record.
pub(crate) fn read_envelope<S: EventSet>(
    bytes: &[u8],
    limits: &Limits,
) -> Result<Envelope<S>, DecodeError> {
    let text =
        check_record(bytes, limits).map_err(|problem| DecodeError::new(*problem, None, None))?;
    if let Some(ahead) = route_ahead::<S>(text)
        && let Ok(record) = read_whole(text, Record::<S> { ahead: Some(ahead), set: PhantomData })
        && record.header.route::<S>().event() == Some(ahead)
        && let Some(envelope) = record.envelope
    {
        return Ok(envelope);
    }
    let mut record = match read_whole(text, Record { ahead: None, set: PhantomData }) {
        Ok(record) => record,
        Err(error) => return Err(diagnose::explain::<S>(text, &error, 0)),
    };
    let Some(raw) = record.raw else { return record.envelope.ok_or_else(|| gone_wrong(bytes)) };
    let index_and_version = match record.header.route::<S>() {
        Route::Event { index, at } => Some((index, at)),
        Route::UnknownType if S::KEEPS_UNKNOWN => None,
        route => return Err(diagnose::refuse(text, &record.header, &route)),
    };
    let data = match index_and_version {
        None => S::from_raw(RawEvent::new(&record.header, raw.as_ref())).ok(),
        Some((index, at)) => {
            let seed = Data::<S> { index, at, set: PhantomData };
            match read_whole(&raw, seed) {
                Ok(data) => Some(data),
                Err(error) => {
                    // serde_json lends it from the text.
                    let base = (raw.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
                    return Err(diagnose::explain::<S>(text, &error, base));
                }
            }
        }
    };
    data.and_then(|data| record.header.envelope(data)).ok_or_else(|| gone_wrong(bytes))
}

/// A record that no path above accounts for. No such record is known.
fn gone_wrong(bytes: &[u8]) -> DecodeError {
    DecodeError::new(Problem::new(Code::RefusedByType, bytes.len(), "$"), None, None)
}

/// Reads a payload without envelope.
pub(crate) fn read_payload<S: EventSet>(
    event_type: &str,
    bytes: &[u8],
    version: u32,
    limits: &Limits,
) -> Result<S, DecodeError> {
    let known = || well_formed(event_type);
    let text = check_record(bytes, limits)
        .map_err(|problem| DecodeError::new(*problem, known(), Some(version)))?;
    match route(S::EVENTS, event_type, version, None) {
        Route::Event { index, at } => {
            let seed = Data::<S> { index, at, set: PhantomData };
            read_whole(text, seed).map_err(|error| {
                diagnose::explain_payload::<S>(text, event_type, version, index, at, &error)
            })
        }
        Route::UnknownType if S::KEEPS_UNKNOWN => {
            let raw = RawEvent::from_payload(event_type, version, text);
            diagnose::check_syntax(text)
                .map_err(|problem| DecodeError::new(*problem, known(), Some(version)))?;
            S::from_raw(raw).map_err(|_| gone_wrong(bytes))
        }
        route => {
            let problem = diagnose::routing_problem(&route, "$", 0);
            Err(DecodeError::new(problem, known(), Some(version)))
        }
    }
}

/// What can be said of a record before reading it.
pub(super) fn check_record<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, Box<Problem>> {
    if bytes.len() > limits.bytes {
        let expected = format!("at most {} bytes", limits.bytes);
        return Err(Box::new(Problem::new(Code::TooLarge, limits.bytes, "$").expected(expected)));
    }
    match bytes {
        [] => return Err(Box::new(Problem::new(Code::EmptyRecord, 0, "$"))),
        [0, _, _, _, _, ..] => return Err(Box::new(Problem::new(Code::RegistryFramed, 0, "$"))),
        _ => {}
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Box::new(Problem::new(Code::NotUtf8, error.valid_up_to(), "$")))?;
    if limits.depth < Limits::DEEPEST && Scan::new(text).depth() > limits.depth {
        let expected = format!("at most {} lists and objects inside each other", limits.depth);
        return Err(Box::new(Problem::new(Code::TooDeep, 0, "$").expected(expected)));
    }
    Ok(text)
}

/// Reads one value and nothing behind it.
pub(super) fn read_whole<'de, T: DeserializeSeed<'de>>(
    text: &'de str,
    seed: T,
) -> Result<T::Value, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = seed.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// The payload of the event at `index` in the set, in version `at`.
pub(super) struct Data<S> {
    pub(super) index: usize,
    pub(super) at: Version,
    pub(super) set: PhantomData<S>,
}

impl<'de, S: EventSet> DeserializeSeed<'de> for Data<S> {
    type Value = S;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S, D::Error> {
        S::decode_event(self.index, deserializer, self.at)
    }
}

/// Everything that one pass over a record gave.
struct Read<'de, S> {
    header: Header<'de>,
    envelope: Option<Envelope<S>>,
    /// The payload, if it stood before what says how to read it.
    raw: Option<Cow<'de, str>>,
}

struct Record<S> {
    /// How to read a payload that comes before what says so, if that is known.
    ahead: Option<(usize, Version)>,
    set: PhantomData<S>,
}

impl<'de, S: EventSet> DeserializeSeed<'de> for Record<S> {
    type Value = Read<'de, S>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, S: EventSet> Visitor<'de> for Record<S> {
    type Value = Read<'de, S>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut header = Header::default();
        let mut data = None;
        let mut raw = None;
        while let Some(name) = next_name(&mut map)? {
            if name.as_str() != "data" {
                if !header.read(name.as_str(), &mut map)? {
                    map.next_value::<IgnoredAny>()?;
                }
            } else if data.is_some() || raw.is_some() {
                return Err(A::Error::custom("duplicate field"));
            } else if let Some((index, at)) = header.route_early::<S>().or(self.ahead) {
                data = Some(map.next_value_seed(Data::<S> { index, at, set: PhantomData })?);
            } else {
                raw = Some(raw_field(&mut map)?);
            }
        }
        if !header.is_complete() || data.is_none() && raw.is_none() {
            return Err(A::Error::custom("missing field"));
        }
        let envelope = match data {
            Some(data) => header.envelope(data),
            None => None,
        };
        Ok(Read { header, envelope, raw })
    }
}

impl<'de> Header<'de> {
    /// Which event of the set this is.
    fn route<S: EventSet>(&self) -> Route {
        let event_type = self.event_type.as_deref().unwrap_or_default();
        route(S::EVENTS, event_type, self.version(), self.min_reader())
    }

    /// The same, as soon as nothing still to come can change it.
    fn route_early<S: EventSet>(&self) -> Option<(usize, Version)> {
        self.schema_version?;
        let event_type = self.event_type.as_deref()?;
        route(S::EVENTS, event_type, self.version(), self.min_reader()).event()
    }

    /// Whether everything required is there.
    fn is_complete(&self) -> bool {
        let header = (&self.id, &self.event_type, &self.source, &self.occurred_at);
        matches!(header, (Some(_), Some(_), Some(_), Some(_)))
    }

    /// The envelope around `data`.
    fn envelope<S>(&mut self, data: S) -> Option<Envelope<S>> {
        Some(Envelope {
            id: self.id?,
            source: Cow::Owned(self.source.take()?),
            occurred_at: self.occurred_at?,
            trace: self.trace(),
            correlation_id: self.correlation_id.flatten(),
            causation_id: self.causation_id.flatten(),
            data,
            version: self.version(),
        })
    }
}
