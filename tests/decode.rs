//! Reading records: every version, every order, and each bad input with an error of its own.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod shop;

use chrono::{TimeZone, Utc};
use shop::{Currency, ITEMS, ORDER_ID, OrderPaid, ShopEvent, TIME, order, payload, record};
use uuid::Uuid;
use versioned_events::{Code, DecodeError, Envelope, Limits, Trace, diagnose};

fn read(record: &str) -> Result<Envelope<OrderPaid>, DecodeError> {
    Envelope::from_json(record.as_bytes())
}

#[test]
fn every_version_becomes_todays_struct() {
    for version in 1..=3 {
        let envelope = read(&record("order.paid", version, &payload(version))).unwrap();
        assert_eq!(envelope.version(), version);
        let currency = if version == 1 { Currency::Eur } else { Currency::Usd };
        assert_eq!(envelope.data, OrderPaid { currency, ..order() });
    }
}

#[test]
fn an_absent_version_is_version_one_and_an_alias_is_the_event() {
    let record = record("order.payed", 1, &payload(1)).replace(r#""schema_version":1,"#, "");
    let envelope = read(&record).unwrap();
    assert_eq!((envelope.version(), envelope.event_type()), (1, "order.paid"));
}

#[test]
fn the_fields_of_the_envelope_come_in_any_order() {
    let fields = [
        shop::ID.to_owned(),
        r#""type":"order.paid""#.to_owned(),
        r#""source":"shop""#.to_owned(),
        r#""schema_version":2"#.to_owned(),
        TIME.to_owned(),
        format!(r#""data":{}"#, payload(2)),
    ];
    let mut seen = 0;
    permutations(&mut fields.clone(), 0, &mut |fields| {
        let envelope = read(&format!("{{{}}}", fields.join(","))).unwrap();
        assert_eq!(envelope.data, order());
        assert_eq!(envelope.version(), 2);
        seen += 1;
    });
    assert_eq!(seen, 720);
}

fn permutations(items: &mut [String], from: usize, check: &mut impl FnMut(&[String])) {
    if from == items.len() {
        return check(items);
    }
    for at in from..items.len() {
        items.swap(from, at);
        permutations(items, from + 1, check);
        items.swap(from, at);
    }
}

#[test]
fn the_envelope_carries_what_it_was_given() {
    let trace = Trace::from_traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    let cause = Envelope::new(order());
    let envelope = Envelope::builder(order())
        .id(Uuid::from_u128(1))
        .occurred_at(Utc.with_ymd_and_hms(2026, 5, 1, 10, 0, 0).unwrap())
        .source("shop/test")
        .trace(trace.unwrap())
        .correlation_id(Uuid::from_u128(2))
        .causation_id(Uuid::from_u128(3))
        .build();
    let text = String::from_utf8(envelope.to_json_unmasked().unwrap()).unwrap();
    let expected = format!(
        "{{{},\"type\":\"order.paid\",\"source\":\"shop/test\",\"schema_version\":3,\
         \"min_reader_version\":2,{TIME},\
         \"trace_id\":\"0af7651916cd43dd8448eb211c80319c\",\"span_id\":\"b7ad6b7169203331\",\
         \"correlation_id\":\"00000000-0000-0000-0000-000000000002\",\
         \"causation_id\":\"00000000-0000-0000-0000-000000000003\",\"data\":{}}}",
        shop::ID,
        payload(3),
    );
    assert_eq!(text, expected);
    assert_eq!(read(&text).unwrap(), envelope);

    let caused = Envelope::new(order()).caused_by(&cause.with_trace(trace.unwrap()));
    assert_eq!(caused.trace, trace);
    assert_ne!(caused.correlation_id, Some(caused.id));
    assert_eq!(caused.correlation_id, caused.causation_id);
}

#[test]
fn offsets_become_utc_and_bad_traces_are_dropped() {
    let record = record("order.paid", 3, &payload(3)).replace(
        TIME,
        r#""occurred_at":"2026-05-01T12:00:00+02:00","trace_id":7,"span_id":{"a":1}"#,
    );
    let envelope = read(&record).unwrap();
    assert_eq!(envelope.occurred_at, Utc.with_ymd_and_hms(2026, 5, 1, 10, 0, 0).unwrap());
    assert_eq!(envelope.trace, None);
    for bad in
        ["\"XAF7651916CD43DD8448EB211C80319C\"", "\"00000000000000000000000000000000\"", "[]"]
    {
        let record = record.replace("\"trace_id\":7", &format!("\"trace_id\":{bad}"));
        assert_eq!(read(&record).unwrap().trace, None, "{bad}");
    }
}

/// A record, and what is said of it: code, path, version.
fn bad_records() -> Vec<(String, Code, &'static str)> {
    let good = record("order.paid", 3, &payload(3));
    let with = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replace(from, to)
    };
    vec![
        (String::new(), Code::EmptyRecord, "$"),
        ("\0\0\0\0\u{7}{}".to_owned(), Code::RegistryFramed, "$"),
        (format!("{good}}}"), Code::ExtraBytes, "$"),
        (format!("{good}{good}"), Code::ExtraBytes, "$"),
        (good[..good.len() - 1].to_owned(), Code::Truncated, "$"),
        (good[..good.len() - 12].to_owned(), Code::Truncated, "$.data.card_number"),
        (with("\"2026", "2026"), Code::NotJson, "$.occurred_at"),
        (with("\"10.50\"", "10.50."), Code::NotJson, "$.data.line_items[0].price"),
        ("[]".to_owned(), Code::TypeMismatch, "$"),
        ("\"order.paid\"".to_owned(), Code::TypeMismatch, "$"),
        (with(shop::ID, "\"x\":1"), Code::MissingField, "$.id"),
        (with("\"type\":\"order.paid\",", ""), Code::MissingField, "$.type"),
        (with("\"source\":\"shop\",", ""), Code::MissingField, "$.source"),
        (with(TIME, "\"x\":1"), Code::MissingField, "$.occurred_at"),
        (with("\"data\":", "\"date\":"), Code::MissingField, "$.data"),
        (with(shop::ID, "\"id\":\"1\""), Code::BadFormat, "$.id"),
        (with(shop::ID, "\"id\":1"), Code::TypeMismatch, "$.id"),
        (with("10:00:00Z", "10:00:00"), Code::TimeWithoutOffset, "$.occurred_at"),
        (with("2026-05-01T", "2026-05-32T"), Code::BadFormat, "$.occurred_at"),
        (with("_version\":3", "_version\":\"3\""), Code::TypeMismatch, "$.schema_version"),
        (with("_version\":3", "_version\":3.5"), Code::OutOfRange, "$.schema_version"),
        (with("_version\":3", "_version\":-1"), Code::OutOfRange, "$.schema_version"),
        (with("_version\":3", "_version\":0"), Code::UnknownVersion, "$.schema_version"),
        (with("_version\":3", "_version\":4"), Code::NewerVersion, "$.schema_version"),
        (with("\"order.paid\"", "\"order.sent\""), Code::UnknownType, "$.type"),
        (with("\"order.paid\"", "7"), Code::TypeMismatch, "$.type"),
        (with(TIME, &format!("{TIME},{TIME}")), Code::DuplicateField, "$.occurred_at"),
        (with("\"data\":", "\"data\":null,\"data\":"), Code::DuplicateField, "$.data"),
        (with(TIME, &format!("{TIME},\"causation_id\":\"x\"")), Code::BadFormat, "$.causation_id"),
        (with(ORDER_ID, "\"x\":1"), Code::MissingField, "$.data.order_id"),
        (
            with(ORDER_ID, &format!("{ORDER_ID},{ORDER_ID}")),
            Code::DuplicateField,
            "$.data.order_id",
        ),
        (with("\"USD\"", "\"GBP\""), Code::UnknownVariant, "$.data.currency"),
        (with(":2,", ":-2,"), Code::OutOfRange, "$.data.line_items[0].quantity"),
        (with(":2,", ":2.5,"), Code::OutOfRange, "$.data.line_items[0].quantity"),
        (with("\"10.50\"", "[10.50]"), Code::TypeMismatch, "$.data.line_items[0].price"),
        (with("\"10.50\"", "\"ten\""), Code::BadFormat, "$.data.line_items[0].price"),
        (with("\"Lamp\"", "null"), Code::TypeMismatch, "$.data.line_items[0].name"),
        (record("order.paid", 1, &payload(2)), Code::MissingField, "$.data.total"),
        (record("order.paid", 2, &payload(1)), Code::MissingField, "$.data.amount"),
        (record("order.paid", 3, "null"), Code::TypeMismatch, "$.data"),
        (record("order.paid", 3, "[]"), Code::TypeMismatch, "$.data"),
    ]
}

#[test]
fn each_bad_input_has_its_own_error_and_path() {
    for (record, code, path) in bad_records() {
        let error = read(&record).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path), "{record}\n{error}");
        assert!(error.offset() <= record.len(), "{record}");
        let of_set = Envelope::<ShopEvent>::from_json(record.as_bytes()).unwrap_err();
        assert_eq!(of_set, error, "single and set differ: {record}");
        let listed = diagnose::<OrderPaid>(record.as_bytes());
        assert_eq!(listed.first(), Some(&error), "{record}");
    }
}

