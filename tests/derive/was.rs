//! `was(type = "i64", until = 2, with = cents_to_decimal)`, or `try_with`

use std::fmt;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use versioned_events::{Code, Event, EventSet, Schema};

use crate::support::{becomes, error, record, record_error, refuses};

#[derive(Event)]
#[event(type = "order.paid", version = 4, keyless)]
struct OrderPaid {
    #[field(
        was(type = "i64", until = 1, with = convert::cents),
        was(type = "String", until = 2, try_with = convert::parsed),
        renamed(from = "price", until = 3)
    )]
    amount: Decimal,
    #[field(was(type = "Option<Old>", until = 2, with = convert::place))]
    place: String,
    #[field(since = 2, was(type = "i64", until = 3, with = convert::seconds))]
    at: Option<DateTime<Utc>>,
}

#[derive(Schema)]
struct Old {
    name: String,
}

#[derive(Debug)]
struct NotAnAmount(String);

impl fmt::Display for NotAnAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no amount", self.0)
    }
}

mod convert {
    use super::*;

    pub(super) fn cents(cents: i64) -> Decimal {
        Decimal::new(cents, 2)
    }

    pub(super) fn parsed(text: String) -> Result<Decimal, NotAnAmount> {
        text.parse().map_err(|_| NotAnAmount(text))
    }

    pub(super) fn place(old: Option<Old>) -> String {
        old.map_or_else(|| "nowhere".to_owned(), |old| old.name)
    }

    pub(super) fn seconds(seconds: i64) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp(seconds, 0)
    }
}

#[test]
fn each_version_is_read_in_its_type_and_converted() {
    let today = r#"{"amount":"10.50","place":"here"}"#;
    becomes::<OrderPaid>(1, r#"{"price":1050,"place":{"name":"here"}}"#, today);
    let timed = r#"{"amount":"10.50","place":"here","at":"1970-01-01T00:00:05Z"}"#;
    becomes::<OrderPaid>(2, r#"{"price":"10.50","place":{"name":"here"},"at":5}"#, timed);
    becomes::<OrderPaid>(3, r#"{"price":10.50,"place":"here","at":5}"#, timed);
    becomes::<OrderPaid>(4, r#"{"amount":"10.50","place":"here"}"#, today);
    becomes::<OrderPaid>(4, timed, timed);
}

#[test]
fn what_the_old_type_makes_of_absence_is_converted_too() {
    for data in [r#"{"price":1}"#, r#"{"place":null,"price":1}"#] {
        becomes::<OrderPaid>(1, data, r#"{"amount":"0.01","place":"nowhere"}"#);
    }
}

#[test]
fn the_old_type_is_checked_like_any_other() {
    refuses::<OrderPaid>(
        1,
        &[
            (r#"{"price":"10.50"}"#, Code::TypeMismatch, "$.data.price"),
            (r#"{"price":9223372036854775808}"#, Code::OutOfRange, "$.data.price"),
            (r#"{"price":1,"place":{}}"#, Code::MissingField, "$.data.place.name"),
            (r#"{}"#, Code::MissingField, "$.data.price"),
        ],
    );
    refuses::<OrderPaid>(
        3,
        &[
            (r#"{"price":"1","place":"p"}"#, Code::MissingField, "$.data.at"),
            (r#"{"price":"1","place":"p","at":"5"}"#, Code::TypeMismatch, "$.data.at"),
            (r#"{"price":"1","place":{"name":"p"},"at":5}"#, Code::TypeMismatch, "$.data.place"),
        ],
    );
}

#[derive(EventSet)]
enum Shop {
    #[allow(dead_code, reason = "only its errors are looked at")]
    Paid(OrderPaid),
}

#[test]
fn a_failing_conversion_shows_its_type_and_its_text_only_by_name() {
    let data = r#"{"price":"SECRET","place":null,"at":5}"#;
    let type_name = std::any::type_name::<NotAnAmount>();
    for error in [error::<OrderPaid>(2, data), record_error::<Shop>(&record("order.paid", 2, data))]
    {
        assert_eq!((error.code(), error.path()), (Code::ConversionFailed, "$.data.price"));
        assert_eq!(
            error.to_string(),
            format!(
                "`$.data.price` could not be converted: `{type_name}` \
                 (conversion_failed, order.paid version 2, byte {})",
                error.offset()
            )
        );
        assert!(!format!("{error:?} {error:#?}").contains("SECRET"));
        assert_eq!(error.unmasked_conversion_text(), Some("`SECRET` is no amount"));
    }
}

#[test]
fn a_failing_conversion_points_at_the_value() {
    let data = r#"{"price":"SECRET","place":null,"at":5}"#;
    let record = record("order.paid", 2, data);
    let start = record.find(r#""SECRET""#).unwrap();
    let offset = record_error::<OrderPaid>(&record).offset();
    assert!((start..=start + r#""SECRET""#.len()).contains(&offset), "{offset} from {start}");
}

#[test]
fn other_errors_have_no_conversion_text() {
    assert_eq!(error::<OrderPaid>(4, "{}").unmasked_conversion_text(), None);
}

/// A conversion whose error says what a conversion must not be confused with.
#[derive(Event)]
#[event(type = "order.sent", version = 2, keyless)]
struct OrderSent {
    #[field(was(type = "String", until = 1, try_with = refuse))]
    to: u8,
}

fn refuse(text: String) -> Result<u8, String> {
    Err(text)
}

#[test]
fn the_text_of_a_conversion_is_its_own_to_the_last_character() {
    for text in
        ["", "at line 7 column 9", "recursion limit exceeded", "not finite", "zwei\\nZeilen ä"]
    {
        let error = error::<OrderSent>(1, &format!(r#"{{"to":"{text}","x":1}}"#));
        assert_eq!((error.code(), error.path()), (Code::ConversionFailed, "$.data.to"), "{text}");
        let said = error.unmasked_conversion_text().unwrap();
        assert_eq!(said, text.replace("\\n", "\n"));
        assert!(error.to_string().contains("`alloc::string::String`"), "{error}");
    }
}
