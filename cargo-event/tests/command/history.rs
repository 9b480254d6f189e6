//! Published contracts stay: what a branch did to them is seen in git.

use crate::shop::{Shop, git};

const LIB: &str = r#"
use versioned_events::Event;

#[derive(Event)]
#[event(type = "lamp.switched", version = 1, keyless)]
pub struct LampSwitched {
    pub on: bool,
}
"#;
const CONTRACT: &str = "contracts/lamp.switched/v1.json";

/// Writes the contract as if the code had always been that way.
fn rewrite(shop: &Shop) {
    shop.edit("src/lib.rs", "on: bool", "on: u8");
    std::fs::remove_dir_all(shop.root.join("contracts/lamp.switched")).unwrap();
    std::fs::rename(shop.root.join(".git"), shop.root.join("git")).unwrap();
    shop.run(&["accept", "--base", "none"]).is(0);
    std::fs::rename(shop.root.join("git"), shop.root.join(".git")).unwrap();
}

#[test]
fn a_contract_edited_in_a_branch_is_found_though_its_digest_fits() {
    let shop = Shop::published("history_edited", LIB);
    shop.branch("feature");
    shop.check_finds(&[]);
    rewrite(&shop);
    // Not committed, committed, and some commits ago.
    for _ in 0..3 {
        shop.check_finds(&["published_edited"]);
        shop.commit("On");
    }
    let said = shop.run(&["check"]).is(1);
    said.says(
        "error[published_edited]: the published contract of `lamp.switched` version 1 was edited",
    )
    .says(&format!("help: take it back: `git checkout main -- {CONTRACT}`"));
    shop.run(&["accept"]).is(1);
    // Merged anyway: the check of the default branch says so.
    shop.git(&["checkout", "--quiet", "main"]);
    shop.git(&["merge", "--quiet", "--no-ff", "--no-edit", "feature"]);
    shop.check_finds(&["published_edited"]);
}

#[test]
fn a_contract_deleted_in_a_branch_is_found_also_with_its_code() {
    let shop = Shop::published("history_deleted", LIB);
    shop.branch("feature");
    shop.remove("contracts/lamp.switched/v1.sample.json");
    shop.check_finds(&["published_deleted"]);
    std::fs::remove_dir_all(shop.root.join("contracts")).unwrap();
    shop.check_finds(&["published_deleted"]);
    shop.write("src/lib.rs", &LIB.replace("lamp.switched", "lamp.toggled"));
    shop.commit("Gone");
    let said = shop.run(&["check", "--json"]).is(1);
    assert!(said.codes().contains(&"published_deleted".to_owned()), "{:?}", said.codes());
}

#[test]
fn what_main_published_meanwhile_is_no_edit_of_this_branch() {
    let shop = Shop::published("history_behind", LIB);
    shop.branch("feature");
    shop.commit("On a branch");
    shop.git(&["checkout", "--quiet", "main"]);
    shop.edit("src/lib.rs", "version = 1", "version = 2");
    shop.edit(
        "src/lib.rs",
        "on: bool,",
        "on: bool,\n    #[field(since = 2)]\n    pub by: Option<String>,",
    );
    shop.run(&["accept"]).is(0);
    shop.commit("Version 2");
    shop.check_finds(&[]);
    shop.git(&["checkout", "--quiet", "feature"]);
    shop.check_finds(&[]);
}

