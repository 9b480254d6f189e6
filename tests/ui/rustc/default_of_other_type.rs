use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
enum PaidWith {
    Cash,
}

fn amount(text: String) -> u32 {
    text.len() as u32
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(since = 2, default = 5)]
    amount: String,
    #[field(since = 2, default)]
    paid_with: PaidWith,
    #[field(since = 2, default = PaidWith::Card)]
    second: PaidWith,
    #[field(since = 2, with = missing)]
    third: u32,
    #[field(was(type = "i64", until = 1, with = amount))]
    fourth: u32,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
