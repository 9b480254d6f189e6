//! Sets: the right event for every record, unknown ones kept whole, batches one by one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod shop;

use std::thread;

use rust_decimal::Decimal;
use shop::{AnyEvent, OrderPaid, ShopEvent, UserCreated, order, payload, record};
use uuid::Uuid;
use versioned_events::{
    BatchError, Code, EncodeCode, Envelope, Event, EventSet, Registry, TestClock,
};

const USER: &str =
    r#"{"user_id":"00000000-0000-0000-0000-000000000009","email":"ann@example.com"}"#;

#[test]
fn a_record_becomes_the_variant_of_its_type() {
    let bytes = record("order.paid", 2, &payload(2));
    let envelope = Envelope::<ShopEvent>::from_json(bytes.as_bytes()).unwrap();
    assert_eq!(envelope.data, ShopEvent::OrderPaid(order()));
    assert_eq!(envelope.key().unwrap().unwrap().to_string(), Uuid::from_u128(7).to_string());

    let bytes = record("user.created", 1, USER);
    let envelope = Envelope::<ShopEvent>::from_json(bytes.as_bytes()).unwrap();
    assert_eq!(envelope.event_type(), "user.created");
    assert!(matches!(envelope.data, ShopEvent::UserCreated(UserCreated { .. })));
}

#[test]
fn a_set_lists_its_events() {
    let events: Vec<_> = ShopEvent::EVENTS.iter().map(|event| event.event_type).collect();
    assert_eq!(events, ["user.created", "order.paid"]);
    assert_eq!(<OrderPaid as EventSet>::EVENTS[0].event_type, OrderPaid::TYPE);
}

