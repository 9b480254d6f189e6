#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::{Event, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key("tenant", "id"))]
struct OrderPaid {
    id: Uuid,
    tenant: Uuid,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, keyless)]
struct OrderSent {
    id: Uuid,
}

/// The path is the same, and what stands at its end has another name on the wire.
#[derive(Event)]
#[event(type = "pull.opened", version = 1, key = "repository.id")]
struct PullOpened {
    repository: Repository,
}

#[derive(Schema)]
struct Repository {
    #[serde(rename = "ID")]
    id: u64,
    #[serde(rename = "id")]
    number: u64,
}
