use versioned_events::{Envelope, Event, Schema};

#[derive(Debug, Schema)]
struct Card {
    number: String,
}

fn hide(phone: String) -> String {
    phone
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id", debug)]
struct OrderPaid {
    order_id: String,
    #[field(masked)]
    amount: u64,
    #[field(masked(last = 4))]
    cards: Vec<Card>,
    #[field(masked(with = hide))]
    phone: String,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
