//! `cargo event accept` writes what is missing, and nothing else.

use std::fs;

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
const CONTRACT: &str = "contracts/order.paid/v1.json";

#[test]
fn the_first_accept_writes_contracts_and_the_second_writes_nothing() {
    let shop = Shop::package("accept_first", V1);
    shop.git_init();
    let first = shop.run(&["accept"]).is(0);
    first.says(&format!("    Accepted order.paid version 1 ({CONTRACT})\n"));
    assert!(shop.read(CONTRACT).contains(r#"    {"name": "amount", "type": "u32"}"#));
    assert!(shop.read("contracts/order.paid/v1.sample.json").contains(r#""becomes""#));
    let written = shop.files("contracts");
    shop.run(&["accept"]).is(0).says("every version has its contract already");
    assert_eq!(shop.files("contracts"), written);
    shop.run(&["check"]).is(0).says("Checked 1 event type, 1 contract");
}

#[test]
fn a_second_version_leaves_the_files_of_the_first_as_they_are() {
    let shop = Shop::published("accept_second", V1);
    let published = shop.files("contracts");
    shop.edit("src/lib.rs", "version = 1", "version = 2");
    shop.edit("src/lib.rs", "u32,", "u32,\n    #[field(since = 2)]\n    pub note: Option<String>,");
    shop.check_finds(&["contract_missing"]);
    let said = shop.run(&["accept", "--json"]).is(0);
    let json = said.json();
    assert_eq!(json["accepted"][0]["type"], "order.paid");
    assert_eq!(json["accepted"][0]["version"], 2);
    assert_eq!(json["accepted"][0]["file"], "contracts/order.paid/v2.json");
    assert!(json["accepted"][1].is_null() && json["problems"].as_array().unwrap().is_empty());
    for (path, bytes) in published {
        assert_eq!(fs::read(&path).unwrap(), bytes, "{}", path.display());
    }
    let samples = shop.read("contracts/order.paid/v2.sample.json");
    assert!(samples.contains(r#""earlier""#), "what becomes of version 1: {samples}");
}

#[test]
fn a_contract_that_nobody_else_has_follows_the_code() {
    let shop = Shop::package("accept_unpublished", V1);
    shop.git_init();
    shop.run(&["accept"]).is(0);
    shop.edit("src/lib.rs", "amount: u32", "amount: u64");
    shop.check_finds(&["drift"]);
    shop.run(&["accept"]).is(0).says("Accepted order.paid version 1");
    assert!(shop.read(CONTRACT).contains(r#""type": "u64""#));

    // Committed on a branch, still nobody has it who has not asked for the branch.
    shop.branch("prices");
    shop.commit("Contracts");
    shop.edit("src/lib.rs", "amount: u64", "amount: u16");
    shop.run(&["accept"]).is(0).says("Accepted order.paid version 1");
}

#[test]
fn a_published_contract_is_refused_and_nothing_is_written() {
    let shop = Shop::published("accept_published", V1);
    let before = shop.files("contracts");
    shop.edit("src/lib.rs", "amount: u32", "amount: u64");
    shop.run(&["accept"]).is(1).says(CONTRACT).says_nothing_of("Accepted");
    assert_eq!(shop.files("contracts"), before);

    // Nor is it a way out to delete the file first, or to take every file for unpublished.
    shop.remove(CONTRACT);
    let before = shop.files("contracts");
    let said = shop.run(&["accept"]).is(1);
    said.says("the published contract of `order.paid` version 1 was deleted")
        .says(&format!("help: take it back: `git checkout HEAD -- {CONTRACT}`"));
    assert_eq!(shop.files("contracts"), before);
    shop.git(&["checkout", "HEAD", "--", CONTRACT]);
    shop.edit("src/lib.rs", "amount: u64", "amount: u32");
    shop.check_finds(&[]);
}

#[test]
fn a_damaged_published_contract_is_not_mended_by_writing_it_again() {
    let shop = Shop::published("accept_damaged", V1);
    shop.edit(CONTRACT, "u32", "u64");
    let before = shop.files("contracts");
    shop.run(&["accept"]).is(1).says("was edited").says("git checkout");
    shop.run(&["accept", "--base", "none"]).is(1).says("does not match its digest");
    assert_eq!(shop.files("contracts"), before);
}

#[test]
fn two_that_run_at_once_write_the_same() {
    let shop = Shop::package("accept_at_once", V1);
    shop.git_init();
    let runs: Vec<_> = (0..3).map(|_| shop.command(&["accept"]).spawn().unwrap()).collect();
    for mut run in runs {
        assert!(run.wait().unwrap().success());
    }
    shop.check_finds(&[]);
    assert_eq!(shop.files("contracts").len(), 2, "no file is left over");
}

#[test]
fn nothing_is_published_at_a_level_that_nobody_can_read() {
    let shop = Shop::published("accept_level", V1);
    let renamed = V1.replace("version = 1", "version = 2").replace(
        "    pub amount",
        "    #[field(renamed(from = \"amount\", until = 1))]\n    pub total",
    );
    shop.write("src/lib.rs", &renamed);
    shop.write("contracts/about.toml", "compatibility = \"FULL\"\nownr = \"shop\"\n");
    for _ in 0..2 {
        let said = shop.run(&["accept"]).is(1);
        said.says("error[about_wrong]: nobody reads `ownr` here").says("did you mean `owner`?");
        assert!(!shop.exists("contracts/order.paid/v2.json"));
    }
    shop.run(&["list"]).is(0).says("nobody reads `ownr` here");
    let set = "[sets.Shop]\ntypes = [\"order.payd\"]\ncompatibility = \"FULL\"\n";
    shop.write("contracts/about.toml", set);
    shop.run(&["list"]).is(0).says("the set `Shop` names `order.payd`, which no package here has");
    // A waiver that does not hold any more says so.
    shop.write("contracts/about.toml", "compatibility = \"FULL\"\n");
    let waiver = "[[waivers]]\nrule = \"field_renamed\"\nversion = 2\nreason = \"alone\"\nexpires = 2020-01-01\n";
    shop.write("contracts/order.paid/about.toml", waiver);
    let said = shop.run(&["accept"]).is(1);
    said.says("error[field_renamed]").says("this waiver of `field_renamed` expired on 2020-01-01");
    shop.write("contracts/order.paid/about.toml", &waiver.replace("2020", "2999"));
    shop.run(&["accept"]).is(0);
    // What is wrong in `about.toml` is said once, and not what would follow from it.
    shop.commit("Version 2");
    let about =
        "ownr = \"shop\"\n[versions.2]\ndate = 2026-01-01\nmigration = \"\"\nrollout = \"\"\n";
    shop.write("contracts/order.paid/about.toml", about);
    let said = shop.run(&["check", "--json"]).is(1);
    let problems = said.json()["problems"].as_array().unwrap().len();
    assert_eq!((said.codes(), problems), (vec!["about_wrong".to_owned()], 1));
}
