use versioned_events::Schema;

#[derive(Schema)]
struct Card {
    number: String,
}

#[derive(Schema)]
#[schema(tag = "kind")]
enum Paid {
    Card(Card),
    Cash(u64),
    Coupons(Vec<String>),
}

fn main() {}
