//! `#[derive(Schema)]`: the rules of nested structs and enums.

use std::collections::HashSet;

use syn::{Data, DataEnum, DeriveInput, LitStr};

use super::field::{Around, fields};
use super::holds::holds;
use super::item::{Shared, deprecated, docs, item};
use super::places::{ON_SCHEMA, ON_VARIANT};
use super::rules::rules;
use super::serde;
use super::versions::since;
use crate::errors::Errors;
use crate::input::{
    SchemaInput, SerdeItemInput, SerdeVariantInput, VariantInput, listed, members, refuse_lists,
    wrong_lists,
};
use crate::list::items_quietly;
use crate::message;
use crate::model::{Body, Content, Fields, Schema, Tagging, Variant};
use crate::names::{Case, plain};
use crate::rule::Rules;
use crate::value::{Written, name_of, once, text_of};

/// The nested type that a struct or an enum means, or everything that is wrong with it.
pub(crate) fn schema(input: &DeriveInput) -> Result<Schema, Errors> {
    let mut errors = Errors::new();
    let schema = check(input, &mut errors);
    errors.or(schema)
}

fn check(input: &DeriveInput, errors: &mut Errors) -> Option<Schema> {
    if is_event(input) {
        let name = plain(&input.ident);
        errors.push(input.ident.span(), message::event_has_schema(&name));
        return None;
    }
    let lists = [("event", "the struct of an event"), ("field", "a field")];
    let mut items =
        wrong_lists::<SchemaInput>(&input.attrs, &lists, "schema", "a nested type", errors);
    items.extend(listed(&input.attrs, "schema", errors));
    let mut written: SchemaInput = members(items, ON_SCHEMA, errors);
    let serde: SerdeItemInput = serde::read(&input.attrs, "a nested type", errors);
    // Both lists mean the same, so a name in both is a name written twice.
    written.rename_all.extend(serde.rename_all);
    written.rename_all_fields.extend(serde.rename_all_fields);
    written.tag.extend(serde.tag);
    written.content.extend(serde.content);
    written.deny_unknown_fields.extend(serde.deny_unknown_fields);
    let version = match once(&written.version, errors) {
        Some(version) => version.version(errors).map(|version| version.value),
        None => Some(1),
    };
    let shared = Shared {
        list: "schema",
        debug: &written.debug,
        serde: &written.serde,
        closed: &written.deny_unknown_fields,
        deprecated: &written.deprecated,
        krate: &written.krate,
    };
    let item = item(input, &shared, version.unwrap_or(1), errors);
    let body = body(input, &written, version, errors)?;
    Some(Schema { item, body })
}

/// Whether the struct also derives `Event`: a macro does not see the derive list.
pub(crate) fn is_event(input: &DeriveInput) -> bool {
    let events = input.attrs.iter().filter(|attr| attr.path().is_ident("event"));
    let items = events.flat_map(|attr| match &attr.meta {
        syn::Meta::List(meta) => items_quietly(meta.tokens.clone()),
        _ => Vec::new(),
    });
    let names: Vec<_> = items.filter_map(|item| name_of(&item).map(text_of)).collect();
    ["type", "key", "keyless"].iter().any(|name| names.iter().any(|written| written == name))
}

fn body(
    input: &DeriveInput,
    written: &SchemaInput,
    version: Option<u32>,
    errors: &mut Errors,
) -> Option<Body> {
    let name = plain(&input.ident);
    let rename_all = serde::rename_all(&written.rename_all, errors);
    match &input.data {
        Data::Struct(data) => {
            for tagging in
                written.tag.iter().chain(&written.content).chain(&written.rename_all_fields)
            {
                errors.push(tagging.name_span(), message::tagging_on_struct(&tagging.name()));
            }
            let named = match &data.fields {
                syn::Fields::Named(named) => named,
                syn::Fields::Unnamed(_) => {
                    errors.push(input.ident.span(), message::item_is_tuple(&name));
                    return None;
                }
                syn::Fields::Unit => {
                    errors.push(input.ident.span(), message::item_is_unit(&name));
                    return None;
                }
            };
            let around = Around { oldest: 1, version, rename_all };
            Some(Body::Struct(fields(named, &written.removed, around, errors)))
        }
        Data::Enum(data) => {
            if data.variants.is_empty() {
                errors.push(input.ident.span(), message::enum_is_empty(&name));
            }
            let tagging = tagging(written, errors);
            let fields_case = serde::rename_all(&written.rename_all_fields, errors);
            for removed in &written.removed {
                errors.push(removed.name_span(), message::removed_on_enum());
            }
            let around = Around { oldest: 1, version, rename_all };
            let variants = variants(data, around, fields_case, &tagging, errors);
            Some(Body::Enum { tagging, variants })
        }
        Data::Union(_) => {
            errors.push(input.ident.span(), message::item_is_union(&name));
            None
        }
    }
}

