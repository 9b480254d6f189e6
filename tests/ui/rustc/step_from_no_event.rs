use versioned_events::{Envelope, Event};

struct OrderPaidV1 {
    id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", upcast_from = OrderPaidV1)]
struct OrderPaid {
    order_id: String,
}

impl From<OrderPaidV1> for OrderPaid {
    fn from(order: OrderPaidV1) -> Self {
        Self { order_id: order.id }
    }
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
