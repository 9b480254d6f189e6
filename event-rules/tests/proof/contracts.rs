//! Any contract: structs, enums of every tagging, recursion, and every type.

use event_contract::{
    Content, Contract, Default, Definition, DefinitionContent, Enum, Field, Format, Masked, Struct,
    Tagging, Ty, ValueRule, Variant,
};
use event_rules::samples;
use proptest::prelude::*;
use proptest::sample::select;

use crate::valid::valid;

const FIELDS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "kind", "x"];
const VARIANTS: [&str; 4] = ["x", "y", "z", "a"];
const TYPES: [&str; 3] = ["One", "Two", "Three"];

/// A contract that some payload fits.
pub fn contract() -> impl Strategy<Value = Contract> {
    let types = prop::collection::vec(definition(), TYPES.len())
        .prop_map(|types| TYPES.into_iter().zip(types).collect::<Vec<_>>());
    (table(1..6), types)
        .prop_map(|(payload, types)| {
            let types = types.into_iter();
            let definition = |content| Definition { version: 1, docs: String::new(), content };
            valid(Contract {
                event_type: "thing.happened".to_owned(),
                version: 1,
                min_reader_version: 1,
                aliases: Vec::new(),
                key: vec!["a".to_owned()],
                docs: String::new(),
                deprecated: None,
                payload,
                types: types.map(|(name, one)| (name.to_owned(), definition(one))).collect(),
            })
        })
        .prop_filter("no payload fits, or none that is small", has_small_payloads)
}

/// Whether some payload fits, and none of the samples has thousands of items because rules ask for them:
/// those take minutes, and show no more.
pub fn has_small_payloads(contract: &Contract) -> bool {
    let samples = samples(contract);
    !samples.is_empty() && samples.iter().all(|(_, payload)| payload.to_string().len() < 4_000)
}

fn table(count: std::ops::Range<usize>) -> impl Strategy<Value = Struct> {
    (prop::bool::weighted(0.2), prop::collection::vec(field(), count))
        .prop_map(|(closed, fields)| Struct { closed, fields })
}

fn field() -> impl Strategy<Value = Field> {
    let aliases = prop::collection::vec(select(&FIELDS[..]), 0..2);
    let may_be_absent = prop::bool::weighted(0.2);
    let masked = prop::bool::weighted(0.1);
    (
        select(&FIELDS[..]),
        ty(),
        prop::option::weighted(0.1, aliases),
        may_be_absent,
        masked,
        rules(),
    )
        .prop_map(|(name, ty, aliases, may_be_absent, masked, rules)| Field {
            aliases: aliases.unwrap_or_default().into_iter().map(str::to_owned).collect(),
            default: may_be_absent.then_some(Default::Unknown),
            masked: masked.then_some(Masked::Whole),
            rules,
            ..Field::new(name, ty)
        })
}

fn rules() -> impl Strategy<Value = Vec<ValueRule>> {
    prop_oneof![8 => Just(Vec::new()), 2 => prop::collection::vec(rule(), 1..3)]
}

pub fn rule() -> impl Strategy<Value = ValueRule> {
    const NUMBERS: &[&str] = &["-1", "0", "0.5", "2", "100", "1e3"];
    const PATTERNS: &[&str] = &["^[A-Z]{3}$", "b", "^(a|bc)*$", "[0-9]{2,}", "^\\p{L}+$"];
    prop_oneof![
        (0..4_u64).prop_map(ValueRule::MinLength),
        (0..6_u64).prop_map(ValueRule::MaxLength),
        (0..8_u64).prop_map(ValueRule::MinBytes),
        (0..9_u64).prop_map(ValueRule::MaxBytes),
        select(NUMBERS).prop_map(|number| ValueRule::Min(number.to_owned())),
        select(NUMBERS).prop_map(|number| ValueRule::Max(number.to_owned())),
        select(PATTERNS).prop_map(|pattern| ValueRule::Pattern(pattern.to_owned())),
        select(&["email", "ipv4", "ipv6", "other"][..])
            .prop_map(|format| ValueRule::Format(format.to_owned())),
    ]
}

