use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(since = 2, default = "5")]
    quantity: u32,
    #[field(since = 2, default = "")]
    notes: Vec<String>,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
