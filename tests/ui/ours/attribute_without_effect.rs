use versioned_events::{Event, EventSet, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
struct OrderPaid {
    order_id: String,
}

#[derive(EventSet)]
#[schema(debug)]
enum ShopEvent {
    #[field(deprecated)]
    OrderPaid(OrderPaid),
}

#[derive(Schema)]
enum Paid {
    Card(#[field(masked)] String),
    Cash(#[serde(with = "cash")] u64),
}

fn main() {}
