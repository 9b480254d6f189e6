//! `validate`, and what `#[garde(...)]` says in the schema

use std::collections::BTreeMap;

use garde::Validate;
use versioned_events::{
    Code, DecodeError, EncodeCode, Envelope, Event, EventSet, RawEvent, Schema, diagnose,
};

use crate::support::{becomes, error, read, record, record_error, refuses};

/// What no error may show, wherever it comes from.
const SECRET: &str = "hunter2hunter2";

fn no_secrets(value: &str, _: &()) -> garde::Result {
    match value.contains(SECRET) {
        true => Err(garde::Error::new(format!("`{value}` is a secret"))),
        false => Ok(()),
    }
}

fn total_fits(order: &OrderPaid, _: &()) -> garde::Result {
    match order.items.len() {
        9 => Err(garde::Error::new("nine items")),
        _ => Ok(()),
    }
}

#[derive(Clone, Validate, Event)]
#[event(type = "order.paid", version = 2, key = "order_id", validate)]
#[garde(custom(total_fits))]
struct OrderPaid {
    #[garde(length(min = 1, max = 8))]
    #[field(renamed(from = "id", until = 1))]
    order_id: String,
    #[garde(dive, length(min = 1, max = 9))]
    items: Vec<Item>,
    #[field(masked(last = 4))]
    #[garde(length(min = 12), pattern(r"^[0-9]+$"))]
    card: String,
    #[field(since = 2)]
    #[garde(email)]
    mail: Option<String>,
    #[garde(custom(no_secrets))]
    #[serde(rename = "remark", default)]
    note: String,
    #[garde(dive)]
    #[serde(default)]
    by_name: BTreeMap<String, Item>,
    #[garde(dive)]
    paid: Option<Paid>,
}

#[derive(Clone, Validate, Schema)]
#[serde(rename_all = "camelCase")]
struct Item {
    #[garde(range(min = 1, max = 99))]
    item_quantity: u32,
}

