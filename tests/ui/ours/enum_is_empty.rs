use versioned_events::Schema;

#[derive(Schema)]
enum Paid {}

fn main() {}
