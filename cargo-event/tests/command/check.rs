//! `cargo event check` finds where code and contracts went apart.

use crate::shop::Shop;

const LIB: &str = r#"
use versioned_events::{Event, Schema};

pub type Address = Place;

/// An order was paid.
#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id", alias = "order.payed")]
pub struct OrderPaid {
    pub order_id: String,
    #[field(since = 2, default = "EUR")]
    pub currency: String,
    pub items: Vec<Item>,
    pub ship_to: Option<Address>,
}

#[derive(Schema)]
pub struct Item {
    pub name: String,
    pub pieces: u32,
}

#[derive(Schema)]
pub struct Place {
    pub city: String,
}
"#;
const CONTRACT: &str = "contracts/order.paid/v2.json";

#[test]
fn drift_is_found_wherever_it_is() {
    let shop = Shop::published("check_drift", LIB);
    shop.check_finds(&[]);
    let cases = [
        ("pub order_id: String,", "pub order_id: String,\n    pub note: Option<String>,"),
        ("pub pieces: u32,", "pub pieces: u64,"),
        ("pub pieces: u32,", ""),
        ("pub city: String,", "pub city: Option<String>,"),
        ("pub type Address = Place;", "pub type Address = Item;"),
        (
            "#[derive(Schema)]\npub struct Item",
            "#[derive(Schema)]\n#[schema(deny_unknown_fields)]\npub struct Item",
        ),
        (", alias = \"order.payed\"", ""),
    ];
    for (from, to) in cases {
        shop.write("src/lib.rs", LIB);
        shop.edit("src/lib.rs", from, to);
        let said = shop.run(&["check", "--json"]);
        let found = said.codes();
        // Another shape can also make something else of the samples.
        assert!(found.contains(&"drift".to_owned()), "{to}: {found:?}");
    }
}

#[test]
fn what_promises_nothing_may_change() {
    let shop = Shop::published("check_no_drift", LIB);
    shop.edit("src/lib.rs", "/// An order was paid.", "/// An order was paid in full.");
    shop.edit("src/lib.rs", "pub struct Place", "/// Somewhere.\npub struct Place");
    shop.edit("src/lib.rs", "pub struct OrderPaid", "pub struct Paid");
    shop.check_finds(&[]);
    // The package may be called something else.
    shop.edit("Cargo.toml", "check_no_drift", "billing");
    shop.check_finds(&[]);
}

#[test]
fn files_that_are_not_as_they_were_written_are_found() {
    let shop = Shop::published("check_damaged", LIB);
    let whole = shop.read(CONTRACT);
    let half = whole.len() / 2;
    let marks = whole.replacen("  \"fields\"", "<<<<<<< HEAD\n  \"fields\"", 1);
    let marks = marks.replacen("  \"types\"", "=======\n>>>>>>> theirs\n  \"types\"", 1);
    let damaged = [
        (whole.replacen("pieces", "pieceS", 1), "it does not match its digest"),
        (whole.replacen("pieces", "piecer", 1), "it does not match its digest"),
        (whole[..half].to_owned(), "it is cut off"),
        (String::new(), "it is cut off"),
        (marks, "the marks of an unfinished merge"),
        (shop.read("contracts/order.paid/v1.json"), "it is of `order.paid` version 1"),
        ("{}".to_owned(), "it is cut off"),
    ];
    for (text, words) in damaged {
        shop.write(CONTRACT, &text);
        // Git sees it, and so do we without git.
        shop.check_finds(&["published_edited"]);
        let said = shop.run(&["check", "--base", "none"]).is(1);
        said.says("error[contract_damaged]: the contract of `order.paid` version 2 cannot be read")
            .says(words)
            .says(&format!("--> {CONTRACT}\n"));
    }
    // One that is gone is one mistake, too.
    shop.write(CONTRACT, &whole);
    shop.remove("contracts/order.paid/v1.json");
    shop.check_finds(&["published_deleted"]);
    let said = shop.run(&["check", "--json", "--base", "none"]).is(1);
    assert_eq!(said.codes(), ["contract_missing"]);
    shop.git(&["checkout", "--quiet", "."]);
    // Other line ends are the same text, with git's knowledge or without.
    shop.write(CONTRACT, &whole.replace('\n', "\r\n"));
    shop.check_finds(&[]);
    shop.git(&["commit", "--quiet", "--all", "--message", "Line ends"]);
    shop.check_finds(&[]);
}

