//! What differs is found place by place, along the names on the wire.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

use event_contract::{Contract, Definition, DefinitionContent, Field, Struct, Ty};
use event_rules::{Change, differences};

fn contract(fields: Vec<Field>, types: &[(&str, Vec<Field>)]) -> Contract {
    let define = |(name, fields): &(&str, Vec<Field>)| {
        let content = DefinitionContent::Struct(Struct { closed: false, fields: fields.clone() });
        ((*name).to_owned(), Definition { version: 1, docs: String::new(), content })
    };
    Contract {
        event_type: "order.paid".to_owned(),
        version: 1,
        min_reader_version: 1,
        aliases: Vec::new(),
        key: Vec::new(),
        docs: String::new(),
        deprecated: None,
        payload: Struct { closed: false, fields },
        types: types.iter().map(define).collect(),
    }
}

fn field(name: &str, ty: &str) -> Field {
    Field::new(name, ty.parse::<Ty>().unwrap())
}

fn found(before: &Contract, after: &Contract) -> Vec<(String, Change)> {
    differences(before, after).into_iter().map(|one| (one.path, one.change)).collect()
}

fn between(before: &str, after: &str) -> Vec<(String, Change)> {
    found(&contract(vec![field("v", before)], &[]), &contract(vec![field("v", after)], &[]))
}

#[test]
fn types_narrow_widen_or_change() {
    let cases = [
        ("u16", "u32", Change::TypeWidened),
        ("u32", "u16", Change::TypeNarrowed),
        ("u8", "i8", Change::TypeChanged),
        ("i32", "f64", Change::TypeWidened),
        ("f64", "f32", Change::TypeNarrowed),
        ("uuid", "text", Change::TypeWidened),
        ("text", "date", Change::TypeNarrowed),
        ("uuid", "date", Change::TypeChanged),
        ("unsigned_duration", "duration", Change::TypeWidened),
        ("decimal", "f64", Change::TypeChanged),
        ("array<u8, 4>", "list<u8>", Change::TypeWidened),
        ("array<u8, 4>", "array<u8, 5>", Change::TypeChanged),
        ("tuple<u8, u8>", "list<u8>", Change::TypeWidened),
        ("bool", "any", Change::TypeWidened),
    ];
    for (before, after, change) in cases {
        assert_eq!(between(before, after), [("$.v".to_owned(), change)], "{before} to {after}");
    }
    assert_eq!(between("foreign<text>", "text"), []);
}

#[test]
fn paths_lead_into_lists_maps_and_tuples() {
    let path = |before, after| between(before, after)[0].0.clone();
    assert_eq!(path("list<u8>", "list<u16>"), "$.v[]");
    assert_eq!(path("map<text, u8>", "map<text, u16>"), "$.v{}");
    assert_eq!(path("map<text, u8>", "map<uuid, u8>"), "$.v{key}");
    assert_eq!(path("tuple<u8, u8>", "tuple<u8, u16>"), "$.v[1]");
    assert_eq!(path("optional<list<optional<u8>>>", "optional<list<u8>>"), "$.v[]");
    assert_eq!(path("optional<list<u8>>", "optional<list<u16>>"), "$.v[]");
}

#[test]
fn presence_and_type_are_two_things() {
    let both = between("optional<u8>", "u16");
    assert_eq!(
        both,
        [("$.v".to_owned(), Change::BecameRequired), ("$.v".to_owned(), Change::TypeWidened)]
    );
}

#[test]
fn what_a_type_is_called_plays_no_part() {
    let inner = || vec![field("sku", "text")];
    let before = contract(vec![field("items", "list<Item>")], &[("Item", inner())]);
    let after = contract(vec![field("items", "list<Line>")], &[("Line", inner())]);
    assert_eq!(found(&before, &after), []);
}

#[test]
fn a_type_inside_itself_is_compared_once() {
    let node = |ty| vec![field("name", ty), field("inside", "list<recursive<Node>>")];
    let before = contract(vec![field("root", "Node")], &[("Node", node("text"))]);
    let after = contract(vec![field("root", "Node")], &[("Node", node("uuid"))]);
    assert_eq!(found(&before, &after), [("$.root.name".to_owned(), Change::TypeNarrowed)]);
}

#[test]
fn a_field_is_renamed_only_if_nothing_else_can_be_meant() {
    let changes = |before: &[(&str, &str)], after: &[(&str, &str)]| -> Vec<Change> {
        let fields = |all: &[(&str, &str)]| all.iter().map(|(name, ty)| field(name, ty)).collect();
        let sides = (contract(fields(before), &[]), contract(fields(after), &[]));
        differences(&sides.0, &sides.1).into_iter().map(|one| one.change).collect()
    };
    use Change::{
        FieldRenamed, OptionalFieldAdded, OptionalFieldRemoved, RequiredFieldAdded,
        RequiredFieldRemoved,
    };
    assert_eq!(changes(&[("total", "decimal")], &[("amount", "decimal")]), [FieldRenamed]);
    assert_eq!(
        changes(&[("total", "decimal")], &[("amount", "i64")]),
        [RequiredFieldRemoved, RequiredFieldAdded]
    );
    // Which of the two is it?
    assert_eq!(
        changes(&[("a", "text")], &[("b", "text"), ("c", "text")]),
        [RequiredFieldRemoved, RequiredFieldAdded, RequiredFieldAdded]
    );
    // Optional fields come and go without anything to do with each other.
    assert_eq!(
        changes(&[("coupon", "optional<text>")], &[("note", "optional<text>")]),
        [OptionalFieldRemoved, OptionalFieldAdded]
    );
    assert_eq!(
        changes(&[("zip_code", "optional<text>")], &[("zipcode", "optional<text>")]),
        [FieldRenamed]
    );
}

#[test]
fn an_alias_says_who_was_who() {
    let before = contract(vec![field("a", "optional<text>"), field("b", "optional<text>")], &[]);
    let mut renamed = field("c", "optional<text>");
    renamed.aliases = vec!["b".to_owned()];
    let after = contract(vec![field("a", "optional<text>"), renamed], &[]);
    let all = differences(&before, &after);
    assert_eq!((all.len(), all[0].change), (1, Change::FieldRenamed));
    assert_eq!((all[0].name_before.as_str(), all[0].name_after.as_str()), ("b", "c"));
}
