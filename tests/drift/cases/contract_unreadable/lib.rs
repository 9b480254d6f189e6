#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

#[derive(Event)]
#[event(type = "lamp.cut", version = 2, key = "id")]
struct Cut {
    id: Uuid,
    on: bool,
}

#[derive(Event)]
#[event(type = "lamp.flipped", version = 2, key = "id")]
struct Flipped {
    id: Uuid,
    on: bool,
}

#[derive(Event)]
#[event(type = "lamp.merged", version = 2, key = "id")]
struct Merged {
    id: Uuid,
    on: bool,
}

#[derive(Event)]
#[event(type = "lamp.newer", version = 2, key = "id")]
struct Newer {
    id: Uuid,
    on: bool,
}

#[derive(Event)]
#[event(type = "lamp.folder", version = 2, key = "id")]
struct Folder {
    id: Uuid,
    on: bool,
}

#[derive(Event)]
#[event(type = "lamp.bytes", version = 2, key = "id")]
struct Bytes {
    id: Uuid,
    on: bool,
}
