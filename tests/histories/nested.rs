//! Nested structs with versions of their own, through every container and three levels deep.

use std::collections::BTreeMap;

use serde_json::json;
use versioned_events::{Event, Schema};

use crate::support::{refused, taken, written};

fn cents(text: String) -> u32 {
    text.parse().unwrap_or_default()
}

fn text_of(cents: &u32) -> String {
    cents.to_string()
}

/// Version 2 renamed `val` and converted it; version 3 lost `unit` and got `currency`.
#[derive(Clone, Debug, PartialEq, Schema)]
#[schema(version = 3, removed(name = "unit", type = "Option<String>", until = 2, lossy))]
struct Price {
    #[field(renamed(from = "val", until = 1))]
    #[field(was(type = "String", until = 1, with = cents, back = text_of))]
    cents: u32,
    #[field(since = 3, default = "EUR")]
    currency: String,
}

/// Version 2 came with `price` in its second version, version 3 with its third.
#[derive(Clone, Debug, PartialEq, Schema)]
#[schema(version = 3)]
struct Item {
    name: String,
    #[field(holds(1, until = 1), holds(2, until = 2))]
    price: Price,
    #[field(since = 2)]
    note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "order.paid", version = 4, keyless)]
struct OrderPaid {
    #[field(holds(1, until = 1), holds(2, until = 2))]
    items: Vec<Item>,
    #[field(holds(1, until = 3))]
    gift: Option<Box<Item>>,
    #[field(since = 2, holds(2, until = 2))]
    by_shelf: Option<BTreeMap<String, Item>>,
    #[field(since = 3, holds(1, until = 3))]
    fee: Option<(Price, [Price; 1])>,
}

/// The same nested type in another event, always in its newest version.
#[derive(Debug, PartialEq, Event)]
#[event(type = "price.set", version = 1, keyless)]
struct PriceSet {
    price: Price,
}

fn price(cents: u32, currency: &str) -> Price {
    Price { cents, currency: currency.to_owned() }
}

fn item(name: &str, price: Price, note: Option<&str>) -> Item {
    Item { name: name.to_owned(), price, note: note.map(str::to_owned) }
}

#[test]
fn every_version_holds_the_versions_of_its_time() {
    let first = json!({"items": [{"name": "tea", "price": {"val": "250"}}]});
    let items = vec![item("tea", price(250, "EUR"), None)];
    let expected = OrderPaid { items, gift: None, by_shelf: None, fee: None };
    assert_eq!(taken::<OrderPaid>(&first, 1), expected);

    let second = json!({
        "items": [{"name": "tea", "price": {"cents": 250, "unit": "kg"}, "note": "hot"}],
        "gift": {"name": "cup", "price": {"val": "9"}},
        "by_shelf": {"a": {"name": "jam", "price": {"cents": 3}}},
    });
    let read: OrderPaid = taken(&second, 2);
    assert_eq!(read.items, [item("tea", price(250, "EUR"), Some("hot"))]);
    assert_eq!(read.gift, Some(Box::new(item("cup", price(9, "EUR"), None))));
    assert_eq!(read.by_shelf.unwrap()["a"], item("jam", price(3, "EUR"), None));

    let third = json!({
        "items": [{"name": "tea", "price": {"cents": 250, "currency": "USD"}}],
        "gift": {"name": "cup", "price": {"val": "9"}},
        "by_shelf": {"a": {"name": "jam", "price": {"cents": 3, "currency": "USD"}}},
        "fee": [{"val": "1"}, [{"val": "2"}]],
    });
    let read: OrderPaid = taken(&third, 3);
    assert_eq!(read.items, [item("tea", price(250, "USD"), None)]);
    assert_eq!(read.fee, Some((price(1, "EUR"), [price(2, "EUR")])));

    let fourth = json!({
        "items": [],
        "gift": {"name": "cup", "price": {"cents": 9, "currency": "CHF"}},
        "fee": [{"cents": 1, "currency": "CHF"}, [{"cents": 2, "currency": "CHF"}]],
    });
    let read: OrderPaid = taken(&fourth, 4);
    assert_eq!(read.gift, Some(Box::new(item("cup", price(9, "CHF"), None))));
}

