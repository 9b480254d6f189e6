use versioned_events::Schema;

#[derive(Schema)]
#[schema(rename_all = "lowercase")]
enum Paid {
    Cash,
    #[serde(rename = "cash")]
    Coins,
    #[serde(alias = "cash")]
    Notes,
}

fn main() {}