#[test]
fn an_error_says_type_version_and_byte_and_no_value() {
    let record =
        record("order.paid", 2, &payload(2)).replace("\"10.50\"", "[\"4111111111111111\"]");
    let error = read(&record).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "`$.data.line_items[0].price` is a list, expected a decimal \
             (type_mismatch, order.paid version 2, byte {})",
            record.find("[\"4111").unwrap(),
        ),
    );
    assert_eq!((error.event_type(), error.version()), (Some("order.paid"), Some(2)));
    assert_eq!((error.found(), error.expected()), (Some("a list"), Some("a decimal")));
    assert!(!format!("{error:?}{}", error.help()).contains("4111"));
}

#[test]
fn bytes_that_are_no_text_are_refused_where_they_stand() {
    let mut bytes = record("order.paid", 3, &payload(3)).into_bytes();
    bytes[5] = 0xff;
    let error = Envelope::<OrderPaid>::from_json(&bytes).unwrap_err();
    assert_eq!((error.code(), error.offset()), (Code::NotUtf8, 5));
}

#[test]
fn limits_of_size_and_depth_have_errors_of_their_own() {
    let good = record("order.paid", 3, &payload(3));
    let limits = Limits::DEFAULT.bytes(good.len());
    assert!(Envelope::<OrderPaid>::from_json_within(good.as_bytes(), &limits).is_ok());
    let error =
        Envelope::<OrderPaid>::from_json_within(good.as_bytes(), &limits.bytes(good.len() - 1));
    assert_eq!(error.unwrap_err().code(), Code::TooLarge);

    let deep = |depth: usize| {
        let lists = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        good.replace(TIME, &format!("{TIME},\"x\":{lists}"))
    };
    let limits = Limits::DEFAULT.depth(10);
    assert!(Envelope::<OrderPaid>::from_json_within(deep(9).as_bytes(), &limits).is_ok());
    let error = Envelope::<OrderPaid>::from_json_within(deep(10).as_bytes(), &limits).unwrap_err();
    assert_eq!(error.code(), Code::TooDeep);
    let records = [good.clone(), deep(10)];
    let mut batch = Envelope::<OrderPaid>::decode_batch_within(&records, limits);
    assert!(batch.next().unwrap().is_ok());
    assert_eq!(batch.next().unwrap().unwrap_err().error.code(), Code::TooDeep);
    // What nobody reads is stepped over, however deep.
    assert!(read(&deep(100_000)).is_ok());
}

