//! The records as files, one record a line, so that every side reads the same bytes. What a record
//! says stands in `events.rs`.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use versioned_events::Envelope;

use crate::events::{Shop, order, user};

/// The name of a size, about that many bytes, and its line items.
const SIZES: [(&str, u32); 3] = [("400B", 0), ("1.3kB", 5), ("20kB", 100)];
/// Different ones, so that neither branches nor caches learn one record by heart.
const RECORDS: u32 = 32;
const BATCH: u32 = 10_000;

type Records = Rc<Vec<Vec<u8>>>;

pub struct Files {
    folder: PathBuf,
    read: HashMap<String, Records>,
}

impl Files {
    pub fn write(folder: &str) -> Self {
        let files = Self { folder: folder.into(), read: HashMap::new() };
        for (size, line_items) in SIZES {
            let records = || (0..RECORDS).map(move |number| text(&order(number, line_items)));
            files.save("current", size, records());
            files.save("second", size, records().map(|record| second(&record)));
            files.save("oldest", size, records().map(|record| oldest(&record)));
        }
        files.save(
            "bad",
            "1.3kB",
            (0..BATCH).map(|number| spoilt(number, text(&order(number, 5)))),
        );
        files.save("users", "400B", (0..RECORDS).map(|number| text(&user(number))));
        files
    }

    pub fn records(&mut self, form: &str, size: &str) -> Records {
        let name = format!("{form}-{size}");
        let path = self.folder.join(&name);
        let read = || {
            let lines = fs::read_to_string(path).unwrap();
            Rc::new(lines.lines().map(|line| line.as_bytes().to_vec()).collect())
        };
        self.read.entry(name).or_insert_with(read).clone()
    }

    fn save(&self, form: &str, size: &str, records: impl Iterator<Item = String>) {
        let lines: String = records.map(|record| record + "\n").collect();
        fs::write(self.folder.join(format!("{form}-{size}")), lines).unwrap();
    }
}

fn text(envelope: &Envelope<Shop>) -> String {
    String::from_utf8(envelope.to_json_unmasked().unwrap()).unwrap()
}

/// Version 2 has no currency.
fn second(current: &str) -> String {
    change(&change(current, "\"schema_version\":3", "\"schema_version\":2"), USD, "")
}

/// Version 1 calls the amount `total`.
fn oldest(current: &str) -> String {
    let second = second(current);
    change(
        &change(&second, "\"schema_version\":2", "\"schema_version\":1"),
        "\"amount\"",
        "\"total\"",
    )
}

/// One record in a hundred is bad, in one of three ways.
fn spoilt(number: u32, record: String) -> String {
    match (number % 100, number / 100 % 3) {
        (37, 0) => change(&record, "\"quantity\":", "\"quantity\":\"many\",\"was\":"),
        (37, 1) => change(&record, USD, "\"currency\":\"XXX\","),
        (37, _) => change(&record, "\"paid_at\":", "\"was\":"),
        _ => record,
    }
}

const USD: &str = "\"currency\":\"USD\",";

fn change(record: &str, from: &str, to: &str) -> String {
    assert!(record.contains(from));
    record.replacen(from, to, 1)
}
