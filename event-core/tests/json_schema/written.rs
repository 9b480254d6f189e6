//! What is written fits the closed schema, whatever the values are.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use event_core::schema::Schema;
use event_core::{Bytes, Envelope, Event, Openness, Trace};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::payment::{Adjacent, Card, ClosedAdjacent, External, Internal, Level, Payment};
use crate::structs::{Account, Nest, Tree};
use crate::support::{Wrap, validator};

/// Writes all values in envelopes and validates the records, open and closed.
fn assert_written<T: Schema + Clone>(values: impl IntoIterator<Item = T>) {
    for value in values {
        assert_record(Envelope::new(Wrap(value)));
    }
}

fn assert_record<T: Schema>(envelope: Envelope<Wrap<T>>) {
    let bytes = envelope.to_json().expect("it can be written");
    assert!(Envelope::<Wrap<T>>::from_json(&bytes).is_ok(), "it can be read again");
    let record: Value = serde_json::from_slice(&bytes).expect("JSON");
    for openness in [Openness::Open, Openness::Closed] {
        let schema = <Wrap<T>>::SCHEMA;
        let whole = schema.envelope_json_schema(schema.version, openness).expect("a schema");
        assert!(validator(&whole).is_valid(&record), "{openness:?}: {record:#}\n{whole:#}");
        let payload = schema.json_schema(schema.version, openness).expect("a schema");
        assert!(validator(&payload).is_valid(&record["data"]), "{record:#}\n{payload:#}");
    }
}

#[test]
fn written_leaves_fit() {
    assert_written([true, false]);
    assert_written([0, u64::MAX]);
    assert_written([i64::MIN, 0, i64::MAX]);
    assert_written([u8::MIN, u8::MAX]);
    assert_written([f32::MIN, -0.0, f32::MAX, f32::MIN_POSITIVE]);
    assert_written([f64::MIN, 0.1, f64::MAX, 1e300]);
    assert_written([u128::MIN, u128::MAX]);
    assert_written([i128::MIN, -1, 0, i128::MAX]);
    assert_written(["", "a\n\"", "😀"].map(str::to_owned));
    assert_written(['a', '\0', '😀']);
    assert_written([Uuid::nil(), Uuid::max(), Uuid::now_v7()]);
    assert_written([vec![], vec![1], vec![1, 2], vec![255; 3]].map(Bytes::from));
    assert_written([json!(null), json!({ "a": [1.5] })]);
}

#[test]
fn written_times_fit() {
    let time = |text: &str| text.parse::<DateTime<FixedOffset>>().expect("a time");
    let times =
        ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "2026-05-01T10:00:00+05:30"]
            .map(time);
    assert_written(times);
    assert_written(times.map(|time| time.to_utc()));
    assert_written([Utc::now()]);
    assert_written(
        ["0000-01-01", "9999-12-31"].map(|date| date.parse::<NaiveDate>().expect("a date")),
    );
    assert_written([
        TimeDelta::zero(),
        TimeDelta::nanoseconds(-1),
        TimeDelta::new(999_999_999_999, 999_999_999).expect("a duration"),
        TimeDelta::new(-999_999_999_999, 0).expect("a duration"),
    ]);
    assert_written([Duration::ZERO, Duration::new(999_999_999_999, 1)]);
}

#[cfg(feature = "rust_decimal")]
#[test]
fn written_decimals_fit() {
    use rust_decimal::Decimal;

    let smallest = Decimal::from_i128_with_scale(1, 28);
    assert_written([Decimal::MIN, Decimal::MAX, Decimal::ZERO, -Decimal::ZERO, smallest]);
    assert_written([
        Decimal::new(-1050, 2),
        Decimal::from_i128_with_scale(i128::from(u64::MAX), 28),
    ]);
    assert_written([Some(Decimal::ONE), None]);
}

#[test]
fn written_containers_fit() {
    assert_written([Some(1u8), None]);
    assert_written([vec![Some(1u8), None], vec![]]);
    assert_written([[1u8, 2], [3, 4]]);
    assert_written([(1u8, "a".to_owned(), None::<u8>)]);
    assert_written([BTreeMap::from([("".to_owned(), 1u8)]), BTreeMap::new()]);
    assert_written([BTreeMap::from([(i8::MIN, 1u8), (0, 2), (i8::MAX, 3)])]);
    assert_written([BTreeMap::from([(u64::MIN, 1u8), (u64::MAX, 2)])]);
    assert_written([BTreeMap::from([(Uuid::nil(), 1u8)])]);
    assert_written([BTreeMap::from([(Level::High, 1u8), (Level::Low, 2)])]);
}

#[test]
fn written_structs_and_enums_fit() {
    let account = |note, level| Account::<false> {
        id: 1,
        amount: 2,
        note,
        currency: "EUR".to_owned(),
        level: Some(level),
    };
    assert_record(Envelope::new(Wrap(account(None, Level::Low))));
    assert_record(Envelope::new(Wrap(account(Some("x".to_owned()), Level::High))));
    let leaf = || Tree { value: 1, children: vec![], twin: None };
    let tree = Tree { value: 2, children: vec![leaf(), leaf()], twin: Some(Box::new(leaf())) };
    assert_record(Envelope::new(Wrap(tree)));
    assert_record(Envelope::new(Wrap(Nest(vec![Nest(vec![]), Nest(vec![])]))));
}

macro_rules! payments {
    ($type:ty: $($payment:expr),* $(,)?) => {
        $(assert_record(Envelope::new(Wrap::<$type>($payment)));)*
    };
}

#[test]
fn written_variants_fit() {
    let card = |limit| Card { number: "1".to_owned(), limit };
    payments!(External: Payment::Cash, Payment::Card(card(None)), Payment::Wire(card(Some(1))));
    payments!(External: Payment::Points(None), Payment::Points(Some(1)), Payment::Other(json!([])));
    payments!(Internal: Payment::Cash, Payment::Card(card(None)), Payment::Wire(card(Some(1))));
    payments!(Adjacent: Payment::Cash, Payment::Card(card(None)), Payment::Wire(card(Some(1))));
    payments!(Adjacent: Payment::Points(None), Payment::Other(json!(null)));
    payments!(ClosedAdjacent: Payment::Cash, Payment::Wire(card(None)), Payment::Points(Some(1)));
}

#[test]
fn a_written_trace_fits() {
    let traced = |header: &str| {
        let trace = Trace::from_traceparent(header).expect("a trace");
        assert_record(Envelope::new(Wrap(true)).with_trace(trace));
    };
    traced("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    traced("00-00000000000000000000000000000001-0000000000000001-00");
}
