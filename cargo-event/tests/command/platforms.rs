//! Only the packages of this machine are needed, and events of other platforms are not passed over.

use crate::shop::{Shop, facade, manifest, said};

const LAMP: &str = r#"
use versioned_events::Event;

#[derive(Event)]
#[event(type = "lamp.switched", version = 1, keyless)]
pub struct LampSwitched {
    pub on: bool,
}
"#;

/// A condition that holds on no machine that runs cargo.
const ELSEWHERE: &str = "[target.'cfg(target_os = \"none\")'.dependencies]\n";

#[cfg(unix)]
#[test]
fn packages_of_other_platforms_are_not_needed() {
    let shop = Shop::package("platforms_offline", LAMP);
    shop.git_init();
    // uuid needs js-sys on WebAssembly alone.
    let is_locked = shop.read("Cargo.lock").contains("name = \"js-sys\"");
    assert!(is_locked, "withhold another package than js-sys");
    let mut accept = shop.command(&["accept", "--offline"]);
    accept.env("CARGO_HOME", cargo_home_without("js-sys"));
    // With another cargo home, cargo builds what the shops share again.
    accept.env("CARGO_TARGET_DIR", shop.root.join("../platforms_target"));
    said(accept.output().unwrap()).is(0).says("Accepted lamp.switched version 1");
}

/// A cargo home like this machine's, to which one package was never downloaded.
#[cfg(unix)]
fn cargo_home_without(package: &str) -> std::path::PathBuf {
    use std::os::unix::fs::symlink;
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.unwrap_or_else(|| env::home_dir().unwrap().join(".cargo"));
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cargo-home");
    if new.exists() {
        fs::remove_dir_all(&new).unwrap();
    }
    fs::create_dir_all(new.join("registry/cache")).unwrap();
    for shared in ["registry/index", "registry/src", "config.toml"] {
        symlink(home.join(shared), new.join(shared)).unwrap();
    }
    for index in fs::read_dir(home.join("registry/cache")).unwrap() {
        let index = index.unwrap();
        let cache = new.join("registry/cache").join(index.file_name());
        fs::create_dir(&cache).unwrap();
        for file in fs::read_dir(index.path()).unwrap() {
            let file = file.unwrap();
            let name = file.file_name();
            if !name.to_str().unwrap().starts_with(&format!("{package}-")) {
                symlink(file.path(), cache.join(name)).unwrap();
            }
        }
    }
    new
}

#[test]
fn contracts_of_a_package_for_other_platforms_are_not_passed_over() {
    let shop = Shop::empty("platforms_elsewhere");
    shop.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"lamps\", \"wires\"]\n");
    shop.write("lamps/Cargo.toml", &manifest("lamps", &facade()));
    shop.write("lamps/src/lib.rs", LAMP);
    let wires = manifest("wires", &format!("\n{ELSEWHERE}{}", facade()));
    shop.write("wires/Cargo.toml", &wires);
    shop.write("wires/src/lib.rs", "");
    shop.git_init();
    shop.run(&["accept"]).is(0).says("(lamps/contracts/lamp.switched/v1.json)");
    shop.check_finds(&[]);
    let contract = shop.read("lamps/contracts/lamp.switched/v1.json");
    shop.write("wires/contracts/lamp.switched/v1.json", &contract);
    shop.check_finds(&["event_gone"]);
}

#[test]
fn a_facade_for_other_platforms_alone_is_told_so() {
    let shop = Shop::empty("platforms_alone");
    let facade = format!("\n{ELSEWHERE}{}\n[workspace]\n", facade());
    shop.write("Cargo.toml", &manifest("wires", &facade));
    shop.write("src/lib.rs", "");
    shop.git_init();
    let said = shop.run(&["check"]).is(2);
    said.says("error: `wires` depends on `versioned-events` only on other platforms");
}
