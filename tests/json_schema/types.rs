//! Types of every kind that a schema has to describe.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Bytes, Event, Schema};

/// A parcel was weighed: three versions with everything that a history can hold.
#[derive(Event)]
#[event(type = "parcel.weighed", version = 3, key = "id")]
#[event(removed(name = "hue", type = "String", until = 2))]
pub struct Parcel {
    #[serde(alias = "ident")]
    id: String,
    #[field(renamed(from = "kilos", until = 1), was(type = "u32", until = 2, with = Decimal::from))]
    weight: Decimal,
    #[field(renamed(from = "zone", until = 2))]
    region: Region,
    #[field(since = 2)]
    tip: Option<Decimal>,
    #[serde(default)]
    extra: u8,
    #[field(since = 3, default = "none")]
    #[serde(default)]
    note: String,
}

#[derive(Schema)]
#[schema(rename_all = "UPPERCASE")]
enum Region {
    Eu,
    #[serde(alias = "ELSEWHERE")]
    World,
}

#[derive(Event)]
#[event(type = "every.thing", version = 1, keyless)]
pub struct Everything {
    flag: bool,
    tiny: i8,
    big: u64,
    huge: u128,
    ratio: f64,
    small: f32,
    letter: char,
    name: String,
    fixed: Cow<'static, str>,
    maybe: Option<String>,
    list: Vec<Option<u16>>,
    grid: [[i16; 2]; 2],
    pair: (String, u32),
    boxed: Box<i32>,
    by_name: BTreeMap<String, i64>,
    by_id: HashMap<Uuid, bool>,
    by_number: BTreeMap<i8, String>,
    by_shade: BTreeMap<Shade, u8>,
    id: Uuid,
    at: DateTime<Utc>,
    local: DateTime<FixedOffset>,
    day: NaiveDate,
    span: TimeDelta,
    wait: Duration,
    price: Decimal,
    bytes: Bytes,
    any: serde_json::Value,
    #[field(schema = "serde_json::Value")]
    host: Host,
    shade: Shade,
}

/// serde reads and writes it, and takes any value.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
enum Host {
    Address(IpAddr),
    Other(serde_json::Value),
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Schema)]
#[schema(rename_all = "UPPERCASE")]
enum Shade {
    Light,
    Dark,
}

#[derive(Event)]
#[event(type = "parcel.handed.over", version = 1, keyless)]
pub struct Handover {
    how: External,
    inner: Internal,
    beside: Adjacent,
}

#[derive(Schema)]
enum External {
    Nobody,
    Person(String),
    Perhaps(Option<u8>),
    #[serde(alias = "Crate")]
    Box {
        number: u32,
        colour: Option<String>,
    },
}

#[derive(Schema)]
#[schema(tag = "kind", rename_all = "snake_case")]
enum Internal {
    Nobody,
    Person { name: String },
    Box { number: u32, name: Option<String> },
    LetterBox(Letters),
}

#[derive(Schema)]
struct Letters {
    number: u32,
}

#[derive(Schema)]
#[schema(tag = "t", content = "c")]
enum Adjacent {
    Nobody,
    Person(String),
    Perhaps(Option<u8>),
    Box { number: u32 },
}

#[derive(Event)]
#[event(type = "tree.grown", version = 1, keyless)]
pub struct Tree {
    root: Branch,
}

#[derive(Schema)]
struct Branch {
    value: u8,
    children: Vec<Branch>,
    next: Option<Box<Self>>,
}

#[derive(Event)]
#[event(type = "gate.built", version = 1, keyless, deny_unknown_fields)]
pub struct Gate {
    width: u8,
    lock: Lock,
}

#[derive(Schema)]
#[serde(deny_unknown_fields)]
struct Lock {
    #[field(masked)]
    code: String,
    state: State,
    #[serde(default)]
    beside: Beside,
}

#[derive(Schema)]
#[schema(tag = "kind", deny_unknown_fields)]
enum State {
    Open,
    Shut { by: Option<String> },
    Forced(Force),
}

#[derive(Schema)]
struct Force {
    newton: u8,
}

#[derive(Default, Schema)]
#[schema(tag = "t", content = "c", deny_unknown_fields)]
enum Beside {
    #[default]
    Nobody,
    Any(serde_json::Value),
    Box {
        number: u32,
    },
}

/// Names that generated code could want for itself.
pub mod short_names {
    use super::{Event, Schema};

    #[derive(Event)]
    #[event(type = "a", version = 1, keyless, debug)]
    pub struct A {
        pub d: D,
        pub s: Vec<S>,
        pub m: M,
        #[field(masked, default = "secret")]
        pub masked: String,
    }

    #[derive(Schema, Debug)]
    pub struct D {
        pub a: u8,
    }

    #[derive(Schema, Debug)]
    pub enum S {
        A(D),
        D { m: M },
        M,
    }

    #[derive(Schema, Debug)]
    #[schema(tag = "k")]
    pub enum M {
        A(D),
        D { d: D },
        Nothing,
    }
}
