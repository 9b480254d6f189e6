use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
#[schema(version = 2)]
enum Payment {
    Cash,
    #[field(since = 2)]
    Coupon,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {
    #[field(holds(1, until = 1))]
    payments: Vec<Payment>,
}

fn main() {
    let order = OrderPaid { payments: vec![Payment::Cash] };
    let _ = Envelope::new(order).to_json_as::<1>();
}
