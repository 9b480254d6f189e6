//! What makes the comparison happen, and what turns it off.

use std::fs;
use std::path::PathBuf;

use crate::workspace::{Workspace, folders, name_of, write};

fn folder(kind: &str, name: &str) -> PathBuf {
    let mut folders = folders(kind).into_iter();
    folders.find(|folder| name_of(folder) == name).expect("the folder is there")
}

#[test]
fn a_change_of_the_file_alone_is_noticed() {
    let workspace = Workspace::of("changed", &[folder("agree", "history")]);
    assert!(workspace.check(&[]).is_empty());

    let contract = workspace.file("history/contracts/order.paid/v2.json");
    let published = fs::read_to_string(&contract).expect("the contract is there");
    write(&contract, &published.replace("\"currency\"", "\"currencies\""));
    let said = workspace.check(&[]);
    assert!(said["history"].contains("v2.json` cannot be compared"), "{said:#?}");

    write(&contract, &published);
    assert!(workspace.check(&[]).is_empty());

    fs::remove_file(&contract).expect("the contract is there");
    let said = workspace.check(&[]);
    assert!(said["history"].contains("version 2 of `order.paid` has no contract"), "{said:#?}");
}

#[test]
fn the_variable_of_accept_turns_it_off_and_nothing_else_does() {
    let workspace = Workspace::of("accepting", &[folder("cases", "many_drifts")]);
    let said = workspace.check(&[("VERSIONED_EVENTS_ACCEPT", "1")]);
    assert!(said.is_empty(), "{said:#?}");
    // The same files and the same target directory: what was accepted is compared again.
    let said = workspace.check(&[]);
    assert!(said["many_drifts"].contains("promises `coupon`"), "{said:#?}");
}
