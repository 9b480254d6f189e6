use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "id", upcast_from = OrderPaid)]
struct OrderPaidV3 {
    id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", upcast_from = OrderPaidV3)]
struct OrderPaid {
    order_id: String,
}

impl From<OrderPaidV3> for OrderPaid {
    fn from(order: OrderPaidV3) -> Self {
        Self { order_id: order.id }
    }
}

impl From<OrderPaid> for OrderPaidV3 {
    fn from(order: OrderPaid) -> Self {
        Self { id: order.order_id }
    }
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
