//! `cargo event explain`, as people and programs see it. One workspace, built once, in which each lamp
//! breaks somebody else.
//!
//! `EXPLAIN=overwrite cargo test -p cargo-event explain` writes what is shown anew: read each change.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::shop::{Said, Shop, said};

const BEGINS: &str = r#"
use versioned_events::{Event, Schema};

"#;

/// What each event is in version 1, and what becomes of it.
const LAMPS: [(&str, &str); 9] = [
    (
        // Code of both sides, and whoever has a schema.
        "#[event(type = \"lamp.drifted\", version = 1, keyless)]\npub struct Drifted { pub watts: u32 }",
        "#[event(type = \"lamp.drifted\", version = 1, keyless)]\npub struct Drifted { pub watts: String }",
    ),
    (
        // Newer code.
        "#[event(type = \"lamp.forgot\", version = 1, keyless)]\npub struct Forgot { pub on: bool }",
        "#[event(type = \"lamp.forgot\", version = 2, keyless, oldest = 2)]\npub struct Forgot { pub on: bool }",
    ),
    (
        // Older code, lenient and strict, and newer strict.
        "#[event(type = \"lamp.lost\", version = 1, keyless)]\npub struct Lost { pub on: bool, pub room: String }",
        "#[event(type = \"lamp.lost\", version = 2, keyless, removed(name = \"room\", type = \"String\", until = 1))]\npub struct Lost { pub on: bool }",
    ),
    (
        // Newer lenient and strict, and older strict.
        "#[event(type = \"lamp.asks\", version = 1, keyless)]\npub struct Asks { pub on: bool }",
        "#[event(type = \"lamp.asks\", version = 2, keyless)]\npub struct Asks { pub on: bool, #[field(since = 2, default = \"hall\")] pub room: String }",
    ),
    (
        // Older strict, and nobody else.
        "#[event(type = \"lamp.grew\", version = 1, keyless)]\npub struct Grew { pub on: bool }",
        "#[event(type = \"lamp.grew\", version = 2, keyless)]\npub struct Grew { pub on: bool, #[field(since = 2)] pub room: Option<String> }",
    ),
    (
        // Somebody answers for it.
        "#[event(type = \"lamp.named\", version = 1, keyless)]\npub struct Named { pub room: String }",
        "#[event(type = \"lamp.named\", version = 2, keyless)]\npub struct Named { #[field(renamed(from = \"room\", until = 1))] pub place: String }",
    ),
    (
        // Two changes inside of a list.
        "#[event(type = \"lamp.strung\", version = 1, keyless)]\npub struct Strung { pub bulbs: Vec<Bulb> }\n#[derive(Schema)]\npub struct Bulb { pub id: u32, pub on: bool }",
        "#[event(type = \"lamp.strung\", version = 2, keyless)]\npub struct Strung { #[field(holds(1, until = 1))] pub bulbs: Vec<Bulb> }\n#[derive(Schema)]\n#[schema(version = 2, removed(name = \"id\", type = \"u32\", until = 1))]\npub struct Bulb { #[field(since = 2, default = \"\")] pub name: String, pub on: bool }",
    ),
    (
        // Nobody.
        "#[event(type = \"lamp.stayed\", version = 1, keyless)]\npub struct Stayed { pub on: bool }",
        "#[event(type = \"lamp.stayed\", version = 2, keyless)]\npub struct Stayed { pub on: bool }",
    ),
    (
        "",
        "#[event(type = \"lamp.young\", version = 1, keyless)]\npub struct Young { pub on: bool }",
    ),
];

const WAIVER: &str = "owner = \"lights\"\n[[waivers]]\nrule = \"field_renamed\"\nversion = 2\n\
                      reason = \"the only consumer is ours\"\nexpires = 2999-12-31\n";

/// The lamps as they were published, with the code as it is now.
fn lamps(name: &str) -> Shop {
    let code = |lamps: Vec<&str>| {
        let lamps = lamps.into_iter().filter(|lamp| !lamp.is_empty());
        let lamps: String = lamps.map(|lamp| format!("#[derive(Event)]\n{lamp}\n\n")).collect();
        format!("{BEGINS}{lamps}")
    };
    let shop = Shop::published(name, &code(LAMPS.map(|(before, _)| before).to_vec()));
    shop.write("contracts/about.toml", "compatibility = \"FULL\"\n");
    shop.write("contracts/lamp.named/about.toml", WAIVER);
    let ours = "owner = \"lights\"\njudged_by = [\"lenient\"]\n";
    shop.write("contracts/lamp.asks/about.toml", ours);
    shop.write("src/lib.rs", &code(LAMPS.map(|(_, after)| after).to_vec()));
    shop
}

#[test]
fn who_breaks_and_what_helps_is_shown_for_every_audience() {
    let shop = lamps("explain");
    let all = shop.run(&["explain"]).is(1);
    shown("newest", &all.out);
    let json = shop.run(&["explain", "--json"]).is(1).json();
    every_audience_breaks(&json);
    json_says_what_is_shown(&json, &all.out);

    // One type has all of its versions, and one of them if that is asked for.
    shown("type", &shop.run(&["explain", "lamp.named"]).is(0).out);
    shown("version", &shop.run(&["explain", "lamp.named", "1"]).is(0).out);
    let text = shop.run(&["explain", "lamp.drifted"]).is(1);
    shown("drift", &text.out);

    check_refuses_what_explain_calls_an_error(&shop);
    what_is_not_there(&shop);
    how_it_looks(&shop);

    // What cannot be read is not stepped over.
    shop.edit("contracts/lamp.lost/v1.json", "\"room\"", "\"rooms\"");
    let said = shop.run(&["explain", "lamp.lost"]).is(2);
    said.says("the contract of `lamp.lost` version 1 cannot be read");
}

