//! `renamed(from = "total", until = 1)`

use versioned_events::{Code, Event};

use crate::support::{becomes, refuses};

#[derive(Event)]
#[event(type = "order.paid", version = 5, keyless)]
struct OrderPaid {
    #[field(renamed(from = "sum", until = 1), renamed(from = "total", until = 3))]
    amount: u8,
    #[field(since = 2, renamed(from = "memo", until = 2))]
    note: Option<String>,
    #[field(renamed(from = "r#type", until = 4))]
    #[serde(rename = "the kind")]
    kind: bool,
}

#[test]
fn each_version_has_one_name() {
    for (version, data) in [
        (1, r#"{"sum":7,"r#type":true}"#),
        (2, r#"{"total":7,"r#type":true}"#),
        (3, r#"{"total":7,"r#type":true}"#),
        (4, r#"{"amount":7,"r#type":true}"#),
        (5, r#"{"amount":7,"the kind":true}"#),
    ] {
        becomes::<OrderPaid>(version, data, r#"{"amount":7,"the kind":true}"#);
    }
}

#[test]
fn the_names_of_other_versions_mean_nothing() {
    refuses::<OrderPaid>(1, &[(r#"{"total":7,"r#type":true}"#, Code::MissingField, "$.data.sum")]);
    refuses::<OrderPaid>(2, &[(r#"{"sum":7,"r#type":true}"#, Code::MissingField, "$.data.total")]);
    refuses::<OrderPaid>(
        4,
        &[(r#"{"total":7,"r#type":true}"#, Code::MissingField, "$.data.amount")],
    );
    refuses::<OrderPaid>(
        5,
        &[(r#"{"amount":7,"kind":true}"#, Code::MissingField, "$.data.the kind")],
    );
    let noise = r#"{"amount":[],"total":7,"sum":"","r#type":true,"the kind":0}"#;
    becomes::<OrderPaid>(3, noise, r#"{"amount":7,"the kind":true}"#);
}

#[test]
fn an_error_names_the_field_as_the_version_does() {
    refuses::<OrderPaid>(1, &[(r#"{"sum":[],"r#type":true}"#, Code::TypeMismatch, "$.data.sum")]);
}

#[test]
fn since_and_renamed_go_together() {
    let base = r#""amount":7,"the kind":true"#;
    let with_note = r#"{"amount":7,"note":"n","the kind":true}"#;
    becomes::<OrderPaid>(1, r#"{"sum":7,"r#type":true,"memo":5}"#, &format!("{{{base}}}"));
    becomes::<OrderPaid>(2, r#"{"total":7,"r#type":true,"memo":"n","note":5}"#, with_note);
    becomes::<OrderPaid>(3, r#"{"total":7,"r#type":true,"note":"n","memo":5}"#, with_note);
}

#[derive(Event)]
#[event(type = "order.moved", version = 2, keyless)]
struct OrderMoved {
    #[field(renamed(from = "to", until = 1))]
    from: u8,
    #[field(renamed(from = "from", until = 1))]
    to: u8,
}

#[test]
fn two_fields_can_swap_their_names() {
    becomes::<OrderMoved>(1, r#"{"from":1,"to":2}"#, r#"{"from":2,"to":1}"#);
    becomes::<OrderMoved>(2, r#"{"from":1,"to":2}"#, r#"{"from":1,"to":2}"#);
}
