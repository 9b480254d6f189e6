//! One path of decoding or encoding, so that the instructions of a record can be counted.
//!
//! `.ci/instructions` runs this under callgrind. By hand: `instructions list` names the paths, and
//! `instructions decode/current/410B 12` takes one of them twelve times.

#![allow(clippy::unwrap_used, missing_docs, reason = "a bench")]

mod order;

use std::hint::black_box;

use order::{OrderPaid, Shop, by_hand, envelope};
use versioned_events::{Envelope, EventSet};

type Work = Box<dyn FnMut()>;

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let mut paths = [0, 5, 100].into_iter().flat_map(paths);
    match *arguments {
        ["list"] => paths.for_each(|(name, _)| println!("{name}")),
        [wanted, runs] if wanted.contains('/') => {
            let (_, mut work) = paths.find(|(name, _)| name == wanted).unwrap();
            (0..runs.parse().unwrap()).for_each(|_| work());
        }
        _ => println!("this is counted by `.ci/instructions`"),
    }
}

/// Every path for an order of so many line items. What a path is compared with comes first:
/// `by-hand/decode` and `by-hand/encode`.
fn paths(items: usize) -> Vec<(String, Work)> {
    let ours = envelope(items);
    let unmasked = ours.to_json_unmasked().unwrap();
    let size = unmasked.len();
    let record: by_hand::Record = serde_json::from_slice(&unmasked).unwrap();
    let current = String::from_utf8(unmasked.clone()).unwrap();

    let (head, data) = current.split_once(",\"data\":").unwrap();
    let (head, data) = (head.strip_prefix('{').unwrap(), data.strip_suffix('}').unwrap());
    let data_first = format!("{{\"data\":{data},{head}}}");
    let oldest = current
        .replace("\"schema_version\":2", "\"schema_version\":1")
        .replace("\"amount\"", "\"total\"")
        .replace("\"currency\":\"USD\",", "");
    // In its last field.
    let bad = current.replace("\"note\":\"", "\"note\":7,\"\":\"");

    let again = envelope(items);
    let mut buffer = Vec::with_capacity(2 * size);
    let works: [(&str, Work); 9] = [
        (
            "by-hand/decode",
            Box::new(move || {
                let record = serde_json::from_slice::<by_hand::Record>(black_box(&unmasked));
                drop(black_box(record.unwrap()));
            }),
        ),
        (
            "by-hand/encode",
            Box::new(move || {
                drop(black_box(serde_json::to_vec(black_box(&record)).unwrap()));
            }),
        ),
        ("decode/set", decode::<Shop>(current.clone())),
        ("decode/current", decode::<OrderPaid>(current)),
        ("decode/oldest", decode::<OrderPaid>(oldest)),
        ("decode/data-first", decode::<OrderPaid>(data_first)),
        (
            "decode/bad-record",
            Box::new(move || {
                let error = Envelope::<OrderPaid>::from_json(black_box(bad.as_bytes())).err();
                drop(black_box(error.unwrap()));
            }),
        ),
        (
            "encode/reused-buffer",
            Box::new(move || {
                buffer.clear();
                black_box(&ours).write_json(&mut buffer).unwrap();
                black_box(&buffer);
            }),
        ),
        (
            "encode/unmasked",
            Box::new(move || {
                drop(black_box(black_box(&again).to_json_unmasked().unwrap()));
            }),
        ),
    ];
    works.into_iter().map(|(path, work)| (format!("{path}/{size}B"), work)).collect()
}

fn decode<S: EventSet>(record: String) -> Work {
    Box::new(move || {
        drop(black_box(Envelope::<S>::from_json(black_box(record.as_bytes())).unwrap()));
    })
}
