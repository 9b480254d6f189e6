//! What the derives write, as a reader of `cargo expand` would see it: golden files, and how long
//! an event may be.
//!
//! `GOLDEN=overwrite cargo test -p event-derive golden` writes the files anew; read every line then.

#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::PathBuf;

use proc_macro2::TokenStream;
use syn::{DeriveInput, parse_quote};

use crate::{check, contract, expand};

/// The code as rustfmt would print it.
fn printed(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).expect("it is Rust"))
}

/// Compares with the golden file of that name, or writes it.
fn assert_golden(name: &str, tokens: TokenStream) -> usize {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name].iter().collect();
    let actual = printed(tokens);
    if std::env::var_os("GOLDEN").is_some_and(|word| word == "overwrite") {
        fs::write(&path, &actual).expect("the golden file can be written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == actual, "{name} differs from what is written now:\n{actual}");
    actual.lines().count()
}

fn event(input: &DeriveInput) -> TokenStream {
    match check::event(input) {
        Ok(event) => expand::event(&event),
        Err(errors) => panic!("{}", errors.into_tokens()),
    }
}

#[test]
fn golden_event_of_three_fields_is_under_forty_lines() {
    let input: DeriveInput = parse_quote! {
        #[event(type = "order.paid", version = 1, key = "order_id")]
        struct OrderPaid {
            order_id: Uuid,
            amount: Decimal,
            email: String,
        }
    };
    let lines = assert_golden("event.rs", event(&input));
    assert!(lines < 40, "{lines} lines");
}

#[test]
fn golden_event_with_a_history() {
    let input: DeriveInput = parse_quote! {
        /// An order was paid in full.
        #[event(type = "order.paid", version = 3, key = "order_id", source = "shop/billing", debug)]
        struct OrderPaid {
            order_id: Uuid,
            #[field(renamed(from = "total", until = 1))]
            amount: Decimal,
            #[field(since = 2, default = "EUR")]
            currency: Currency,
            #[field(holds(1, until = 2))]
            line_items: Vec<LineItem>,
            #[field(since = 3)]
            paid_with: Option<PaymentMethod>,
            #[field(masked(last = 4))]
            card_number: String,
        }
    };
    assert_golden("event_with_history.rs", event(&input));
}

#[test]
fn golden_checks_of_an_event_with_contracts() {
    // Not beside the attribute: `cargo event` would take it for the contracts of an event of ours.
    let directory = "tests/golden/contracts";
    let input: DeriveInput = parse_quote! {
        #[event(type = "order.paid", version = 2, key = "order_id")]
        #[event(contracts = #directory)]
        struct OrderPaid {
            order_id: Uuid,
            #[field(renamed(from = "total", until = 1))]
            amount: Decimal,
            line_items: Vec<LineItem>,
        }
    };
    let event = check::event(&input).unwrap_or_else(|errors| panic!("{}", errors.into_tokens()));
    let checks = contract::beside(&event).to_string();
    let checks = checks.replace(concat!(env!("CARGO_MANIFEST_DIR"), "/"), "");
    assert_golden("published.rs", checks.parse().expect("it is Rust"));
}

#[test]
fn golden_schema_of_an_enum() {
    let input: DeriveInput = parse_quote! {
        #[schema(tag = "kind", rename_all = "snake_case", version = 2)]
        enum PaymentMethod {
            Cash,
            Card { number: String },
            #[field(since = 2)]
            Coupon(Coupon),
        }
    };
    let schema = check::schema(&input).map(|schema| expand::schema(&schema));
    assert_golden("schema.rs", schema.unwrap_or_else(|errors| panic!("{}", errors.into_tokens())));
}

#[test]
fn golden_event_set() {
    let input: DeriveInput = parse_quote! {
        enum ShopEvent {
            UserCreated(UserCreated),
            OrderPaid(OrderPaid),
            #[event(other)]
            Unknown(RawEvent),
        }
    };
    let set = check::event_set(&input).map(|set| expand::event_set(&set));
    assert_golden("event_set.rs", set.unwrap_or_else(|errors| panic!("{}", errors.into_tokens())));
}
