use versioned_events::{Envelope, Event, EventSet, Schema};

#[derive(Event)]
#[event(typ = "order.paid", vesion = 2, Key = "order_id", sauce = "shop", partition = 3, added::since = 1)]
struct OrderPaid {
    order_id: String,
    #[field(sinse = 2, default, masks, colour = "red")]
    #[serde(renam = "total")]
    amount: String,
    #[field(sensitive)]
    card: String,
    #[field(deprecated(notes = "use `card`"))]
    pan: String,
}

#[derive(Schema)]
#[schema(renameall = "camelCase", taq = "kind")]
enum Paid {
    #[field(depricated)]
    Cash,
}

#[derive(EventSet)]
#[event(krate = "versioned_events")]
enum ShopEvent {
    #[event(ohter)]
    OrderPaid(OrderPaid),
}

fn main() {
    let _ = Envelope::<ShopEvent>::from_json(b"{}");
}
