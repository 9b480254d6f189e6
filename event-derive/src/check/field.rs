//! One field: how it is called, what stands in for it, how it is masked.

use syn::{Expr, ExprLit, Lit, LitStr, Path, Type};

use super::holds::{holds, lossy};
use super::item::{deprecated, docs, paths};
use super::places::{ON_FIELD, inside};
use super::rules::rules;
use super::serde::{aliases, read, rename};
use super::versions::{periods, since, wire_names_are_unique};
use crate::errors::Errors;
use crate::input::{FieldInput, MaskedInput, SerdeFieldInput, listed, members, wrong_lists};
use crate::message;
use crate::model::{DefaultValue, Field, Fields, Foreign, Mask, SkipIf};
use crate::names::{Case, is_tag, plain};
use crate::value::{Written, once};

/// What the fields of an item need to know of it.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// The first version that the type describes.
    pub(super) oldest: u32,
    /// Today's version; `None` if it is not known.
    pub(super) version: Option<u32>,
    pub(super) rename_all: Option<Case>,
}

/// The named fields of a struct or a variant.
pub(super) fn fields(
    named: &syn::FieldsNamed,
    removed: &[Written],
    around: Around,
    errors: &mut Errors,
) -> Fields {
    let removed = removed.iter().filter_map(|one| super::versions::removed(one, around, errors));
    let removed = removed.collect();
    let fields: Vec<_> =
        named.named.iter().filter_map(|written| field(written, around, errors)).collect();
    let fields = Fields { fields, removed };
    wire_names_are_unique(&fields, errors);
    fields
}

fn field(written: &syn::Field, around: Around, errors: &mut Errors) -> Option<Field> {
    let member = written.ident.clone()?;
    let lists = [("event", "the struct of an event"), ("schema", "a nested type")];
    let mut items = wrong_lists::<FieldInput>(&written.attrs, &lists, "field", "a field", errors);
    items.extend(listed(&written.attrs, "field", errors));
    let input: FieldInput = members(items, ON_FIELD, errors);
    let serde: SerdeFieldInput = read(&written.attrs, "a field", errors);
    let own_name = plain(&member);
    let name = match (rename(&serde.rename, errors), around.rename_all) {
        (Some(name), _) => name.value(),
        (None, Some(case)) => case.field(&own_name),
        (None, None) => own_name.clone(),
    };
    let foreign = foreign(&input, &serde, errors);
    text_default_needs_decode(&input, foreign.as_ref(), &own_name, errors);
    let since_version = since(&input.since, "field", around, errors);
    let before = stand_in(&input, errors);
    let serde_default = serde_default(&serde.default, errors);
    // With `since`, the stand-in is for the versions before it; without, for every version.
    let (before, default) = match since_version {
        Some(_) => (before, serde_default),
        None => (None, before.or(serde_default)),
    };
    let may_be_absent = default.is_some();
    let must_be_absentable = since_version.is_some() && before.is_none() && default.is_none();
    let periods = periods(&name, &input, since_version, around, errors);
    let first = since_version.map_or(around.oldest, |since| since.value);
    let holds = holds(&input.holds, first, around, errors);
    Some(Field {
        ty: written.ty.clone(),
        periods,
        holds,
        is_lossy: lossy(&input.lossy, since_version.is_some(), errors),
        before,
        must_be_absentable,
        default,
        aliases: aliases(&serde.alias, errors),
        skip_if: skip_if(&serde.skip_serializing_if, may_be_absent, errors),
        masked: masked(&input.masked, errors),
        foreign,
        recursive: recursive(&input.recursive, errors),
        tags: tags(&input.tag, errors),
        rules: rules(&written.attrs),
        deprecated: deprecated(&input.deprecated, &written.attrs, errors),
        docs: docs(&written.attrs),
        member,
    })
}

/// `tag = "pii"`, as often as there are tags
fn tags(written: &[Written], errors: &mut Errors) -> Vec<LitStr> {
    let mut tags: Vec<LitStr> = Vec::new();
    for tag in written {
        let Some(tag) = tag.text("tag = \"pii\"", errors) else { continue };
        let word = tag.value();
        if !is_tag(&word) {
            errors.push(tag.span(), message::field_tag_malformed(&word));
        } else if tags.iter().any(|known| known.value() == word) {
            errors.push(tag.span(), message::field_tag_repeated(&word));
        } else {
            tags.push(tag);
        }
    }
    tags
}

