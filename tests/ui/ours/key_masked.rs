use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
struct OrderPaid {
    #[field(masked(last = 4))]
    order_id: String,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new() }).to_json();
}
