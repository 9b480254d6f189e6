//! The events that several tests share, and records of them as text.

#![allow(dead_code, reason = "every test uses a part of it")]

use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Event, EventSet, RawEvent, Schema};

/// An order was paid in full.
#[derive(Clone, PartialEq, Event)]
#[event(type = "order.paid", version = 3, key = "order_id", source = "shop/billing", debug)]
#[event(alias = "order.payed")]
pub struct OrderPaid {
    pub order_id: Uuid,
    #[field(renamed(from = "total", until = 1))]
    pub amount: Decimal,
    #[field(since = 2, default = "EUR")]
    pub currency: Currency,
    pub line_items: Vec<LineItem>,
    #[field(since = 3)]
    pub note: Option<String>,
    #[field(masked(last = 4))]
    pub card_number: String,
}

#[derive(Clone, Debug, PartialEq, Schema)]
pub struct LineItem {
    pub name: String,
    pub quantity: u32,
    pub price: Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Schema)]
#[schema(rename_all = "UPPERCASE")]
pub enum Currency {
    Eur,
    Usd,
}

/// A customer opened an account.
#[derive(Clone, PartialEq, Event)]
#[event(type = "user.created", version = 1, key = "user_id", debug)]
pub struct UserCreated {
    pub user_id: Uuid,
    #[field(masked)]
    pub email: String,
}

#[derive(Clone, Debug, PartialEq, EventSet)]
pub enum ShopEvent {
    UserCreated(UserCreated),
    OrderPaid(OrderPaid),
}

#[derive(Clone, Debug, PartialEq, EventSet)]
pub enum AnyEvent {
    OrderPaid(OrderPaid),
    #[event(other)]
    Unknown(RawEvent),
}

pub fn order() -> OrderPaid {
    OrderPaid {
        order_id: Uuid::from_u128(7),
        amount: Decimal::new(2100, 2),
        currency: Currency::Usd,
        line_items: vec![LineItem {
            name: "Lamp".to_owned(),
            quantity: 2,
            price: Decimal::new(1050, 2),
        }],
        note: None,
        card_number: "4111111111111111".to_owned(),
    }
}

pub const ID: &str = r#""id":"00000000-0000-0000-0000-000000000001""#;
pub const TIME: &str = r#""occurred_at":"2026-05-01T10:00:00Z""#;
pub const ITEMS: &str = r#""line_items":[{"name":"Lamp","quantity":2,"price":"10.50"}]"#;
pub const ORDER_ID: &str = r#""order_id":"00000000-0000-0000-0000-000000000007""#;

/// The payload of an order in version 1, 2 or 3.
pub fn payload(version: u32) -> String {
    let amount = match version {
        1 => r#""total":"21.00""#,
        _ => r#""amount":"21.00","currency":"USD""#,
    };
    format!(r#"{{{ORDER_ID},{amount},{ITEMS},"card_number":"4111111111111111"}}"#)
}

/// A record around a payload.
pub fn record(event_type: &str, version: u32, data: &str) -> String {
    format!(
        r#"{{{ID},"type":"{event_type}","source":"shop","schema_version":{version},{TIME},"data":{data}}}"#
    )
}
