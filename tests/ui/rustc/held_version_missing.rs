use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
#[schema(version = 2)]
struct LineItem {
    name: String,
    #[field(since = 2)]
    note: Option<String>,
}

type Items = Vec<Option<LineItem>>;

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
#[event(removed(name = "gift", type = "Option<LineItem>", until = 1, holds = 4))]
struct OrderPaid {
    #[field(holds(3, until = 1))]
    items: Items,
    #[field(holds(1, until = 1))]
    note: Option<String>,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
