use versioned_events::{Envelope, Event};

type Maybe = Option<String>;

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
struct OrderPaid {
    order_id: Maybe,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
