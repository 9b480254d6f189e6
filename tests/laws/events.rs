//! The events that the laws are tried on, and how to make any of them.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
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
#[schema(debug)]
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

#[derive(Clone, Debug, PartialEq, EventSet)]
#[allow(clippy::large_enum_variant, reason = "as in most sets")]
pub(crate) enum Shop {
    Sent(OrderSent),
    Paid(OrderPaid),
}

/// What a reader gets to see of an event.
pub(crate) fn masked(event: &OrderPaid) -> OrderPaid {
    let mut event = event.clone();
    event.card = event.card.mask(Some(4));
    event.emails = event.emails.mask(None);
    event.names = event.names.mask(None);
    for kind in &mut event.kinds {
        let Kind::Card { holder, bank } = kind else { continue };
        *holder = holder.mask(None);
        if let Bank::Named { name, .. } = bank {
            *name = name.mask(Some(2));
        }
    }
    event
}

pub(crate) fn bank() -> impl Strategy<Value = Bank> {
    let link = prop_oneof![Just(Link::None), any::<String>().prop_map(Link::To)];
    prop_oneof![
        Just(Bank::Unknown),
        any::<u16>().prop_map(Bank::Code),
        (any::<String>(), btree_map(any::<u8>(), link, 0..3))
            .prop_map(|(name, links)| Bank::Named { name, links }),
    ]
}

pub(crate) fn item() -> impl Strategy<Value = Item> {
    let leaf = any::<i64>().prop_map(|id| Item { id, parts: Vec::new() });
    leaf.prop_recursive(3, 12, 3, |inner| {
        (any::<i64>(), vec(inner, 0..3)).prop_map(|(id, parts)| Item { id, parts })
    })
}

pub(crate) fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Cash),
        (of(any::<String>()), bank()).prop_map(|(holder, bank)| Kind::Card { holder, bank }),
        item().prop_map(Kind::Item),
    ]
}

prop_compose! {
    /// Years 0000 to 9999, in nanoseconds.
    pub(crate) fn time()(seconds in -62_167_219_200i64..=253_402_300_799, nanoseconds in 0u32..1_000_000_000)
        -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, nanoseconds).unwrap()
    }
}

prop_compose! {
    pub(crate) fn decimal()(mantissa in -(1i128 << 96) + 1..1 << 96, scale in 0u32..=28) -> Decimal {
        Decimal::from_i128_with_scale(mantissa, scale)
    }
}

prop_compose! {
    pub(crate) fn order_paid()(
        (tenant, number, amount, wide) in (any::<u128>(), any::<u64>(), decimal(), any::<i128>()),
        (ratio, small) in (any::<f64>(), any::<f32>()),
        (at, took) in (time(), -999_999_999_999i64..=999_999_999_999),
        (card, emails) in (any::<String>(), vec(of(any::<String>()), 0..3)),
        (names, bytes) in (btree_map(any::<String>(), any::<String>(), 0..3), vec(any::<u8>(), 0..9)),
        (notes, kinds) in (of(vec(of(any::<String>()), 0..3)), vec(kind(), 0..4)),
        pair in (any::<char>(), any::<Option<bool>>()),
    ) -> OrderPaid {
        let took = TimeDelta::nanoseconds(number as i64 >> 1) + TimeDelta::seconds(took / 2);
        let (tenant, bytes) = (Uuid::from_u128(tenant), Bytes::from(bytes));
        OrderPaid {
            tenant, number, amount, ratio, small, wide, at, took, card, emails, names, bytes, notes,
            kinds, pair,
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
