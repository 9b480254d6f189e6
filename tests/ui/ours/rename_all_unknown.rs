use versioned_events::Schema;

#[derive(Schema)]
#[schema(rename_all = "camel_case", rename_all_fields = "Upper")]
enum Paid {
    Cash,
}

fn main() {}
