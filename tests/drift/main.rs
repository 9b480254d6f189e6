//! Code that differs from its contracts does not compile, and says why on the field. Each folder in
//! `cases` is a package with its contracts and what the compiler says; those in `agree` compile.
//!
//! `DRIFT=overwrite cargo test --test drift` writes the `.stderr` files anew, and the last line of
//! contracts that have none yet: read each change.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod triggers;
mod workspace;

use std::fs;
use std::path::Path;

use workspace::{Workspace, folders, name_of, write};

#[test]
fn every_drift_gets_its_error_and_nothing_else() {
    let cases = folders("cases");
    close_contracts(&cases);
    let said = Workspace::of("cases", &cases).check(&[]);
    let mut differing = String::new();
    for case in &cases {
        let name = name_of(case);
        let actual = said.get(&name).map(String::as_str).unwrap_or_default();
        let file = case.join("expected.stderr");
        if overwrites() {
            write(&file, actual);
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if actual.is_empty() || expected != actual {
            differing.push_str(&format!("--- {name}: the compiler says\n{actual}\n"));
        }
    }
    assert!(differing.is_empty(), "differs from expected.stderr:\n{differing}");
}

#[test]
fn what_keeps_its_contracts_compiles_without_a_word() {
    let agreeing = folders("agree");
    close_contracts(&agreeing);
    let said = Workspace::of("agree", &agreeing).check(&[]);
    assert!(said.is_empty(), "{said:#?}");
}

fn overwrites() -> bool {
    std::env::var_os("DRIFT").is_some_and(|word| word == "overwrite")
}

/// Contracts are written without their last line, the digest: it is added here.
fn close_contracts(folders: &[std::path::PathBuf]) {
    if overwrites() {
        folders.iter().for_each(|folder| close(folder));
    }
}

fn close(path: &Path) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("the folder is there") {
            close(&entry.expect("an entry").path());
        }
    } else if path.extension().is_some_and(|extension| extension == "json") {
        let Ok(text) = fs::read_to_string(path) else { return };
        let Some(body) = text.strip_suffix("\n}\n") else { return };
        if !body.contains("\n  \"digest\": ") {
            write(path, &format!("{body},\n  \"digest\": \"{}\"\n}}\n", digest(body)));
        }
    }
}

/// FNV-1a, 64 bits.
fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}
