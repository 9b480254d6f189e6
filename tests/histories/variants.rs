//! Enums with versions: variants that came later, and histories inside variants.

use std::collections::BTreeMap;

use serde_json::json;
use versioned_events::{Event, Schema};

use crate::support::{refused, taken, written};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Schema)]
#[schema(version = 2, rename_all = "lowercase")]
enum Kind {
    Cash,
    #[field(since = 2)]
    Coin,
}

#[derive(Clone, Debug, PartialEq, Schema)]
#[schema(version = 2)]
struct Card {
    #[field(renamed(from = "no", until = 1))]
    number: String,
}

macro_rules! payments {
    ($($name:ident #[$tagging:meta];)*) => {$(
        #[derive(Clone, Debug, PartialEq, Schema)]
        #[$tagging]
        enum $name {
            Cash,
            #[field(holds(1, until = 1))]
            Card(Card),
            #[field(removed(name = "bic", type = "Option<String>", until = 1, lossy))]
            Wire {
                #[field(renamed(from = "account", until = 1))]
                iban: String,
            },
            #[field(since = 2)]
            Points { points: u8 },
        }
    )*};
}
payments! {
    External #[schema(version = 2, rename_all = "lowercase")];
    Internal #[schema(version = 2, rename_all = "lowercase", tag = "kind")];
    Adjacent #[schema(version = 2, rename_all = "lowercase", tag = "kind", content = "value")];
}

#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "order.paid", version = 2, keyless)]
struct OrderPaid {
    #[field(holds(1, until = 1))]
    external: External,
    #[field(holds(1, until = 1))]
    internal: Internal,
    #[field(holds(1, until = 1))]
    adjacent: Adjacent,
    #[field(holds(1, until = 1))]
    kinds: BTreeMap<Kind, Vec<Kind>>,
}

fn cards() -> OrderPaid {
    let card = Card { number: "1".to_owned() };
    OrderPaid {
        external: External::Card(card.clone()),
        internal: Internal::Card(card.clone()),
        adjacent: Adjacent::Card(card),
        kinds: BTreeMap::from([(Kind::Cash, vec![Kind::Cash])]),
    }
}

fn wires() -> OrderPaid {
    let iban = || "DE".to_owned();
    OrderPaid {
        external: External::Wire { iban: iban() },
        internal: Internal::Wire { iban: iban() },
        adjacent: Adjacent::Wire { iban: iban() },
        kinds: BTreeMap::new(),
    }
}

#[test]
fn what_a_variant_holds_has_the_version_of_its_time() {
    let first = json!({
        "external": {"card": {"no": "1"}},
        "internal": {"kind": "card", "no": "1"},
        "adjacent": {"kind": "card", "value": {"no": "1"}},
        "kinds": {"cash": ["cash"]},
    });
    assert_eq!(taken::<OrderPaid>(&first, 1), cards());
    assert_eq!(written(cards(), 1).unwrap(), first);
    let second = written(cards(), 2).unwrap();
    assert_eq!(second["internal"], json!({"kind": "card", "number": "1"}));
    assert_eq!(taken::<OrderPaid>(&second, 2), cards());
    assert_eq!(refused::<OrderPaid>(&first, 2), "missing_field at $.adjacent.value.number");

    let first = json!({
        "external": {"wire": {"account": "DE", "bic": "X"}},
        "internal": {"kind": "wire", "account": "DE"},
        "adjacent": {"kind": "wire", "value": {"account": "DE"}},
        "kinds": {},
    });
    assert_eq!(taken::<OrderPaid>(&first, 1), wires());
    let mut without_bic = first.clone();
    without_bic["external"] = json!({"wire": {"account": "DE"}});
    assert_eq!(written(wires(), 1).unwrap(), without_bic);
}

#[test]
fn a_variant_counts_only_in_the_versions_that_have_it() {
    let good = written(cards(), 1).unwrap();
    for (field, value, problem) in [
        ("external", json!({"points": {"points": 1}}), "unknown_variant at $.external"),
        ("internal", json!({"kind": "points", "points": 1}), "unknown_variant at $.internal.kind"),
        (
            "adjacent",
            json!({"kind": "points", "value": {"points": 1}}),
            "unknown_variant at $.adjacent.kind",
        ),
        ("kinds", json!({"coin": []}), "bad_format at $.kinds{0}"),
        ("kinds", json!({"cash": ["coin"]}), "unknown_variant at $.kinds{0}[0]"),
    ] {
        let mut payload = good.clone();
        payload[field] = value;
        assert_eq!(refused::<OrderPaid>(&payload, 1), problem);
    }
}

#[test]
fn a_variant_that_a_version_does_not_know_cannot_be_written_as_it() {
    let lost = |order: OrderPaid| written(order, 1).unwrap_err();
    let external = OrderPaid { external: External::Points { points: 1 }, ..cards() };
    assert_eq!(lost(external), "would_be_lost at $.data.external");
    let internal = OrderPaid { internal: Internal::Points { points: 1 }, ..cards() };
    assert_eq!(lost(internal), "would_be_lost at $.data.internal");
    let adjacent = OrderPaid { adjacent: Adjacent::Points { points: 1 }, ..cards() };
    assert_eq!(lost(adjacent), "would_be_lost at $.data.adjacent");
    let key = OrderPaid { kinds: BTreeMap::from([(Kind::Coin, vec![])]), ..cards() };
    assert_eq!(lost(key), "would_be_lost at $.data.kinds{0}");
    let value = OrderPaid { kinds: BTreeMap::from([(Kind::Cash, vec![Kind::Coin])]), ..cards() };
    assert_eq!(lost(value), "would_be_lost at $.data.kinds{0}[0]");
}
