use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = order.paid, version = 2, key = order_id, source = 3, topic("orders"), debug = true)]
struct OrderPaid {
    order_id: String,
    #[field(default())]
    amount: String,
    #[field(masked = 4)]
    card: String,
    #[field(masked(last = "4"))]
    phone: String,
    #[field(with = 7)]
    one: u8,
    #[field(schema = String)]
    two: u8,
    #[field(deprecated = 2)]
    three: u8,
    #[field(deprecated(sunset = "soon"))]
    four: u8,
    #[field(renamed = "old")]
    five: u8,
    #[field(recursive("Tree"))]
    six: u8,
    #[serde(rename = old)]
    seven: u8,
    #[serde(default = 5)]
    eight: u8,
}

#[derive(Event)]
#[event(type = "stock.moved", version = 3, keyless, removed(name = "a", type = "u8", until = 1, holds(1, until = 1)))]
struct StockMoved {
    #[field(holds = 1)]
    one: u8,
    #[field(holds(until = 1))]
    two: u8,
    #[field(holds("1", until = 1))]
    three: u8,
    #[field(since = 2, lossy = true)]
    four: Option<u8>,
}

#[derive(Event)]
#[event(type = , version = 1, key = "order_id", keyless = true, crate = 7)]
struct OrderSent {
    order_id: String,
}

fn main() {
    let event = Envelope::<OrderPaid>::from_json(b"{}");
    println!("{event:?}");
}
