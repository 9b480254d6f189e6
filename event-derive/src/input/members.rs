//! From items to receivers: members are sorted by name, and what has no place is reported.

use darling::ast::NestedMeta;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Meta, Path};

use super::{Known, Place};
use crate::errors::Errors;
use crate::names::nearest;
use crate::value::{name_of, text_of};
use crate::{list, message};

/// Reads all `#[list(...)]` of an item.
pub(crate) fn attributes<I: Known>(
    attrs: &[Attribute],
    list: &str,
    place: Place,
    errors: &mut Errors,
) -> I {
    members(listed(attrs, list, errors), place, errors)
}

/// The items of all `#[list(...)]`.
pub(crate) fn listed(attrs: &[Attribute], list: &str, errors: &mut Errors) -> Vec<NestedMeta> {
    let mut items = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident(list)) {
        match &attr.meta {
            Meta::List(meta) if !meta.tokens.is_empty() => {
                items.extend(list::items(meta.tokens.clone(), errors));
            }
            Meta::NameValue(_) => {
                errors.push_on(&attr.meta, message::attribute_without_parentheses(list));
            }
            meta => errors.push_on(meta, message::attribute_empty(list)),
        }
    }
    items
}

/// Sorts the members of one list by name.
pub(crate) fn members<I: Known>(items: Vec<NestedMeta>, place: Place, errors: &mut Errors) -> I {
    let written: Vec<_> = items.iter().filter_map(name_of).map(text_of).collect();
    let mut known = Vec::new();
    let mut places = 0..;
    for item in items {
        let Some(path) = name_of(&item) else {
            let place = places.next().unwrap_or_default();
            known.extend(named_by_place::<I>(&item, place, &written, errors));
            continue;
        };
        let name = text_of(path);
        if I::NAMES.contains(&name.as_str()) {
            known.push(item);
        } else if list::is_broken(&item) {
            // Reported already.
        } else if let Some((_, right)) = place.elsewhere.iter().find(|(known, _)| *known == name) {
            errors.push_on(path, message::attribute_misplaced(&name, place.what, right));
        } else {
            errors.push_on(path, message::attribute_unknown(&name, place.what, I::NAMES));
            // Taken for what was meant, so that it is not reported as missing too.
            let is_free = |meant: &&str| !written.iter().any(|name| name == meant);
            let argument = place.elsewhere.is_empty().then(|| I::NAMES.first().copied()).flatten();
            match (nearest(&name, I::NAMES).filter(is_free), argument.filter(is_free)) {
                (Some(meant), _) => known.push(list::called(item, meant)),
                (None, Some(first)) => known.push(missing(first, &item)),
                (None, None) => {}
            }
        }
    }
    // Nothing is left that darling could refuse: names are known, and `Written` takes every value.
    I::from_list(&known).unwrap_or_else(|error| {
        errors.push(error.span(), message::attribute_unreadable());
        I::default()
    })
}

/// A value without a name is taken for the attribute at its place in the list, if that is missing.
fn named_by_place<I: Known>(
    item: &NestedMeta,
    place: usize,
    written: &[String],
    errors: &mut Errors,
) -> Option<NestedMeta> {
    let value = item.to_token_stream().to_string();
    let quoted = value.trim_matches('"');
    if I::NAMES.contains(&quoted) {
        errors.push_on(item, message::attribute_without_name(&value, quoted));
        return None;
    }
    let name = I::NAMES.get(place).filter(|name| !written.iter().any(|written| written == *name));
    let meant = format!("{} = {value}", name.unwrap_or(&"name"));
    errors.push_on(item, message::attribute_without_name(&value, &meant));
    name.map(|name| missing(name, item))
}

/// Stands for an attribute that is reported in other words.
fn missing(name: &str, place: &impl Spanned) -> NestedMeta {
    list::broken(Path::from(Ident::new(name, place.span())))
}

/// Reports whole lists that have no meaning on this item.
pub(crate) fn refuse_lists(
    attrs: &[Attribute],
    lists: &[&str],
    errors: &mut Errors,
    refuse: impl Fn(&str) -> message::Message,
) {
    for attr in attrs {
        for list in lists.iter().filter(|list| attr.path().is_ident(list)) {
            errors.push(attr.path().span(), refuse(list));
        }
    }
}

/// A list under the wrong name: read like the right one if all its members belong there.
pub(crate) fn wrong_lists<I: Known>(
    attrs: &[Attribute],
    lists: &[(&str, &str)],
    right: &str,
    item: &str,
    errors: &mut Errors,
) -> Vec<NestedMeta> {
    let mut kept = Vec::new();
    for attr in attrs {
        let Some((list, home)) = lists.iter().find(|(list, _)| attr.path().is_ident(list)) else {
            continue;
        };
        let items = match &attr.meta {
            Meta::List(meta) => list::items_quietly(meta.tokens.clone()),
            _ => Vec::new(),
        };
        let belongs = |item: &NestedMeta| {
            name_of(item).is_some_and(|path| I::NAMES.contains(&text_of(path).as_str()))
        };
        let renames = !items.is_empty() && items.iter().all(belongs);
        let home = if renames {
            format!("write `#[{right}(...)]`")
        } else {
            format!("write it on {home}")
        };
        errors.push(attr.path().span(), message::attribute_wrong_list(list, item, &home));
        if renames {
            kept.extend(items);
        }
    }
    kept
}
