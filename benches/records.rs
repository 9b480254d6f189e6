//! Decoding and encoding one record, as ratios to a hand-written struct with serde's derives and
//! `serde_json::from_slice` / `to_vec`, measured in the same run.
//!
//! `cargo bench` prints one line a figure: `ratio decode/current/1364B 0.93`. Rounds of both sides
//! alternate, and the median of their ratios is taken, so that a busy machine slows both.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a bench")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Envelope, Event, EventSet, Schema};

#[derive(Clone, PartialEq, Event)]
#[event(type = "order.paid", version = 2, key = "order_id", source = "shop/billing")]
pub struct OrderPaid {
    pub order_id: Uuid,
    #[field(renamed(from = "total", until = 1))]
    pub amount: Decimal,
    #[field(since = 2, default = "EUR")]
    pub currency: Currency,
    pub customer: String,
    pub line_items: Vec<LineItem>,
    pub note: Option<String>,
}

#[derive(Clone, PartialEq, Schema)]
pub struct LineItem {
    pub product_id: Uuid,
    pub name: String,
    pub quantity: u32,
    pub price: Decimal,
}

#[derive(Clone, Copy, PartialEq, Schema)]
#[schema(rename_all = "UPPERCASE")]
pub enum Currency {
    Eur,
    Usd,
}

#[derive(Clone, PartialEq, EventSet)]
pub enum Shop {
    OrderPaid(OrderPaid),
}

/// What a team without this library writes: one version, one type.
mod by_hand {
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
        #[serde(alias = "total")]
        pub amount: Decimal,
        #[serde(default = "eur")]
        pub currency: Currency,
        pub customer: String,
        pub line_items: Vec<LineItem>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }

    fn eur() -> Currency {
        Currency::Eur
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

fn order(items: usize) -> OrderPaid {
    let line_items = (0..items).map(|at| LineItem {
        product_id: Uuid::from_u128(at as u128 * 0x0123_4567_89ab_cdef),
        name: format!("Product with the number {at}"),
        quantity: 1 + at as u32 % 7,
        price: Decimal::new(1050 + at as i64, 2),
    });
    OrderPaid {
        order_id: Uuid::from_u128(0x0198_0000_0001_7000_8000_0000_0000_0001),
        amount: Decimal::new(12_345, 2),
        currency: Currency::Usd,
        customer: "Ann Example".to_owned(),
        line_items: line_items.collect(),
        note: Some("Leave it with the neighbours, please.".to_owned()),
    }
}

const ROUNDS: usize = 41;

/// Prints the median of the ratios of `ours` to `theirs`, round by round.
fn ratio(name: &str, bytes: usize, mut ours: impl FnMut(), mut theirs: impl FnMut()) {
    let once = time(1, &mut theirs).max(Duration::from_nanos(50));
    let runs = (Duration::from_millis(4).as_nanos() / once.as_nanos()).clamp(10, 100_000) as usize;
    let mut ratios = Vec::with_capacity(ROUNDS);
    let mut fastest = Duration::MAX;
    for _ in 0..ROUNDS {
        let (a, b) = (time(runs, &mut ours), time(runs, &mut theirs));
        fastest = fastest.min(a / runs as u32);
        ratios.push(a.as_secs_f64() / b.as_secs_f64());
    }
    ratios.sort_by(f64::total_cmp);
    println!("ratio {name}/{bytes}B {:.2}   (ours at best {fastest:?})", ratios[ROUNDS / 2]);
}

fn time(runs: usize, work: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    (0..runs).for_each(|_| work());
    start.elapsed()
}

fn main() {
    for items in [1, 5, 100] {
        let envelope = Envelope::new(order(items));
        let current = envelope.to_json().unwrap();
        let size = current.len();
        let text = String::from_utf8(current.clone()).unwrap();
        let (head, data) = text.split_once(",\"data\":").unwrap();
        let data_first =
            format!("{{\"data\":{},{}", data.strip_suffix('}').unwrap(), &head[1..]) + "}";
        let oldest = text
            .replace("\"schema_version\":2", "\"schema_version\":1")
            .replace("\"amount\"", "\"total\"")
            .replace("\"currency\":\"USD\",", "");
        let theirs = |bytes: &[u8]| {
            black_box(serde_json::from_slice::<by_hand::Record>(black_box(bytes)).unwrap());
        };
        let ours = |bytes: &[u8]| {
            black_box(Envelope::<OrderPaid>::from_json(black_box(bytes)).unwrap());
        };
        ratio("decode/current", size, || ours(&current), || theirs(&current));
        ratio(
            "decode/set",
            size,
            || {
                black_box(Envelope::<Shop>::from_json(black_box(&current)).unwrap());
            },
            || theirs(&current),
        );
        ratio("decode/oldest", size, || ours(oldest.as_bytes()), || theirs(oldest.as_bytes()));
        ratio("decode/data-first", size, || ours(data_first.as_bytes()), || theirs(&current));

        let record: by_hand::Record = serde_json::from_slice(&current).unwrap();
        let mut buffer = Vec::with_capacity(2 * size);
        ratio(
            "encode/reused-buffer",
            size,
            || {
                buffer.clear();
                black_box(&envelope).write_json(&mut buffer).unwrap();
            },
            || {
                black_box(serde_json::to_vec(black_box(&record)).unwrap());
            },
        );
    }
}