#[derive(Clone, Validate, Schema)]
#[schema(tag = "kind", debug)]
enum Paid {
    Card {
        #[field(masked)]
        #[garde(length(min = 12))]
        number: String,
    },
    Account {
        #[garde(length(min = 12))]
        number: String,
    },
    Voucher(#[garde(dive)] Voucher),
    Cash,
}

#[derive(Clone, Validate, Schema)]
#[schema(debug)]
struct Voucher {
    #[garde(prefix("V-"))]
    code: String,
}

#[derive(EventSet)]
enum Shop {
    Paid(OrderPaid),
    #[event(other)]
    Other(RawEvent),
}

fn order() -> OrderPaid {
    OrderPaid {
        order_id: "o-1".to_owned(),
        items: vec![Item { item_quantity: 1 }],
        card: "4111111111111111".to_owned(),
        mail: None,
        note: String::new(),
        by_name: BTreeMap::new(),
        paid: None,
    }
}

const GOOD: &str =
    r#"{"order_id":"o-1","items":[{"itemQuantity":1}],"card":"****1111","remark":"","by_name":{}}"#;

#[test]
fn what_keeps_to_its_rules_is_written_and_read() {
    let bytes = Envelope::new(order()).to_json().unwrap();
    let read: Envelope<OrderPaid> = Envelope::from_json(&bytes).unwrap();
    assert_eq!(read.data.card, "****1111");
    becomes::<OrderPaid>(2, GOOD, GOOD);
    becomes::<OrderPaid>(1, &GOOD.replace("order_id", "id"), GOOD);
}

#[test]
fn reading_checks_every_version_after_upcasting_and_says_where_in_the_record() {
    let broken = |from: &str, to: &str| GOOD.replace(from, to);
    refuses::<OrderPaid>(
        2,
        &[
            (&broken("o-1", "123456789"), Code::RuleBroken, "$.data.order_id"),
            (&broken(":1}", ":0}"), Code::RuleBroken, "$.data.items[0].itemQuantity"),
            (&broken(r#"[{"itemQuantity":1}]"#, "[]"), Code::RuleBroken, "$.data.items"),
            (
                &broken(r#""remark":"#, &format!(r#""remark":"{SECRET}","x":"#)),
                Code::RuleBroken,
                "$.data.remark",
            ),
            (
                &broken(
                    r#""by_name":{}"#,
                    r#""by_name":{"b":{"itemQuantity":1},"a":{"itemQuantity":0}}"#,
                ),
                Code::RuleBroken,
                "$.data.by_name{1}.itemQuantity",
            ),
            (
                &broken("}]", r#"},{"itemQuantity":"1"}]"#),
                Code::TypeMismatch,
                "$.data.items[1].itemQuantity",
            ),
        ],
    );
    let first = broken("order_id", "id").replace("o-1", "123456789");
    let error = error::<OrderPaid>(1, &first);
    assert_eq!((error.code(), error.path()), (Code::RuleBroken, "$.data.id"));
    assert_eq!(error.rule(), Some("length"));
    let text = record("order.paid", 1, &first);
    assert_eq!(error.offset(), text.find(r#""123456789""#).unwrap());
    assert_eq!(
        error.to_string(),
        format!(
            "`$.data.id` breaks the rule `length` (rule_broken, order.paid version 1, byte {})",
            error.offset()
        )
    );
}

#[test]
fn all_broken_rules_are_listed_and_the_first_is_the_one_that_reading_reports() {
    let data = GOOD.replace("o-1", "").replace(":1}", ":0}");
    let text = record("order.paid", 2, &data);
    let problems = diagnose::<OrderPaid>(text.as_bytes());
    let places: Vec<_> = problems.iter().map(|one| (one.path(), one.rule())).collect();
    assert_eq!(
        places,
        [("$.data.order_id", Some("length")), ("$.data.items[0].itemQuantity", Some("range"))]
    );
    assert_eq!(problems.first(), Some(&record_error::<OrderPaid>(&text)));
    assert!(problems.iter().all(|one| one.version() == Some(2) && !one.help().is_empty()));
}

#[test]
fn every_way_in_checks() {
    let bad = GOOD.replace(":1}", ":0}");
    let text = record("order.paid", 2, &bad);
    let refused = |error: &DecodeError| (error.code(), error.path().to_owned());
    let at = |path: &str| (Code::RuleBroken, path.to_owned());

    let in_set = record_error::<Shop>(&text);
    assert_eq!(refused(&in_set), at("$.data.items[0].itemQuantity"));
    let payload = Envelope::<OrderPaid>::from_payload(bad.as_bytes(), 2).err().unwrap();
    assert_eq!(refused(&payload), at("$.items[0].itemQuantity"));
    let payload = Envelope::<Shop>::from_payload_of("order.paid", bad.as_bytes(), 2).err().unwrap();
    assert_eq!(refused(&payload), at("$.items[0].itemQuantity"));
    let good = record("order.paid", 2, GOOD);
    let batch: Vec<_> = Envelope::<Shop>::decode_batch([&good, &text]).collect();
    assert!(batch[0].is_ok());
    assert_eq!(
        refused(&batch[1].as_ref().err().unwrap().error),
        at("$.data.items[0].itemQuantity")
    );
}

#[test]
fn what_is_masked_is_not_checked_when_it_is_read() {
    for card in ["***", "****1111", "", "not a number"] {
        read::<OrderPaid>(2, &GOOD.replace("****1111", card));
    }
    let paid = |paid: &str| GOOD.replace("}}", &format!(r#"}},"paid":{paid}}}"#));
    read::<OrderPaid>(2, &paid(r#"{"kind":"Card","number":"***"}"#));
    read::<OrderPaid>(2, &paid(r#"{"kind":"Cash"}"#));
    refuses::<OrderPaid>(
        2,
        &[
            // The member is called the same in both variants, and masked in one.
            (&paid(r#"{"kind":"Account","number":"***"}"#), Code::RuleBroken, "$.data.paid.number"),
            (&paid(r#"{"kind":"Voucher","code":"W-1"}"#), Code::RuleBroken, "$.data.paid.code"),
            (&paid(r#"{"code":"W-1","kind":"Voucher"}"#), Code::RuleBroken, "$.data.paid.code"),
        ],
    );
}

#[test]
fn writing_checks_before_it_masks() {
    let wrong = OrderPaid { card: "12".to_owned(), ..order() };
    let error = Envelope::new(wrong.clone()).to_json().unwrap_err();
    assert_eq!((error.code(), error.rule()), (EncodeCode::RuleBroken, Some("length")));
    assert_eq!(
        error.to_string(),
        "`$.data.card` breaks the rule `length` (rule_broken, order.paid version 2)"
    );
    let mut buffer = b"before".to_vec();
    assert!(Envelope::new(wrong.clone()).write_json(&mut buffer).is_err());
    assert_eq!(buffer, b"before");
    let in_set = Envelope::new(Shop::Paid(wrong.clone())).to_json().unwrap_err();
    let unmasked = Envelope::new(wrong.clone()).to_json_unmasked().unwrap_err();
    let earlier = Envelope::new(wrong).to_json_as_version(1).unwrap_err();
    for error in [&in_set, &unmasked, &earlier] {
        assert_eq!((error.code(), error.path()), (EncodeCode::RuleBroken, "$.data.card"));
    }
    assert_eq!((unmasked.version(), earlier.version()), (2, 1));

    let refused = |order: OrderPaid, path: &str, rule: &str| {
        let error = Envelope::new(order).to_json().unwrap_err();
        assert_eq!((error.path(), error.rule()), (path, Some(rule)));
    };
    let bad = || Item { item_quantity: 100 };
    let items = vec![Item { item_quantity: 1 }, bad()];
    refused(OrderPaid { items, ..order() }, "$.data.items[1].itemQuantity", "range");
    let by_name = BTreeMap::from([("a".to_owned(), bad())]);
    refused(OrderPaid { by_name, ..order() }, "$.data.by_name{0}.itemQuantity", "range");
    let voucher = Some(Paid::Voucher(Voucher { code: "W".to_owned() }));
    refused(OrderPaid { paid: voucher, ..order() }, "$.data.paid.code", "prefix");
    let account = Some(Paid::Account { number: "***".to_owned() });
    refused(OrderPaid { paid: account, ..order() }, "$.data.paid.number", "length");
    let items = vec![Item { item_quantity: 1 }; 9];
    refused(OrderPaid { items, ..order() }, "$.data", "custom");
}

#[test]
fn what_was_read_in_masked_form_can_be_passed_on() {
    let paid = GOOD.replace("}}", r#"},"paid":{"kind":"Card","number":"***"}}"#);
    let read = read::<OrderPaid>(2, &paid);
    assert!(Envelope::new(read).to_json().is_ok());
}

#[test]
fn no_error_shows_a_value_or_what_a_rule_says_of_it() {
    let event = || OrderPaid { note: SECRET.to_owned(), ..order() };
    let error = Envelope::new(event()).to_json().unwrap_err();
    assert_eq!((error.path(), error.rule()), ("$.data.remark", Some("custom")));
    let secret_key = BTreeMap::from([(SECRET.to_owned(), Item { item_quantity: 0 })]);
    let keyed = Envelope::new(OrderPaid { by_name: secret_key, ..order() }).to_json().unwrap_err();
    let record = record(
        "order.paid",
        2,
        &GOOD.replace(r#""remark":"""#, &format!(r#""remark":"{SECRET}""#)).replace(
            r#""by_name":{}"#,
            &format!(r#""by_name":{{"{SECRET}":{{"itemQuantity":0}}}}"#),
        ),
    );
    let mut texts = vec![format!("{error} {error:?}"), format!("{keyed} {keyed:?}")];
    let problems = diagnose::<OrderPaid>(record.as_bytes());
    assert_eq!(problems.len(), 2);
    for problem in problems {
        texts.push(format!("{problem} {problem:?} {:?}", problem.unmasked_conversion_text()));
    }
    for text in texts {
        assert!(!text.contains(SECRET) && !text.contains("hunter"), "{text}");
    }
}
