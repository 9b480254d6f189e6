//! Reads a file of records of every version, with bad ones among them, and says what became of each.
//!
//! `cargo run --example orders` reads `examples/orders/records.ndjson`, one record a line; another
//! file can be named: `cargo run --example orders -- FILE`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use orders::ShopEvent;
use versioned_events::{BatchError, Envelope, EventSet, Registry};

const RECORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orders/records.ndjson");
const WIDTH: usize = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| RECORDS.to_owned());
    let file = fs::read(&path).map_err(|error| format!("cannot read {path}: {error}"))?;
    let records = file.split(|byte| *byte == b'\n').filter(|record| !record.is_empty());

    let mut totals = Totals::default();
    heading("Every record");
    for (index, result) in Envelope::<ShopEvent>::decode_batch(records).enumerate() {
        match result {
            Ok(envelope) => {
                print_event(index, &envelope)?;
                totals.count(&envelope);
            }
            Err(bad) => {
                print_bad(&bad);
                *totals.bad.entry(bad.error.code().as_str()).or_default() += 1;
            }
        }
    }
    totals.print();
    print_schemas()
}

/// Which event it was, and today's value of it, masked.
fn print_event(index: usize, envelope: &Envelope<ShopEvent>) -> Result<(), Box<dyn Error>> {
    let key = envelope.key()?.map(|key| key.to_string()).unwrap_or_default();
    let (event_type, version) = (envelope.event_type(), envelope.version());
    println!("{index:>3}  {event_type} version {version}, key {key}");
    if ShopEvent::EVENTS.iter().all(|event| !event.is_called(event_type) || event.version < version)
    {
        println!("     newer than this program, and says that this program can read it");
    }
    println!("     {}", envelope.data);
    Ok(())
}

/// Which record it was, where it is wrong, and why. The error shows no value.
fn print_bad(bad: &BatchError) {
    println!("{:>3}  refused at {}", bad.index, bad.error.path());
    for line in wrap(&bad.error.to_string(), WIDTH - 5) {
        println!("     {line}");
    }
}

/// Breaks text between words.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last().map_or(0, String::len);
        if line > 0 && line + 1 + word.len() > width {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[derive(Default)]
struct Totals {
    good: BTreeMap<(String, u32), usize>,
    bad: BTreeMap<&'static str, usize>,
}

impl Totals {
    fn count(&mut self, envelope: &Envelope<ShopEvent>) {
        let event = (envelope.event_type().to_owned(), envelope.version());
        *self.good.entry(event).or_default() += 1;
    }

    fn print(&self) {
        heading("Totals");
        for ((event_type, version), count) in &self.good {
            println!("{count:>5}  {event_type} version {version}");
        }
        println!("{:>5}  refused", self.bad.values().sum::<usize>());
        for (code, count) in &self.bad {
            println!("{count:>12}  {code}");
        }
    }
}

/// Every version of every event that this program reads.
fn print_schemas() -> Result<(), Box<dyn Error>> {
    let mut registry = Registry::new();
    registry.register_set::<ShopEvent>()?;
    heading("Registered schemas");
    for subject in registry.subjects() {
        for version in registry.versions(subject)? {
            let schema = registry.schema(subject, version)?;
            let fields = schema.schema.get("properties").and_then(|fields| fields.as_object());
            let names: Vec<_> =
                fields.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
            println!("{subject} version {version}, id {}", schema.id);
            for line in wrap(&names.join(", "), WIDTH - 5) {
                println!("     {line}");
            }
        }
    }
    Ok(())
}

fn heading(text: &str) {
    println!("\n{text}\n{}", "-".repeat(text.len()));
}
