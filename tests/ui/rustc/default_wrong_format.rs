use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(since = 2, default = "none")]
    customer_id: Uuid,
    #[field(since = 2, default = "1,50")]
    amount: Decimal,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
