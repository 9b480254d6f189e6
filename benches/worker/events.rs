//! The events of the comparison, and one record from a number. `benches/python` has the same events
//! in Pydantic and msgspec, and knows by the number what has to come out.

use chrono::{DateTime, Duration, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Envelope, Event, EventSet, Schema};

#[derive(Clone, PartialEq, Event)]
#[event(type = "order.paid", version = 3, key = "order_id", source = "shop/billing")]
pub struct OrderPaid {
    pub order_id: Uuid,
    #[field(renamed(from = "total", until = 1))]
    pub amount: Decimal,
    #[field(since = 3, default = "EUR")]
    pub currency: Currency,
    pub paid_at: DateTime<Utc>,
    pub customer: String,
    #[field(masked(last = 4))]
    pub card_number: String,
    pub line_items: Vec<LineItem>,
}

#[derive(Clone, PartialEq, Schema)]
pub struct LineItem {
    pub product_id: Uuid,
    pub name: String,
    pub quantity: u32,
    pub price: Decimal,
    pub added_at: DateTime<Utc>,
}

#[derive(Clone, Copy, PartialEq, Schema)]
#[schema(rename_all = "UPPERCASE")]
pub enum Currency {
    Eur,
    Usd,
}

#[derive(Clone, PartialEq, Event)]
#[event(type = "user.created", version = 1, key = "user_id", source = "shop/accounts")]
pub struct UserCreated {
    pub user_id: Uuid,
    pub email: String,
}

#[derive(Clone, PartialEq, EventSet)]
pub enum Shop {
    UserCreated(UserCreated),
    OrderPaid(OrderPaid),
}

pub fn user(number: u32) -> Envelope<Shop> {
    let user =
        UserCreated { user_id: id(3, number, 0), email: format!("user{number}@example.com") };
    Envelope::builder(Shop::UserCreated(user))
        .id(id(2, number, 0))
        .occurred_at(noon(number) + Duration::microseconds(100_001))
        .build()
}

pub fn order(number: u32, line_items: u32) -> Envelope<Shop> {
    let line_items = (0..line_items).map(|at| LineItem {
        product_id: id(4, number, at),
        name: format!("Product with the number {at}, in a box of its own, wrapped as a gift"),
        quantity: 1 + (number + at) % 7,
        price: Decimal::new(1050 + i64::from(at), 2),
        added_at: noon(number) - Duration::seconds(i64::from(at)),
    });
    let order = OrderPaid {
        order_id: id(1, number, 0),
        amount: Decimal::new(10_000 + 37 * i64::from(number), 2),
        currency: Currency::Usd,
        paid_at: noon(number),
        customer: format!("Zoë Example {number}"),
        card_number: format!("411111111111{number:04}"),
        line_items: line_items.collect(),
    };
    Envelope::builder(Shop::OrderPaid(order))
        .id(id(2, number, 0))
        .occurred_at(noon(number) + Duration::microseconds(100_001))
        .build()
}

fn id(kind: u128, number: u32, at: u32) -> Uuid {
    let time = 0x0198_a3c0_0000_7000_8000_0000_0000_0000;
    Uuid::from_u128(time | kind << 80 | u128::from(number) << 16 | u128::from(at))
}

fn noon(number: u32) -> DateTime<Utc> {
    DateTime::from_timestamp(1_777_636_800, 0).unwrap() + Duration::seconds(i64::from(number))
}
