use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1)]
struct OrderPaid {
    note: String,
    order_id: String,
}

#[derive(Event)]
#[event(type = "ping.sent", version = 1)]
struct PingSent {}

fn main() {
    let _ = Envelope::new(OrderPaid { note: String::new(), order_id: String::new() }).to_json();
}
