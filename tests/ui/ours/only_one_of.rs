use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {
    #[field(was(type = "u32", until = 1, with = u64::from, try_with = u64::try_from))]
    amount: u64,
    #[field(masked(last = 4, with = hidden))]
    card_number: String,
}

fn hidden(_: &str) -> String {
    String::new()
}

fn main() {
    let _ = hidden("");
    let _ = Envelope::new(OrderPaid { amount: 1, card_number: String::new() }).to_json();
}
