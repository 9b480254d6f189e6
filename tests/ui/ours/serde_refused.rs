use versioned_events::{Envelope, Event, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 1, keyless)]
#[serde(transparent, remote = "Other", from = "Old", into = "Old", try_from = "Old")]
#[serde(bound = "", crate = "serde", expecting = "an order")]
struct OrderPaid {
    #[serde(flatten)]
    customer: String,
    #[serde(skip, default)]
    cache: String,
    #[serde(skip_serializing)]
    secret: String,
    #[serde(skip_deserializing)]
    sum: String,
    #[serde(with = "hex")]
    hash: String,
    #[serde(serialize_with = "hex", deserialize_with = "hex")]
    digest: String,
    #[serde(borrow)]
    text: String,
    #[serde(getter = "sum")]
    total: String,
}

#[derive(Schema)]
#[serde(untagged)]
enum Paid {
    Cash,
    #[serde(other)]
    Unknown,
}

fn main() {
    let _ = Envelope::<OrderPaid>::from_json(b"{}");
}