/// Each of the six readers is broken by one of the lamps, and each proof has a payload.
fn every_audience_breaks(json: &Value) {
    let findings = json["findings"].as_array().unwrap().iter();
    let breaks = findings.flat_map(|finding| finding["breaks"].as_array().unwrap());
    let mut broken: Vec<_> = breaks
        .map(|one| {
            assert!(one["witness"].is_object(), "{one}");
            one["who"].as_str().unwrap()
        })
        .collect();
    broken.sort_unstable();
    broken.dedup();
    let all =
        ["newer_lenient", "newer_strict", "newer_us", "older_lenient", "older_strict", "older_us"];
    assert_eq!(broken, all);
}

/// Before anything is accepted.
fn check_refuses_what_explain_calls_an_error(shop: &Shop) {
    let found = ["contract_missing", "drift", "field_required_added", "field_required_removed"];
    shop.check_finds(&[&found[..], &["version_dropped"]].concat());
    shop.run(&["check"])
        .is(1)
        .says("`$.watts`: the contract says `u32`, the code says `text` (type_changed)")
        .says("breaks published readers: code, lenient and strict JSON Schema")
        .says("breaks new readers of published records: code, lenient and strict JSON Schema")
        .says("`cargo event explain lamp.drifted`")
        .says("help: once nothing of it is refused, write it: `cargo event accept`")
        .says("see what it changes, and for whom: `cargo event explain lamp.lost 2`");
}

fn json_says_what_is_shown(json: &Value, text: &str) {
    let in_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = in_one_line(text);
    let says = |words: &str| assert!(shown.contains(&in_one_line(words)), "`{words}`\n{text}");
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let explained = json["explained"].as_array().unwrap();
    assert_eq!(explained.len(), LAMPS.len());
    for version in explained {
        says(&format!("{} version {}", word(&version["type"]), version["version"]));
    }
    let count: u64 = explained.iter().map(|one| one["findings"].as_u64().unwrap()).sum();
    let findings = json["findings"].as_array().unwrap();
    assert_eq!(count, findings.len() as u64);
    for finding in findings {
        says(&format!("[{}]: {}", word(&finding["rule"]), word(&finding["title"])));
        says(&format!("--> {}", word(&finding["type"])));
        for side in ["before", "after"] {
            says(&word(&finding[side]));
        }
        for help in finding["help"].as_array().unwrap() {
            says(&format!("help: {}", word(help)));
        }
        for one in finding["breaks"].as_array().unwrap() {
            says(&event_contract::canonical(&one["witness"]));
            says(&format!("{} ({})", word(&one["words"]), word(&one["code"])));
        }
    }
}

fn what_is_not_there(shop: &Shop) {
    let said = shop.run(&["explain", "lamp.smashed"]).is(2);
    said.says("error: `lamp.smashed` is neither an event type nor a rule")
        .says("event types are `lamp.asks`, `lamp.drifted`");
    let said = shop.run(&["explain", "lamp.named", "7"]).is(2);
    said.says("error: `lamp.named` has no version 7").says("help: there are versions 1, 2");
    // Rules need no workspace.
    let rule = shop.run(&["explain", "field_renamed"]).is(0);
    assert!(rule.out.starts_with("field_renamed: is a field called something else?\n"));
    let json = shop.run(&["explain", "field_renamed", "--json"]).is(0).json();
    assert_eq!(json["rule"], "field_renamed");
}

fn how_it_looks(shop: &Shop) {
    let asked = |arguments: &[&str], width: &str| {
        let mut command = shop.command(&[&["explain", "lamp.lost", "2"], arguments].concat());
        command.env("COLUMNS", width).env("CARGO_TERM_COLOR", "always");
        said(command.output().unwrap()).is(1)
    };
    for width in [60, 120] {
        let Said { out, .. } = asked(&["--color", "never"], &width.to_string());
        shown(&format!("width-{width}"), &out);
        // Payloads and what is to be typed are copied, so they stay in one piece.
        let may_be_longer = |line: &str| line.starts_with("    {") || line.contains('`');
        let lines = out.lines().filter(|line| !may_be_longer(line));
        let longest = lines.map(|line| line.chars().count()).max().unwrap();
        assert!((width / 2..=width).contains(&longest), "{longest}\n{out}");
    }
    let colourful = asked(&["--color", "always"], "100").out;
    shown("colours", &colourful.replace('\u{1b}', "<ESC>"));
    assert_eq!(
        anstream::adapter::strip_str(&colourful).to_string(),
        asked(&["--color", "never"], "100").out
    );
}

/// Asserts that this is what was reviewed.
#[track_caller]
fn shown(name: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/command/explain");
    let file = file.join(format!("{name}.txt"));
    if std::env::var("EXPLAIN").is_ok_and(|word| word == "overwrite") {
        fs::write(&file, text).unwrap();
    }
    let known = fs::read_to_string(&file).unwrap_or_default();
    assert!(known == text, "{name}.txt reads differently now:\n{text}");
}
