//! Maps with every type of key.

use std::borrow::Cow;
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;

use chrono::NaiveDate;
use proptest::collection::{btree_map, hash_map};
use proptest::prelude::*;
use uuid::Uuid;
use versioned_events::Schema;

use super::{fields_called, fields_of_any, table};
use crate::strategies::{date, uuid};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Schema)]
#[schema(rename_all = "kebab-case")]
pub(crate) enum Hue {
    Red,
    DarkRed,
    #[serde(alias = "cyan")]
    Blue,
}

fn hue() -> impl Strategy<Value = Hue> {
    prop_oneof![Just(Hue::Red), Just(Hue::DarkRed), Just(Hue::Blue)]
}

fn cow() -> impl Strategy<Value = Cow<'static, str>> {
    any::<String>().prop_map(Cow::Owned)
}

table! {
    sorted: "keys.sorted" {
        string: BTreeMap<String, bool> = btree_map(any::<String>(), any::<bool>(), 0..3);
        cow: BTreeMap<Cow<'static, str>, bool> = btree_map(cow(), any::<bool>(), 0..3);
        uuid: BTreeMap<Uuid, bool> = btree_map(uuid(), any::<bool>(), 0..3);
        date: BTreeMap<NaiveDate, bool> = btree_map(date(), any::<bool>(), 0..3);
        char: BTreeMap<char, bool> = btree_map(any::<char>(), any::<bool>(), 0..3);
        u8: BTreeMap<u8, bool> = btree_map(any::<u8>(), any::<bool>(), 0..3);
        u16: BTreeMap<u16, bool> = btree_map(any::<u16>(), any::<bool>(), 0..3);
        u32: BTreeMap<u32, bool> = btree_map(any::<u32>(), any::<bool>(), 0..3);
        u64: BTreeMap<u64, bool> = btree_map(any::<u64>(), any::<bool>(), 0..3);
        usize: BTreeMap<usize, bool> = btree_map(any::<usize>(), any::<bool>(), 0..3);
        i8: BTreeMap<i8, bool> = btree_map(any::<i8>(), any::<bool>(), 0..3);
        i16: BTreeMap<i16, bool> = btree_map(any::<i16>(), any::<bool>(), 0..3);
        i32: BTreeMap<i32, bool> = btree_map(any::<i32>(), any::<bool>(), 0..3);
        i64: BTreeMap<i64, bool> = btree_map(any::<i64>(), any::<bool>(), 0..3);
        isize: BTreeMap<isize, bool> = btree_map(any::<isize>(), any::<bool>(), 0..3);
        hue: BTreeMap<Hue, bool> = btree_map(hue(), any::<bool>(), 0..3);
    }
}

/// A map whose hasher is not the usual one.
type Hashed<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

table! {
    hashed: "keys.hashed" {
        string: HashMap<String, u8> = hash_map(any::<String>(), any::<u8>(), 0..3);
        cow: HashMap<Cow<'static, str>, u8> = hash_map(cow(), any::<u8>(), 0..3);
        uuid: HashMap<Uuid, u8> = hash_map(uuid(), any::<u8>(), 0..3);
        date: HashMap<NaiveDate, u8> = hash_map(date(), any::<u8>(), 0..3);
        char: HashMap<char, u8> = hash_map(any::<char>(), any::<u8>(), 0..3);
        u8: HashMap<u8, u8> = hash_map(any::<u8>(), any::<u8>(), 0..3);
        u16: HashMap<u16, u8> = hash_map(any::<u16>(), any::<u8>(), 0..3);
        u32: HashMap<u32, u8> = hash_map(any::<u32>(), any::<u8>(), 0..3);
        u64: HashMap<u64, u8> = hash_map(any::<u64>(), any::<u8>(), 0..3);
        usize: HashMap<usize, u8> = hash_map(any::<usize>(), any::<u8>(), 0..3);
        i8: HashMap<i8, u8> = hash_map(any::<i8>(), any::<u8>(), 0..3);
        i16: HashMap<i16, u8> = hash_map(any::<i16>(), any::<u8>(), 0..3);
        i32: HashMap<i32, u8> = hash_map(any::<i32>(), any::<u8>(), 0..3);
        i64: HashMap<i64, u8> = hash_map(any::<i64>(), any::<u8>(), 0..3);
        isize: HashMap<isize, u8> = hash_map(any::<isize>(), any::<u8>(), 0..3);
        hue: HashMap<Hue, u8> = hash_map(hue(), any::<u8>(), 0..3);
        hasher: Hashed<u16, u8> = hash_map(any::<u16>(), any::<u8>(), 0..3)
            .prop_map(|map| map.into_iter().collect());
    }
}
