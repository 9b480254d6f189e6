//! `Envelope<OrderPaid>` as one would write it by hand for serde: structs for every version, and
//! serde's own derives.
//!
//! It takes the same records as the reader and makes the same of them. Where stock serde would not,
//! a type in `strict.rs` or `decimals.rs` says what differs, and why. Nothing else differs, but that
//! the id of a trace is no reason to refuse a record.

mod decimals;
mod strict;

use chrono::{DateTime, Utc};
use serde::de::Deserialize;
use serde_json::value::RawValue;
use uuid::Uuid;
use versioned_events::{Envelope, SpanId, Trace, TraceId};

use crate::shop::{Currency, LineItem, OrderPaid};
use decimals::Exact;
use strict::{Hyphenated, Instant, Name, Object, Whole};

#[derive(serde::Deserialize)]
struct Record<'a> {
    id: Hyphenated,
    r#type: String,
    source: String,
    schema_version: Option<Whole>,
    min_reader_version: Option<Whole>,
    occurred_at: Instant,
    #[serde(borrow)]
    trace_id: Option<&'a RawValue>,
    #[serde(borrow)]
    span_id: Option<&'a RawValue>,
    correlation_id: Option<Hyphenated>,
    causation_id: Option<Hyphenated>,
    #[serde(borrow)]
    data: &'a RawValue,
}

#[derive(serde::Deserialize)]
struct Version1 {
    order_id: Hyphenated,
    total: Exact,
    line_items: Vec<Object<Line>>,
    card_number: String,
}

#[derive(serde::Deserialize)]
struct Version2 {
    order_id: Hyphenated,
    amount: Exact,
    currency: Name,
    line_items: Vec<Object<Line>>,
    card_number: String,
}

#[derive(serde::Deserialize)]
struct Version3 {
    order_id: Hyphenated,
    amount: Exact,
    currency: Name,
    line_items: Vec<Object<Line>>,
    note: Option<String>,
    card_number: String,
}

#[derive(serde::Deserialize)]
struct Line {
    name: String,
    quantity: Whole,
    price: Exact,
}

/// What stands in a record, read by serde.
#[derive(Debug)]
pub struct Twin {
    id: Uuid,
    source: String,
    occurred_at: DateTime<Utc>,
    trace: Option<Trace>,
    correlation_id: Option<Uuid>,
    causation_id: Option<Uuid>,
    version: u32,
    data: OrderPaid,
}

impl PartialEq<Envelope<OrderPaid>> for Twin {
    fn eq(&self, other: &Envelope<OrderPaid>) -> bool {
        self.id == other.id
            && self.source == other.source
            && self.occurred_at == other.occurred_at
            && self.trace == other.trace
            && self.correlation_id == other.correlation_id
            && self.causation_id == other.causation_id
            && self.version == other.version()
            && self.data == other.data
    }
}

/// The record, if serde takes it, it is an order, and of a version that can be read.
pub fn read(bytes: &[u8]) -> Option<Twin> {
    // As text: of bytes, serde_json does not look into what it skips.
    let text = std::str::from_utf8(bytes).ok()?;
    let Object(record) = serde_json::from_str::<Object<Record<'_>>>(text).ok()?;
    let version = record.schema_version.map_or(1, |version| version.0);
    let readable = record.min_reader_version.is_some_and(|reader| reader.0 <= 3);
    if !["order.paid", "order.payed"].contains(&&*record.r#type) {
        return None;
    }
    let data = match version {
        1 => parse::<Version1>(record.data)?.into(),
        2 => parse::<Version2>(record.data)?.into(),
        3 => parse::<Version3>(record.data)?.into(),
        4.. if readable => parse::<Version3>(record.data)?.into(),
        _ => return None,
    };
    let trace_id = record.trace_id.and_then(plain).and_then(TraceId::from_hex);
    let span_id = record.span_id.and_then(plain).and_then(SpanId::from_hex);
    Some(Twin {
        id: record.id.0,
        source: record.source,
        occurred_at: record.occurred_at.0,
        trace: trace_id.map(|trace_id| Trace { trace_id, span_id }),
        correlation_id: record.correlation_id.map(|id| id.0),
        causation_id: record.causation_id.map(|id| id.0),
        version,
        data,
    })
}

fn parse<T: for<'de> Deserialize<'de>>(json: &RawValue) -> Option<T> {
    Some(serde_json::from_str::<Object<T>>(json.get()).ok()?.0)
}

/// Any value is taken for the id of a trace. It counts if it is text of hex digits, written without
/// escapes, which nobody needs for them.
fn plain(json: &RawValue) -> Option<&str> {
    json.get().strip_prefix('"')?.strip_suffix('"')
}

impl From<Version1> for OrderPaid {
    fn from(version: Version1) -> Self {
        let Version1 { order_id, total, line_items, card_number } = version;
        let currency = Name(Currency::Eur);
        Version2 { order_id, amount: total, currency, line_items, card_number }.into()
    }
}

impl From<Version2> for OrderPaid {
    fn from(version: Version2) -> Self {
        let Version2 { order_id, amount, currency, line_items, card_number } = version;
        Version3 { order_id, amount, currency, line_items, note: None, card_number }.into()
    }
}

impl From<Version3> for OrderPaid {
    fn from(version: Version3) -> Self {
        let line_items = version.line_items.into_iter().map(|Object(line)| LineItem {
            name: line.name,
            quantity: line.quantity.0,
            price: line.price.0,
        });
        Self {
            order_id: version.order_id.0,
            amount: version.amount.0,
            currency: version.currency.0,
            line_items: line_items.collect(),
            note: version.note,
            card_number: version.card_number,
        }
    }
}
