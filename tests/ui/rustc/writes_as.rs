use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {
    cents: u32,
}

fn main() {
    let order = OrderPaid { cents: 1 };
    let _ = Envelope::new(order).to_json_as::<3>();
}
