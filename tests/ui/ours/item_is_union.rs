use versioned_events::{Envelope, Event, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
union OrderPaid {
    cash: u32,
}

#[derive(Schema)]
union Paid {
    cash: u32,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
