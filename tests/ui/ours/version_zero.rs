use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 0, key = "order_id")]
struct OrderPaid {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.sent", version = 2, key = "order_id")]
struct OrderSent {
    order_id: String,
    #[field(since = 0)]
    parcel: Option<u64>,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new() }).to_json();
}
