#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::{Event, Schema};

/// One type a field: what can happen to an enum, and a struct in its place.
#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "id")]
struct OrderPaid {
    id: Uuid,
    other: Vec<Other>,
    came: Came,
    went: Went,
    tag: Tag,
    content: Content,
    alias: Alias,
    newtype: Newtype,
}

#[derive(Schema)]
struct Other {}

#[derive(Schema)]
enum Came {
    A,
    B,
}

#[derive(Schema)]
enum Went {
    A,
}

#[derive(Schema)]
#[schema(tag = "kind")]
enum Tag {
    A { a: u8 },
}

#[derive(Schema)]
enum Content {
    A { a: u8 },
}

#[derive(Schema)]
enum Alias {
    A,
}

#[derive(Schema)]
enum Newtype {
    A(u8),
}
