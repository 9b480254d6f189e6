#![allow(dead_code)]

use std::collections::BTreeMap;

use uuid::Uuid;
use versioned_events::{Event, Schema};

/// What Rust calls things, where they stand and in which order is not in a contract; neither are docs,
/// deprecation, and a mask that hides more.
#[derive(Event)]
#[event(type = "order.paid", version = 1, key = "id")]
struct RenamedEvent {
    #[serde(rename = "items")]
    list: Vec<moved::RenamedItem>,
    id: Uuid,
    #[field(masked, deprecated)]
    email: String,
    #[field(schema = "String")]
    #[serde(default = "nothing")]
    foreign: Foreign,
    boxed: Box<u32>,
    by_name: BTreeMap<String, Way>,
    root: Tree,
    graph: One,
}

fn nothing() -> Foreign {
    Foreign
}

struct Foreign;

impl versioned_events::__private::serde::Serialize for Foreign {
    fn serialize<S>(&self, to: S) -> Result<S::Ok, S::Error>
    where
        S: versioned_events::__private::serde::Serializer,
    {
        to.serialize_str("")
    }
}

impl<'de> versioned_events::__private::serde::Deserialize<'de> for Foreign {
    fn deserialize<D>(from: D) -> Result<Self, D::Error>
    where
        D: versioned_events::__private::serde::Deserializer<'de>,
    {
        <String as versioned_events::__private::serde::Deserialize>::deserialize(from).map(|_| Self)
    }
}

mod moved {
    use super::Schema;

    #[derive(Schema)]
    pub struct RenamedItem {
        pub name: String,
        pub price: u32,
    }
}

#[derive(Schema)]
#[schema(tag = "by")]
enum Way {
    Held(Held),
    #[serde(rename = "Given")]
    WasGiven { to: String },
    Nobody,
}

#[derive(Schema)]
struct Held {
    from: String,
}

#[derive(Schema)]
struct Tree {
    children: Vec<Tree>,
}

#[derive(Schema)]
struct One {
    other: Option<Box<Other>>,
}

#[derive(Schema)]
struct Other {
    #[field(recursive(One))]
    one: Option<Box<One>>,
}
