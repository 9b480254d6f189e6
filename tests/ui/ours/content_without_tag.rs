use versioned_events::Schema;

#[derive(Schema)]
#[schema(content = "value")]
enum Paid {
    Cash,
}

fn main() {}
