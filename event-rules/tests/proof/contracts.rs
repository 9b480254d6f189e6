//! Any contract: structs, enums of every tagging, recursion, and every type.

use std::collections::{BTreeMap, BTreeSet};

use event_contract::{
    Content, Contract, Default, Definition, DefinitionContent, Enum, Field, Format, Masked, Struct,
    Tagging, Ty, ValueRule, Variant,
};
use event_rules::samples;
use proptest::prelude::*;
use proptest::sample::select;

const FIELDS: [&str; 6] = ["a", "b", "c", "d", "kind", "x"];
const VARIANTS: [&str; 4] = ["x", "y", "z", "a"];
const TYPES: [&str; 3] = ["One", "Two", "Three"];

/// A contract that some payload fits.
pub fn contract() -> impl Strategy<Value = Contract> {
    let types = prop::collection::btree_map(select(&TYPES[..]), definition(), 0..=3);
    (table(0..5), types)
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
        .prop_filter("no payload fits", |contract| !samples(contract).is_empty())
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
        select(NUMBERS).prop_map(|number| ValueRule::Min(number.to_owned())),
        select(NUMBERS).prop_map(|number| ValueRule::Max(number.to_owned())),
        select(PATTERNS).prop_map(|pattern| ValueRule::Pattern(pattern.to_owned())),
        select(&["email", "ipv4", "ipv6", "other"][..])
            .prop_map(|format| ValueRule::Format(format.to_owned())),
    ]
}

