//! Any value of the types that the laws are tried on.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta, Utc};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use uuid::Uuid;
use versioned_events::Bytes;

use crate::events::{Bank, Item, Kind, Link, OrderPaid};

pub(crate) fn link() -> impl Strategy<Value = Link> {
    prop_oneof![Just(Link::None), any::<String>().prop_map(Link::To)]
}

pub(crate) fn bank() -> impl Strategy<Value = Bank> {
    prop_oneof![
        Just(Bank::Unknown),
        any::<u16>().prop_map(Bank::Code),
        (any::<String>(), btree_map(any::<u8>(), link(), 0..3))
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
    /// The same years in any offset of whole minutes.
    pub(crate) fn local_time()(time in time(), minutes in -1439i32..=1439) -> DateTime<FixedOffset> {
        let offset = FixedOffset::east_opt(minutes * 60).unwrap();
        let is_written = |time: &DateTime<FixedOffset>| time.to_rfc3339().len() >= 25 && time.to_rfc3339().as_bytes()[4] == b'-';
        Some(time.with_timezone(&offset)).filter(is_written).unwrap_or_else(|| time.fixed_offset())
    }
}

/// Years 0000 to 9999.
pub(crate) fn date() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(0, 1, 1).unwrap();
    (0u64..3_652_425).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap())
}

pub(crate) fn length() -> impl Strategy<Value = TimeDelta> {
    let seconds = prop_oneof![-9i64..9, -999_999_999_999i64..999_999_999_999];
    (seconds, 0u32..1_000_000_000)
        .prop_map(|(seconds, nano)| TimeDelta::new(seconds, nano).unwrap())
}

pub(crate) fn uuid() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

pub(crate) fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map(any::<String>(), inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
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
