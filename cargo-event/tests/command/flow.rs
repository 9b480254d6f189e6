//! The way that `docs/contracts.md` shows, walked: what stands there is what people see.
//!
//! `FLOW=overwrite cargo test -p cargo-event the_way` writes it anew: read each change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::shop::{Said, Shop, manifest, ours, said};

#[test]
fn the_way_in_the_docs_is_what_people_see() {
    let shop = Shop::empty("flow");
    let facade = format!(
        "versioned-events = {{ path = '{}', features = [\"rust_decimal\"] }}\n\
         rust_decimal = {{ version = \"1\", default-features = false }}\nuuid = \"1\"\n\n[workspace]\n",
        ours("..")
    );
    shop.write("Cargo.toml", &manifest("shop", &facade));
    shop.write("src/lib.rs", VERSION_1);
    shop.git_init();

    let mut docs = Docs::read();
    docs.shows("version 1", VERSION_1);
    docs.shows("accept version 1", &own(shop.run(&["accept"]).is(0)));
    docs.shows("contract of version 1", &shop.read("contracts/order.paid/v1.json"));
    docs.shows("about", ABOUT);
    shop.write("contracts/order.paid/about.toml", ABOUT);
    assert_eq!(compiled(&shop), "");
    shop.run(&["check"]).is(0);
    shop.commit("Version 1");

    shop.edit("src/lib.rs", "pub amount: i64", "pub amount: String");
    docs.shows("drift", &compiled(&shop));
    let explained = shop.run(&["explain"]).is(1).out;
    docs.shows("drift, explained", &format!("{}\n", explained.trim_end()));

    shop.write("src/lib.rs", VERSION_2);
    docs.shows("version 2", VERSION_2);
    assert_eq!(compiled(&shop), "");
    docs.shows("accept version 2", &own(shop.run(&["accept"]).is(0)));
    docs.shows("check without about", &own(shop.run(&["check"]).is(1)));
    docs.shows("about version 2", ABOUT_2);
    shop.write("contracts/order.paid/about.toml", &format!("{ABOUT}\n{ABOUT_2}"));
    assert_eq!(compiled(&shop), "");
    shop.run(&["check"]).is(0);
    shop.commit("Version 2");

    let owner = "owner = \"shop/billing\"\n";
    let full = format!("{owner}compatibility = \"FULL\"\n");
    shop.edit("contracts/order.paid/about.toml", owner, &full);
    shop.edit("src/lib.rs", "version = 2", "version = 3");
    let renamed = "#[field(renamed(from = \"card_number\", until = 2), masked";
    shop.edit("src/lib.rs", "#[field(masked", renamed);
    shop.edit("src/lib.rs", "pub card_number", "pub card");
    assert_eq!(compiled(&shop), "");
    docs.shows("refused", &own(shop.run(&["accept"]).is(1)));
    assert!(!shop.exists("contracts/order.paid/v3.json"));
    shop.git(&["checkout", "--quiet", "."]);

    shop.branch("feature");
    shop.edit("contracts/order.paid/v1.json", "\"i64\"", "\"decimal\"");
    docs.shows("edited contract, compiled", &compiled(&shop));
    docs.shows("edited contract, checked", &own(shop.run(&["check"]).is(1)));
    shop.git(&["checkout", "--quiet", "."]);

    shop.edit("src/lib.rs", "Decimal::new(cents, 2)", "Decimal::from(cents)");
    assert_eq!(compiled(&shop), "");
    docs.shows("upcast", &own(shop.run(&["check"]).is(1)));
    docs.finish();
}

const VERSION_1: &str = r#"use uuid::Uuid;
use versioned_events::Event;

/// An order was paid in full.
#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "order_id")]
pub struct OrderPaid {
    pub order_id: Uuid,
    /// In cents, taxes included.
    pub amount: i64,
    #[field(masked(last = 4), tag = "pci")]
    pub card_number: String,
}
"#;

const VERSION_2: &str = r#"use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::Event;

/// An order was paid in full.
#[derive(Event)]
#[event(type = "order.paid", version = 2, key = "order_id")]
pub struct OrderPaid {
    pub order_id: Uuid,
    /// Taxes included.
    #[field(was(type = "i64", until = 1, with = from_cents))]
    pub amount: Decimal,
    #[field(since = 2)]
    pub coupon: Option<String>,
    #[field(masked(last = 4), tag = "pci")]
    pub card_number: String,
}

fn from_cents(cents: i64) -> Decimal {
    Decimal::new(cents, 2)
}
"#;

const ABOUT: &str = r#"owner = "shop/billing"
topic = "orders"
readers = ["shop/shipping", "warehouse"]

[versions.1]
date = 2026-05-01
"#;

const ABOUT_2: &str = r#"[versions.2]
date = 2026-06-15
migration = "amounts are decimals, no longer cents"
rollout = "consumers first"
"#;

/// What the command itself said, without what cargo said while it built.
fn own(said: Said) -> String {
    let cargos = ["Compiling", "Finished", "Locking", "Updating", "Adding", "Blocking", "Removing"];
    let is_own = |line: &&str| {
        let word = line.split_whitespace().next().unwrap_or_default();
        !(line.starts_with("  ") && cargos.contains(&word))
    };
    let today = chrono::Utc::now().date_naive().to_string();
    let text = said.err.replace(&today, "2026-06-15");
    let lines: Vec<_> = text.lines().filter(is_own).collect();
    format!("{}\n", lines.join("\n").trim_end())
}

/// What the compiler says; nothing if it is content.
fn compiled(shop: &Shop) -> String {
    let mut command = Command::new(env!("CARGO"));
    command.args(["check", "--quiet", "--offline", "--color", "never"]);
    command.current_dir(&shop.root).env("CARGO_TARGET_DIR", shop.root.join("target"));
    command.env_remove("RUSTFLAGS");
    let said = said(command.output().unwrap());
    let (errors, _) = said.err.split_once("error: could not compile").unwrap_or((&said.err, ""));
    let errors = errors.trim_end();
    if errors.is_empty() { String::new() } else { format!("{errors}\n") }
}

/// The page, and the blocks in it that have a name: `<!-- flow: drift -->`.
struct Docs {
    path: PathBuf,
    text: String,
    differing: Vec<String>,
}

impl Docs {
    fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/contracts.md");
        Self { text: fs::read_to_string(&path).unwrap(), path, differing: Vec::new() }
    }

    fn shows(&mut self, name: &str, actual: &str) {
        let mark = format!("<!-- flow: {name} -->\n```");
        let at = self.text.find(&mark).unwrap_or_else(|| panic!("no `{mark}`")) + mark.len();
        let start = at + self.text[at..].find('\n').unwrap() + 1;
        let end = start + self.text[start..].find("```").unwrap();
        if self.text[start..end] != *actual {
            self.differing.push(format!("{name}:\n{actual}"));
            self.text.replace_range(start..end, actual);
        }
    }

    fn finish(self) {
        if std::env::var_os("FLOW").is_some_and(|word| word == "overwrite") {
            fs::write(self.path, self.text).unwrap();
        } else {
            assert!(self.differing.is_empty(), "docs/contracts.md: {}", self.differing.join("\n"));
        }
    }
}
