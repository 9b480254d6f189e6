use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {
    #[field(was(type = "i64", until = 1, with = to_text, back = to_number))]
    at: String,
}

fn to_text(at: i64) -> String {
    at.to_string()
}

fn to_number(at: &str) -> u64 {
    at.len() as u64
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
