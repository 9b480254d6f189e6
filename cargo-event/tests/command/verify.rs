//! `cargo event verify` checks records against contracts, and shows nothing of their values.

use std::fmt::Write as _;
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::shop::{Said, Shop, ours, said};

const ID: &str = "0197a3f2-5c1e-7a00-8000-0000000000aa";
const SECRET: &str = "Hidden Street 7";

/// `cargo event verify - --contracts ...` with the contracts of the example.
fn verify(records: &str, arguments: &[&str]) -> Said {
    let shop = Shop { root: std::env::temp_dir() };
    let contracts = ours("../examples/orders/contracts");
    let mut command = shop.command(&["verify", "-", "--contracts", &contracts]);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let records = records.to_owned();
    let writer = std::thread::spawn(move || input.write_all(records.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    said(output)
}

/// A record of `user.created`.
fn user(version: u32, header: &str, data: &str) -> String {
    format!(
        r#"{{"id":"{ID}","type":"user.created","source":"shop","schema_version":{version},{header}"occurred_at":"2026-05-01T10:00:00Z","data":{data}}}"#
    )
}

fn right(version: u32) -> String {
    user(version, "", &format!(r#"{{"user_id":"{ID}","email":"ann@example.com","name":"Ann"}}"#))
}

#[test]
fn the_records_of_the_example_are_right() {
    let file = ours("../examples/orders/records.ndjson");
    let shop = Shop { root: ours("../examples/orders").into() };
    // Two lines of it are there to be refused.
    let said = shop.run(&["verify", &file]);
    assert_eq!(said.code, i32::from(!said.out.is_empty()), "{}", said.out);
    assert!(said.err.contains("Verified"), "{}", said.err);
}

#[test]
fn wrong_records_are_named_by_line_and_path_and_never_shown() {
    let wrong = [
        (right(2).replace(ID, SECRET), "$.id"),
        (user(2, "", &format!(r#"{{"user_id":"{ID}","email":"{SECRET}"}}"#)), "$.data.name"),
        (
            user(1, "", &format!(r#"{{"user_id":"{SECRET}","email":"{SECRET}","name":"x"}}"#)),
            "$.data.user_id",
        ),
        (
            user(2, "", &format!(r#"{{"user_id":"{ID}","email":["{SECRET}"],"name":"x"}}"#)),
            "$.data.email",
        ),
        (right(2).replace("user.created", SECRET), "$.type"),
        (right(2).replace("user.created", "user.deleted"), "$.type"),
        (right(9), "$.schema_version"),
        (format!("{{\"{SECRET}\""), "$"),
        (SECRET.to_owned(), "$"),
    ];
    let mut records = format!("{}\n\n", right(1));
    for (record, _) in &wrong {
        writeln!(records, "{record}").unwrap();
    }
    let text = verify(&records, &[]).is(1).says("1 right, 9 wrong").says_nothing_of("Hidden");
    assert_eq!(text.out.lines().count(), wrong.len(), "{}", text.out);
    let json = verify(&records, &["--json"]).is(1);
    assert!(!json.out.contains("Hidden"), "{}", json.out);
    let mut lines = json.out.lines().map(serde_json::from_str::<serde_json::Value>);
    for (number, (_, path)) in wrong.iter().enumerate() {
        let line = lines.next().unwrap().unwrap();
        assert_eq!(line["line"], number + 3, "{line}");
        assert_eq!(line["path"], *path, "{line}");
        let shown = text.out.lines().nth(number).unwrap();
        assert!(shown.starts_with(&format!("line {}: ", number + 3)), "{shown}");
        assert!(shown.contains(line["words"].as_str().unwrap()), "{shown}");
    }
    let totals = lines.next().unwrap().unwrap();
    assert_eq!((&totals["right"], &totals["wrong"]), (&1.into(), &9.into()));
    assert_eq!(totals["types"][0]["type"], "user.created");
    assert!(lines.next().is_none());
}

#[test]
fn newer_versions_are_read_if_they_say_so() {
    let newer = |lowest: u32| {
        user(
            7,
            &format!(r#""min_reader_version":{lowest},"#),
            &format!(r#"{{"user_id":"{ID}","email":"a@b.c","name":"Ann","since":7}}"#),
        )
    };
    verify(&newer(2), &[]).is(0).says("user.created version 2");
    let said = verify(&newer(3), &[]).is(1);
    assert!(said.out.contains("is newer than the newest contract, version 2"), "{}", said.out);
    // A former name of the type is the type.
    let alias = right(2).replace("user.created", "order.payed");
    let said = verify(&alias, &["--json"]).is(1);
    assert!(said.out.contains(r#""path":"$.data.order_id""#), "{}", said.out);
}

#[test]
fn nothing_to_verify_with_is_a_failure() {
    let shop = Shop::empty("verify_nothing");
    shop.write("Cargo.toml", &crate::shop::manifest("nothing", "\n[workspace]\n"));
    shop.write("src/lib.rs", "");
    shop.write("records.ndjson", "{}\n");
    shop.run(&["verify", "records.ndjson"]).is(2).says("there are no contracts to verify with");
    let said = shop.run(&["verify", "records.ndjson", "--contracts", "nowhere"]).is(2);
    said.says("there is no directory `nowhere`");
    let contracts = ours("../examples/orders/contracts");
    let said = shop.run(&["verify", "gone.ndjson", "--contracts", &contracts]).is(2);
    said.says("cannot read `gone.ndjson`");
    shop.write("contracts/lamp.switched/v1.json", "{");
    let said = shop.run(&["verify", "records.ndjson"]).is(2);
    said.says("the contract of `lamp.switched` version 1 cannot be read: it is cut off");
}

#[test]
fn many_records_take_seconds() {
    let records = format!("{}\n{}\n", right(1), right(2)).repeat(50_000);
    let start = Instant::now();
    verify(&records, &["--quiet"]).is(0);
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 120 } else { 3 });
    assert!(start.elapsed() < limit, "{:?}", start.elapsed());
}

#[test]
fn payloads_without_a_bottom_end_nothing() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let data = format!(r#"{{"user_id":"{ID}","email":{deep},"name":"Ann"}}"#);
    let said = verify(&format!("{}\n{}\n", user(1, "", &data), right(1)), &[]).is(1);
    assert!(
        said.out.starts_with("line 1: `$.data.email` is a list, expected text"),
        "{}",
        said.out
    );
    said.says("2 records: 1 right, 1 wrong");
}

#[test]
fn a_byte_order_mark_is_the_files_and_not_the_first_records() {
    verify(&format!("\u{feff}{}\n", right(1)), &[]).is(0).says("1 right, 0 wrong");
    verify(&format!("{}\n\u{feff}{}\n", right(1), right(1)), &[]).is(1).says("1 right, 1 wrong");
}
