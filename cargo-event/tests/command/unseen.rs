//! What left the code, git's index or the repository is not passed over in silence.

use crate::shop::{Shop, facade, git, manifest};

const LAMP: &str = r#"
use versioned_events::Event;

#[derive(Event)]
#[event(type = "lamp.switched", version = 1, keyless, contracts = "published")]
pub struct LampSwitched {
    pub on: bool,
}
"#;
const CONTRACT: &str = "published/lamp.switched/v1.json";

/// The digest is made anew, as somebody would who edits on purpose.
fn edit_docs(shop: &Shop, file: &str) {
    let after = "\"min_reader_version\": 1,";
    let edited = format!("{after}\n  \"docs\": \"Edited.\",");
    let text = shop.read(file).replace(after, &edited);
    let (body, _) = text.rsplit_once(",\n  \"digest\": \"").unwrap();
    let digest = body.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    shop.write(file, &format!("{body},\n  \"digest\": \"{digest:016x}\"\n}}\n"));
}

#[test]
fn an_event_with_a_directory_of_its_own_does_not_take_it_along() {
    let shop = Shop::published("unseen_directory", LAMP);
    shop.write("src/lib.rs", "");
    shop.check_finds(&["event_gone"]);
    std::fs::remove_dir_all(shop.root.join("published")).unwrap();
    shop.check_finds(&["published_deleted"]);
    // Nor by naming another directory.
    shop.git(&["checkout", "--quiet", "."]);
    shop.edit("src/lib.rs", "\"published\"", "\"elsewhere\"");
    shop.edit("src/lib.rs", "on: bool", "on: u8");
    shop.run(&["accept"]).is(0);
    shop.check_finds(&["event_gone"]);
    // Moved as it is, it is the same contract; and copies that no code named are nobody's.
    std::fs::remove_dir_all(shop.root.join("elsewhere")).unwrap();
    std::fs::rename(shop.root.join("published"), shop.root.join("elsewhere")).unwrap();
    shop.run(&["accept"]).is(1).says("error[drift]");
    shop.edit("src/lib.rs", "on: u8", "on: bool");
    let copy = shop.read("elsewhere/lamp.switched/v1.json");
    shop.write("vendor/other/lamp.dimmed/v1.json", &copy);
    shop.commit("Moved");
    shop.check_finds(&[]);
    shop.remove("vendor/other/lamp.dimmed/v1.json");
    shop.check_finds(&[]);
}

#[test]
fn events_that_a_feature_hides_are_not_gone_with_it() {
    let shop = Shop::empty("unseen_feature");
    shop.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"lamps\", \"doors\"]\n");
    let optional = facade().replace(" }", ", optional = true }");
    let features = "\n[features]\nevents = [\"dep:versioned-events\"]\n";
    shop.write("lamps/Cargo.toml", &manifest("lamps", &format!("{optional}{features}")));
    let lamp = LAMP.replace(", contracts = \"published\"", "");
    let lamps = format!("#[cfg(feature = \"events\")]\nmod lamps {{ {lamp} }}\n");
    shop.write("lamps/src/lib.rs", &lamps);
    shop.write("doors/Cargo.toml", &manifest("doors", &facade()));
    shop.write("doors/src/lib.rs", &lamp.replace("lamp.switched", "door.opened"));
    shop.git_init();
    // Spaces between features are cargo's own.
    shop.run(&["accept", "-F", "events lamps/events"]).is(0).says("lamp.switched version 1");
    shop.commit("Contracts");
    shop.check_finds(&["event_gone"]);
    shop.run(&["check", "--all-features"]).is(0);
    shop.run(&["check", "-p", "door*"]).is(0).says("Checked 1 event type");
    shop.run(&["check", "-p", "doors@0.1.0"]).is(0).says("Checked 1 event type");
    shop.run(&["check", "-p", "doors@0.2.0"]).is(2).says("no package `doors@0.2.0`");
    // Nor with the dependency on the facade.
    shop.write("lamps/Cargo.toml", &manifest("lamps", ""));
    shop.write("lamps/src/lib.rs", "");
    shop.check_finds(&["event_gone"]);
    std::fs::remove_dir_all(shop.root.join("lamps/contracts")).unwrap();
    shop.check_finds(&["published_deleted"]);
}

