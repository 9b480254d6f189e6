use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type: "order.paid", version: 2, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(since: 2)]
    amount: Option<String>,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new(), amount: None }).to_json();
}
