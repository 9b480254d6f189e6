//! Laws of writing as an earlier version, tried on many events.

use proptest::prelude::*;
use serde_json::Value;
use versioned_events::{Envelope, Event, Schema};

/// The event as each version of the code had it.
mod then {
    use versioned_events::{Event, Schema};

    #[derive(Clone, Debug, PartialEq, Schema)]
    pub(super) struct ItemV1 {
        pub(super) sku: String,
        pub(super) cents: i64,
    }

    #[derive(Clone, Debug, PartialEq, Event)]
    #[event(type = "order.paid", version = 1, key = "id")]
    pub(super) struct OrderPaidV1 {
        pub(super) id: u32,
        pub(super) total: u32,
        pub(super) items: Vec<ItemV1>,
        pub(super) note: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, Event)]
    #[event(type = "order.paid", version = 2, key = "id")]
    pub(super) struct OrderPaidV2 {
        pub(super) id: u32,
        #[field(renamed(from = "total", until = 1))]
        pub(super) amount: u32,
        pub(super) items: Vec<ItemV1>,
        pub(super) note: Option<String>,
        #[field(since = 2, default = "EUR")]
        pub(super) currency: String,
    }
}

use then::{ItemV1, OrderPaidV1, OrderPaidV2};

fn text(cents: i64) -> String {
    cents.to_string()
}

fn cents(text: &str) -> i64 {
    text.parse().unwrap_or_default()
}

#[derive(Clone, Debug, PartialEq, Schema)]
#[schema(version = 2)]
struct Item {
    #[field(renamed(from = "sku", until = 1))]
    product: String,
    #[field(was(type = "i64", until = 1, with = text, back = cents))]
    cents: String,
}

fn note(order: &OrderPaid) -> Option<String> {
    order.notes.first().cloned()
}

/// Today's struct: nothing of versions 1 and 2 is lost, except what came later.
#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "order.paid", version = 3, key = "id")]
#[event(removed(name = "note", type = "Option<String>", until = 2, back = note))]
struct OrderPaid {
    id: u32,
    #[field(renamed(from = "total", until = 1))]
    amount: u32,
    #[field(holds(1, until = 2))]
    items: Vec<Item>,
    #[field(since = 2, default = "EUR")]
    currency: String,
    #[field(since = 3, default, lossy)]
    notes: Vec<String>,
    #[field(since = 3)]
    gift: Option<bool>,
}

prop_compose! {
    fn item()(sku in ".{0,3}", cents in any::<i64>()) -> ItemV1 {
        ItemV1 { sku, cents }
    }
}

prop_compose! {
    fn order_v1()(
        id in any::<u32>(), total in any::<u32>(), items in prop::collection::vec(item(), 0..3),
        note in prop::option::of(".{0,3}"),
    ) -> OrderPaidV1 {
        OrderPaidV1 { id, total, items, note }
    }
}

prop_compose! {
    fn order()(
        id in any::<u32>(), amount in any::<u32>(), items in prop::collection::vec(item(), 0..3),
        currency in prop_oneof!["EUR", "[A-Z]{3}"],
        notes in prop::collection::vec("[a-z]{0,3}", 0..2),
        gift in prop::option::weighted(0.3, any::<bool>()),
    ) -> OrderPaid {
        let items = items.into_iter();
        let items = items.map(|ItemV1 { sku, cents }| Item { product: sku, cents: text(cents) });
        OrderPaid { id, amount, items: items.collect(), currency, notes, gift }
    }
}

fn as_version(order: &OrderPaid, version: u32) -> Option<Vec<u8>> {
    Envelope::new(order.clone()).to_json_as_version(version).ok()
}

fn decode<E: Event>(record: &[u8]) -> E {
    Envelope::from_json(record).unwrap_or_else(|error| panic!("{error}")).data
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn reading_a_downcast_gives_what_was_written_but_for_what_is_lossy(order in order()) {
        for version in 1..=3 {
            let Some(record) = as_version(&order, version) else { continue };
            let mut kept = order.clone();
            if version < 3 {
                kept.notes = Vec::new();
            }
            prop_assert_eq!(decode::<OrderPaid>(&record), kept, "version {}", version);
        }
        prop_assert!(as_version(&order, 3).is_some());
    }

    #[test]
    fn a_downcast_is_refused_exactly_when_a_value_has_no_place(order in order()) {
        let has_gift = order.gift.is_some();
        prop_assert_eq!(as_version(&order, 2).is_none(), has_gift);
        prop_assert_eq!(as_version(&order, 1).is_none(), has_gift || order.currency != "EUR");
    }

    #[test]
    fn an_old_struct_reads_from_a_downcast_what_it_would_have_read(order in order()) {
        let items: Vec<_> = order.items.iter()
            .map(|item| ItemV1 { sku: item.product.clone(), cents: cents(&item.cents) })
            .collect();
        let first_note = order.notes.first().cloned();
        if let Some(record) = as_version(&order, 2) {
            prop_assert_eq!(decode::<OrderPaidV2>(&record), OrderPaidV2 {
                id: order.id, amount: order.amount, items: items.clone(), note: first_note.clone(),
                currency: order.currency.clone(),
            });
        }
        if let Some(record) = as_version(&order, 1) {
            prop_assert_eq!(decode::<OrderPaidV1>(&record), OrderPaidV1 {
                id: order.id, total: order.amount, items, note: first_note,
            });
        }
    }

    #[test]
    fn what_an_old_struct_wrote_comes_back_to_it_through_today(old in order_v1()) {
        let mut record = Envelope::new(old.clone());
        record.source = "tests".into();
        let today: Envelope<OrderPaid> = Envelope::from_json(&record.to_json().unwrap()).unwrap();
        let back = today.to_json_as_version(1).unwrap();
        // The note was not carried into today's struct, so it cannot come back.
        prop_assert_eq!(decode::<OrderPaidV1>(&back), OrderPaidV1 { note: None, ..old });
        let header = |record: &[u8]| {
            let mut record: Value = serde_json::from_slice(record).unwrap();
            record["data"].take();
            record
        };
        prop_assert_eq!(header(&back), header(&record.to_json().unwrap()));
    }
}

#[derive(Event)]
#[event(type = "card.charged", version = 2, keyless)]
#[event(removed(name = "last", type = "String", until = 1, back = last, masked(last = 2)))]
#[event(removed(name = "length", type = "usize", until = 1, back = length, unmasked))]
struct CardCharged {
    #[field(masked(last = 4), renamed(from = "no", until = 1))]
    number: String,
    #[field(masked, was(type = "Option<String>", until = 1, with = Option::unwrap_or_default, back = some))]
    holder: String,
    #[field(since = 2, lossy, masked)]
    note: Option<String>,
}

fn last(card: &CardCharged) -> String {
    card.number.clone()
}

fn length(card: &CardCharged) -> usize {
    card.number.len()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn masked_fields_are_masked_in_every_version() {
    let charged = Envelope::new(CardCharged {
        number: "4111111111111111".to_owned(),
        holder: "Ada Lovelace".to_owned(),
        note: Some("secret".to_owned()),
    });
    let record = String::from_utf8(charged.to_json_as::<1>().unwrap()).unwrap();
    assert!(
        record.contains(r#""no":"****1111","holder":"***","last":"****11","length":16}"#),
        "{record}"
    );
    for secret in ["4111111111111111", "Ada", "secret"] {
        assert!(!record.contains(secret), "{record}");
    }
}
