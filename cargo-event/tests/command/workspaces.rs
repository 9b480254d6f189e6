//! Packages are found however a workspace is laid out.

use crate::shop::{Shop, facade, manifest, ours};

const EVENT: &str = r#"
use versioned_events::Event;

#[derive(Event)]
#[event(type = "lamp.switched", version = 1, keyless)]
pub struct LampSwitched {
    pub on: bool,
}
"#;

/// Types with an alias, events that use them under another name of the facade, and a program.
fn three(name: &str) -> Shop {
    let shop = Shop::empty(name);
    shop.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n");
    shop.write("crates/types/Cargo.toml", &manifest("types", &facade()));
    let types = "#![forbid(unsafe_code)]\n#![deny(warnings)]\n//! Types.\nuse versioned_events::Schema;\n\
        /// Money.\npub type Price = inner::Amount;\n\
        /// Inside.\npub mod inner {\n use super::*;\n /// Money.\n #[derive(Schema)]\n pub struct Amount { pub cents: u64, pub currency: String }\n}\n";
    shop.write("crates/types/src/lib.rs", types);
    let renamed = facade().replace("versioned-events =", "ve =");
    let renamed = renamed.replace("{ path", "{ package = \"versioned-events\", path");
    shop.write(
        "crates/events/Cargo.toml",
        &manifest("events", &format!("{renamed}types = {{ path = \"../types\" }}\n")),
    );
    let events = "#![forbid(unsafe_code)]\n#![deny(warnings, missing_docs)]\n//! Events.\n#[allow(dead_code)]\nmod private {\n use ve::Event;\n\
        #[derive(Event)]\n #[event(type = \"order.paid\", version = 1, key = \"order_id\")]\n\
        struct OrderPaid { order_id: String, price: Vec<types::Price> }\n}\n";
    shop.write("crates/events/src/lib.rs", events);
    let both = format!("{}events = {{ path = \"../events\" }}\n", facade());
    shop.write("crates/program/Cargo.toml", &manifest("program", &both));
    shop.write("crates/program/src/main.rs", "use events as _;\nfn main() {}\n");
    shop.git_init();
    shop
}