/// `tag`, or `tag` and `content`.
fn tagging(input: &SchemaInput, errors: &mut Errors) -> Tagging {
    let text = |written: &[Written], example: &str, errors: &mut Errors| -> Option<LitStr> {
        once(written, errors)?.text(example, errors)
    };
    let tag = text(&input.tag, "tag = \"kind\"", errors);
    let content = text(&input.content, "content = \"value\"", errors);
    match (tag, content) {
        (None, None) => Tagging::External,
        (Some(tag), None) => Tagging::Internal { tag },
        (Some(tag), Some(content)) => {
            if tag.value() == content.value() {
                errors.push(content.span(), message::tag_is_content());
            }
            Tagging::Adjacent { tag, content }
        }
        (None, Some(content)) => {
            if input.tag.is_empty() {
                errors.push(content.span(), message::content_without_tag());
            }
            Tagging::External
        }
    }
}

fn variants(
    data: &DataEnum,
    around: Around,
    fields_case: Option<Case>,
    tagging: &Tagging,
    errors: &mut Errors,
) -> Vec<Variant> {
    let mut variants = Vec::new();
    let mut taken = HashSet::new();
    for written in &data.variants {
        let variant = variant(written, around, fields_case, tagging, errors);
        let names = variant.aliases.iter().map(|alias| (alias.value(), alias.span()));
        let own = std::iter::once((variant.name.clone(), written.ident.span()));
        for (name, span) in own.chain(names) {
            if !taken.insert(name.clone()) {
                errors.push(span, message::variant_name_twice(&name));
            }
        }
        variants.push(variant);
    }
    variants
}

fn variant(
    written: &syn::Variant,
    around: Around,
    fields_case: Option<Case>,
    tagging: &Tagging,
    errors: &mut Errors,
) -> Variant {
    let lists =
        [("event", "the struct of an event, or a variant of a set"), ("schema", "the enum")];
    let mut items =
        wrong_lists::<VariantInput>(&written.attrs, &lists, "field", "a variant", errors);
    items.extend(listed(&written.attrs, "field", errors));
    let input: VariantInput = members(items, ON_VARIANT, errors);
    let serde: SerdeVariantInput = serde::read(&written.attrs, "a variant", errors);
    let own_name = plain(&written.ident);
    let name = match (serde::rename(&serde.rename, errors), around.rename_all) {
        (Some(name), _) => name.value(),
        (None, Some(case)) => case.variant(&own_name),
        (None, None) => own_name.clone(),
    };
    let own_case = serde::rename_all(&serde.rename_all, errors);
    let since = since(&input.since, "variant", around, errors).map_or(1, |since| since.value);
    let holds = holds(&input.holds, since, around, errors);
    if !matches!(written.fields, syn::Fields::Unnamed(_)) {
        for held in &input.holds {
            errors.push(held.name_span(), message::holds_on_variant(&own_name));
        }
    }
    if !matches!(written.fields, syn::Fields::Named(_)) {
        for removed in &input.removed {
            errors.push(removed.name_span(), message::removed_on_variant(&own_name));
        }
    }
    let content = match &written.fields {
        syn::Fields::Unit => Content::Unit,
        syn::Fields::Unnamed(unnamed) => match unnamed.unnamed.first() {
            Some(only) if unnamed.unnamed.len() == 1 => {
                let lists = ["field", "event", "schema", "serde"];
                refuse_lists(&only.attrs, &lists, errors, |list| {
                    let named = format!("give the value a name: `{own_name} {{ name: Type }}`");
                    message::attribute_without_effect(list, "a value without a name", &named)
                });
                Content::Newtype(Box::new(only.ty.clone()))
            }
            _ => {
                errors.push(written.ident.span(), message::variant_is_tuple(&own_name));
                Content::Unit
            }
        },
        syn::Fields::Named(named) => {
            let inside = Around { rename_all: own_case.or(fields_case), ..around };
            let fields = fields(named, &input.removed, inside, errors);
            tag_is_no_field(&own_name, &fields, tagging, errors);
            Content::Struct(fields)
        }
    };
    Variant {
        ident: written.ident.clone(),
        name,
        aliases: serde::aliases(&serde.alias, errors),
        content,
        since,
        holds,
        deprecated: deprecated(&input.deprecated, &written.attrs, errors),
        rules: match &written.fields {
            syn::Fields::Unnamed(unnamed) => {
                unnamed.unnamed.first().map(|value| rules(&value.attrs)).unwrap_or_default()
            }
            _ => Rules::default(),
        },
        docs: docs(&written.attrs),
    }
}

/// The tag stands beside the fields of an internally tagged enum.
fn tag_is_no_field(variant: &str, fields: &Fields, tagging: &Tagging, errors: &mut Errors) {
    let Tagging::Internal { tag } = tagging else { return };
    for field in &fields.fields {
        let named = field.periods.iter().any(|period| period.name == tag.value());
        if named || field.aliases.iter().any(|alias| alias.value() == tag.value()) {
            let message = message::tag_repeats_field(&tag.value(), variant);
            errors.push(field.member.span(), message);
        }
    }
}
