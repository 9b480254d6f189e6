use versioned_events::Schema;

#[derive(Schema)]
#[schema(tag = "kind")]
enum Paid {
    Cash,
    Card { kind: String },
    Coupon {
        #[serde(alias = "kind")]
        code: String,
    },
    Gift {
        #[serde(rename = "kind")]
        code: String,
    },
}

fn main() {}
