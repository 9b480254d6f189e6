//! `removed(name = "coupon", type = "Option<String>", since = 1, until = 2)`

use versioned_events::{Code, Event};

use crate::support::{becomes, read, refuses};

#[derive(Event)]
#[allow(clippy::duplicated_attributes, reason = "clippy takes two `until` for one")]
#[event(type = "order.paid", version = 4, keyless)]
#[event(removed(name = "coupon", type = "Option<String>", until = 2))]
#[event(removed(name = "weight", type = "u8", since = 2, until = 3))]
struct OrderPaid {
    total: u8,
}

#[test]
fn a_removed_field_is_read_and_dropped() {
    for (version, data) in [
        (1, r#"{"total":7,"coupon":"X"}"#),
        (1, r#"{"total":7,"coupon":null}"#),
        (1, r#"{"total":7}"#),
        (2, r#"{"weight":3,"total":7,"coupon":"X"}"#),
        (3, r#"{"weight":3,"total":7}"#),
        (4, r#"{"total":7}"#),
    ] {
        becomes::<OrderPaid>(version, data, r#"{"total":7}"#);
    }
}

#[test]
fn a_removed_field_keeps_its_type_in_the_versions_that_had_it() {
    refuses::<OrderPaid>(1, &[(r#"{"total":7,"coupon":5}"#, Code::TypeMismatch, "$.data.coupon")]);
    refuses::<OrderPaid>(
        2,
        &[
            (r#"{"total":7,"coupon":[],"weight":1}"#, Code::TypeMismatch, "$.data.coupon"),
            (r#"{"total":7,"weight":256}"#, Code::OutOfRange, "$.data.weight"),
            (r#"{"total":7,"weight":1,"weight":1}"#, Code::DuplicateField, "$.data.weight"),
        ],
    );
}

#[test]
fn a_required_removed_field_is_required_in_the_middle_versions_only() {
    for version in [2, 3] {
        let missing = (r#"{"total":7}"#, Code::MissingField, "$.data.weight");
        refuses::<OrderPaid>(version, &[missing]);
    }
    for version in [1, 4] {
        assert_eq!(read::<OrderPaid>(version, r#"{"total":7}"#).total, 7);
    }
}

#[test]
fn outside_its_versions_its_name_is_any_unknown_field() {
    becomes::<OrderPaid>(1, r#"{"total":7,"weight":"heavy"}"#, r#"{"total":7}"#);
    becomes::<OrderPaid>(3, r#"{"total":7,"weight":1,"coupon":5}"#, r#"{"total":7}"#);
    becomes::<OrderPaid>(4, r#"{"total":7,"weight":[],"coupon":5}"#, r#"{"total":7}"#);
}

#[derive(Event)]
#[event(type = "order.sent", version = 3, keyless)]
#[event(removed(name = "note", type = "u8", until = 1))]
struct OrderSent {
    #[field(since = 3)]
    note: Option<String>,
}

#[test]
fn a_later_field_can_take_the_name() {
    becomes::<OrderSent>(1, r#"{"note":7}"#, "{}");
    becomes::<OrderSent>(2, r#"{"note":[]}"#, "{}");
    becomes::<OrderSent>(3, r#"{"note":"n"}"#, r#"{"note":"n"}"#);
    refuses::<OrderSent>(1, &[(r#"{"note":"n"}"#, Code::TypeMismatch, "$.data.note")]);
    refuses::<OrderSent>(3, &[(r#"{"note":7}"#, Code::TypeMismatch, "$.data.note")]);
}
