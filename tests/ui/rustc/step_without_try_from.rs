use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "id")]
struct OrderPaidV1 {
    id: String,
}

/// An error without `Display`.
struct NoOrder;

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", try_upcast_from = OrderPaidV1)]
struct OrderPaid {
    order_id: String,
}

impl TryFrom<OrderPaidV1> for OrderPaid {
    type Error = NoOrder;

    fn try_from(_: OrderPaidV1) -> Result<Self, NoOrder> {
        Err(NoOrder)
    }
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
