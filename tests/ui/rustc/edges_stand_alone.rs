use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
#[schema(version = 2)]
struct Item {
    #[field(since = 2)]
    note: Option<String>,
}

#[derive(Schema)]
struct Folder {
    inside: Vec<(Folder, Item)>,
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
struct OrderPaid {
    folder: Folder,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
