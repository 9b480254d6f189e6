//! Types of a user's own: structs, enums in the three taggings, recursive ones, and those that only
//! serde knows.

use std::collections::BTreeSet;
use std::net::IpAddr;

use chrono::{DateTime, Utc};
use proptest::collection::{btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use versioned_events::{Mask, Schema};

use super::{fields_called, fields_of_any, table};
use crate::events::{Bank, Item, Kind, Link};
use crate::strategies::{bank, item, kind, link};

#[path = "../../../examples/github/seconds.rs"]
mod seconds;

#[derive(Clone, Debug, PartialEq, Schema)]
pub(crate) struct Empty {}

#[derive(Clone, PartialEq, Schema)]
#[schema(deny_unknown_fields, debug)]
pub(crate) struct Closed {
    number: Option<u8>,
    #[field(masked)]
    name: String,
}

fn closed() -> impl Strategy<Value = Closed> {
    any::<(Option<u8>, String)>().prop_map(|(number, name)| Closed { number, name })
}

fn masked_closed(closed: &Closed) -> Closed {
    Closed { name: closed.name.mask(None), ..closed.clone() }
}

/// Each holds the other.
#[derive(Clone, Debug, PartialEq, Schema)]
pub(crate) struct Folder {
    #[field(recursive(Entry))]
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Schema)]
#[schema(tag = "kind")]
pub(crate) enum Entry {
    File { name: String },
    Folder(Folder),
}

fn folder() -> impl Strategy<Value = Folder> {
    let file = || any::<String>().prop_map(|name| Entry::File { name });
    let empty = Just(Folder { entries: Vec::new() });
    empty.prop_recursive(3, 12, 3, move |inner| {
        let entry = prop_oneof![file(), inner.prop_map(Entry::Folder)];
        vec(entry, 0..3).prop_map(|entries| Folder { entries })
    })
}

table! {
    types: "nested.types" {
        empty: Empty = Just(Empty {});
        closed: Closed = closed() => masked_closed;
        boxed: Option<Box<Closed>> = of(closed().prop_map(Box::new))
            => |closed: &Option<Box<Closed>>| closed.as_ref().map(|closed| masked_closed(closed).into());
        external: Vec<Link> = vec(link(), 0..3);
        internal: Kind = kind() => Kind::masked;
        adjacent: Bank = bank() => Bank::masked;
        recursive: Item = item();
        mutual: Folder = folder();
    }
}

table! {
    foreign: "nested.foreign" {
        #[field(schema = "String")]
        address: IpAddr = any::<IpAddr>();
        #[field(schema = "Vec<u8>")]
        set: BTreeSet<u8> = btree_set(any::<u8>(), 0..4);
        #[field(schema = "Option<String>")]
        option: Option<IpAddr> = of(any::<IpAddr>());
        #[field(schema = "i64")]
        #[serde(with = "seconds")]
        seconds: DateTime<Utc> =
            any::<i32>().prop_map(|at| DateTime::from_timestamp(at.into(), 0).unwrap());
    }
}
