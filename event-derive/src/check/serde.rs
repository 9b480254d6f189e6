//! serde's attributes: a closed list is honoured, everything else refused by name.

use darling::ast::NestedMeta;
use syn::{Attribute, LitStr};

use crate::errors::Errors;
use crate::input::{Known, Place, listed, members};
use crate::message;
use crate::names::Case;
use crate::value::{Written, name_of, once, text_of};

/// Attributes of serde that would change the wire behind the schema's back: name, reason, help.
const REFUSED: &[(&str, &str, &str)] = &[
    ("flatten", "it buffers and loses positions", "write the fields out, or nest the struct"),
    ("untagged", "the first variant that fits wins", "choose a `tag`"),
    ("remote", "the schema would describe another type", "derive `Schema` for a type of your own"),
    ("from", "the schema would describe another type", "use `was(type = ..., with = ...)`"),
    ("into", "the schema would describe another type", "use `was(type = ..., with = ...)`"),
    ("try_from", "the schema would describe another type", "use `was(..., try_with = ...)`"),
    ("transparent", "a schema has named fields", "implement `Schema` for the wrapper by hand"),
    ("getter", "it belongs to `remote`", "take it out"),
    ("bound", "events have no parameters", "take it out"),
    ("borrow", "events own what they hold", "use `String` or `Cow<'static, str>`"),
    ("crate", "serde's derives are not used", "take it out, or write `#[event(crate = \"...\")]`"),
    ("expecting", "errors never come from serde", "take it out"),
    ("skip", "what never travels is no part of a schema", "keep it outside the type"),
    ("skip_serializing", "what is not written cannot be read", "keep it outside the type"),
    ("skip_deserializing", "what is written must be read", "keep it outside the type"),
    (
        "serialize_with",
        "the schema could not follow",
        "write `#[serde(with = \"...\")]` and `#[field(schema = \"...\")]`",
    ),
    (
        "deserialize_with",
        "the schema could not follow",
        "write `#[serde(with = \"...\")]` and `#[field(schema = \"...\")]`",
    ),
    ("other", "it would lose the variant's name", "add the variant, or publish a new version"),
];

/// Reads `#[serde(...)]`, refusing what is not honoured.
pub(super) fn read<I: Known>(attrs: &[Attribute], what: &'static str, errors: &mut Errors) -> I {
    let mut items = listed(attrs, "serde", errors);
    items.retain(|item| !refuse(item, errors));
    members(items, Place { what, elsewhere: ELSEWHERE }, errors)
}

const ELSEWHERE: &[(&str, &str)] = &[
    ("rename_all", "the struct or the enum"),
    ("rename_all_fields", "the enum"),
    ("deny_unknown_fields", "the struct or the enum"),
    ("tag", "the enum"),
    ("content", "the enum"),
    ("default", "the fields that may be absent"),
    ("alias", "a field or a variant"),
    ("rename", "a field or a variant; the event's own name is `type`"),
    ("skip_serializing_if", "a field"),
    ("with", "a field"),
];

/// Reports an attribute that is refused; true if it is one.
fn refuse(item: &NestedMeta, errors: &mut Errors) -> bool {
    let Some(path) = name_of(item) else { return false };
    let name = text_of(path);
    let row = REFUSED.iter().find(|(known, ..)| *known == name);
    if let Some((_, reason, instead)) = row {
        errors.push_on(path, message::serde_refused(&name, reason, instead));
    }
    row.is_some()
}

/// `rename = "name"`
pub(super) fn rename(written: &[Written], errors: &mut Errors) -> Option<LitStr> {
    let written = once(written, errors)?;
    if written.is_list() {
        errors.push(written.name_span(), message::serde_direction("rename"));
        return None;
    }
    written.text("rename = \"name\"", errors)
}

/// `alias = "name"`, as often as there are names
pub(super) fn aliases(written: &[Written], errors: &mut Errors) -> Vec<LitStr> {
    written.iter().filter_map(|alias| alias.text("alias = \"name\"", errors)).collect()
}

/// `rename_all = "camelCase"`
pub(super) fn rename_all(written: &[Written], errors: &mut Errors) -> Option<Case> {
    const EXAMPLE: &str = "rename_all = \"camelCase\"";
    let written = once(written, errors)?;
    if written.is_list() {
        errors.push(written.name_span(), message::serde_direction("rename_all"));
        return None;
    }
    let rule = written.text(EXAMPLE, errors)?;
    let case = Case::from_text(&rule.value());
    if case.is_none() {
        errors.push(rule.span(), message::rename_all_unknown(&rule.value(), Case::KNOWN));
    }
    case
}
