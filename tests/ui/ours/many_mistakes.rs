use std::collections::HashMap;

use versioned_events::{Envelope, Event, EventSet};

#[derive(Event)]
#[event(type = "OrderPaid", vesion = 2, key = "ordr_id", debug = true)]
#[event(removed(name = "coupon", type = "Option<String>", until = 2))]
struct OrderPaid {
    order_id: String,
    #[field(renamed(form = "total", until = 2))]
    amount: String,
    #[field(since = 3)]
    note: Option<String>,
    #[field(masked(last = 0))]
    card: String,
    #[serde(flatten)]
    more: HashMap<String, String>,
    #[event(default)]
    labels: Vec<String>,
}

#[derive(EventSet)]
enum ShopEvent {
    OrderPaid(OrderPaid),
}

#[derive(Event)]
#[event(type = "cart.filled", version = 1, keyless)]
struct CartFilled {
    last: OrderPaid,
}

fn main() {
    let event: Envelope<ShopEvent> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