#[test]
fn git_is_not_told_to_look_away() {
    let shop = Shop::empty("unseen_index");
    shop.write("app/Cargo.toml", &manifest("app", &format!("{}\n[workspace]\n", facade())));
    shop.write("app/src/lib.rs", LAMP);
    shop.git_init();
    shop.run_in("app", &["accept"]).is(0);
    shop.commit("Contracts");
    let contract = format!("app/{CONTRACT}");
    edit_docs(&shop, &contract);
    let sees = |variable: &str| {
        let mut check = shop.command(&["check", "--json"]);
        let output = check.current_dir(shop.root.join("app")).env(variable, "1").output().unwrap();
        let said = crate::shop::said(output).is(1);
        assert_eq!(said.codes(), ["published_edited"], "{variable}");
    };
    sees("GIT_LITERAL_PATHSPECS");
    shop.git(&["config", "diff.relative", "true"]);
    sees("_");
    for flag in ["--assume-unchanged", "--skip-worktree"] {
        shop.git(&["update-index", flag, &contract]);
        sees("_");
    }
}

#[test]
fn a_submodule_has_a_history_of_its_own() {
    let lamps = Shop::published("unseen_submodule_lamps", LAMP);
    lamps.edit("Cargo.toml", "\n[workspace]\n", "");
    lamps.commit("A member");
    let shop = Shop::empty("unseen_submodule");
    shop.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"lamps\"]\n");
    shop.git_init();
    shop.git(&["submodule", "--quiet", "add", lamps.root.to_str().unwrap(), "lamps"]);
    shop.commit("Lamps");
    shop.check_finds(&[]);
    let contract = format!("lamps/{CONTRACT}");
    let whole = shop.read(&contract);
    shop.edit("lamps/src/lib.rs", "on: bool", "on: u8");
    shop.run(&["accept"]).is(1);
    assert_eq!(shop.read(&contract), whole);
    git(&shop.root.join("lamps"), &["checkout", "--quiet", "."]);
    edit_docs(&shop, &contract);
    shop.check_finds(&["published_edited"]);
    let help = format!("`git -C lamps checkout HEAD -- {CONTRACT}`");
    shop.run(&["check"]).is(1).says(&help);
}

#[test]
fn contracts_outside_of_git_are_nobodys() {
    let outside = Shop::empty("unseen_outside_contracts");
    let named = LAMP.replace("\"published\"", &format!("{:?}", outside.root));
    let shop = Shop::package("unseen_outside", &named);
    shop.git_init();
    for command in ["accept", "check"] {
        shop.run(&[command]).is(2).says("is in no git repository");
    }
    shop.run(&["accept", "--base", "none"]).is(0);
}

#[test]
fn two_packages_do_not_write_one_file() {
    let shop = Shop::empty("unseen_shared");
    shop.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"a\", \"b\"]\n");
    let lamp = LAMP.replace("\"published\"", "\"../published\"");
    for name in ["a", "b"] {
        shop.write(&format!("{name}/Cargo.toml"), &manifest(name, &facade()));
        shop.write(&format!("{name}/src/lib.rs"), &lamp);
    }
    shop.git_init();
    shop.run(&["accept"]).is(0);
    shop.edit("b/src/lib.rs", "on: bool", "on: u8");
    let said = shop.run(&["accept"]).is(2);
    said.says("`a` and `b` describe `lamp.switched` version 1 differently, in one directory");
    // Each with its own is two contracts, and records cannot be verified with both.
    shop.write("a/src/lib.rs", &LAMP.replace(", contracts = \"published\"", ""));
    let b = shop.read("b/src/lib.rs").replace(", contracts = \"../published\"", "");
    shop.write("b/src/lib.rs", &b);
    shop.run(&["accept"]).is(0);
    shop.write("records.ndjson", "");
    shop.run(&["verify", "records.ndjson"]).is(2).says("has two contracts that differ");
}

#[test]
fn a_library_for_others_is_called_so() {
    let shop = Shop::package("unseen_cdylib", LAMP);
    shop.edit("Cargo.toml", "[dependencies]", "[lib]\ncrate-type = [\"cdylib\"]\n\n[dependencies]");
    shop.git_init();
    shop.run(&["accept"]).is(2).says("`crate-type = [\"cdylib\", \"rlib\"]`");
}
