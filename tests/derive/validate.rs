//! `validate`, and what `#[garde(...)]` says in the schema

use std::collections::BTreeMap;

use garde::Validate;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use versioned_events::schema::ValueRule;
use versioned_events::{
    Code, EncodeCode, Envelope, Event, EventSet, Openness, RawEvent, Schema, diagnose,
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

const GOOD: &str = r#"{"order_id":"o-1","items":[{"itemQuantity":1}],"card":"****1111","remark":"","by_name":{}}"#;

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
            (&broken(r#""remark":"#, &format!(r#""remark":"{SECRET}","x":"#)), Code::RuleBroken, "$.data.remark"),
            (
                &broken(r#""by_name":{}"#, r#""by_name":{"b":{"itemQuantity":1},"a":{"itemQuantity":0}}"#),
                Code::RuleBroken,
                "$.data.by_name{1}.itemQuantity",
            ),
            (&broken("}]", r#"},{"itemQuantity":"1"}]"#), Code::TypeMismatch, "$.data.items[1].itemQuantity"),
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
        format!("`$.data.id` breaks the rule `length` (rule_broken, order.paid version 1, byte {})", error.offset())
    );
}
