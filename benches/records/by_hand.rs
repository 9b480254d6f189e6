//! The baseline: what a good engineer writes without this library. One version, one type, serde's
//! derives, and the serde features of uuid, chrono and rust_decimal.
//!
//! It checks nothing of `type` and `schema_version`, knows no other version and masks nothing.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Serialize, Deserialize)]
pub struct Envelope<D> {
    pub id: Uuid,
    pub r#type: String,
    pub source: String,
    pub schema_version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_reader_version: Option<u32>,
    pub occurred_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub causation_id: Option<Uuid>,
    pub data: D,
}

#[derive(Serialize, Deserialize)]
pub struct OrderPaid {
    pub order_id: Uuid,
    pub amount: Decimal,
    pub currency: Currency,
    pub customer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    pub card_number: String,
    pub line_items: Vec<LineItem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The first version, read into nothing newer.
#[derive(Serialize, Deserialize)]
pub struct OrderPaidV1 {
    pub order_id: Uuid,
    pub total: Decimal,
    pub customer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    pub card_number: String,
    pub line_items: Vec<LineItem>,
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

impl From<OrderPaid> for OrderPaidV1 {
    fn from(order: OrderPaid) -> Self {
        let OrderPaid { order_id, amount, customer, email, card_number, line_items, .. } = order;
        Self { order_id, total: amount, customer, email, card_number, line_items }
    }
}

/// Reads today's version.
pub fn read(bytes: &[u8]) -> serde_json::Result<Envelope<OrderPaid>> {
    serde_json::from_slice(bytes)
}

/// Reads the first version.
pub fn read_v1(bytes: &[u8]) -> serde_json::Result<Envelope<OrderPaidV1>> {
    serde_json::from_slice(bytes)
}

/// What the table calls it.
pub const FROM_SLICE: &str = "Envelope<OrderPaid> by hand, from_slice";
pub const FROM_SLICE_V1: &str = "Envelope<OrderPaidV1> by hand, from_slice";
pub const TO_VEC: &str = "Envelope<OrderPaid> by hand, to_vec";
