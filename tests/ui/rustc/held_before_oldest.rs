use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "item.added", version = 1, keyless)]
struct ItemAddedV1 {}

#[derive(Event)]
#[event(type = "item.added", version = 2, keyless, upcast_from = ItemAddedV1)]
struct ItemAdded {
    note: Option<String>,
}

impl From<ItemAddedV1> for ItemAdded {
    fn from(_: ItemAddedV1) -> Self {
        Self { note: None }
    }
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {
    #[field(holds(1, until = 1))]
    item: ItemAdded,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
