use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id", newer = "tolerat")]
struct OrderPaid {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, keyless, newer = "ignore")]
struct OrderSent {}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new() }).to_json();
}
