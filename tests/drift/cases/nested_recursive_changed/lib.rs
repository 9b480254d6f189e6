#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::{Event, Schema};

#[derive(Event)]
#[event(type = "shop.sorted", version = 1, key = "id")]
struct ShopSorted {
    id: Uuid,
    root: Category,
}

#[derive(Schema)]
struct Category {
    name: u32,
    children: Vec<Category>,
}

#[derive(Event)]
#[event(type = "shop.listed", version = 1, key = "id")]
struct ShopListed {
    id: Uuid,
    root: Node,
}

#[derive(Schema)]
struct Node {
    left: Option<Box<Node>>,
    right: Vec<Node>,
}
