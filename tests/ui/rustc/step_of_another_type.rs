use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.payed", version = 1, key = "id")]
struct OrderPayed {
    id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", upcast_from = OrderPayed)]
struct OrderPaid {
    order_id: String,
}

impl From<OrderPayed> for OrderPaid {
    fn from(order: OrderPayed) -> Self {
        Self { order_id: order.id }
    }
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
