use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event("order.paid", version = 2, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(2)]
    amount: Option<String>,
    #[field(renamed("total", 1))]
    note: String,
    #[field(since = 2, default, "masked")]
    more: String,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new(), amount: None, note: String::new(), more: String::new() }).to_json();
}