/// `default`, `default = "text"`, `default = expression` or `with = path`.
fn stand_in(input: &FieldInput, errors: &mut Errors) -> Option<DefaultValue> {
    let default = once(&input.default, errors);
    let with = once(&input.with, errors);
    match (default, with) {
        (Some(_), Some(with)) => {
            errors.push(with.name_span(), message::default_and_with());
            None
        }
        (Some(default), None) => default_value(default, errors),
        (None, Some(with)) => with.path("with = path", errors).map(DefaultValue::Function),
        (None, None) => None,
    }
}

fn default_value(written: &Written, errors: &mut Errors) -> Option<DefaultValue> {
    if written.is_bare() {
        return Some(DefaultValue::Trait(written.name_span()));
    }
    Some(match written.any_expression("default = \"EUR\"", errors)? {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => DefaultValue::Text(text),
        expression => DefaultValue::Expression(Box::new(expression)),
    })
}

/// Text is read by a type's own decoding, and a foreign type has none.
fn text_default_needs_decode(
    input: &FieldInput,
    foreign: Option<&Foreign>,
    name: &str,
    errors: &mut Errors,
) {
    let Some(default) = input.default.first().filter(|_| foreign.is_some()) else { return };
    if default.is_text() {
        errors.push_on(default.tokens(), message::default_needs_expression(name));
    }
}

/// `#[serde(default)]` or `#[serde(default = "path")]`
fn serde_default(written: &[Written], errors: &mut Errors) -> Option<DefaultValue> {
    let written = once(written, errors)?;
    if written.is_bare() {
        return Some(DefaultValue::Trait(written.name_span()));
    }
    written.path("default = \"path\"", errors).map(DefaultValue::Function)
}

fn skip_if(written: &[Written], may_be_absent: bool, errors: &mut Errors) -> Option<SkipIf> {
    let predicate = once(written, errors)?.path("skip_serializing_if = \"path\"", errors)?;
    Some(SkipIf { predicate, must_be_absentable: !may_be_absent })
}

/// `masked`, `masked(last = 4)` or `masked(with = path)`
pub(super) fn masked(written: &[Written], errors: &mut Errors) -> Option<Mask> {
    const EXAMPLE: &str = "masked(last = 4)";
    let written = once(written, errors)?;
    if written.is_bare() {
        return Some(Mask::Whole);
    }
    let items = written.list(EXAMPLE, errors)?;
    let input: MaskedInput = members(items, inside("`masked`"), errors);
    let (last, with) = (once(&input.last, errors), once(&input.with, errors));
    match (last, with) {
        (Some(last), None) => {
            let count = last.count("last = 4", errors)?;
            if count.value == 0 {
                errors.push(count.span, message::masked_last_zero());
            }
            Some(Mask::Last(count.value))
        }
        (None, Some(with)) => with.path("with = path", errors).map(Mask::With),
        (Some(_), Some(with)) => {
            errors.push(with.name_span(), message::only_one_of("last", "with"));
            None
        }
        (None, None) => {
            let message = message::argument_missing("masked", "last` or `with", EXAMPLE);
            errors.push(written.name_span(), message);
            None
        }
    }
}

/// `schema = "String"`, with or without `#[serde(with = "module")]`.
fn foreign(input: &FieldInput, serde: &SerdeFieldInput, errors: &mut Errors) -> Option<Foreign> {
    let with = once(&serde.with, errors);
    let Some(schema) = once(&input.schema, errors) else {
        if let Some(with) = with {
            let reason = "the schema could not follow";
            let instead = "say what the field looks like: `#[field(schema = \"String\")]`";
            errors.push(with.name_span(), message::serde_refused("with", reason, instead));
        }
        return None;
    };
    let refused = [&input.was, &input.holds, &input.masked, &input.recursive];
    for attribute in refused.into_iter().flatten() {
        let message = message::foreign_with_history(&attribute.name());
        errors.push(attribute.name_span(), message);
    }
    let with = with.and_then(|with| with.path("with = \"module\"", errors));
    let schema: Type = schema.rust_type("schema = \"String\"", errors)?;
    Some(Foreign { schema, with })
}

/// `recursive(Other)`
fn recursive(written: &[Written], errors: &mut Errors) -> Vec<Path> {
    const EXAMPLE: &str = "recursive(Other)";
    let Some(written) = once(written, errors) else { return Vec::new() };
    let Some(items) = written.list(EXAMPLE, errors) else { return Vec::new() };
    paths(&items).filter(|paths| !paths.is_empty()).unwrap_or_else(|| {
        errors.push_on(
            written.tokens(),
            message::value_is_not("recursive", "the names of types", EXAMPLE),
        );
        Vec::new()
    })
}
