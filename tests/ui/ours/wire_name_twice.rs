use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 4, key = "order_id", removed(name = "note", type = "String", since = 2, until = 3))]
struct OrderPaid {
    order_id: String,
    #[field(renamed(from = "total", until = 2))]
    amount: String,
    #[field(since = 2)]
    total: Option<String>,
    #[serde(alias = "order_id")]
    note: String,
    #[serde(rename = "amount")]
    sum: String,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
