use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 3, keyless)]
struct OrderPaid {
    cents: u32,
    #[field(since = 2, default = "EUR", lossy)]
    currency: String,
    #[field(since = 3)]
    note: Option<String>,
}

fn main() {
    let order = OrderPaid { cents: 1, currency: String::new(), note: None };
    let _ = Envelope::new(order).to_json_as::<2>();
}
