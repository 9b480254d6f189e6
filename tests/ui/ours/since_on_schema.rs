use versioned_events::Schema;

#[derive(Schema)]
struct LineItem {
    #[field(since = 2)]
    quantity: Option<u32>,
    #[field(renamed(from = "id", until = 1))]
    product_id: String,
    #[field(was(type = "i64", until = 1, with = price))]
    price: u64,
}

fn main() {}
