use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id", alias = "order.paid", alias = "order.payed", alias = "order.payed")]
struct OrderPaid {
    order_id: String,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new() }).to_json();
}
