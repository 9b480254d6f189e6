//! One order becomes the records that are measured; both sides are seen to read and write the same.

use chrono::DateTime;
use uuid::Uuid;
use versioned_events::{Envelope, Trace};

use crate::by_hand;
use crate::events::{OrderPaid, order};

/// An order, as a value and as records of it.
pub struct Sample {
    pub envelope: Envelope<OrderPaid>,
    /// Today's version, unmasked.
    pub current: Vec<u8>,
    /// The same with `data` before everything else.
    pub data_first: Vec<u8>,
    /// The first of three versions.
    pub oldest: Vec<u8>,
    /// Today's version as it is written: masked.
    pub masked: Vec<u8>,
}

impl Sample {
    /// About 400 B, 1.3 kB and 20 kB.
    pub fn all() -> [Self; 3] {
        [0, 5, 100].map(Self::of)
    }

    fn of(items: usize) -> Self {
        let id = |tail: u128| Uuid::from_u128(0x0198_0000_0001_7000_8000_0000_0000_0000 + tail);
        let traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        let envelope = Envelope::builder(order(items))
            .id(id(2))
            .correlation_id(id(1))
            .occurred_at(DateTime::from_timestamp_millis(1_777_629_600_123).unwrap())
            .trace(Trace::from_traceparent(traceparent).unwrap())
            .build();
        let current = envelope.to_json_unmasked().unwrap();
        let masked = envelope.to_json().unwrap();
        let sample = Self {
            data_first: with_data_first(&current),
            oldest: in_version_1(&current),
            envelope,
            current,
            masked,
        };
        sample.check();
        sample
    }

    fn check(&self) {
        for written in [&self.current, &self.masked] {
            assert!(serde_json::to_vec(&by_hand::read(written).unwrap()).unwrap() == *written);
        }
        for record in [&self.current, &self.data_first] {
            assert!(Envelope::from_json(record).as_ref() == Ok(&self.envelope));
        }
        assert!(by_hand::read(&self.data_first).is_ok());
        let oldest = Envelope::<OrderPaid>::from_json(&self.oldest).unwrap();
        assert_eq!(oldest.version(), 1);
        assert!(oldest.data.line_items == self.envelope.data.line_items);
    }
}

fn with_data_first(record: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(record).unwrap();
    let (head, data) = text.split_once(",\"data\":").unwrap();
    let (head, data) = (head.strip_prefix('{').unwrap(), data.strip_suffix('}').unwrap());
    format!("{{\"data\":{data},{head}}}").into_bytes()
}

fn in_version_1(record: &[u8]) -> Vec<u8> {
    let today = by_hand::read(record).unwrap();
    let oldest = by_hand::Envelope {
        id: today.id,
        r#type: today.r#type,
        source: today.source,
        schema_version: 1,
        min_reader_version: None,
        occurred_at: today.occurred_at,
        trace_id: today.trace_id,
        span_id: today.span_id,
        correlation_id: today.correlation_id,
        causation_id: today.causation_id,
        data: by_hand::OrderPaidV1::from(today.data),
    };
    serde_json::to_vec(&oldest).unwrap()
}
