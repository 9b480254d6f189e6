//! What else is done without this library, each as a ratio to the same baseline.

use std::hint::black_box;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::by_hand::{self, FROM_SLICE, FROM_SLICE_V1, OrderPaid, OrderPaidV1, TO_VEC};
use crate::harness::Bench;
use crate::samples::Sample;

pub fn compare(bench: &mut Bench, sample: &Sample) {
    let Sample { current, oldest, masked, .. } = sample;
    let bytes = current.len();
    let baseline = || by_hand::read(black_box(current)).unwrap();
    let baseline_v1 = || by_hand::read_v1(black_box(oldest)).unwrap();

    let tagged = || serde_json::from_slice::<Tagged>(black_box(current)).unwrap();
    bench.compare("peer/tagged-enum/decode", bytes, FROM_SLICE, tagged, baseline);
    let value = || value_two_step(black_box(current));
    bench.compare("peer/value-two-step/decode", bytes, FROM_SLICE, value, baseline);
    let value = || value_two_step(black_box(oldest));
    let name = "peer/value-two-step/decode-oldest";
    bench.compare(name, oldest.len(), FROM_SLICE_V1, value, baseline_v1);
    let raw = || raw_two_step(black_box(current));
    bench.compare("peer/raw-value-two-step/decode", bytes, FROM_SLICE, raw, baseline);
    let raw = || raw_two_step(black_box(oldest));
    let name = "peer/raw-value-two-step/decode-oldest";
    bench.compare(name, oldest.len(), FROM_SLICE_V1, raw, baseline_v1);

    let by_hand = by_hand::read(masked).unwrap();
    let baseline = || serde_json::to_vec(black_box(&by_hand)).unwrap();
    let mut buffer = Vec::new();
    let reused = || {
        buffer.clear();
        serde_json::to_writer(&mut buffer, black_box(&by_hand)).unwrap();
        black_box(&mut buffer);
    };
    bench.compare("peer/by-hand-reused-buffer/encode", masked.len(), TO_VEC, reused, baseline);
    let tagged: Tagged = serde_json::from_slice(masked).unwrap();
    let tagged = || serde_json::to_vec(black_box(&tagged)).unwrap();
    bench.compare("peer/tagged-enum/encode", masked.len(), TO_VEC, tagged, baseline);
}

/// The header beside an adjacently tagged enum: every event, one version of each.
#[derive(Serialize, Deserialize)]
struct Tagged {
    #[serde(flatten)]
    header: Header,
    #[serde(flatten)]
    event: TaggedEvent,
}

#[derive(Serialize, Deserialize)]
struct Header {
    id: Uuid,
    source: String,
    schema_version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_reader_version: Option<u32>,
    occurred_at: chrono::DateTime<chrono::Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    correlation_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    causation_id: Option<Uuid>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", content = "data")]
enum TaggedEvent {
    #[serde(rename = "order.paid")]
    OrderPaid(OrderPaid),
    #[serde(rename = "order.opened")]
    OrderOpened { order_id: Uuid },
}

/// A tree first; an earlier version is changed in the tree, then the tree is read.
fn value_two_step(bytes: &[u8]) -> by_hand::Envelope<OrderPaid> {
    let mut record: Value = serde_json::from_slice(bytes).unwrap();
    if record["schema_version"] == 1 {
        let data = record["data"].as_object_mut().unwrap();
        let total = data.remove("total").unwrap();
        data.insert("amount".to_owned(), total);
        data.insert("currency".to_owned(), "EUR".into());
    }
    assert_eq!(record["type"], "order.paid");
    serde_json::from_value(record).unwrap()
}

/// The header first, with the payload as it stands; the version says what the payload is read as.
fn raw_two_step(bytes: &[u8]) -> (by_hand::Envelope<&RawValue>, OrderPaid) {
    let record: by_hand::Envelope<&RawValue> = serde_json::from_slice(bytes).unwrap();
    assert_eq!(record.r#type, "order.paid");
    let order = match record.schema_version {
        1 => serde_json::from_str::<OrderPaidV1>(record.data.get()).unwrap().into(),
        _ => serde_json::from_str(record.data.get()).unwrap(),
    };
    (record, order)
}

impl From<OrderPaidV1> for OrderPaid {
    fn from(order: OrderPaidV1) -> Self {
        let OrderPaidV1 { order_id, total, customer, email, card_number, line_items } = order;
        let (amount, currency, note) = (total, by_hand::Currency::Eur, None);
        Self { order_id, amount, currency, customer, email, card_number, line_items, note }
    }
}
