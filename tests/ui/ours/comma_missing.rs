use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid" version = 2; key("order_id" "amount"))]
struct OrderPaid {
    order_id: String,
    #[field(since = 2 default)]
    amount: String,
    #[field(renamed(from = "total" until = 1))]
    note: String,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new(), amount: String::new(), note: String::new() }).to_json();
}
