use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "")]
struct OrderPaid {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key("order id", order_id, 7))]
struct OrderSent {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.lost", version = 1, key())]
struct OrderLost {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.found", version = 1, key = "self.order_id")]
struct OrderFound {
    order_id: String,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new() }).to_json();
}
