//! Which older readers can read today's version, nested types included; and what writing as an older
//! version says of it.

use serde_json::json;
use versioned_events::{Envelope, Event, Schema};

/// Additive in 2, renamed in 3, additive in 4.
#[derive(Schema)]
#[schema(version = 4)]
struct Line {
    #[field(renamed(from = "sku", until = 2))]
    product: String,
    #[field(since = 2)]
    note: Option<String>,
    #[field(since = 4)]
    gift: Option<bool>,
}

#[derive(Event)]
#[event(type = "order.paid", version = 4, keyless)]
struct Followed {
    #[field(holds(1, until = 1), holds(2, until = 2), holds(3, until = 3))]
    lines: Vec<Line>,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct Additive {
    #[field(holds(3, until = 1))]
    lines: Option<Box<Line>>,
}

#[derive(Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct Renamed {
    #[field(holds(2, until = 1))]
    lines: ((u8, [Line; 1]),),
}

#[test]
fn a_change_inside_counts_like_one_outside() {
    assert_eq!(Followed::SCHEMA.min_reader, 3);
    assert_eq!(Followed::SCHEMA.min_reader_of(3), 3);
    assert_eq!(Followed::SCHEMA.min_reader_of(2), 1);
    assert_eq!(Additive::SCHEMA.min_reader, 1);
    assert_eq!(Renamed::SCHEMA.min_reader, 2);
}

#[derive(Schema)]
#[schema(version = 2)]
enum Kind {
    Cash,
    #[field(since = 2)]
    Coin,
    Wire {
        #[field(since = 2)]
        iban: Option<String>,
    },
}

#[derive(Schema)]
#[schema(version = 2, tag = "kind")]
enum Additions {
    Cash,
    Wire {
        #[field(since = 2)]
        iban: Option<String>,
    },
}

#[derive(Event)]
#[event(type = "paid", version = 2, keyless)]
struct NewVariant {
    #[field(holds(1, until = 1))]
    kind: Option<Kind>,
}

#[derive(Event)]
#[event(type = "paid", version = 2, keyless)]
struct NoNewVariant {
    #[field(holds(1, until = 1))]
    kind: Option<Additions>,
}

/// The same variants, in an event that never held the first version of them.
#[derive(Event)]
#[event(type = "paid", version = 2, keyless)]
struct Newest {
    kind: Kind,
    #[field(since = 2)]
    note: Option<String>,
}

#[test]
fn a_new_variant_is_one_that_older_readers_do_not_know() {
    assert_eq!(NewVariant::SCHEMA.min_reader, 2);
    assert_eq!(NoNewVariant::SCHEMA.min_reader, 1);
    assert_eq!(Newest::SCHEMA.min_reader, 1);
}

#[derive(Schema)]
#[schema(version = 2)]
struct Tree {
    #[field(since = 2)]
    note: Option<String>,
    children: Vec<Tree>,
}

#[derive(Event)]
#[event(type = "tree.grown", version = 2, keyless)]
struct TreeGrown {
    #[field(holds(1, until = 1))]
    tree: Tree,
}

#[test]
fn a_type_inside_itself_is_compared_once() {
    assert_eq!(TreeGrown::SCHEMA.min_reader, 1);
}

#[test]
fn a_record_written_as_an_older_version_says_who_can_read_it() {
    let header = |event: Followed, version| {
        let record = Envelope::new(event).to_json_as_version(version).unwrap();
        let record: serde_json::Value = serde_json::from_slice(&record).unwrap();
        (record["schema_version"].clone(), record["min_reader_version"].clone())
    };
    let event = || Followed { lines: Vec::new() };
    assert_eq!(header(event(), 4), (json!(4), json!(3)));
    assert_eq!(header(event(), 3), (json!(3), json!(null)));
    assert_eq!(header(event(), 2), (json!(2), json!(1)));
    assert_eq!(header(event(), 1), (json!(1), json!(null)));
}
