//! The smallest event compiles and round-trips exactly as the README writes it.

use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Envelope, Event};

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id")]
struct OrderPaid { order_id: Uuid, amount: Decimal, #[field(deprecated, masked)] email: Option<String> }

pub fn main() {
    let order_paid = OrderPaid {
        order_id: Uuid::from_u128(7),
        amount: Decimal::new(1050, 2),
        email: Some("ann@example.com".to_owned()),
    };
    let bytes = Envelope::new(order_paid).to_json().unwrap();
    let event: Envelope<OrderPaid> = Envelope::from_json(&bytes).unwrap();
    assert_eq!(event.version(), 2);
    assert_eq!(event.key().unwrap().unwrap().to_string(), "00000000-0000-0000-0000-000000000007");
    assert_eq!(event.data.order_id, Uuid::from_u128(7));
    assert_eq!(event.data.amount, Decimal::new(1050, 2));
    assert_eq!(event.data.email.as_deref(), Some("***"));

    let old = br#"{"id":"00000000-0000-0000-0000-000000000001","type":"order.paid","source":"shop",
        "schema_version":1,"occurred_at":"2026-05-01T10:00:00Z",
        "data":{"order_id":"00000000-0000-0000-0000-000000000007","amount":"10.50"}}"#;
    let event: Envelope<OrderPaid> = Envelope::from_json(old).unwrap();
    assert_eq!(event.version(), 1);
    assert_eq!(event.data.email, None);
}
