use versioned_events::Schema;

#[derive(Schema)]
enum Paid {
    Cash(u64, u8),
    Card(),
}

fn main() {}
