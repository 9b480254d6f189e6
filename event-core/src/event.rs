//! The core trait.

use serde::{Deserializer, Serializer};

use crate::decode::Version;
use crate::encode::View;
use crate::key::RecordKey;
use crate::schema::{EventSchema, Schema};

/// An event: a struct with a name, a version, a key, and a schema of every version it ever had.
///
/// `#[derive(Event)]` writes it; by hand it takes a schema and a key beside [`Schema`]:
///
/// ```
/// # use event_core::schema::{Field, Shape, Struct};
/// # use event_core::{Decode, Encode, Version, View};
/// use event_core::schema::{EventSchema, Schema};
/// use event_core::{Event, RecordKey};
/// # struct LampSwitched(bool);
/// # impl Schema for LampSwitched {
/// #     const SHAPE: &'static Shape =
/// #         &Shape::Struct(&Struct::new("LampSwitched", "home", &[Field::new("on", bool::SHAPE)]));
/// # }
/// # impl Decode for LampSwitched {
/// #     fn decode<'de, D: serde::Deserializer<'de>>(d: D, at: Version) -> Result<Self, D::Error> {
/// #         bool::decode(d, at).map(Self)
/// #     }
/// # }
/// # impl Encode for LampSwitched {
/// #     fn encode<S: serde::Serializer>(&self, s: S, view: View) -> Result<S::Ok, S::Error> {
/// #         self.0.encode(s, view)
/// #     }
/// # }
///
/// impl Event for LampSwitched {
///     const SCHEMA: &'static EventSchema =
///         &EventSchema::new("lamp.switched", 1, <Self as Schema>::SHAPE);
///
///     fn key(&self) -> Option<RecordKey<'_>> {
///         None
///     }
/// }
/// assert_eq!(LampSwitched::TYPE, "lamp.switched");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event",
    label = "not an event",
    note = "a variant for unknown events: write `#[event(other)]` above it and `RawEvent` inside",
    note = "add `#[derive(Event)]` and `#[event(type = \"...\", version = 1, key = \"...\")]` to it"
)]
pub trait Event: Schema {
    /// What the code says of it now.
    const SCHEMA: &'static EventSchema;
    /// Its name on the wire: `order.paid`.
    const TYPE: &'static str = Self::SCHEMA.event_type;
    /// Today's version, counted from 1.
    const VERSION: u32 = Self::SCHEMA.version;
    /// The first version that can be read.
    const OLDEST: u32 = Self::SCHEMA.oldest;

    /// What groups and orders these events; `None` only if the type is keyless.
    fn key(&self) -> Option<RecordKey<'_>>;

    // What a set calls, here so that a variant which is no event is one error.

    #[doc(hidden)]
    fn read_event<'de, D: Deserializer<'de>>(d: D, at: Version) -> Result<Self, D::Error> {
        Self::decode(d, at)
    }

    #[doc(hidden)]
    fn write_event<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        self.encode(serializer, view)
    }
}
