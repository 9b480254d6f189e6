use versioned_events::{Envelope, Event, Schema};

#[derive(Event)]
#[schema(type = "order.paid", version = 2, key = "order_id")]
struct OrderPaid {
    #[event(deprecated)]
    order_id: String,
    #[schema(since = 2)]
    amount: Option<String>,
    #[event(key)]
    customer: String,
    paid: Paid,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, keyless)]
#[field(masked)]
struct OrderSent {}

#[derive(Schema)]
#[event(debug)]
#[field(rename_all = "camelCase")]
enum Paid {
    #[schema(deprecated)]
    Cash,
    #[event(other)]
    Card { number: String },
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
    println!("{:?}", Paid::Cash);
}
