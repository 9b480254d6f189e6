//! Sets: every event that one consumer understands.

use serde::{Deserializer, Serializer};

use crate::decode::Version;
use crate::encode::View;
use crate::event::Event;
use crate::key::RecordKey;
use crate::raw::RawEvent;
use crate::schema::{EventSchema, Newer};

/// The events that one consumer understands: an enum with `#[derive(EventSet)]`, or a single event.
///
/// ```
/// # use event_core::EventSet;
/// # fn show<ShopEvent: EventSet>() {
/// for event in ShopEvent::EVENTS {
///     println!("{} version {}", event.event_type, event.version);
/// }
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an event nor a set of events",
    label = "not an event set",
    note = "add `#[derive(Event)]` to a struct, or `#[derive(EventSet)]` to an enum of events"
)]
pub trait EventSet: Sized {
    /// The schemas of the events in the set.
    const EVENTS: &'static [&'static EventSchema];

    /// Whether events of other types are kept as they are.
    #[doc(hidden)]
    const KEEPS_UNKNOWN: bool = false;

    // What the derive writes. The names differ from those of `Event`, so that both traits can be
    // imported together.

    #[doc(hidden)]
    fn decode_event<'de, D: Deserializer<'de>>(
        index: usize,
        deserializer: D,
        at: Version,
    ) -> Result<Self, D::Error>;

    #[doc(hidden)]
    fn encode_event<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error>;

    #[doc(hidden)]
    fn describe_event(&self) -> Described<'_>;

    #[doc(hidden)]
    fn record_key(&self) -> Option<RecordKey<'_>>;

    #[doc(hidden)]
    fn from_raw(raw: RawEvent) -> Result<Self, RawEvent> {
        Err(raw)
    }
}

/// What the variant for unknown events holds: a [`RawEvent`], and any other type is one error.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "unknown events are kept as a `RawEvent`, and `{Self}` is none",
    label = "not a `RawEvent`",
    note = "write `Unknown(RawEvent)`, with `versioned_events::RawEvent`"
)]
pub trait HoldsRaw {
    /// Takes the event.
    fn from_raw(raw: RawEvent) -> Self;

    /// The event.
    fn as_raw(&self) -> &RawEvent;
}

impl HoldsRaw for RawEvent {
    fn from_raw(raw: RawEvent) -> Self {
        raw
    }

    fn as_raw(&self) -> &RawEvent {
        self
    }
}

/// What one event of a set is.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Described<'a> {
    /// An event of the set.
    Known(&'static EventSchema),
    /// An event that no code here knows.
    Raw(&'a RawEvent),
}

impl<E: Event> EventSet for E {
    const EVENTS: &'static [&'static EventSchema] = &[E::SCHEMA];

    fn decode_event<'de, D: Deserializer<'de>>(
        _: usize,
        deserializer: D,
        at: Version,
    ) -> Result<Self, D::Error> {
        E::read_event(deserializer, at)
    }

    fn encode_event<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        self.write_event(serializer, view)
    }

    fn describe_event(&self) -> Described<'_> {
        Described::Known(E::SCHEMA)
    }

    fn record_key(&self) -> Option<RecordKey<'_>> {
        self.key()
    }
}

/// Which event a record is, and how to read it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The event at that place in the set, in that version.
    Event { index: usize, at: Version },
    /// No event of the set has that name.
    UnknownType,
    /// The event has that name, but not that version.
    Unreadable { oldest: u32, newest: u32 },
    /// The version is newer than the event.
    Newer { newest: u32 },
}

impl Route {
    /// The event and the version, if there is one to read.
    pub(crate) fn event(&self) -> Option<(usize, Version)> {
        match self {
            Self::Event { index, at } => Some((*index, *at)),
            _ => None,
        }
    }
}

/// Finds the event for a record's type and version.
pub(crate) fn route(
    events: &[&EventSchema],
    event_type: &str,
    version: u32,
    min_reader: Option<u32>,
) -> Route {
    let mut newest: Option<(usize, &EventSchema)> = None;
    let mut oldest = u32::MAX;
    for (index, event) in events.iter().enumerate() {
        if !event.is_called(event_type) {
            continue;
        }
        if event.oldest <= version && version <= event.version {
            return Route::Event { index, at: Version::new(version) };
        }
        oldest = oldest.min(event.oldest);
        if newest.is_none_or(|(_, best)| best.version < event.version) {
            newest = Some((index, event));
        }
    }
    let Some((index, event)) = newest else {
        return match version {
            0 => Route::Unreadable { oldest: 1, newest: u32::MAX },
            _ => Route::UnknownType,
        };
    };
    if version < event.version {
        return Route::Unreadable { oldest, newest: event.version };
    }
    let readable = min_reader.is_some_and(|reader| reader <= event.version);
    if readable || event.newer == Newer::Tolerate {
        return Route::Event { index, at: Version::NEWEST };
    }
    Route::Newer { newest: event.version }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Shape;

    const ORDER: &EventSchema =
        &EventSchema::new("order.paid", 3, &Shape::Any).aliases(&["order.payed"]);
    const TOLERANT: &EventSchema = &EventSchema::new("lamp.lit", 1, &Shape::Any).tolerates_newer();

    #[test]
    fn a_record_finds_its_event_by_name_alias_and_version() {
        let events = [TOLERANT, ORDER];
        let at = |index, version| Route::Event { index, at: Version::new(version) };
        let newest = |index| Route::Event { index, at: Version::NEWEST };
        for (event_type, version, min_reader, expected) in [
            ("order.paid", 1, None, at(1, 1)),
            ("order.payed", 3, None, at(1, 3)),
            ("order.paid", 0, None, Route::Unreadable { oldest: 1, newest: 3 }),
            ("order.paid", 4, None, Route::Newer { newest: 3 }),
            ("order.paid", 4, Some(4), Route::Newer { newest: 3 }),
            ("order.paid", 4, Some(3), newest(1)),
            ("lamp.lit", 9, None, newest(0)),
            ("lamp.dark", 1, None, Route::UnknownType),
            ("lamp.dark", 0, None, Route::Unreadable { oldest: 1, newest: u32::MAX }),
        ] {
            assert_eq!(route(&events, event_type, version, min_reader), expected, "{event_type}");
        }
    }
}
