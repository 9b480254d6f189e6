//! What events and nested types have in common.

use darling::ast::NestedMeta;
use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Expr, ExprLit, Lit, Meta, Path, Token, parse_quote};

use super::places::inside;
use crate::errors::Errors;
use crate::facade::facade;
use crate::input::{DeprecatedInput, members};
use crate::message;
use crate::model::{Deprecation, Item};
use crate::names::plain;
use crate::value::{Written, once};

/// The attributes that events and nested types share.
pub(super) struct Shared<'a> {
    pub(super) list: &'static str,
    pub(super) debug: &'a [Written],
    pub(super) serde: &'a [Written],
    pub(super) closed: &'a [Written],
    pub(super) deprecated: &'a [Written],
    pub(super) krate: &'a [Written],
}

pub(super) fn item(
    input: &DeriveInput,
    shared: &Shared<'_>,
    version: u32,
    errors: &mut Errors,
) -> Item {
    if !input.generics.params.is_empty() {
        let name = plain(&input.ident);
        errors.push_on(&input.generics, message::item_has_parameters(&name));
    }
    Item {
        ident: input.ident.clone(),
        krate: krate(shared.krate, errors),
        docs: docs(&input.attrs),
        version,
        list: shared.list,
        debug: flag(shared.debug, errors),
        serde: flag(shared.serde, errors),
        closed: flag(shared.closed, errors),
        deprecated: deprecated(shared.deprecated, &input.attrs, errors),
    }
}

pub(super) fn flag(written: &[Written], errors: &mut Errors) -> bool {
    once(written, errors).is_some_and(|written| written.flag(errors))
}

/// `crate = "path"`
pub(super) fn krate(written: &[Written], errors: &mut Errors) -> Path {
    const EXAMPLE: &str = "crate = \"event_core\"";
    let path = once(written, errors)
        .and_then(|written| written.path_of("the path of a crate", EXAMPLE, errors));
    path.map_or_else(default_crate, absolute)
}

pub(crate) fn default_crate() -> Path {
    let path = syn::parse_str(&format!("::{}", facade()));
    path.unwrap_or_else(|_| parse_quote!(::versioned_events))
}

/// The path in `crate = "path"`, for the impls beside errors.
pub(crate) fn path_of_crate(value: &Expr) -> Option<Path> {
    let path = match value {
        Expr::Path(path) => Some(path.path.clone()),
        value => syn::parse_str(&literal_text(value)?).ok(),
    };
    path.map(absolute)
}

/// Absolute unless it starts with `crate`, `self` or `super`.
fn absolute(mut path: Path) -> Path {
    let relative = path
        .segments
        .first()
        .is_some_and(|first| ["crate", "self", "super"].iter().any(|word| first.ident == word));
    if !relative {
        path.leading_colon.get_or_insert_with(Default::default);
    }
    path
}

/// The doc comment: its lines without the space in front of each.
pub(super) fn docs(attrs: &[Attribute]) -> String {
    let lines: Vec<_> = attrs
        .iter()
        .filter(|attr| attr.path().is_ident("doc"))
        .filter_map(|attr| match &attr.meta {
            Meta::NameValue(pair) => literal_text(&pair.value),
            _ => None,
        })
        .map(|line| line.strip_prefix(' ').unwrap_or(&line).trim_end().to_owned())
        .collect();
    lines.join("\n").trim().to_owned()
}

fn literal_text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// `deprecated`, `deprecated = "note"`, `deprecated(note, since, sunset)`, or Rust's own attribute.
pub(super) fn deprecated(
    written: &[Written],
    attrs: &[Attribute],
    errors: &mut Errors,
) -> Option<Deprecation> {
    const EXAMPLE: &str = "deprecated = \"say why\"";
    let Some(written) = once(written, errors) else { return deprecated_in_rust(attrs) };
    let mut deprecation = Deprecation { note: String::new(), since: 0, sunset: String::new() };
    if written.is_bare() {
        return Some(deprecation);
    }
    if !written.is_list() {
        deprecation.note = written.text(EXAMPLE, errors)?.value();
        return Some(deprecation);
    }
    let items = written.list(EXAMPLE, errors)?;
    let input: DeprecatedInput = members(items, inside("`deprecated`"), errors);
    if let Some(note) = once(&input.note, errors).and_then(|note| note.text(EXAMPLE, errors)) {
        deprecation.note = note.value();
    }
    if let Some(since) = once(&input.since, errors).and_then(|since| since.version(errors)) {
        deprecation.since = since.value;
    }
    let sunset = "sunset = \"2027-01-31\"";
    if let Some(date) = once(&input.sunset, errors).and_then(|date| date.text(sunset, errors)) {
        if !is_date(&date.value()) {
            let message = message::value_is_not("sunset", "a date", sunset);
            errors.push(date.span(), message);
        }
        deprecation.sunset = date.value();
    }
    Some(deprecation)
}

/// `2027-01-31`, a day that there is.
fn is_date(text: &str) -> bool {
    let number = |part: Option<&str>, length: usize| {
        part.filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or_default()
    };
    let mut parts = text.split('-');
    let (year, month) = (number(parts.next(), 4), number(parts.next(), 2));
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    year > 0 && (1..=last).contains(&number(parts.next(), 2)) && parts.next().is_none()
}

/// `#[deprecated]`, which also makes rustc warn whoever touches the field.
fn deprecated_in_rust(attrs: &[Attribute]) -> Option<Deprecation> {
    let attr = attrs.iter().find(|attr| attr.path().is_ident("deprecated"))?;
    let note = match &attr.meta {
        Meta::Path(_) => None,
        Meta::NameValue(pair) => literal_text(&pair.value),
        Meta::List(list) => list
            .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .ok()
            .and_then(|items| {
                items.iter().find_map(|item| match item {
                    Meta::NameValue(pair) if pair.path.is_ident("note") => {
                        literal_text(&pair.value)
                    }
                    _ => None,
                })
            }),
    };
    Some(Deprecation { note: note.unwrap_or_default(), since: 0, sunset: String::new() })
}

/// The types in `name(One, Other)`, by their paths; `None` if anything else stands there.
pub(super) fn paths(items: &[NestedMeta]) -> Option<Vec<Path>> {
    items
        .iter()
        .map(|item| match item {
            NestedMeta::Meta(Meta::Path(path)) => Some(path.clone()),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn a_date_is_a_day_that_there_is() {
        let dates = ["2027-01-31", "2028-02-29", "2000-02-29", "9999-12-31", "2027-06-30"];
        assert!(dates.into_iter().all(is_date));
        let others = [
            "2027-02-29",
            "2100-02-29",
            "2027-06-31",
            "2027-13-01",
            "2027-00-10",
            "2027-01-00",
            "0000-01-01",
            "2027-1-1",
            "2027-01-31-",
            "2027-01",
            "soon",
            "",
            "+027-01-31",
        ];
        assert!(!others.into_iter().any(is_date));
    }
}
