//! Our side of `benches/python`: answers one line of standard input with one line.
//!
//! ```text
//! records FOLDER                  writes the record files          -> ok
//! decode FORM SIZE FIRST COUNT    reads COUNT records from FIRST   -> nanoseconds a record
//! encode FORM SIZE FIRST COUNT    writes as many                   -> nanoseconds a record
//! show FORM SIZE NUMBER           reads one and writes it          -> the record, masked
//! batch FORM SIZE                 reads the whole file             -> nanoseconds a record
//! bad FORM SIZE                   reads the whole file             -> index code path; index ...
//! ```

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a bench")]

mod events;
mod files;

use std::hint::black_box;
use std::io::{BufRead, stdin};
use std::time::Instant;

use versioned_events::{BatchError, Envelope};

use events::Shop;
use files::Files;

fn main() {
    if !std::env::args().any(|argument| argument == "serve") {
        println!("worker: benches/python/compare.py runs it");
        return;
    }
    let mut files = None;
    for line in stdin().lock().lines() {
        let line = line.unwrap();
        let words: Vec<&str> = line.split_whitespace().collect();
        let answer = match (words.as_slice(), &mut files) {
            (["records", folder], _) => {
                files = Some(Files::write(folder));
                "ok".to_owned()
            }
            (&[task, form, size, ref numbers @ ..], Some(files)) => {
                let numbers: Vec<usize> =
                    numbers.iter().map(|text| text.parse().unwrap()).collect();
                answer(task, &files.records(form, size), &numbers)
            }
            _ => format!("error: no such request: {line}"),
        };
        println!("{answer}"); // which flushes at the end of a line
    }
}

fn answer(task: &str, records: &[Vec<u8>], numbers: &[usize]) -> String {
    match (task, numbers) {
        ("decode", &[first, count]) => time(records, first, count, |record| decode(record)),
        ("encode", &[first, count]) => {
            let envelopes: Vec<_> = records.iter().map(|record| decode(record)).collect();
            time(&envelopes, first, count, |envelope| envelope.to_json().unwrap())
        }
        ("show", &[number]) => {
            String::from_utf8(decode(&records[number]).to_json().unwrap()).unwrap()
        }
        ("batch", &[]) => {
            let start = Instant::now();
            drop(black_box(batch(black_box(records))));
            per_record(start, records.len())
        }
        ("bad", &[]) => batch(records).1.iter().map(describe).collect::<Vec<_>>().join("; "),
        _ => format!("error: no such task: {task}"),
    }
}

fn decode(record: &[u8]) -> Envelope<Shop> {
    Envelope::from_json(record).unwrap()
}

/// The good ones and the bad ones.
fn batch(records: &[Vec<u8>]) -> (Vec<Envelope<Shop>>, Vec<BatchError>) {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for result in Envelope::decode_batch(records) {
        match result {
            Ok(envelope) => good.push(envelope),
            Err(error) => bad.push(error),
        }
    }
    (good, bad)
}

fn describe(bad: &BatchError) -> String {
    format!("{} {} {}", bad.index, bad.error.code(), bad.error.path())
}

/// Goes round the items from `first` on. What comes out is dropped within the time, as in Python.
fn time<T, R>(items: &[T], first: usize, count: usize, work: impl Fn(&T) -> R) -> String {
    let mut items = items.iter().cycle().skip(first);
    black_box(items.next().map(&work)); // warm-up
    let start = Instant::now();
    for item in items.take(count) {
        black_box(work(black_box(item)));
    }
    per_record(start, count)
}

fn per_record(start: Instant, records: usize) -> String {
    format!("{:.1}", start.elapsed().as_nanos() as f64 / records as f64)
}
