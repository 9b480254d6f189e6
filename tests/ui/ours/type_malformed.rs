use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "OrderPaid", version = 1, key = "order_id")]
struct OrderA {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order paid", version = 1, key = "order_id")]
struct OrderB {
    order_id: String,
}

#[derive(Event)]
#[event(type = "Order.Paid", version = 1, key = "order_id")]
struct OrderC {
    order_id: String,
}

#[derive(Event)]
#[event(type = "order..paid", version = 1, key = "order_id")]
struct OrderD {
    order_id: String,
}

#[derive(Event)]
#[event(type = "bestellung.größe", version = 1, key = "order_id")]
struct OrderE {
    order_id: String,
}

#[derive(Event)]
#[event(type = "1st.order", version = 1, key = "order_id")]
struct OrderF {
    order_id: String,
}

fn main() {
    let _ = Envelope::new(OrderA { order_id: String::new() }).to_json();
}
