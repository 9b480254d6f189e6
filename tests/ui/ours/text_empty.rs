use versioned_events::{Envelope, Event, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless, source = "", topic = "")]
struct OrderPaid {
    #[field(renamed(from = "", until = 1))]
    paid: Paid,
}

#[derive(Schema)]
#[schema(tag = "")]
enum Paid {
    Cash,
}

fn main() {
    let _ = Envelope::new(OrderPaid { paid: Paid::Cash }).to_json();
}
