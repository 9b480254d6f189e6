use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "id")]
struct OrderPaidV2 {
    id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 4, key = "order_id", upcast_from = OrderPaidV2)]
struct OrderPaid {
    order_id: String,
}

impl From<OrderPaidV2> for OrderPaid {
    fn from(order: OrderPaidV2) -> Self {
        Self { order_id: order.id }
    }
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
