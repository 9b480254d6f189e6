#![allow(dead_code)]

use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Event, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 3, key = "id")]
#[event(removed(name = "coupon", type = "Option<String>", until = 1))]
struct OrderPaid {
    id: Uuid,
    #[field(renamed(from = "total", until = 1), was(type = "String", until = 1, try_with = parse))]
    amount: Decimal,
    #[field(since = 2, default = "EUR")]
    currency: String,
    #[field(holds(1, until = 2))]
    lines: Vec<Line>,
    #[field(since = 3)]
    paid_with: Option<Method>,
}

#[derive(Schema)]
#[schema(version = 2)]
struct Line {
    sku: String,
    #[field(since = 2, default)]
    discount: Decimal,
}

#[derive(Schema)]
#[schema(tag = "kind", rename_all = "snake_case")]
enum Method {
    Cash,
    Card {
        #[field(masked(last = 4))]
        number: String,
    },
}

fn parse(text: String) -> Result<Decimal, rust_decimal::Error> {
    text.parse()
}
