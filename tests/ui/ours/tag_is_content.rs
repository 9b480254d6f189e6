use versioned_events::Schema;

#[derive(Schema)]
#[schema(tag = "kind", content = "kind")]
enum Paid {
    Cash,
}

fn main() {}
