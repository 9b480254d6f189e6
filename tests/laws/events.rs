//! The events that the laws and the fuzz targets are tried on. `strategies.rs` makes any of them.

#![allow(dead_code, reason = "the fuzz targets use a part of it")]

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Bytes, Envelope, Event, EventSet, Mask, Schema, TestClock, Trace};

#[derive(Clone, PartialEq, Event)]
#[event(type = "order.paid", version = 2, key("tenant", "number"), alias = "order.payed", debug)]
#[event(removed(name = "coupon", type = "Option<String>", until = 1))]
pub(crate) struct OrderPaid {
    pub(crate) tenant: Uuid,
    pub(crate) number: u64,
    #[field(renamed(from = "total", until = 1))]
    pub(crate) amount: Decimal,
    pub(crate) ratio: f64,
    pub(crate) small: f32,
    pub(crate) wide: i128,
    pub(crate) at: DateTime<Utc>,
    pub(crate) took: TimeDelta,
    #[field(masked(last = 4))]
    pub(crate) card: String,
    #[field(masked)]
    pub(crate) emails: Vec<Option<String>>,
    #[field(since = 2, default, masked)]
    pub(crate) names: BTreeMap<String, String>,
    pub(crate) bytes: Bytes,
    pub(crate) notes: Option<Vec<Option<String>>>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) pair: (char, Option<bool>),
}

#[derive(Clone, PartialEq, Schema)]
#[schema(tag = "kind", debug)]
pub(crate) enum Kind {
    Cash,
    Card {
        #[field(masked)]
        holder: Option<String>,
        bank: Bank,
    },
    Item(Item),
}

#[derive(Clone, PartialEq, Schema)]
#[schema(deny_unknown_fields, debug)]
pub(crate) struct Item {
    pub(crate) id: i64,
    pub(crate) parts: Vec<Item>,
}

#[derive(Clone, PartialEq, Schema)]
#[schema(tag = "t", content = "c", debug)]
pub(crate) enum Bank {
    Unknown,
    Code(u16),
    Named {
        #[field(masked(last = 2))]
        name: String,
        links: BTreeMap<u8, Link>,
    },
}

#[derive(Clone, PartialEq, Schema)]
#[schema(debug)]
pub(crate) enum Link {
    None,
    To(String),
}

#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "order.sent", version = 1, keyless)]
pub(crate) struct OrderSent {
    pub(crate) to: String,
}

/// Somebody pushed commits: a payload with more fields than anybody names here, as GitHub sends it.
#[derive(Clone, PartialEq, Event)]
#[event(type = "push", version = 1, key = "repository.id", source = "github", debug)]
pub(crate) struct Pushed {
    pub(crate) r#ref: String,
    pub(crate) forced: bool,
    pub(crate) repository: Repository,
    pub(crate) commits: Vec<Commit>,
    pub(crate) head_commit: Option<Commit>,
}

#[derive(Clone, Debug, PartialEq, Schema)]
pub(crate) struct Repository {
    pub(crate) id: u64,
    pub(crate) full_name: String,
    pub(crate) license: Option<serde_json::Value>,
}

#[derive(Clone, PartialEq, Schema)]
#[schema(debug)]
pub(crate) struct Commit {
    pub(crate) id: String,
    pub(crate) timestamp: DateTime<FixedOffset>,
    #[field(masked)]
    pub(crate) message: String,
    pub(crate) author: Author,
}

#[derive(Clone, PartialEq, Schema)]
#[schema(debug)]
pub(crate) struct Author {
    pub(crate) username: Option<String>,
    #[field(masked(last = 4))]
    pub(crate) email: Option<String>,
}

#[derive(Clone, Debug, PartialEq, EventSet)]
#[allow(clippy::large_enum_variant, reason = "as in most sets")]
pub(crate) enum Shop {
    Sent(OrderSent),
    Paid(OrderPaid),
    Pushed(Pushed),
}

// What a reader gets to see.

impl OrderPaid {
    pub(crate) fn masked(&self) -> Self {
        Self {
            card: self.card.mask(Some(4)),
            emails: self.emails.mask(None),
            names: self.names.mask(None),
            kinds: self.kinds.iter().map(Kind::masked).collect(),
            ..self.clone()
        }
    }
}

impl Kind {
    pub(crate) fn masked(&self) -> Self {
        match self {
            Self::Card { holder, bank } => {
                Self::Card { holder: holder.mask(None), bank: bank.masked() }
            }
            other => other.clone(),
        }
    }
}

impl Bank {
    pub(crate) fn masked(&self) -> Self {
        match self {
            Self::Named { name, links } => {
                Self::Named { name: name.mask(Some(2)), links: links.clone() }
            }
            other => other.clone(),
        }
    }
}

pub(crate) fn envelope<S: EventSet>(event: S) -> Envelope<S> {
    let trace = Trace::from_traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    Envelope::builder(event)
        .clock(&TestClock::new())
        .source("a \"b\"")
        .trace(trace.unwrap())
        .build()
}
