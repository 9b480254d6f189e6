//! `cargo event accept` writes what is missing, and nothing else.

use crate::shop::Shop;

const V1: &str = r#"
use versioned_events::Event;

/// An order was paid.
#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
pub struct OrderPaid {
    pub order_id: String,
    pub amount: u32,
}
"#;

#[test]
fn the_first_accept_writes_contracts_and_the_second_writes_nothing() {
    let shop = Shop::package("accept_first", V1);
    shop.git_init();
    let first = shop.run(&["accept"]).is(0);
    let path = "contracts/order.paid/v1.json";
    first.says(&format!("    Accepted order.paid version 1 ({path})\n"));
    assert!(shop.read(path).contains(r#"    {"name": "amount", "type": "u32"}"#));
    assert!(shop.read("contracts/order.paid/v1.sample.json").contains(r#""becomes""#));
    let written = shop.files("contracts");
    shop.run(&["accept"]).is(0).says("every version has its contract already");
    assert_eq!(shop.files("contracts"), written);
    shop.run(&["check"]).is(0).says("Checked 1 event type, 1 contract\n");
}