#[test]
fn all_problems_of_a_record_are_listed_in_one_go() {
    let record = record("order.paid", 3, &payload(3))
        .replace(":2,", ":-2,")
        .replace("\"USD\"", "7")
        .replace("10:00:00Z", "10:00:00")
        .replace(ORDER_ID, "\"x\":1");
    let listed: Vec<_> = diagnose::<OrderPaid>(record.as_bytes())
        .iter()
        .map(|error| (error.code(), error.path().to_owned()))
        .collect();
    let expected = [
        (Code::TimeWithoutOffset, "$.occurred_at"),
        (Code::TypeMismatch, "$.data.currency"),
        (Code::OutOfRange, "$.data.line_items[0].quantity"),
        (Code::MissingField, "$.data.order_id"),
    ];
    assert_eq!(listed, expected.map(|(code, path)| (code, path.to_owned())));

    let items = vec!["{}"; 50].join(",");
    let record = shop::record("order.paid", 3, &payload(3))
        .replace(ITEMS, &format!("\"line_items\":[{items}]"));
    assert_eq!(diagnose::<OrderPaid>(record.as_bytes()).len(), 20);
    assert!(
        diagnose::<OrderPaid>(shop::record("order.paid", 3, &payload(3)).as_bytes()).is_empty()
    );
}

#[test]
fn somebody_elses_json_is_taken_in_without_an_envelope() {
    let envelope = Envelope::<OrderPaid>::from_payload(payload(1).as_bytes(), 1).unwrap();
    assert_eq!((envelope.version(), envelope.source.as_ref()), (1, "shop/billing"));
    assert_eq!(envelope.correlation_id, Some(envelope.id));

    let bad = payload(3).replace("\"10.50\"", "true");
    let error = Envelope::<OrderPaid>::from_payload(bad.as_bytes(), 3).unwrap_err();
    assert_eq!(error.path(), "$.line_items[0].price");
    for (version, code) in [(0, Code::UnknownVersion), (4, Code::NewerVersion)] {
        let error =
            Envelope::<OrderPaid>::from_payload(payload(3).as_bytes(), version).unwrap_err();
        assert_eq!(error.code(), code);
    }
    let error = Envelope::<OrderPaid>::from_payload(b"{\"order_id\":", 3).unwrap_err();
    assert_eq!(error.code(), Code::Truncated);
}
