#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::{Event, Schema};

/// One type a field: a field inside came, went, was renamed, lost its default, its mask, its other name.
#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "id")]
struct OrderPaid {
    id: Uuid,
    came: Came,
    went: Went,
    renamed: Renamed,
    default: Default,
    no_default: NoDefault,
    mask: Mask,
    no_mask: NoMask,
    alias: Alias,
    closed: Closed,
    rule: Rule,
}

#[derive(Schema)]
struct Came {
    a: u8,
    b: Option<u8>,
}

#[derive(Schema)]
struct Went {
    a: u8,
}

#[derive(Schema)]
struct Renamed {
    b: u8,
}

#[derive(Schema)]
struct Default {
    a: u8,
}

#[derive(Schema)]
struct NoDefault {
    #[field(default)] a: u8,
}

#[derive(Schema)]
struct Mask {
    #[field(masked(last = 8))] a: String,
}

#[derive(Schema)]
struct NoMask {
    a: String,
}

#[derive(Schema)]
struct Alias {
    a: u8,
}

#[derive(Schema)]
#[schema(deny_unknown_fields)]
struct Closed {
    a: u8,
}

#[derive(Schema)]
struct Rule {
    a: String,
}
