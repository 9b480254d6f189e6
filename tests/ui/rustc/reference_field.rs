use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
struct OrderPaid {
    note: &'static str,
    again: (u8, &'static str),
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
