#![allow(dead_code)]

use std::collections::BTreeMap;

use uuid::Uuid;
use versioned_events::{Event, Schema};

/// Through a list, an option, a map, a tuple, an enum and its struct variant, another struct, an alias.
#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "id")]
struct OrderPaid {
    id: Uuid,
    listed: Vec<Line>,
    perhaps: Option<Line>,
    by_name: BTreeMap<String, Line>,
    pair: (u32, Line),
    method: Method,
    outer: Outer,
    alias: Lines,
}

type Lines = Vec<Option<Line>>;

#[derive(Schema)]
struct Line {
    quantity: i64,
}

#[derive(Schema)]
struct Outer {
    inner: Inner,
}

#[derive(Schema)]
struct Inner {
    note: Option<String>,
}

#[derive(Schema)]
enum Method {
    Cash,
    Card { number: u64 },
}
