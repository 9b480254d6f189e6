use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
#[serde(rename_all(serialize = "camelCase"))]
struct OrderPaid {
    #[serde(rename(serialize = "id", deserialize = "order_id"))]
    order_id: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