#[test]
fn every_flipped_bit_is_found() {
    let shop = Shop::published("check_flipped", LIB);
    let whole = shop.read(CONTRACT).into_bytes();
    let samples = "contracts/order.paid/v2.sample.json";
    // A run for each bit would take hours; the crate of contracts tries them all.
    for at in (0..whole.len()).step_by(whole.len() / 8) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        std::fs::write(shop.root.join(CONTRACT), bytes).unwrap();
        let said = shop.run(&["check", "--json", "--base", "none"]).is(1);
        assert_eq!(said.codes(), ["contract_damaged"], "bit of byte {at}");
    }
    std::fs::write(shop.root.join(CONTRACT), whole).unwrap();
    shop.edit(samples, "\"name\": \"minimal\"", "\"name\": \"minimum\"");
    let said = shop.run(&["check", "--json", "--base", "none"]).is(1);
    assert_eq!(said.codes(), ["samples_damaged"]);
    shop.remove(samples);
    let said = shop.run(&["check", "--json", "--base", "none"]).is(1);
    assert_eq!(said.codes(), ["samples_missing"]);
}

#[test]
fn contracts_without_code_are_found() {
    let shop = Shop::published("check_orphan", LIB);
    shop.edit("src/lib.rs", "version = 2", "version = 1");
    shop.edit(
        "src/lib.rs",
        "    #[field(since = 2, default = \"EUR\")]\n    pub currency: String,\n",
        "",
    );
    let said = shop.run(&["check"]).is(1);
    said.says("version 2 of `order.paid` is published, and the code is at version 1");
    shop.edit("src/lib.rs", "order.paid", "order.settled");
    let said = shop.run(&["check"]).is(1);
    said.says(
        "error[event_gone]: `order.paid` has contracts, and nothing in the code describes it",
    )
    .says("--> contracts/order.paid\n")
    .says("retired = [\"order.paid\"]")
    .says("or, if it is called `order.settled` now, write `alias = \"order.paid\"` there")
    .says("error[contract_missing]: version 1 of `order.settled` has no contract")
    .says("help: write it: `cargo event accept`");
    // The way that was shown, to its end.
    shop.edit("src/lib.rs", "order.payed", "order.paid");
    let said = shop.run(&["check"]).is(1);
    said.says(
        "`order.settled` reads its records by its alias, so write `retired = [\"order.paid\"]`",
    );
    shop.write("contracts/about.toml", "retired = [\"order.paid\"]\n");
    shop.run(&["accept"]).is(0);
    shop.check_finds(&[]);
}

#[test]
fn retired_events_and_events_without_contracts_are_left_alone() {
    let shop = Shop::published("check_retired", LIB);
    let other = LIB.replace("\"order.paid\"", "\"order.settled\", contracts = \"none\"");
    shop.write("src/lib.rs", &other);
    shop.check_finds(&["event_gone"]);
    shop.write("contracts/about.toml", "retired = [\"order.paid\"]\n");
    shop.check_finds(&[]);
    // Also in a program, where they could not be seen.
    shop.write("src/main.rs", &format!("{other}\nfn main() {{}}\n"));
    shop.check_finds(&[]);
}

#[test]
fn two_structs_cannot_describe_one_version() {
    let shop = Shop::package("check_twice", LIB);
    let other = "\n#[derive(Event)]\n#[event(type = \"order.paid\", version = 1, keyless)]\npub struct Old { pub order_id: String }\n";
    shop.write("src/lib.rs", &format!("{LIB}{other}"));
    shop.git_init();
    let said = shop.run(&["check"]).is(2);
    said.says("both describe `order.paid` version 1").says("`#[event(contracts = \"none\")]`");
}
