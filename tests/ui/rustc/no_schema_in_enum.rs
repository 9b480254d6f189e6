use versioned_events::Schema;

struct Card {
    number: String,
}

#[derive(Schema)]
enum Paid {
    Card(Card),
    Cards { cards: Vec<Card> },
}

#[derive(Schema)]
#[schema(tag = "kind", content = "value")]
enum Adjacent {
    Card(Card),
}

fn main() {}
