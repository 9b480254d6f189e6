use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
struct Customer {
    #[field(masked)]
    id: String,
}

#[derive(Schema)]
struct Order {
    customer: Customer,
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order.customer.id")]
struct OrderPaid {
    order: Order,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
