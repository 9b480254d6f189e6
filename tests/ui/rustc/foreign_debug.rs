use versioned_events::{Envelope, Event, Schema};

#[derive(Debug, Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(masked)]
    card: String,
}

#[derive(Debug, Schema)]
struct Customer {
    #[field(masked)]
    name: String,
}

#[derive(Debug, Schema)]
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
