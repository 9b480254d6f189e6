use std::borrow::Cow;

use versioned_events::{Envelope, Event, EventSet, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
struct OrderPaid<T> {
    paid: T,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, keyless, serde, debug)]
struct OrderSent<'a> {
    note: Cow<'a, str>,
}

#[derive(Schema)]
struct Matrix<const N: usize>
where
    [u8; N]: Copy,
{
    cells: [u8; N],
}

#[derive(EventSet)]
enum ShopEvent<T> {
    OrderPaid(OrderPaid<T>),
}

fn main() {
    let _ = Envelope::new(OrderPaid { paid: 1 }).to_json();
}
