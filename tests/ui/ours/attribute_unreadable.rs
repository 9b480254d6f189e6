use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid" "order.sent", version = 1 + , key = "order_id")]
struct OrderPaid {
    #[field(=)]
    order_id: String,
    #[field(,)]
    amount: String,
    #[field(default = 1 => 2)]
    more: u8,
}

fn main() {
    let _ = Envelope::new(OrderPaid { order_id: String::new(), amount: String::new(), more: 1 }).to_json();
}
