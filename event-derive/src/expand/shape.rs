//! The const tables.

use proc_macro2::TokenStream;
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Ident, Path, Type, parse_quote};

use super::fields::{default_value, holds, number};
use super::rules::{rules_call, tags_call};
use super::sinks::mask_rule;
use crate::model::{DefaultValue, Deprecation, Field, Fields, Item, Mask, Removed};
use crate::names::plain;

/// `.docs("...").closed()`, behind `Struct::new(...)` or `Enum::new(...)`.
pub(super) fn struct_calls(item: &Item) -> TokenStream {
    let docs = docs_call(&item.docs);
    let closed = item.closed.then(|| quote!(.closed()));
    quote!(#docs #closed)
}

pub(super) fn version_call(item: &Item) -> Option<TokenStream> {
    let version = number(item.version);
    (item.version > 1).then(|| quote!(.version(#version)))
}

/// `__event::Field::new("order_id", <Uuid as __event::Schema>::SHAPE)`, one for each period.
pub(super) fn table_entries(item: &Item, fields: &Fields) -> Vec<TokenStream> {
    let entries = fields.fields.iter().flat_map(|one| field(item, one));
    entries.chain(fields.removed.iter().map(|one| removed(item, one))).collect()
}

/// The table of a struct variant, whose type has the versions of the enum.
pub(super) fn variant_table(item: &Item, name: &str, fields: &TokenStream) -> TokenStream {
    let version = version_call(item);
    let closed = item.closed.then(|| quote!(.closed()));
    quote!(__event::Struct::new(#name, ::core::module_path!(), #fields) #version #closed)
}

/// One entry for each period.
fn field<'a>(item: &'a Item, field: &'a Field) -> impl Iterator<Item = TokenStream> + 'a {
    field.periods.iter().map(move |period| {
        let name = &period.name;
        let shape = match (&period.was, &field.foreign) {
            (Some(was), _) => shape_of(item, field, &was.ty),
            (None, Some(foreign)) => {
                let schema = &foreign.schema;
                quote!(&__event::Shape::Foreign(<#schema as __event::Schema>::SHAPE))
            }
            (None, None) => shape_of(item, field, &field.ty),
        };
        let member = plain(&field.member);
        let member = (member != *name).then(|| quote!(.member(#member)));
        let ty = period.was.as_ref().map_or(&field.ty, |was| &was.ty);
        let holds = holds(&field.holds, ty, &item.ident).map(|holds| quote!(.holds(#holds)));
        let since = (period.since > 1).then(|| {
            let since = number(period.since);
            quote!(.since(#since))
        });
        let until = period.until.map(number).map(|until| quote!(.until(#until)));
        let today = period.until.is_none();
        let aliases = (today && !field.aliases.is_empty()).then(|| {
            let aliases = &field.aliases;
            quote!(.aliases(&[#(#aliases),*]))
        });
        let default = field.default.as_ref().filter(|_| period.was.is_none()).map(|default| {
            let json = default_json(field, default);
            quote!(.default(|| #json))
        });
        let masked = field.masked.as_ref().map(masked_call);
        let is_todays_type = period.was.is_none() && field.foreign.is_none();
        let (tags, rules) = (tags_call(&field.tags), rules_call(field, is_todays_type, &shape));
        let deprecated = deprecated_call(field.deprecated.as_ref());
        let docs = docs_call(&field.docs);
        quote! {
            __event::Field::new(#name, #shape)
                #member #holds #since #until #aliases #default #masked #deprecated #tags #rules #docs
        }
    })
}

/// `.masked(__event::Masked::Last(4))`
fn masked_call(mask: &Mask) -> TokenStream {
    let masked = match mask {
        Mask::Whole => quote!(Whole),
        Mask::Last(last) => {
            let last = number(*last);
            quote!(Last(#last))
        }
        Mask::With(_) => quote!(Custom),
    };
    quote!(.masked(__event::Masked::#masked))
}

fn removed(item: &Item, removed: &Removed) -> TokenStream {
    let Removed { name, ty, since, until, holds: held, .. } = removed;
    let held = holds(held.as_slice(), ty, &item.ident).map(|holds| quote!(.holds(#holds)));
    let masked = removed.masked.as_ref().map(masked_call);
    let ty = with_edges(ty, &item.ident, &[]);
    let until = number(*until);
    let since = Some(*since).filter(|since| *since > 1).map(number);
    let since = since.map(|since| quote!(.since(#since)));
    quote! {
        __event::Field::new(#name, <#ty as __event::Schema>::SHAPE)
            .member("") #held #since .until(#until) #masked
    }
}

/// `<Type as __event::Schema>::SHAPE`, with edges of recursion marked.
pub(super) fn shape_of(item: &Item, field: &Field, ty: &Type) -> TokenStream {
    let ty = with_edges(ty, &item.ident, &field.recursive);
    quote!(<#ty as __event::Schema>::SHAPE)
}

/// `Vec<Tree>` inside `Tree` becomes `Vec<__event::Itself<Tree>>`.
pub(super) fn with_edges(ty: &Type, own: &Ident, recursive: &[Path]) -> Type {
    let mut ty = ty.clone();
    Edges { own, recursive }.visit_type_mut(&mut ty);
    ty
}

struct Edges<'a> {
    own: &'a Ident,
    recursive: &'a [Path],
}

impl VisitMut for Edges<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        let Type::Path(path) = &*ty else { return visit_mut::visit_type_mut(self, ty) };
        let own = path.path.is_ident(self.own) || path.path.is_ident("Self");
        if own {
            // By its name: `Self` means nothing in the checks beside the impls.
            let own = self.own;
            *ty = parse_quote!(__event::Itself<#own>);
        } else if self.recursive.contains(&path.path) {
            let edge: Type = parse_quote!(__event::Itself<#ty>);
            *ty = edge;
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }
}

/// The JSON of what stands in for an absent field.
fn default_json(field: &Field, default: &DefaultValue) -> TokenStream {
    let ty = &field.ty;
    match default {
        DefaultValue::Text(text) => {
            let json = json_text(&text.value());
            match &field.masked {
                None => quote!(__event::json_text(#json)),
                Some(mask) => {
                    let rule = mask_rule(ty, mask);
                    quote!(__event::masked_json_text::<#ty>(#json, &#rule))
                }
            }
        }
        _ if field.foreign.is_some() => quote!(__event::None),
        default => {
            let value = default_value(ty, default);
            let value = match &field.masked {
                None => quote!(&#value),
                Some(mask) => {
                    let rule = mask_rule(ty, mask);
                    quote!(&#rule.apply(&#value))
                }
            };
            quote!(__event::encode_json::<#ty>(#value))
        }
    }
}

/// Text as a JSON string.
pub(super) fn json_text(text: &str) -> String {
    let mut json = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            control if control < ' ' => json.push_str(&format!("\\u{:04x}", control as u32)),
            character => json.push(character),
        }
    }
    json.push('"');
    json
}

pub(super) fn docs_call(docs: &str) -> Option<TokenStream> {
    (!docs.is_empty()).then(|| quote!(.docs(#docs)))
}

pub(super) fn deprecated_call(deprecation: Option<&Deprecation>) -> Option<TokenStream> {
    let Deprecation { note, since, sunset } = deprecation?;
    let since = (*since > 0).then(|| quote!(.since(#since)));
    let sunset = (!sunset.is_empty()).then(|| quote!(.sunset(#sunset)));
    Some(quote!(.deprecated(__event::Deprecated::new(#note) #since #sunset)))
}