#[test]
fn what_others_published_meanwhile_is_not_published_again() {
    let shop = Shop::published("history_meanwhile", LIB);
    let field = |name: &str| {
        let version = LIB.replace("version = 1", "version = 2");
        let field = format!("#[field(since = 2)]\n    pub {name}: Option<u8>,\n}}");
        let end = version.rfind('}').unwrap();
        format!("{}{field}{}", &version[..end], &version[end + 1..])
    };
    shop.branch("feature");
    shop.write("src/lib.rs", &field("ours"));
    shop.run(&["accept"]).is(0);
    shop.commit("Our version 2");
    shop.check_finds(&[]);
    shop.git(&["checkout", "--quiet", "main"]);
    shop.write("src/lib.rs", &field("theirs"));
    shop.run(&["accept"]).is(0);
    shop.commit("Their version 2");
    shop.git(&["checkout", "--quiet", "feature"]);
    let said = shop.run(&["check"]).is(1);
    said.says("error[published_meanwhile]: version 2 of `lamp.switched` was published on `main` meanwhile")
        .says("`git checkout main -- contracts/lamp.switched/v2.json`")
        .says("`version = 3`");
    let file = "contracts/lamp.switched/v2.json";
    shop.remove(file);
    shop.run(&["accept"]).is(1).says("error[published_meanwhile]");
    assert!(!shop.exists(file));
    // The same on both sides is one.
    shop.write("src/lib.rs", &field("theirs"));
    shop.run(&["accept"]).is(0);
    shop.check_finds(&[]);
}

#[test]
fn contracts_can_move_and_cannot_get_lost_with_their_package() {
    let shop = Shop::empty("history_moved");
    let facade = crate::shop::facade();
    shop.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n");
    shop.write("crates/old/Cargo.toml", &crate::shop::manifest("old", &facade));
    shop.write("crates/old/src/lib.rs", LIB);
    shop.git_init();
    shop.run(&["accept"]).is(0);
    shop.commit("Contracts");
    shop.branch("feature");
    std::fs::rename(shop.root.join("crates/old"), shop.root.join("crates/new")).unwrap();
    shop.check_finds(&[]);
    // The move is no chance to change what was promised.
    shop.edit("crates/new/src/lib.rs", "on: bool", "on: u8");
    std::fs::remove_dir_all(shop.root.join("crates/new/contracts")).unwrap();
    shop.run(&["accept"]).is(0);
    shop.check_finds(&["published_deleted"]);
    let said = shop.run(&["check"]).is(1);
    said.says("version 1 of `lamp.switched` went with its package");
}

#[test]
fn without_history_nothing_is_taken_for_fine() {
    let shop = Shop::published("history_none", LIB);
    let clone = Shop::empty("history_shallow");
    std::fs::remove_dir_all(&clone.root).unwrap();
    let url = format!("file://{}", shop.root.display());
    git(&shop.root, &["clone", "--quiet", "--depth=1", &url, clone.root.to_str().unwrap()]);
    let said = clone.run(&["check"]).is(2);
    said.says("error: the history was not fetched, so edited contracts cannot be seen")
        .says("fetch-depth: 0");
    clone.run(&["check", "--base", "none"]).is(0);
    clone.run(&["check", "--base", "v1.0"]).is(2).says("git knows no commit `v1.0`");
    git(&clone.root, &["fetch", "--quiet", "--unshallow"]);
    clone.check_finds(&[]);

    shop.git(&["branch", "--quiet", "--move", "main", "trunk"]);
    shop.run(&["check"]).is(2).says("git knows no default branch to compare with");
    shop.run(&["check", "--base", "trunk"]).is(0);

    std::fs::remove_dir_all(shop.root.join(".git")).unwrap();
    let said = shop.run(&["check"]).is(2);
    said.says("error: this is no git repository, so nobody knows which contracts were published")
        .says("`--base none`");
    shop.run(&["check", "--base", "none"]).is(0);
    let json = shop.run(&["check", "--json"]).is(2).json();
    assert!(json["error"].as_str().unwrap().contains("no git repository"));
}

#[test]
fn a_repository_without_a_commit_has_published_nothing() {
    let shop = Shop::package("history_unborn", LIB);
    shop.git(&["init", "--quiet", "--initial-branch=main"]);
    shop.run(&["accept"]).is(0);
    shop.check_finds(&[]);
    shop.edit("src/lib.rs", "on: bool", "on: u8");
    shop.run(&["accept"]).is(0).says("Accepted lamp.switched version 1");
}
