use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
#[schema(version = 2)]
enum Payment {
    Cash,
    #[field(holds(1, until = 1))]
    Card { number: Number },
}

#[derive(Schema)]
#[schema(version = 2)]
struct Number {
    digits: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
struct OrderPaid {
    payment: Payment,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
