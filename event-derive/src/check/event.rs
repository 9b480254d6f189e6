//! `#[derive(Event)]`: the rules of an event.

use darling::ast::NestedMeta;
use proc_macro2::Span;
use syn::{Data, DeriveInput, Ident, LitStr};

use super::field::{Around, fields};
use super::item::{Shared, item};
use super::key::{key, key_example};
use super::places::ON_EVENT;
use super::step::{oldest, step};
use super::{item::flag, serde};
use crate::errors::Errors;
use crate::input::{EventInput, SerdeItemInput, listed, members, wrong_lists};
use crate::list::broken;
use crate::message;
use crate::model::{Contracts, Event};
use crate::names::{is_event_type, mended_event_type, plain};
use crate::rule::Rules;
use crate::value::{Number, once};

/// The event that a struct means, or everything that is wrong with it.
pub(crate) fn event(input: &DeriveInput) -> Result<Event, Errors> {
    let mut errors = Errors::new();
    let event = check(input, &mut errors);
    errors.or(event)
}

fn check(input: &DeriveInput, errors: &mut Errors) -> Option<Event> {
    let name = plain(&input.ident);
    let named = named_fields(input, errors)?;
    let fields_of: Vec<_> = named.named.iter().collect();
    let written: EventInput = members(items(input, &fields_of, errors), ON_EVENT, errors);
    let serde: SerdeItemInput = serde::read(&input.attrs, "an event", errors);
    for tagging in serde.tag.iter().chain(&serde.content).chain(&serde.rename_all_fields) {
        errors.push(tagging.name_span(), message::tagging_on_struct(&tagging.name()));
    }
    let shared = Shared {
        list: "event",
        debug: &written.debug,
        serde: &written.serde,
        closed: &written.deny_unknown_fields,
        deprecated: &written.deprecated,
        krate: &written.krate,
    };
    let written_version = version(&written, &name, input.ident.span(), errors);
    let version = written_version.as_ref().map(|version| version.value);
    let mut item = item(input, &shared, version.unwrap_or(1), errors);
    item.closed |= flag(&serde.deny_unknown_fields, errors);
    let oldest = oldest(&written, version, errors);
    let step = step(&input.ident, &written, oldest, errors);
    let event_type = event_type(&written, &name, input.ident.span(), errors);
    let aliases = aliases(&written, event_type.as_ref(), errors);
    let key = key(&input.ident, &fields_of, &written, errors);
    let rename_all = serde::rename_all(&serde.rename_all, errors);
    let around = Around { oldest, version, rename_all };
    let mut fields = fields(named, &written.removed, around, errors);
    let validate = validate(&written, errors);
    if validate.is_none() {
        // Nobody checks them here.
        fields.fields.iter_mut().for_each(|field| field.rules = Rules::default());
    }
    let source = text(&written.source, "source = \"shop/billing\"", errors);
    let topic = text(&written.topic, "topic = \"orders\"", errors);
    let tolerates_newer = tolerates_newer(&written, errors);
    let contracts = contracts(&written, errors);
    Some(Event {
        item,
        event_type: event_type?,
        aliases,
        oldest,
        step,
        key,
        source,
        topic,
        tolerates_newer,
        validate,
        contracts,
        version_span: written_version?.span,
        fields,
    })
}

/// What `#[event(...)]` says. If it says nothing at all, that is one error and not three.
fn items(input: &DeriveInput, fields: &[&syn::Field], errors: &mut Errors) -> Vec<NestedMeta> {
    let lists = [("schema", "a nested type with `#[derive(Schema)]`"), ("field", "a field")];
    let mut items = wrong_lists::<EventInput>(&input.attrs, &lists, "event", "an event", errors);
    items.extend(listed(&input.attrs, "event", errors));
    if !items.is_empty() {
        return items;
    }
    if !input.attrs.iter().any(|attr| attr.path().is_ident("event")) {
        let name = plain(&input.ident);
        let key = match key_example(fields) {
            Some(field) => format!("key = \"{field}\""),
            None => "keyless".to_owned(),
        };
        let message = message::event_attribute_missing(&name, &event_type_of(&name), &key);
        errors.push(input.ident.span(), message);
    }
    ["type", "version", "key"]
        .map(|name| broken(Ident::new(name, input.ident.span()).into()))
        .into()
}

