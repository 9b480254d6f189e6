//! Events that are never read or written here, and their registry.

use event_core::__private::Described;
use event_core::schema::{Deprecated, EventSchema, Field, Schema, Shape, Struct, Text};
use event_core::{Decode, Encode, Event, EventSet, RecordKey, Registry, Version, View};
use serde::{Deserializer, Serializer};

/// An event that is never read or written here.
macro_rules! event {
    ($name:ident: $schema:expr) => {
        #[derive(Debug)]
        pub struct $name;

        impl Schema for $name {
            const SHAPE: &'static Shape = $schema.shape;
        }
        impl Decode for $name {
            fn decode<'de, D: Deserializer<'de>>(_: D, _: Version) -> Result<Self, D::Error> {
                Ok(Self)
            }
        }
        impl Encode for $name {
            fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
                serializer.serialize_unit()
            }
        }
        impl Event for $name {
            const SCHEMA: &'static EventSchema = &$schema;

            fn key(&self) -> Option<RecordKey<'_>> {
                None
            }
        }
    };
}

const ORDER: Struct = Struct::new(
    "OrderPaid",
    "shop",
    &[
        Field::new("order_id", &Shape::Text(Text::Uuid)),
        Field::new("amount", &Shape::Decimal).since(2),
    ],
);
event!(OrderPaid: EventSchema::new("order.paid", 2, &Shape::Struct(&ORDER)).key(&["order_id"]));
event!(UserCreated: EventSchema::new(
    "user.created",
    1,
    &Shape::Struct(&Struct::new("UserCreated", "shop", &[Field::new("name", String::SHAPE)])),
));
// The same event as another build of the program has it.
event!(DocumentedOrder: EventSchema::new(
    "order.paid",
    2,
    &Shape::Struct(&Struct::new(
        "OrderPaid",
        "shop::renamed",
        &[
            Field::new("amount", &Shape::Decimal).since(2).docs("With tax."),
            Field::new("order_id", &Shape::Text(Text::Uuid)),
        ],
    ).docs("Paid.")),
).key(&["order_id"]).deprecated(Deprecated::new("use another")));
event!(ChangedOrder: EventSchema::new(
    "order.paid",
    3,
    &Shape::Struct(&Struct::new(
        "OrderPaid",
        "shop",
        &[
            Field::new("order_id", &Shape::Text(Text::Uuid)),
            Field::new("amount", i64::SHAPE).since(2),
        ],
    )),
).key(&["order_id"]));

/// A set of events; only its schemas matter here.
macro_rules! set {
    ($name:ident: $($event:ident),+) => {
        pub struct $name;

        impl EventSet for $name {
            const EVENTS: &'static [&'static EventSchema] = &[$($event::SCHEMA),+];

            fn decode_event<'de, D: Deserializer<'de>>(
                _: usize,
                _: D,
                _: Version,
            ) -> Result<Self, D::Error> {
                Ok(Self)
            }

            fn encode_event<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
                serializer.serialize_unit()
            }

            fn describe_event(&self) -> Described<'_> {
                Described::Known(Self::EVENTS[0])
            }

            fn record_key(&self) -> Option<RecordKey<'_>> {
                None
            }
        }
    };
}
set!(ShopEvent: UserCreated, OrderPaid);
set!(ChangedShopEvent: UserCreated, ChangedOrder);
set!(ContradictingSet: OrderPaid, ChangedOrder);

pub fn shop() -> Registry {
    let mut registry = Registry::new();
    registry.register_set::<ShopEvent>().expect("nothing is registered yet");
    registry
}

pub fn contents(registry: &Registry) -> Vec<(String, u32, String)> {
    let entry = |schema: &event_core::registry::RegisteredSchema| {
        (schema.subject.clone(), schema.version, schema.id.to_string())
    };
    registry.iter().map(entry).collect()
}
