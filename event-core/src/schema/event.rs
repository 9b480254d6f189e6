//! The schema of an event: what the code says of it now.

use super::{Deprecated, Shape, const_checks, history};

/// What an event is called, which versions it has, how it is keyed and what it looks like.
///
/// ```
/// use event_core::schema::{EventSchema, Field, Schema, Shape, Struct};
///
/// const SHAPE: &Shape = &Shape::Struct(&Struct::new(
///     "LampSwitched",
///     "home",
///     &[Field::new("on", <bool as Schema>::SHAPE)],
/// ));
/// const LAMP_SWITCHED: &EventSchema = &EventSchema::new("lamp.switched", 1, SHAPE);
/// assert_eq!(LAMP_SWITCHED.min_reader, 1);
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct EventSchema {
    /// The name on the wire: `order.paid`.
    pub event_type: &'static str,
    /// Former names, still read.
    pub aliases: &'static [&'static str],
    /// Today's version, counted from 1.
    pub version: u32,
    /// The first version that can be read.
    pub oldest: u32,
    /// The lowest version whose reader can read what is written today.
    pub min_reader: u32,
    /// What to do with newer versions that do not say that they are readable.
    pub newer: Newer,
    /// The paths of the key's fields, as written; empty when keyless.
    pub key: &'static [&'static str],
    /// The default source.
    pub source: &'static str,
    /// The default topic.
    pub topic: Option<&'static str>,
    /// Why the whole event should no longer be used, if so.
    pub deprecated: Option<Deprecated>,
    /// The payload, from `described_from` on.
    pub shape: &'static Shape,
    /// The first version that `shape` describes.
    pub described_from: u32,
    /// The event that the versions before are: a type of its own, and a step from it to this one.
    pub earlier: Option<&'static EventSchema>,
    /// Of `event_type`: const evaluation compares it before it compares text.
    pub(crate) type_hash: u64,
}

impl EventSchema {
    /// A keyless event without source; `min_reader` follows from the history in `shape`.
    #[must_use]
    pub const fn new(event_type: &'static str, version: u32, shape: &'static Shape) -> Self {
        Self {
            event_type,
            aliases: &[],
            version,
            oldest: 1,
            min_reader: history::min_reader(shape, version, 1),
            newer: Newer::Reject,
            key: &[],
            source: "",
            topic: None,
            deprecated: None,
            shape,
            described_from: 1,
            earlier: None,
            type_hash: const_checks::hash(event_type),
        }
    }

    /// Former names, still read.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The first version that `shape` describes, and so the first that can be read.
    #[must_use]
    pub const fn oldest(mut self, version: u32) -> Self {
        self.oldest = version;
        self.described_from = version;
        self.min_reader = history::min_reader(self.shape, self.version, version);
        self
    }

    /// The event that the versions before the oldest are; what it can read, this one can.
    #[must_use]
    pub const fn earlier(mut self, event: Option<&'static EventSchema>) -> Self {
        if let Some(event) = event {
            self.oldest = event.oldest;
        }
        self.earlier = event;
        self
    }

    /// Reads newer versions even when they do not say that they are readable.
    #[must_use]
    pub const fn tolerates_newer(mut self) -> Self {
        self.newer = Newer::Tolerate;
        self
    }

    /// The paths of the key's fields.
    #[must_use]
    pub const fn key(mut self, paths: &'static [&'static str]) -> Self {
        self.key = paths;
        self
    }

    /// The default source.
    #[must_use]
    pub const fn source(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    /// The default topic.
    #[must_use]
    pub const fn topic(mut self, topic: &'static str) -> Self {
        self.topic = Some(topic);
        self
    }

    /// Should no longer be used.
    #[must_use]
    pub const fn deprecated(mut self, deprecated: Deprecated) -> Self {
        self.deprecated = Some(deprecated);
        self
    }

    /// The schema of the struct that describes a version: this one, or that of an earlier event.
    #[must_use]
    pub fn describing(&self, version: u32) -> &Self {
        match self.earlier {
            Some(earlier) if version < self.described_from => earlier.describing(version),
            _ => self,
        }
    }

    /// The lowest version whose reader can read what is written as `version`.
    #[must_use]
    pub fn min_reader_of(&self, version: u32) -> u32 {
        let described = self.describing(version);
        history::min_reader(described.shape, version, described.described_from)
    }

    /// Whether records of that type are this event.
    #[must_use]
    pub fn is_called(&self, event_type: &str) -> bool {
        self.event_type == event_type || self.aliases.contains(&event_type)
    }
}

/// What to do with newer versions that do not say that they are readable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newer {
    /// An error that names both versions.
    Reject,
    /// Read them as today's version.
    Tolerate,
}
