use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
#[schema(version = 2, removed(name = "bic", type = "String", until = 1))]
enum Payment {
    Cash,
    Wire { iban: String },
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
struct OrderPaid {
    payment: Payment,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
