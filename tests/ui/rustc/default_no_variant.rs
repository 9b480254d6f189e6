use versioned_events::{Envelope, Event, Schema};

#[derive(Schema)]
#[schema(rename_all = "UPPERCASE")]
enum Currency {
    Eur,
    Other { name: String },
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id")]
struct OrderPaid {
    order_id: String,
    #[field(since = 2, default = "EURO")]
    currency: Currency,
    #[field(since = 2, default = "Other")]
    second: Currency,
}

fn main() {
    let event: Envelope<OrderPaid> = Envelope::from_json(b"{}").unwrap();
    let _ = event.to_json();
}
