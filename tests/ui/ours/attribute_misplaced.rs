use versioned_events::{Envelope, Event, EventSet, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id", since = 1, masked, tag = "kind", rename_all = "camelCase")]
#[serde(rename = "paid", default)]
struct OrderPaid {
    #[field(key, rename = "id", alias = "orderId", debug, version = 1)]
    #[serde(deny_unknown_fields, tag = "t")]
    order_id: String,
}

#[derive(Schema)]
#[schema(type = "line.item", key = "product_id", masked)]
struct LineItem {
    product_id: String,
}

#[derive(Schema)]
enum Paid {
    #[field(masked, alias = "Money")]
    Cash,
    #[field(tag = "kind")]
    Card { number: String },
}

#[derive(EventSet)]
#[event(other, version = 1)]
enum ShopEvent {
    #[event(type = "order.paid", crate = "x")]
    OrderPaid(OrderPaid),
}

fn main() {
    let _ = Envelope::<ShopEvent>::from_json(b"{}");
}
