use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "ordr_id")]
struct OrderPaid {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key("order_id", "customer.id"))]
struct OrderSent {
    order_id: String,
    parcel: u64,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new() }).to_json();
}
