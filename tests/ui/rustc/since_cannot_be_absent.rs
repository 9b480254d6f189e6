use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(since = 2)]
    amount: u64,
    #[field(since = 3)]
    notes: Vec<String>,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