#[test]
fn a_workspace_of_three_crates_is_checked_as_a_whole() {
    let shop = three("workspaces_three");
    shop.run(&["accept"]).is(0).says("(crates/events/contracts/order.paid/v1.json)");
    shop.commit("Contracts");
    let contract = shop.read("crates/events/contracts/order.paid/v1.json");
    assert!(contract.contains(r#""type": "list<Amount>""#), "{contract}");
    shop.check_finds(&[]);
    // Drift in another crate than the one that has the event.
    shop.edit("crates/types/src/lib.rs", "cents: u64", "cents: i64");
    let said = shop.run(&["check"]).is(1);
    said.says("error[drift]").says("--> crates/events/contracts/order.paid/v1.json");
    shop.edit("crates/types/src/lib.rs", "cents: i64", "cents: u64");
    // Through the alias.
    shop.edit("crates/types/src/lib.rs", "= inner::Amount", "= u64");
    let said = shop.run(&["check", "--json"]).is(1);
    assert!(said.codes().contains(&"drift".to_owned()));
    shop.edit("crates/types/src/lib.rs", "= u64", "= inner::Amount");

    // From anywhere.
    shop.run_in("crates/program/src", &["check"]).is(0).says("Checked 1 event type, 1 contract");
    let path = shop.root.join("crates/events/Cargo.toml");
    let mut elsewhere = shop.command(&["check", "--manifest-path", path.to_str().unwrap()]);
    let output = elsewhere.current_dir(std::env::temp_dir()).output().unwrap();
    assert_eq!(output.status.code(), Some(0));

    // Only some packages.
    shop.run(&["check", "-p", "events"]).is(0).says("Checked 1 event type, 1 contract");
    shop.run(&["check", "-p", "types"]).is(0).says("Checked 0 event types, 0 contracts");
    let said = shop.run(&["check", "-p", "event"]).is(2);
    said.says("error: the workspace has no package `event`");
    let list = shop.run(&["list", "--json"]).is(0).json();
    assert_eq!(list["types"][0]["package"], "events");
    assert_eq!(list["types"][0]["directory"], "crates/events/contracts/order.paid");
}

#[test]
fn events_of_other_workspaces_are_their_business() {
    let shop = three("workspaces_outside");
    shop.edit(
        "Cargo.toml",
        "crates/*\"]",
        "crates/types\", \"crates/program\"]\nexclude = [\"crates/events\"]",
    );
    shop.run(&["accept"]).is(0).says("every version has its contract already");
    assert!(!shop.exists("crates/events/contracts"));
}

#[test]
fn a_facade_that_another_package_passes_on_is_found() {
    let shop = Shop::empty("workspaces_passed_on");
    shop.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"base\", \"lamps\", \"macros\"]\n",
    );
    shop.write("base/Cargo.toml", &manifest("base", &facade()));
    shop.write("base/src/lib.rs", "pub use versioned_events as events;\n");
    shop.write(
        "lamps/Cargo.toml",
        &manifest("lamps", "base = { path = \"../base\" }\nmacros = { path = \"../macros\" }\n"),
    );
    let lamps = EVENT.replace("versioned_events::", "base::events::");
    shop.write("lamps/src/lib.rs", &lamps.replace("keyless", "keyless, crate = \"base::events\""));
    // A member that cannot be linked with is passed over.
    let macros = manifest("macros", &facade()).replace("[dep", "[lib]\nproc-macro = true\n\n[dep");
    shop.write("macros/Cargo.toml", &macros);
    shop.write("macros/src/lib.rs", "");
    shop.git_init();
    shop.run(&["accept"]).is(0).says("(lamps/contracts/lamp.switched/v1.json)");
    shop.check_finds(&[]);
}

#[test]
fn events_behind_a_feature_need_it() {
    let shop = Shop::empty("workspaces_features");
    let optional = facade().replace(" }", ", optional = true }");
    let features = "\n[features]\ndefault = [\"basic\"]\nbasic = []\nlamps = [\"dep:versioned-events\"]\n[workspace]\n";
    shop.write("Cargo.toml", &manifest("features", &format!("{optional}{features}")));
    let lib =
        format!("#[cfg(all(feature = \"lamps\", feature = \"basic\"))]\nmod lamps {{ {EVENT} }}\n");
    shop.write("src/lib.rs", &lib);
    shop.git_init();
    shop.run(&["accept"]).is(2).says("no package of this workspace depends on `versioned-events`");
    shop.run(&["accept", "--features", "lamps"]).is(0).says("Accepted lamp.switched version 1");
    shop.commit("Contracts");
    shop.run(&["check", "--features", "features/lamps"]).is(0);
    shop.run(&["check", "--all-features"]).is(0).says("Checked 1 event type");
    let said = shop.run(&["check", "--features", "lamps", "--no-default-features"]).is(1);
    said.says("error[event_gone]").says("if a feature switches it on, build with that");
    shop.run(&["check", "--features", "lamp"]).is(2).says("lamp");
}

#[test]
fn a_workspace_for_another_machine_is_asked_on_this_one() {
    let shop = Shop::package("workspaces_target", EVENT);
    shop.git_init();
    shop.write(".cargo/config.toml", "[build]\ntarget = \"wasm32-unknown-unknown\"\n");
    shop.run(&["accept"]).is(0).says("Accepted lamp.switched version 1");
    let mut check = shop.command(&["check"]);
    shop.remove(".cargo/config.toml");
    let output = check.env("CARGO_BUILD_TARGET", "thumbv7em-none-eabi").output().unwrap();
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn patched_packages_are_the_patched_ones() {
    let shop = Shop::empty("workspaces_patched");
    let mut patched =
        String::from("versioned-events = \"0.1\"\n\n[workspace]\n\n[patch.crates-io]\n");
    for (name, path) in [
        ("versioned-events", ".."),
        ("event-core", "../event-core"),
        ("event-derive", "../event-derive"),
        ("event-contract", "../event-contract"),
    ] {
        patched.push_str(&format!("{name} = {{ path = '{}' }}\n", ours(path)));
    }
    shop.write("Cargo.toml", &manifest("patched", &patched));
    shop.write("src/lib.rs", EVENT);
    shop.git_init();
    shop.run(&["accept"]).is(0).says("Accepted lamp.switched version 1");
    shop.check_finds(&[]);
}

#[cfg(unix)]
#[test]
fn a_workspace_behind_a_link_is_the_same_one() {
    let shop = Shop::published("workspaces_linked", EVENT);
    let link = shop.root.with_file_name("workspaces_link");
    let _ = std::fs::remove_file(&link);
    std::os::unix::fs::symlink(&shop.root, &link).unwrap();
    shop.edit("src/lib.rs", "on: bool", "on: u8");
    let path = link.join("Cargo.toml");
    let before = shop.files("contracts");
    shop.run(&["accept", "--manifest-path", path.to_str().unwrap()]).is(1);
    assert_eq!(shop.files("contracts"), before, "a published file, by whatever name");
}
