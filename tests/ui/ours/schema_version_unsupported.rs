use versioned_events::Schema;

#[derive(Schema)]
#[schema(version = 2)]
struct LineItem {
    quantity: u32,
}

fn main() {}
