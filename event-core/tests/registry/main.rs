//! The local registry: what it takes, what it refuses, and in which words.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics has failed"
)]

mod differences;
mod events;
mod ids;

use event_core::registry::{RegistryError, SchemaId};
use event_core::{Event, Openness, Registry};
use serde_json::json;

use events::{
    ChangedOrder, ChangedShopEvent, ContradictingSet, DocumentedOrder, OrderPaid, ShopEvent,
    contents, shop,
};

#[test]
fn a_set_registers_every_version_of_every_event_closed() {
    let registry = shop();
    assert_eq!(registry.subjects().collect::<Vec<_>>(), ["order.paid", "user.created"]);
    assert_eq!(registry.versions("order.paid").expect("known").collect::<Vec<_>>(), [1, 2]);
    let latest = registry.latest("order.paid").expect("known");
    assert_eq!(latest.version, 2);
    assert_eq!(Some(&latest.schema), OrderPaid::SCHEMA.json_schema(2, Openness::Closed).as_ref());
    assert_eq!(latest.text, latest.schema.to_string());
    assert_eq!(registry.by_id(latest.id), Some(latest));
    assert_eq!(registry.schema("order.paid", 1).expect("known").version, 1);
    assert_eq!(registry.by_id(SchemaId::from(uuid::Uuid::nil())), None);
}

#[test]
fn registering_again_changes_nothing() {
    let mut registry = shop();
    let before = contents(&registry);
    registry.register::<OrderPaid>().expect("the same");
    registry.register_set::<ShopEvent>().expect("the same");
    registry.register::<DocumentedOrder>().expect("the same but for docs and order");
    assert_eq!(contents(&registry), before);
}

#[test]
fn a_changed_field_is_refused_by_name_and_nothing_is_registered() {
    let mut registry = shop();
    let before = contents(&registry);
    let error = registry.register::<ChangedOrder>().expect_err("amount changed");
    assert_eq!(error.code(), "schema_differs");
    assert_eq!(
        error.to_string(),
        "version 2 of `order.paid` is registered with another `amount`: `$.amount` is a decimal \
         there and a whole number from -9223372036854775808 to 9223372036854775807 here \
         (schema_differs)"
    );
    assert_eq!(
        error.help(),
        "a published version never changes: take the change back, or raise `version`"
    );
    assert_eq!(contents(&registry), before, "version 3 is not registered either");
}

#[test]
fn an_unknown_subject_or_version_is_told_with_what_is_known() {
    let registry = shop();
    let words = |error: RegistryError| (error.code(), error.to_string());
    assert_eq!(
        words(registry.latest("order.payd").expect_err("misspelt")),
        (
            "unknown_subject",
            "no schema is registered for `order.payd`, did you mean `order.paid`? (unknown_subject)"
                .to_owned()
        )
    );
    assert_eq!(
        words(registry.versions("lamp.lit").err().expect("unknown")).1,
        "no schema is registered for `lamp.lit`, only for `order.paid`, `user.created` \
         (unknown_subject)"
    );
    assert_eq!(
        words(Registry::new().schema("lamp.lit", 1).expect_err("empty")).1,
        "no schema is registered for `lamp.lit`, nor for anything else (unknown_subject)"
    );
    assert_eq!(
        words(registry.schema("order.paid", 7).expect_err("too new")),
        (
            "unknown_version",
            "`order.paid` has no version 7, only 1, 2 (unknown_version)".to_owned()
        )
    );
}

#[test]
fn a_set_with_one_refused_event_registers_none() {
    let mut registry = Registry::new();
    registry.register::<OrderPaid>().expect("nothing is registered yet");
    let before = contents(&registry);
    registry.register_set::<ChangedShopEvent>().expect_err("amount changed");
    assert_eq!(contents(&registry), before, "nor the new user");
}

#[test]
fn a_set_that_contradicts_itself_is_refused() {
    let mut registry = Registry::new();
    let error = registry.register_set::<ContradictingSet>().expect_err("amount differs");
    assert_eq!(error.field(), Some("amount"));
    assert_eq!(registry.iter().count(), 0);
}

#[test]
fn what_is_no_schema_is_refused() {
    let mut registry = Registry::new();
    for value in [json!(7), json!("string"), json!(null), json!([])] {
        let error = registry.register_schema("a", 1, value).expect_err("no schema");
        assert_eq!(error.code(), "not_a_schema");
    }
    assert_eq!(registry.iter().count(), 0);
}

#[test]
fn a_schema_under_two_subjects_has_one_id() {
    let mut registry = Registry::new();
    for subject in ["b", "a"] {
        registry.register_schema(subject, 1, json!({ "type": "null" })).expect("new");
    }
    let [a, b] = ["a", "b"].map(|subject| registry.latest(subject).expect("known").id);
    assert_eq!(a, b);
    assert_eq!(registry.by_id(a).expect("known").subject, "b", "the first one");
}

#[test]
fn a_registry_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Registry>();
    shared::<RegistryError>();
    let registry = std::sync::Arc::new(shop());
    let readers = [1, 2].map(|version| {
        let registry = std::sync::Arc::clone(&registry);
        std::thread::spawn(move || registry.schema("order.paid", version).map(|one| one.version))
    });
    for (reader, version) in readers.into_iter().zip([1, 2]) {
        assert_eq!(reader.join().expect("no panic"), Ok(version));
    }
}
