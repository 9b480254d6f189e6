use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = "2", key = "order_id")]
struct OrderA {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2.5, key = "order_id")]
struct OrderB {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = -1, key = "order_id")]
struct OrderC {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = two, key = "order_id")]
struct OrderD {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2u32, key = "order_id")]
struct OrderE {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = , key = "order_id")]
struct OrderF {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = "v2", key = "order_id")]
struct OrderG {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order.paid", version = true, key = "order_id")]
struct OrderH {
    order_id: String,
}

fn main() {
    let _ = Envelope::new(OrderA { order_id: String::new() }).to_json();
}
