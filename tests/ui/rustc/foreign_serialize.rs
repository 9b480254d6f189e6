use serde::Serialize;
use versioned_events::{Envelope, Event, Schema};

#[derive(Event, Serialize)]
#[event(type = "order.paid", version = 1, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(masked)]
    card: String,
}

#[derive(Schema, Serialize)]
struct Customer {
    #[field(masked)]
    name: String,
}

#[derive(Schema, Serialize)]
enum Paid {
    Card {
        #[field(masked)]
        number: String,
    },
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
