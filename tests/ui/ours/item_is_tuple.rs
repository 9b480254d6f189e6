use versioned_events::{Envelope, Event, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
struct OrderPaid(String);

#[derive(Schema)]
struct LineItem(String, u32);

fn main() {
    let _ = Envelope::new(OrderPaid(String::new())).to_json();
}