fn definition() -> impl Strategy<Value = DefinitionContent> {
    let variants = prop::collection::vec(variant(), 1..5);
    prop_oneof![
        2 => table(0..4).prop_map(DefinitionContent::Struct),
        3 => (tagging(), prop::bool::weighted(0.2), variants).prop_map(|(tagging, closed, variants)| {
            DefinitionContent::Enum(Enum { tagging, closed, variants })
        }),
    ]
}

pub fn tagging() -> impl Strategy<Value = Tagging> {
    let tag = || select(&["kind", "a"][..]).prop_map(str::to_owned);
    prop_oneof![
        Just(Tagging::External),
        tag().prop_map(|tag| Tagging::Internal { tag }),
        tag().prop_map(|tag| Tagging::Adjacent { tag, content: "content".to_owned() }),
    ]
}

pub fn variant() -> impl Strategy<Value = Variant> {
    let content = prop_oneof![
        Just((Content::Unit, Vec::new())),
        (ty(), rules()).prop_map(|(ty, rules)| (Content::Newtype(ty), rules)),
        table(0..3).prop_map(|table| (Content::Struct(table), Vec::new())),
    ];
    let aliases = prop::collection::vec(select(&VARIANTS[..]), 0..2);
    (select(&VARIANTS[..]), prop::option::weighted(0.1, aliases), content).prop_map(
        |(name, aliases, (content, rules))| Variant {
            aliases: aliases.unwrap_or_default().into_iter().map(str::to_owned).collect(),
            rules,
            ..Variant::new(name, content)
        },
    )
}

const FORMATS: [Format; 10] = [
    Format::Plain,
    Format::Char,
    Format::Uuid,
    Format::Time,
    Format::Date,
    Format::Duration,
    Format::UnsignedDuration,
    Format::Base64,
    Format::U128,
    Format::I128,
];

fn integer() -> impl Strategy<Value = Ty> {
    const KNOWN: &[(i128, i128)] =
        &[(0, 255), (-128, 127), (0, u64::MAX as i128), (i64::MIN as i128, i64::MAX as i128)];
    let (min, max) = (-3_i128..3, 3_i128..9);
    prop_oneof![
        select(KNOWN).prop_map(|(min, max)| Ty::Integer { min, max }),
        (min, max).prop_map(|(min, max)| Ty::Integer { min, max }),
    ]
}

pub fn ty() -> impl Strategy<Value = Ty> {
    let named = || select(&TYPES[..]).prop_map(str::to_owned);
    let leaf = prop_oneof![
        1 => Just(Ty::Any),
        2 => Just(Ty::Bool),
        4 => integer(),
        1 => Just(Ty::Float32),
        1 => Just(Ty::Float64),
        2 => Just(Ty::Decimal),
        3 => Just(Ty::Text(Format::Plain)),
        4 => select(&FORMATS[..]).prop_map(Ty::Text),
        14 => named().prop_map(Ty::Named),
        2 => named().prop_map(Ty::Recursive),
    ];
    let key = prop_oneof![
        3 => Just(Ty::Text(Format::Plain)),
        1 => select(&[Format::Char, Format::Uuid, Format::Date][..]).prop_map(Ty::Text),
        2 => integer(),
        2 => named().prop_map(Ty::Named),
    ];
    leaf.prop_recursive(3, 8, 3, move |inner| {
        let boxed = || inner.clone().prop_map(Box::new);
        prop_oneof![
            3 => boxed().prop_map(Ty::Optional),
            3 => boxed().prop_map(Ty::List),
            1 => (boxed(), 0..4_usize).prop_map(|(inner, count)| Ty::Array(inner, count)),
            1 => prop::collection::vec(inner.clone(), 0..3).prop_map(Ty::Tuple),
            2 => (key.clone(), boxed()).prop_map(|(key, inner)| Ty::Map(Box::new(key), inner)),
            1 => boxed().prop_map(Ty::Foreign),
        ]
    })
}