fn definition() -> impl Strategy<Value = DefinitionContent> {
    let variants = prop::collection::vec(variant(), 1..4);
    prop_oneof![
        table(0..4).prop_map(DefinitionContent::Struct),
        (tagging(), prop::bool::weighted(0.2), variants).prop_map(|(tagging, closed, variants)| {
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
        Just(Content::Unit),
        ty().prop_map(Content::Newtype),
        table(0..3).prop_map(Content::Struct),
    ];
    let aliases = prop::collection::vec(select(&VARIANTS[..]), 0..2);
    (select(&VARIANTS[..]), prop::option::weighted(0.1, aliases), content).prop_map(
        |(name, aliases, content)| Variant {
            name: name.to_owned(),
            aliases: aliases.unwrap_or_default().into_iter().map(str::to_owned).collect(),
            deprecated: None,
            docs: String::new(),
            content,
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
        4 => named().prop_map(Ty::Named),
        1 => named().prop_map(Ty::Recursive),
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

/// The contract as a derive would let it be: no name twice, tags that are no fields, keys that are
/// text, and only types that are used.
pub fn valid(mut contract: Contract) -> Contract {
    let definitions = contract.types.clone();
    let kept = |ty: &Ty| with_types(ty, &definitions);
    valid_table(&mut contract.payload, &[], &kept);
    for definition in contract.types.values_mut() {
        match &mut definition.content {
            DefinitionContent::Struct(table) => valid_table(table, &[], &kept),
            DefinitionContent::Enum(table) => valid_enum(table, &definitions, &kept),
        }
    }
    let mut used = BTreeSet::new();
    let mut open: Vec<Ty> = contract.payload.fields.iter().map(|field| field.ty.clone()).collect();
    while let Some(ty) = open.pop() {
        open.extend(ty.parts().cloned());
        let (Ty::Named(name) | Ty::Recursive(name)) = ty else { continue };
        if used.insert(name.clone()) {
            open.extend(parts(&contract.types[&name].content));
        }
    }
    contract.types.retain(|name, _| used.contains(name));
    contract.key.retain(|name| {
        let mut fields = contract.payload.fields.iter();
        let is_text =
            |field: &Field| field.ty == Ty::Text(Format::Plain) && field.default.is_none();
        fields.any(|field| field.name == *name && is_text(field))
    });
    contract
}

fn parts(content: &DefinitionContent) -> Vec<Ty> {
    let of = |table: &Struct| table.fields.iter().map(|field| field.ty.clone()).collect::<Vec<_>>();
    match content {
        DefinitionContent::Struct(table) => of(table),
        DefinitionContent::Enum(table) => {
            let contents = table.variants.iter().map(|variant| match &variant.content {
                Content::Unit => Vec::new(),
                Content::Newtype(ty) => vec![ty.clone()],
                Content::Struct(table) => of(table),
            });
            contents.flatten().collect()
        }
    }
}

fn valid_table(table: &mut Struct, tags: &[String], kept: &impl Fn(&Ty) -> Ty) {
    let mut taken: BTreeSet<String> = tags.iter().cloned().collect();
    table.fields.retain(|field| taken.insert(field.name.clone()));
    for field in &mut table.fields {
        field.aliases.retain(|alias| taken.insert(alias.clone()));
        field.ty = kept(&field.ty);
        // Only text is masked.
        field.masked = field.masked.filter(|_| field.ty == Ty::Text(Format::Plain));
        field.default = field.default.take().filter(|_| !field.ty.is_optional());
        let rules = std::mem::take(&mut field.rules);
        field.rules = rules.into_iter().filter(|rule| fits(rule, &field.ty)).collect();
    }
}

/// Whether a derive would let the rule stand for the type.
fn fits(rule: &ValueRule, ty: &Ty) -> bool {
    match (rule, ty) {
        (_, Ty::Optional(inner)) => fits(rule, inner),
        (ValueRule::MinLength(_) | ValueRule::MaxLength(_), ty) => {
            matches!(ty, Ty::Text(Format::Plain) | Ty::List(_) | Ty::Array(..) | Ty::Map(..))
        }
        (ValueRule::Min(_) | ValueRule::Max(_), ty) => {
            matches!(ty, Ty::Integer { .. } | Ty::Float64)
        }
        (_, ty) => *ty == Ty::Text(Format::Plain),
    }
}

fn valid_enum(
    table: &mut Enum,
    definitions: &BTreeMap<String, Definition>,
    kept: &impl Fn(&Ty) -> Ty,
) {
    let mut taken = BTreeSet::new();
    table.variants.retain(|variant| taken.insert(variant.name.clone()));
    let tag = match &table.tagging {
        Tagging::Internal { tag } => Some(tag.clone()),
        _ => None,
    };
    for variant in &mut table.variants {
        variant.aliases.retain(|alias| taken.insert(alias.clone()));
        match &mut variant.content {
            Content::Unit => {}
            Content::Newtype(ty) if tag.is_some() => {
                *ty = kept(ty);
                if !is_beside(ty, tag.as_deref(), definitions) {
                    variant.content = Content::Unit;
                }
            }
            Content::Newtype(ty) => *ty = kept(ty),
            Content::Struct(table) => valid_table(table, tag.as_slice(), kept),
        }
    }
}

/// Whether it is a struct whose fields can stand beside a tag.
fn is_beside(ty: &Ty, tag: Option<&str>, definitions: &BTreeMap<String, Definition>) -> bool {
    let (Ty::Named(name) | Ty::Recursive(name)) = ty else { return false };
    let Some(Definition { content: DefinitionContent::Struct(table), .. }) = definitions.get(name)
    else {
        return false;
    };
    table.fields.iter().all(|field| tag.is_none_or(|tag| !field.is_called(tag)))
}

/// The type without names that mean nothing, and with keys that are text.
fn with_types(ty: &Ty, types: &BTreeMap<String, Definition>) -> Ty {
    let inside = |ty: &Ty| Box::new(with_types(ty, types));
    match ty {
        Ty::Named(name) | Ty::Recursive(name) if !types.contains_key(name) => Ty::Bool,
        Ty::Optional(inner) => Ty::Optional(inside(inner)),
        Ty::List(inner) => Ty::List(inside(inner)),
        Ty::Array(inner, count) => Ty::Array(inside(inner), *count),
        Ty::Tuple(places) => Ty::Tuple(places.iter().map(|ty| with_types(ty, types)).collect()),
        Ty::Map(key, value) => {
            let is_key = match &**key {
                Ty::Named(name) => types.get(name).is_some_and(|one| match &one.content {
                    DefinitionContent::Struct(_) => false,
                    DefinitionContent::Enum(table) => {
                        table.tagging == Tagging::External
                            && table.variants.iter().all(|one| one.content == Content::Unit)
                    }
                }),
                _ => true,
            };
            let key = if is_key { key.clone() } else { Box::new(Ty::Text(Format::Plain)) };
            Ty::Map(key, inside(value))
        }
        Ty::Foreign(inner) => Ty::Foreign(inside(inner)),
        ty => ty.clone(),
    }
}
