use versioned_events::{Envelope, Event, Schema};

type Maybe = Option<Customer>;

#[derive(Schema)]
struct Customer {
    id: Option<String>,
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "customer.id")]
struct OrderPaid {
    customer: Customer,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key = "customer.id")]
struct OrderSent {
    customer: Maybe,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
