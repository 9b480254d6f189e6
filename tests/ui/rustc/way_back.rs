use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
#[event(removed(name = "total-price", type = "u32", until = 1))]
struct OrderPaid {
    #[field(was(type = "i64", until = 1, with = to_text))]
    at: String,
}

fn to_text(at: i64) -> String {
    at.to_string()
}

fn main() {
    let order = OrderPaid { at: String::new() };
    let _ = Envelope::new(order).to_json_as::<1>();
}
