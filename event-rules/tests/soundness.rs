//! Whatever one side writes and the other refuses, a rule says it: contracts are changed at random,
//! and the readers are asked.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

use event_contract::{
    Content, Contract, Definition, DefinitionContent, Enum, Field, Format, Struct, Tagging, Ty,
    ValueRule, Variant,
};
use event_rules::rules::RULES;
use event_rules::{Direction, Who, compare, differences, witnesses};
use proptest::prelude::*;

#[test]
fn every_kind_of_difference_has_exactly_one_rule() {
    let (before, after) = (order(1), order(2));
    assert_eq!(differences(&before, &after), []);
    assert!(compare(&before, &after).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn what_a_reader_refuses_is_found(changes in prop::collection::vec((0..CHANGES.len(), any::<u8>()), 1..4)) {
        let before = order(1);
        let mut after = order(2);
        for (change, place) in changes {
            CHANGES[change](&mut after, usize::from(place));
        }
        let findings = compare(&before, &after);
        for finding in &findings {
            prop_assert!(RULES.iter().any(|rule| rule.id == finding.rule.id));
            prop_assert!(finding.words().len() < 200);
        }
        for who in Who::ALL {
            let (writer, reader) = match who.direction() {
                Direction::Backward => (&before, &after),
                Direction::Forward => (&after, &before),
            };
            let mut refused = witnesses(writer, reader, who.audience());
            refused.retain(|one| who != Who::NewerUs || one.code == "rule_broken");
            let told = findings.iter().any(|finding| finding.of(who).is_some());
            prop_assert_eq!(told, !refused.is_empty(), "{:?}: {:?}", who, refused);
        }
    }
}

type Edit = fn(&mut Contract, usize);

/// Changes of one thing each, at a place that is drawn.
const CHANGES: [Edit; 12] = [
    |contract, _| contract.payload.fields.push(Field::new("added", Ty::Bool)),
    |contract, _| {
        let optional = Ty::Optional(Box::new(Ty::Any));
        contract.payload.fields.push(Field::new("note", optional));
    },
    |contract, at| {
        let fields = &mut contract.payload.fields;
        fields.remove(at % fields.len());
    },
    |contract, at| field(contract, at).name = "other".to_owned(),
    |contract, at| field(contract, at).ty = Ty::Text(Format::Date),
    |contract, at| {
        let ty = field(contract, at).ty.clone();
        field(contract, at).ty = match ty {
            Ty::Optional(inner) => *inner,
            ty => Ty::Optional(Box::new(ty)),
        };
    },
    |contract, at| {
        let ty = field(contract, at).ty.clone();
        field(contract, at).ty = Ty::List(Box::new(ty));
    },
    |contract, at| {
        if let Ty::Integer { max, .. } = &mut field(contract, at).ty {
            *max = 10;
        }
    },
    |contract, at| field(contract, at).rules = vec![ValueRule::MinLength(2)],
    |contract, at| {
        let variants = &mut method(contract).variants;
        if variants.len() > 1 {
            variants.remove(at % variants.len());
        }
    },
    |contract, _| method(contract).variants.push(Variant::new("bill", Content::Newtype(Ty::Bool))),
    |contract, at| {
        method(contract).tagging = match at % 2 {
            0 => Tagging::External,
            _ => Tagging::Adjacent { tag: "kind".to_owned(), content: "of".to_owned() },
        };
    },
];

fn field(contract: &mut Contract, at: usize) -> &mut Field {
    let inner = contract.types.get_mut("Item").filter(|_| at.is_multiple_of(3));
    let fields = match inner.map(|found| &mut found.content) {
        Some(DefinitionContent::Struct(table)) => &mut table.fields,
        _ => &mut contract.payload.fields,
    };
    let at = at % fields.len().max(1);
    &mut fields[at]
}

fn method(contract: &mut Contract) -> &mut Enum {
    match &mut contract.types.get_mut("Method").unwrap().content {
        DefinitionContent::Enum(table) => table,
        DefinitionContent::Struct(_) => unreachable!(),
    }
}

fn order(version: u32) -> Contract {
    let small = Ty::Integer { min: 0, max: 255 };
    let named = |name: &str| Ty::Named(name.to_owned());
    let define = |content| Definition { version, docs: String::new(), content };
    let item = Struct {
        closed: false,
        fields: vec![
            Field::new("sku", Ty::Text(Format::Plain)),
            Field::new("pieces", small.clone()),
            Field::new("parts", Ty::List(Box::new(Ty::Recursive("Item".to_owned())))),
        ],
    };
    let method = Enum {
        tagging: Tagging::Internal { tag: "kind".to_owned() },
        closed: false,
        variants: vec![
            Variant::new("cash", Content::Unit),
            Variant::new(
                "card",
                Content::Struct(Struct {
                    closed: false,
                    fields: vec![Field::new("number", Ty::Text(Format::Plain))],
                }),
            ),
        ],
    };
    Contract {
        event_type: "order.paid".to_owned(),
        version,
        min_reader_version: 1,
        aliases: Vec::new(),
        key: Vec::new(),
        docs: String::new(),
        deprecated: None,
        payload: Struct {
            closed: false,
            fields: vec![
                Field::new("count", small),
                Field::new("comment", Ty::Optional(Box::new(Ty::Text(Format::Plain)))),
                Field::new("items", Ty::List(Box::new(named("Item")))),
                Field::new("paid_with", named("Method")),
            ],
        },
        types: [
            ("Item".to_owned(), define(DefinitionContent::Struct(item))),
            ("Method".to_owned(), define(DefinitionContent::Enum(method))),
        ]
        .into(),
    }
}

/// More entries are refused than a reader gives reasons for: one of them is enough.
#[test]
fn one_entry_of_a_map_is_the_smallest_payload() {
    let tagging = Tagging::Adjacent { tag: "kind".to_owned(), content: "content".to_owned() };
    let of = |content| {
        let table = Enum {
            tagging: tagging.clone(),
            closed: false,
            variants: vec![Variant::new("cash", content)],
        };
        let mut contract = order(1);
        let key = Ty::Integer { min: 0, max: 255 };
        let ty = Ty::Map(Box::new(key), Box::new(Ty::Named("Method".to_owned())));
        contract.payload.fields = vec![Field::new("methods", ty)];
        contract.key = Vec::new();
        let content = DefinitionContent::Enum(table);
        let method = Definition { version: 1, docs: String::new(), content };
        contract.types = [("Method".to_owned(), method)].into();
        contract
    };
    let empty = Content::Struct(Struct { closed: true, fields: Vec::new() });
    let found = witnesses(&of(empty), &of(Content::Unit), event_rules::Audience::Strict);
    assert!(!found.is_empty());
    for witness in found {
        let entries = witness.payload["methods"].as_object().map(serde_json::Map::len);
        assert_eq!(entries, Some(1), "{witness:?}");
    }
}
