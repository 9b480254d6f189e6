//! Contracts as a derive would let them be.

use std::collections::{BTreeMap, BTreeSet};

use event_contract::{
    Content, Contract, Definition, DefinitionContent, Enum, Field, Format, Struct, Tagging, Ty,
    ValueRule, Variant,
};

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
        let Variant { content, rules, .. } = variant;
        rules.retain(|rule| matches!(content, Content::Newtype(ty) if fits(rule, ty)));
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
