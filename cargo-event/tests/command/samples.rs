//! What code makes of old payloads is recorded, so that an edited upcast is seen.

use crate::shop::Shop;

const LIB: &str = r#"
use versioned_events::Event;

#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id")]
pub struct OrderPaid {
    pub order_id: String,
    #[field(was(type = "u32", until = 1, with = whole))]
    pub cents: u64,
    #[field(since = 2, default = "EUR")]
    pub currency: String,
    #[field(masked(last = 4))]
    pub card: String,
}

fn whole(euros: u32) -> u64 {
    u64::from(euros) * 100
}
"#;

#[test]
fn an_edited_upcast_is_seen() {
    let shop = Shop::published("samples_upcast", LIB);
    shop.check_finds(&[]);
    shop.edit("src/lib.rs", "* 100", "* 1000");
    let said = shop.run(&["check"]).is(1);
    said.says("error[sample_drift]: today's code makes something else of sample `full` of `order.paid` version 1")
        .says("`$.cents`: recorded as 100, and now 1000")
        .says("take back what changed: an upcast, a default, or how a field is masked or written");
    // It is no new version, so there is nothing to accept.
    let before = shop.files("contracts");
    shop.run(&["accept"]);
    assert_eq!(shop.files("contracts"), before);
}

#[test]
fn an_edited_default_is_seen() {
    let shop = Shop::published("samples_default", LIB);
    shop.edit("src/lib.rs", "default = \"EUR\"", "default = \"USD\"");
    shop.check_finds(&["sample_drift"]);
    // One change is one mistake, however many samples show it.
    let said = shop.run(&["check"]).is(1);
    said.says("`$.currency`: recorded as \"EUR\", and now \"USD\"").says("and of `minimal`");
}

#[test]
fn an_upcast_of_a_step_is_seen() {
    let old = r#"
use versioned_events::Event;

#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
pub struct OrderPaidV1 { pub order_id: String, pub euros: u32 }
"#;
    let new = r#"
#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", upcast_from = OrderPaidV1)]
pub struct OrderPaid { pub order_id: String, pub cents: u64 }

impl From<OrderPaidV1> for OrderPaid {
    fn from(old: OrderPaidV1) -> Self {
        Self { order_id: old.order_id, cents: u64::from(old.euros) * 100 }
    }
}
"#;
    let shop = Shop::published("samples_step", old);
    let first = shop.files("contracts");
    shop.write("src/lib.rs", &format!("{old}{new}"));
    shop.run(&["accept"]).is(0).says("Accepted order.paid version 2");
    shop.commit("Version 2");
    assert!(first.iter().all(|file| shop.files("contracts").contains(file)));
    shop.check_finds(&[]);
    shop.edit("src/lib.rs", "* 100", "* 99");
    shop.check_finds(&["sample_drift"]);
}

#[test]
fn an_upcast_that_panics_is_named() {
    let shop = Shop::published("samples_panic", LIB);
    shop.edit("src/lib.rs", "u64::from(euros) * 100", "panic!(\"no euros\", )");
    shop.edit("src/lib.rs", "euros: u32", "_: u32");
    let said = shop.run(&["check"]).is(2);
    said.says("no euros").says("sample `full` of `order.paid` version 1");
}

#[test]
fn what_an_upcast_prints_is_no_answer() {
    let noisy = LIB.replace(
        "    u64::from(euros)",
        "    println!(\"converting\");\n    print!(\"half a line\");\n    u64::from(euros)",
    );
    let shop = Shop::package("samples_noisy", &noisy);
    shop.git_init();
    shop.run(&["accept"]).is(0).says("converting").says("Accepted order.paid version 2");
    shop.commit("Contracts");
    shop.check_finds(&[]);
    let list = shop.run(&["list", "--json"]).is(0);
    assert_eq!(list.json()["types"][0]["version"], 2);
}
