//! The event of this bench, and what a team without this library writes in its place.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Envelope, Event, EventSet, Schema};

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", source = "shop/billing")]
pub struct OrderPaid {
    pub order_id: Uuid,
    #[field(renamed(from = "total", until = 1))]
    pub amount: Decimal,
    #[field(since = 2, default = "EUR")]
    pub currency: Currency,
    pub customer: String,
    #[field(masked(last = 4))]
    pub card_number: String,
    pub line_items: Vec<LineItem>,
    pub note: Option<String>,
}

#[derive(Schema)]
pub struct LineItem {
    pub product_id: Uuid,
    pub name: String,
    pub quantity: u32,
    pub price: Decimal,
    pub is_gift: bool,
}

#[derive(Schema)]
#[schema(rename_all = "UPPERCASE")]
pub enum Currency {
    Eur,
    Usd,
}

#[derive(Event)]
#[event(type = "order.sent", version = 1, key = "order_id", source = "shop/billing")]
pub struct OrderSent {
    pub order_id: Uuid,
    pub parcel: String,
}

#[derive(Event)]
#[event(type = "user.created", version = 1, key = "user_id", source = "shop/users")]
pub struct UserCreated {
    pub user_id: Uuid,
}

#[derive(EventSet)]
pub enum Shop {
    UserCreated(UserCreated),
    OrderSent(OrderSent),
    OrderPaid(OrderPaid),
}

/// One version, one type, serde's derives.
pub mod by_hand {
    use super::*;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    pub struct Record {
        pub id: Uuid,
        pub r#type: String,
        pub source: String,
        pub schema_version: u32,
        pub occurred_at: DateTime<Utc>,
        pub correlation_id: Option<Uuid>,
        pub data: OrderPaid,
    }

    #[derive(Serialize, Deserialize)]
    pub struct OrderPaid {
        pub order_id: Uuid,
        pub amount: Decimal,
        pub currency: Currency,
        pub customer: String,
        pub card_number: String,
        pub line_items: Vec<LineItem>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct LineItem {
        pub product_id: Uuid,
        pub name: String,
        pub quantity: u32,
        pub price: Decimal,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "UPPERCASE")]
    pub enum Currency {
        Eur,
        Usd,
    }
}

/// The same envelope in every process: ids and times drawn anew would be read and written in a
/// different number of instructions.
pub fn envelope(items: usize) -> Envelope<OrderPaid> {
    let line_items = (0..items).map(|at| LineItem {
        product_id: Uuid::from_u128(at as u128 * 0x0123_4567_89ab_cdef),
        name: format!(
            "Product with the number {at}, wrapped, in a box of grey paper for the way back"
        ),
        quantity: 1 + at as u32 % 7,
        is_gift: at % 2 == 0,
        price: Decimal::new(1050 + at as i64, 2),
    });
    let order = OrderPaid {
        order_id: Uuid::from_u128(0x0198_0000_0001_7000_8000_0000_0000_0001),
        amount: Decimal::new(12_345, 2),
        currency: Currency::Usd,
        customer: "Ann Example".to_owned(),
        card_number: "4111111111111111".to_owned(),
        line_items: line_items.collect(),
        note: Some("Leave it with the neighbours.".to_owned()),
    };
    Envelope::builder(order)
        .id(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0001))
        .occurred_at(DateTime::UNIX_EPOCH + std::time::Duration::from_micros(1_777_777_777_123_456))
        .build()
}
