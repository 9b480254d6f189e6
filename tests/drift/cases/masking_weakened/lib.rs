#![allow(dead_code)]

use uuid::Uuid;
use versioned_events::Event;

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "id")]
#[event(removed(name = "iban", type = "String", until = 1))]
struct OrderPaid {
    id: Uuid,
    email: String,
    #[field(masked(last = 6))]
    card: String,
    #[field(masked(with = shorten))]
    phone: String,
    #[field(masked(last = 2))]
    strengthened: String,
    #[field(masked)]
    also_strengthened: String,
}

fn shorten(text: &String) -> String {
    text.chars().take(2).collect()
}
