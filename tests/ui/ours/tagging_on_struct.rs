use versioned_events::{Envelope, Event, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
#[serde(tag = "kind")]
struct OrderPaid {}

#[derive(Schema)]
#[schema(tag = "kind", content = "value", rename_all_fields = "camelCase")]
struct LineItem {
    quantity: u32,
}

fn main() {
    let _ = Envelope::new(OrderPaid {}).to_json();
}