#[test]
fn a_name_counts_only_in_the_versions_that_have_it_three_levels_deep() {
    for (payload, version, problem) in [
        (
            json!({"items": [{"name": "a", "price": {"cents": 1}}]}),
            1,
            "missing_field at $.items[0].price.val",
        ),
        (
            json!({"items": [{"name": "a", "price": {"val": "1"}}]}),
            2,
            "missing_field at $.items[0].price.cents",
        ),
        (
            json!({"items": [{"name": "a", "price": {"cents": 1}}]}),
            3,
            "missing_field at $.items[0].price.currency",
        ),
        (
            json!({"items": [{"name": "a", "price": {"cents": 1, "unit": 5}}]}),
            2,
            "type_mismatch at $.items[0].price.unit",
        ),
        (
            json!({"items": [], "gift": {"name": "a", "price": {"val": 1}}}),
            3,
            "type_mismatch at $.gift.price.val",
        ),
        (
            json!({"items": [], "by_shelf": {"x": {"name": "a", "price": {"val": ""}}}}),
            2,
            "missing_field at $.by_shelf{0}.price.cents",
        ),
        (
            json!({"items": [], "fee": [{"val": "1"}, [{"cents": 1}]]}),
            3,
            "missing_field at $.fee[1][0].val",
        ),
    ] {
        assert_eq!(refused::<OrderPaid>(&payload, version), problem, "{payload}");
    }
}

#[test]
fn one_nested_type_serves_events_in_different_versions() {
    let payload = json!({"price": {"cents": 5, "currency": "USD"}});
    assert_eq!(taken::<PriceSet>(&payload, 1), PriceSet { price: price(5, "USD") });
    assert_eq!(
        refused::<PriceSet>(&json!({"price": {"val": "5"}}), 1),
        "missing_field at $.price.cents"
    );
}

#[test]
fn a_version_is_written_with_the_nested_versions_of_its_time() {
    let order = OrderPaid {
        items: vec![item("tea", price(250, "EUR"), None)],
        gift: None,
        by_shelf: None,
        fee: None,
    };
    assert_eq!(
        written(order.clone(), 1).unwrap(),
        json!({"items": [{"name": "tea", "price": {"val": "250"}}]})
    );
    assert_eq!(
        written(order.clone(), 2).unwrap(),
        json!({"items": [{"name": "tea", "price": {"cents": 250}}]})
    );
    for version in 1..=4 {
        let payload = written(order.clone(), version).unwrap();
        assert_eq!(taken::<OrderPaid>(&payload, version), order);
    }
}

#[test]
fn what_a_version_has_no_place_for_is_an_error_that_names_it() {
    let foreign = item("tea", price(250, "USD"), None);
    let noted = item("jam", price(3, "EUR"), Some("sweet"));
    let order = OrderPaid { items: vec![foreign, noted], gift: None, by_shelf: None, fee: None };
    let lost = |version| written(order.clone(), version).unwrap_err();
    assert_eq!(lost(1), "would_be_lost at $.data.items[0].price.currency");
    assert_eq!(lost(2), "would_be_lost at $.data.items[0].price.currency");
    assert!(written(order.clone(), 3).is_ok());
    let noted = OrderPaid { items: order.items[1..].to_vec(), ..order };
    assert_eq!(written(noted.clone(), 1).unwrap_err(), "would_be_lost at $.data.items[0].note");
    assert!(written(noted, 2).is_ok());
}

/// A type that contains itself has one version all the way down.
#[derive(Clone, Debug, PartialEq, Schema)]
#[schema(version = 2)]
struct Folder {
    #[field(renamed(from = "title", until = 1))]
    name: String,
    inside: Vec<Folder>,
}

#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "folder.moved", version = 2, keyless)]
struct FolderMoved {
    #[field(holds(1, until = 1))]
    folder: Folder,
}

#[test]
fn a_type_inside_itself_is_of_the_same_version() {
    let first = json!({"folder": {"title": "a", "inside": [{"title": "b", "inside": []}]}});
    let moved: FolderMoved = taken(&first, 1);
    assert_eq!(moved.folder.inside[0].name, "b");
    assert_eq!(written(moved.clone(), 1).unwrap(), first);
    assert_eq!(refused::<FolderMoved>(&first, 2), "missing_field at $.folder.inside[0].name");
    let mixed = json!({"folder": {"title": "a", "inside": [{"name": "b", "inside": []}]}});
    assert_eq!(refused::<FolderMoved>(&mixed, 1), "missing_field at $.folder.inside[0].title");
}

/// A removed field says which version of its type it held, or a later version of that type would
/// change the past.
#[derive(Debug, PartialEq, Event)]
#[event(type = "cart.left", version = 2, keyless)]
#[event(removed(name = "total", type = "Price", until = 1, holds = 1))]
struct CartLeft {
    id: u32,
}

#[test]
fn a_removed_field_is_checked_in_the_version_that_it_held() {
    assert_eq!(taken::<CartLeft>(&json!({"id": 1, "total": {"val": "1"}}), 1), CartLeft { id: 1 });
    assert_eq!(
        refused::<CartLeft>(&json!({"id": 1, "total": {"cents": 1, "currency": "EUR"}}), 1),
        "missing_field at $.total.val"
    );
    assert_eq!(written(CartLeft { id: 1 }, 1).unwrap_err(), "not_writable at $.data.total");
}
