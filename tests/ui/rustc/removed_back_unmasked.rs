use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
struct Card {
    #[field(masked)]
    number: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
#[event(removed(name = "card_number", type = "String", until = 1, back = number))]
struct OrderPaid {
    card: Option<Card>,
}

fn number(order: &OrderPaid) -> String {
    order.card.as_ref().map(|card| card.number.clone()).unwrap_or_default()
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
