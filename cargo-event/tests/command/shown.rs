//! What people and programs see.

use crate::shop::{Shop, said};

const EVENT: &str = r#"
use versioned_events::Event;

#[derive(Event)]
#[event(type = "lamp.switched", version = 1, keyless)]
pub struct LampSwitched {
    pub on: bool,
}
"#;

#[test]
fn colours_are_shown_on_request_and_lines_are_as_long_as_asked() {
    let shop = Shop::package("shown_colours", EVENT);
    shop.git_init();
    let plain = shop.run(&["check"]).is(1);
    assert!(!plain.err.contains('\u{1b}'), "{}", plain.err);
    let colourful = shop.run(&["check", "--color", "always"]).is(1);
    assert!(
        colourful.err.contains("\u{1b}[1m\u{1b}[91merror[contract_missing]"),
        "{}",
        colourful.err
    );
    let by_cargo =
        said(shop.command(&["check"]).env("CARGO_TERM_COLOR", "always").output().unwrap());
    assert!(by_cargo.err.contains('\u{1b}'));
    let quiet = shop.run(&["check", "--quiet"]).is(1);
    assert!(quiet.err.starts_with("error[contract_missing]: "), "{}", quiet.err);

    shop.run(&["accept"]).is(0);
    shop.commit("Contracts");
    shop.edit("src/lib.rs", "lamp.switched", "lamp.toggled");
    for width in [50, 100] {
        let mut command = shop.command(&["check", "--quiet"]);
        let said = said(command.env("COLUMNS", width.to_string()).output().unwrap());
        let helps = said.err.lines().filter(|line| line.starts_with("  ") && line.contains(' '));
        let longest = helps.map(|line| line.chars().count()).max().unwrap();
        assert!((width - 25..=width).contains(&longest), "{longest}\n{}", said.err);
    }
}

#[test]
fn json_says_what_the_text_says() {
    let shop = Shop::package("shown_json", EVENT);
    shop.git_init();
    let text = shop.run(&["check"]).is(1);
    let json = shop.run(&["check", "--json"]).is(1).json();
    assert_eq!((&json["types"], &json["versions"]), (&1.into(), &0.into()));
    assert_eq!((&json["errors"], &json["warnings"]), (&1.into(), &0.into()));
    let problems = json["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 1);
    let mut text = text;
    for problem in problems {
        let word = |name: &str| problem[name].as_str().unwrap();
        text = text.says(&format!(
            "error[{}]: {}\n  --> {}\n",
            word("code"),
            word("title"),
            word("file")
        ));
        for help in problem["help"].as_array().unwrap() {
            text = text.says(&format!("help: {}", help.as_str().unwrap()));
        }
    }
    let table = shop.run(&["list"]).is(0).out;
    let row = table.lines().nth(1).unwrap();
    let list = shop.run(&["list", "--json"]).is(0).json();
    assert!(row.starts_with("lamp.switched"), "{table}");
    assert!(row.contains(list["types"][0]["compatibility"].as_str().unwrap()), "{table}");
    assert_eq!(list["types"][0]["struct"], "LampSwitched");
    assert_eq!(list["types"][0]["contracts"], serde_json::json!([]));
}
