use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
struct Customer {
    id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "customer.id")]
struct OrderPaid {
    customer: Option<Customer>,
}

fn main() {
    let _ = Envelope::new(OrderPaid { customer: None }).to_json();
}
