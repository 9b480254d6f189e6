//! What cannot be checked is said, with exit code 2, and never taken for fine.

use crate::shop::{Shop, facade, manifest, said};

const EVENT: &str = r#"
use versioned_events::Event;

#[derive(Event)]
#[event(type = "lamp.switched", version = 1, keyless)]
pub struct LampSwitched {
    pub on: bool,
}
"#;

#[test]
fn events_in_programs_are_refused_with_the_way_out() {
    let shop = Shop::empty("refused_program");
    shop.write("Cargo.toml", &manifest("lamps", &format!("{}\n[workspace]\n", facade())));
    shop.write("src/main.rs", "mod events;\nfn main() {}\n");
    shop.write("src/events.rs", EVENT);
    shop.git_init();
    for command in ["accept", "check", "list"] {
        let said = shop.run(&[command]).is(2);
        said.says("error: `LampSwitched` of `lamps` is in a program, where no other program can see it")
            .says("help: move it from `src/events.rs` to the library, `src/lib.rs`, and use it from there")
            .says("`#[event(contracts = \"none\")]`");
    }
    // A library beside it does not help by itself.
    shop.write("src/lib.rs", "");
    shop.run(&["check"]).is(2).says("`LampSwitched` of `lamps` is in a program");
    // Both have the module: the library shows it.
    shop.write("src/lib.rs", "pub mod events;\n");
    shop.run(&["accept"]).is(0).says("Accepted lamp.switched version 1");
    // Neither does a feature that has it there.
    let conditional =
        EVENT.replace("#[derive(Event)]\n#[event(", "#[cfg_attr(all(), derive(Event), event(");
    let conditional = conditional.replace("keyless)]", "keyless))]");
    shop.write("src/main.rs", &format!("fn main() {{}}\n{conditional}"));
    shop.run(&["check"]).is(2).says("`LampSwitched` of `lamps` is in a program");
    // Tests of a program publish nothing.
    shop.write("src/main.rs", &format!("fn main() {{}}\n#[cfg(test)]\nmod tests {{ {EVENT} }}\n"));
    shop.run(&["check"]).is(0);
}

#[test]
fn a_program_with_contracts_and_no_library_is_refused() {
    let shop = Shop::published("refused_contracts", EVENT);
    shop.write("src/main.rs", "fn main() {}\n");
    shop.remove("src/lib.rs");
    let said = shop.run(&["check"]).is(2);
    said.says("`refused_contracts` has contracts and no library");
}

#[test]
fn a_package_that_does_not_compile_is_refused() {
    let shop = Shop::package("refused_broken", &EVENT.replace("bool", "Bool"));
    shop.git_init();
    let said = shop.run(&["check"]).is(2);
    said.says("cannot find type `Bool`").says("error: the workspace does not build");
    shop.write("src/lib.rs", "pub struct {");
    shop.run(&["accept"]).is(2).says("error: the workspace does not build");
    assert!(!shop.exists("contracts"));
}

#[test]
fn a_workspace_without_events_is_refused() {
    let shop = Shop::empty("refused_without");
    shop.write("Cargo.toml", &manifest("without", "\n[workspace]\n"));
    shop.write("src/lib.rs", "");
    shop.git_init();
    shop.run(&["check"])
        .is(2)
        .says("error: no package of this workspace depends on `versioned-events`")
        .says("`cargo add versioned-events`");
    let elsewhere = tempfile::tempdir().unwrap();
    let mut command = shop.command(&["check", "--json"]);
    let json = said(command.current_dir(elsewhere.path()).output().unwrap()).is(2).json();
    assert!(json["error"].as_str().unwrap().contains("could not find `Cargo.toml`"), "{json}");
}

#[test]
fn a_wrong_word_on_the_command_line_is_refused() {
    let shop = Shop::empty("refused_words");
    for arguments in [&["chek"][..], &["check", "--bse"], &[]] {
        let said = shop.run(arguments).is(2);
        said.says("Usage: cargo event");
    }
}