#[test]
fn an_unknown_type_is_an_error_or_kept_whole() {
    let bytes = record("user.deleted", 4, r#"{ "reason": "asked\n", "n": 1e400 }"#)
        .replace(",\"occurred_at\"", ",\"min_reader_version\":2,\"occurred_at\"");
    let error = Envelope::<ShopEvent>::from_json(bytes.as_bytes()).unwrap_err();
    assert_eq!(error.code(), Code::UnknownType);
    assert_eq!(error.event_type(), Some("user.deleted"));

    let envelope = Envelope::<AnyEvent>::from_json(bytes.as_bytes()).unwrap();
    let AnyEvent::Unknown(raw) = &envelope.data else { panic!("{envelope:?}") };
    assert_eq!((raw.event_type(), raw.version()), ("user.deleted", 4));
    assert_eq!(raw.unmasked_json(), r#"{ "reason": "asked\n", "n": 1e400 }"#);
    assert_eq!(
        format!("{raw:?}"),
        r#"RawEvent { event_type: "user.deleted", version: 4, bytes: 35 }"#
    );
    assert_eq!(envelope.to_json().unwrap(), bytes.as_bytes());
    assert_eq!(envelope.key().unwrap(), None);
}

#[test]
fn an_unknown_event_that_is_passed_on_is_the_same_event() {
    for min_reader in ["1", "2", "3", "null"] {
        let more = format!(r#""min_reader_version":{min_reader},"occurred_at""#);
        let record = record("user.deleted", 2, "{}").replace(r#""occurred_at""#, &more);
        let envelope = Envelope::<AnyEvent>::from_json(record.as_bytes()).unwrap();
        let passed_on = envelope.to_json().unwrap();
        assert_eq!(Envelope::from_json(&passed_on).unwrap(), envelope, "{min_reader}");
    }
}

#[test]
fn a_newer_version_is_no_unknown_type() {
    let bytes = record("order.paid", 4, &payload(3));
    let error = Envelope::<AnyEvent>::from_json(bytes.as_bytes()).unwrap_err();
    assert_eq!(error.code(), Code::NewerVersion);
    assert!(error.to_string().contains("version 3 or older"), "{error}");
    assert_eq!(error.version(), Some(4));
}

#[test]
fn one_bad_item_never_affects_another() {
    let good = record("order.paid", 3, &payload(3));
    let records = [good.as_str(), "", "{", &good, "\0\0\0\0\0{}", &good];
    let results: Vec<_> = Envelope::<ShopEvent>::decode_batch(records).collect();
    let good_places: Vec<_> = (0..records.len()).filter(|at| results[*at].is_ok()).collect();
    assert_eq!(good_places, [0, 3, 5]);
    for (place, code) in [(1, Code::EmptyRecord), (2, Code::Truncated), (4, Code::RegistryFramed)] {
        let BatchError { index, error } = results[place].as_ref().unwrap_err();
        assert_eq!((*index, error.code()), (place, code));
    }
    assert!(
        results[1].as_ref().unwrap_err().to_string().starts_with("item 1: the record is empty")
    );
    let owned: Vec<Vec<u8>> = records.iter().map(|record| record.as_bytes().to_vec()).collect();
    assert_eq!(Envelope::<ShopEvent>::decode_batch(&owned).filter(Result::is_ok).count(), 3);
}

#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "probe.read", version = 1, key("device", "channel"))]
struct ProbeRead {
    device: String,
    channel: u8,
    values: Vec<f64>,
}

#[test]
fn a_batch_is_written_one_by_one_and_nothing_is_lost() {
    let probe = |device: &str, value| {
        let probe = ProbeRead { device: device.to_owned(), channel: 3, values: vec![1.5, value] };
        Envelope::with_clock(probe, &TestClock::new())
    };
    let envelopes = [probe("a/b", 2.0), probe("a", f64::NAN), probe("", 1.0), probe("c", -0.0)];
    assert_eq!(envelopes[0].key().unwrap().unwrap().to_string(), "a%2Fb/3");
    let results: Vec<_> = Envelope::encode_batch(&envelopes).collect();
    let error = &results[1].as_ref().unwrap_err().error;
    assert_eq!((error.code(), error.path()), (EncodeCode::NotFinite, "$.data.values[1]"));
    let error = &results[2].as_ref().unwrap_err().error;
    assert_eq!((error.code(), error.path()), (EncodeCode::EmptyKey, "device"));
    assert_eq!(results[2].as_ref().unwrap_err().index, 2);
    for place in [0, 3] {
        let bytes = results[place].as_ref().unwrap();
        assert_eq!(Envelope::from_json(bytes).unwrap(), envelopes[place]);
    }

    let mut buffer = b"before".to_vec();
    envelopes[1].write_json(&mut buffer).unwrap_err();
    assert_eq!(buffer, b"before", "a failed write leaves the buffer as it was");
    envelopes[0].write_json(&mut buffer).unwrap();
    assert_eq!(buffer[6..], envelopes[0].to_json().unwrap());
}

#[test]
fn twenty_threads_decode_the_same_records() {
    let good = record("order.paid", 2, &payload(2));
    let expected = Envelope::<ShopEvent>::from_json(good.as_bytes()).unwrap();
    let mut registry = Registry::new();
    registry.register_set::<ShopEvent>().unwrap();
    thread::scope(|scope| {
        for _ in 0..20 {
            scope.spawn(|| {
                for result in Envelope::<ShopEvent>::decode_batch([good.as_str(); 200]) {
                    assert_eq!(result.unwrap(), expected);
                }
                assert_eq!(registry.latest("order.paid").unwrap().version, 3);
            });
        }
    });
}

#[test]
fn envelopes_errors_and_registries_cross_threads() {
    fn crosses<T: Send + Sync>() {}
    crosses::<Envelope<ShopEvent>>();
    crosses::<BatchError>();
    crosses::<Registry>();
    crosses::<versioned_events::EncodeError>();
}

#[test]
fn a_test_clock_gives_the_same_envelopes_in_every_run() {
    let clock = TestClock::new();
    let [one, two] = [(); 2].map(|()| Envelope::with_clock(order(), &clock));
    assert_eq!(one.id.to_string(), "00000000-0000-7000-8000-000000000001");
    assert_eq!(one.occurred_at.to_rfc3339(), "1970-01-01T00:00:00+00:00");
    assert!(one.id < two.id && one.occurred_at < two.occurred_at);
    assert_eq!(Envelope::with_clock(order(), &TestClock::new()), one);
    assert_eq!(one.data.amount, Decimal::new(2100, 2));
}
