use versioned_events::{Envelope, Event, EventSet};

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
struct OrderPaid {}

#[derive(EventSet)]
enum ShopEvent {
    OrderPaid(OrderPaid),
    Nothing,
    Two(OrderPaid, OrderPaid),
    Named { order_paid: OrderPaid },
    #[event(other)]
    Unknown,
}

fn main() {
    let _ = Envelope::new(ShopEvent::OrderPaid(OrderPaid {})).to_json();
}
