//! Which earlier versions a type can be written as: one impl each, with a bound for whatever stands in
//! the way. rustc shows the bound when somebody asks for that version.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::fields::number;
use crate::model::{Body, Content, Event, Field, Fields, Held, Item, Removed, Schema, Variant};

/// How many versions back an impl is written. Older ones are written by `to_json_as_version`.
const MOST: u32 = 64;

/// What version `at` asks for.
#[derive(Default)]
struct Bounds {
    /// Names of what is in the way, and the trait whose message says how.
    in_the_way: Vec<(Ident, &'static str)>,
    /// Types inside, and the version that they are written as.
    inside: Vec<(Type, u32)>,
}

/// ```text
/// impl __event::WritesAs<2> for OrderPaid {}
/// const _: () = {
///     struct currency {}
///     impl __event::WritesAs<1> for OrderPaid where for<'__a> currency: __event::MayBeLost {}
/// };
/// ```
pub(super) fn of_event(event: &Event) -> TokenStream {
    let Event { item, fields, oldest, .. } = event;
    let own = impls(item, *oldest, |at| of_fields(fields, at));
    let earlier = event.step.as_ref().map(|step| {
        let (ident, earlier) = (&item.ident, &step.earlier);
        let versions = first(item.version)..*oldest;
        let impls = versions.map(|at| {
            let number = number(at);
            let bound = match step.back {
                Some(_) => quote!(__event::WritesAs<#number>),
                None => quote!(__event::WayBack),
            };
            quote! {
                #[automatically_derived]
                impl __event::WritesAs<#number> for #ident where for<'__a> #earlier: #bound {}
            }
        });
        impls.collect::<TokenStream>()
    });
    quote!(#own #earlier)
}

pub(super) fn of_schema(schema: &Schema) -> TokenStream {
    let Schema { item, body } = schema;
    match body {
        Body::Struct(fields) => impls(item, 1, |at| of_fields(fields, at)),
        Body::Enum { variants, .. } => impls(item, 1, |at| of_variants(variants, at)),
    }
}

fn first(version: u32) -> u32 {
    version.saturating_sub(MOST).max(1)
}

fn impls(item: &Item, oldest: u32, bounds_of: impl Fn(u32) -> Bounds) -> TokenStream {
    let ident = &item.ident;
    let mut known: Vec<Ident> = Vec::new();
    let mut free = TokenStream::new();
    let mut blocked = TokenStream::new();
    // The macro beside writes the impl for today's version.
    for at in oldest.max(first(item.version))..item.version {
        let Bounds { in_the_way, inside } = bounds_of(at);
        let inside = inside.iter().map(|(ty, version)| {
            let version = number(*version);
            quote!(#ty: __event::WritesAs<#version>)
        });
        let bounds: Vec<_> = inside.map(|bound| quote!(for<'__a> #bound)).collect();
        let named = in_the_way.iter().map(|(name, why)| {
            let why = Ident::new(why, Span::call_site());
            quote!(for<'__a> #name: __event::#why)
        });
        let named: Vec<_> = named.collect();
        let bounds: Vec<_> = if named.is_empty() { bounds } else { named };
        let bounds = (!bounds.is_empty()).then(|| quote!(where #(#bounds),*));
        let number = number(at);
        let one = quote! {
            #[automatically_derived]
            impl __event::WritesAs<#number> for #ident #bounds {}
        };
        if in_the_way.is_empty() {
            free.extend(one);
        } else {
            blocked.extend(one);
            known.extend(in_the_way.into_iter().map(|(name, _)| name));
        }
    }
    known.sort();
    known.dedup();
    // In a block of their own, so that a field called like a type hides nothing.
    let blocked = (!blocked.is_empty()).then(|| {
        let known = known.iter().map(|name| {
            // Where the field is, for rustc to show.
            let span = name.span().resolved_at(Span::call_site());
            quote_spanned!(span=> #[allow(dead_code, non_camel_case_types)] struct #name {})
        });
        quote! {
            const _: () = {
                #(#known)*
                #blocked
            };
        }
    });
    quote!(#free #blocked)
}

fn of_fields(fields: &Fields, at: u32) -> Bounds {
    let mut bounds = Bounds::default();
    for field in &fields.fields {
        of_field(field, at, &mut bounds);
    }
    for removed in &fields.removed {
        of_removed(removed, at, &mut bounds);
    }
    bounds
}

fn of_field(field: &Field, at: u32, bounds: &mut Bounds) {
    let exists = |until: Option<u32>| until.is_none_or(|until| at <= until);
    let Some(first) = field.periods.first() else { return };
    if at < first.since {
        if !field.is_lossy {
            bounds.in_the_way.push((field.member.clone(), "MayBeLost"));
        }
        return;
    }
    let Some(period) = field.periods.iter().find(|period| exists(period.until)) else { return };
    if period.was.as_ref().is_some_and(|was| was.back.is_none()) {
        bounds.in_the_way.push((field.member.clone(), "WayBack"));
    }
    // Types that contain each other would ask each other for ever.
    let held = held_at(&field.holds, at).filter(|_| field.recursive.is_empty());
    if let Some(version) = held {
        let ty = period.was.as_ref().map_or(&field.ty, |was| &was.ty);
        bounds.inside.push((ty.clone(), version));
    }
}

fn of_removed(removed: &Removed, at: u32, bounds: &mut Bounds) {
    let Removed { name, ty, since, until, holds, is_lossy, back, .. } = removed;
    if !(*since..=*until).contains(&at) {
        return;
    }
    if !is_lossy && back.is_none() {
        let text = name.value().replace(|letter: char| !letter.is_alphanumeric(), "_");
        let ident =
            syn::parse_str(&text).unwrap_or_else(|_| quote::format_ident!("removed_{text}"));
        let mut ident: Ident = ident;
        ident.set_span(name.span());
        bounds.in_the_way.push((ident, "WayBack"));
    }
    if let (Some(_), Some(held)) = (back, holds) {
        bounds.inside.push((ty.clone(), held.version));
    }
}

fn of_variants(variants: &[Variant], at: u32) -> Bounds {
    let mut bounds = Bounds::default();
    for variant in variants {
        if at < variant.since {
            bounds.in_the_way.push((variant.ident.clone(), "KnownThen"));
            continue;
        }
        match &variant.content {
            Content::Unit => {}
            Content::Newtype(ty) => {
                if let Some(version) = held_at(&variant.holds, at) {
                    bounds.inside.push((ty.as_ref().clone(), version));
                }
            }
            Content::Struct(fields) => {
                let Bounds { in_the_way, inside } = of_fields(fields, at);
                bounds.in_the_way.extend(in_the_way);
                bounds.inside.extend(inside);
            }
        }
    }
    bounds
}

fn held_at(holds: &[Held], at: u32) -> Option<u32> {
    holds.iter().find(|held| at <= held.until).map(|held| held.version)
}