/// An event is a struct with named fields.
fn named_fields<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Option<&'a syn::FieldsNamed> {
    let name = plain(&input.ident);
    let message = match &input.data {
        Data::Struct(data) => match &data.fields {
            syn::Fields::Named(named) => return Some(named),
            syn::Fields::Unnamed(_) => message::item_is_tuple(&name),
            syn::Fields::Unit => message::item_is_unit(&name),
        },
        Data::Enum(_) => message::event_is_enum(&name),
        Data::Union(_) => message::item_is_union(&name),
    };
    errors.push(input.ident.span(), message);
    None
}

fn version(input: &EventInput, name: &str, item: Span, errors: &mut Errors) -> Option<Number> {
    match once(&input.version, errors) {
        Some(written) => written.version(errors),
        None => {
            errors.push(item, message::version_missing(name));
            None
        }
    }
}

fn event_type(input: &EventInput, name: &str, item: Span, errors: &mut Errors) -> Option<LitStr> {
    let Some(written) = once(&input.event_type, errors) else {
        errors.push(item, message::type_missing(name, &event_type_of(name)));
        return None;
    };
    well_formed(written.text("type = \"order.paid\"", errors)?, errors)
}

/// `OrderPaid` is `order.paid`.
fn event_type_of(name: &str) -> String {
    match mended_event_type(name) {
        mended if mended.is_empty() => "order.paid".to_owned(),
        mended => mended,
    }
}

fn well_formed(text: LitStr, errors: &mut Errors) -> Option<LitStr> {
    let value = text.value();
    if value.is_empty() {
        errors.push(text.span(), message::type_empty());
        return None;
    }
    if !is_event_type(&value) {
        let message = message::type_malformed(&value, &mended_event_type(&value));
        errors.push(text.span(), message);
        return None;
    }
    Some(text)
}

/// Former event types, each once and none of them today's.
fn aliases(input: &EventInput, event_type: Option<&LitStr>, errors: &mut Errors) -> Vec<LitStr> {
    let mut aliases: Vec<LitStr> = Vec::new();
    for written in &input.alias {
        let alias = written.text("alias = \"order.payed\"", errors);
        let Some(alias) = alias.and_then(|alias| well_formed(alias, errors)) else { continue };
        if aliases.iter().chain(event_type).any(|known| known.value() == alias.value()) {
            errors.push(alias.span(), message::alias_repeated(&alias.value()));
        } else {
            aliases.push(alias);
        }
    }
    aliases
}

fn text(written: &[crate::value::Written], example: &str, errors: &mut Errors) -> Option<LitStr> {
    once(written, errors)?.text(example, errors)
}

/// `validate`
fn validate(input: &EventInput, errors: &mut Errors) -> Option<Span> {
    let written = once(&input.validate, errors)?;
    written.flag(errors).then(|| written.name_span())
}

/// `newer = "reject"` or `"tolerate"`
fn tolerates_newer(input: &EventInput, errors: &mut Errors) -> bool {
    let Some(word) = text(&input.newer, "newer = \"tolerate\"", errors) else { return false };
    match word.value().as_str() {
        "tolerate" => true,
        "reject" => false,
        other => {
            errors.push(word.span(), message::newer_unknown(other));
            false
        }
    }
}

/// `contracts = "path"` or `"none"`
fn contracts(input: &EventInput, errors: &mut Errors) -> Contracts {
    match text(&input.contracts, "contracts = \"contracts\"", errors) {
        None => Contracts::In(event_contract::DIRECTORY.to_owned()),
        Some(path) if path.value() == "none" => Contracts::Nowhere,
        Some(path) => Contracts::In(path.value()),
    }
}
