//! The writer of named fields: today's version, and every earlier one that they can be written as.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{Ident, Type};

use super::fields::{call_back, default_value, holds, number};
use super::foreign;
use super::read::asks_for;
use super::sinks::mask_rule;
use crate::model::{Field, Fields, Item, Mask, Period, Removed, Was};
use crate::names::plain;

/// ```text
/// fn write_fields(&self, __to: &mut impl __event::Writing) -> __event::Done {
///     <Uuid as __event::Schema>::write(&self.order_id, __to, "order_id")?;
///     __event::Ok(())
/// }
/// ```
pub(super) fn fields(item: &Item, fields: &Fields) -> TokenStream {
    let values = fields.fields.iter().map(|field| {
        let member = &field.member;
        quote!(&self.#member)
    });
    let body = body(fields, values, &item.ident, &quote!(self));
    quote! {
        fn write_fields(&self, __to: &mut impl __event::Writing) -> __event::Done {
            #body
        }
    }
}

/// The same for a struct variant, whose fields are bound to names first.
pub(super) fn variant_fields(item: &Ident, variant: &Ident, fields: &Fields) -> TokenStream {
    let members: Vec<_> = fields.fields.iter().map(|field| &field.member).collect();
    let bound: Vec<_> =
        members.iter().map(|member| format_ident!("__field_{}", plain(member))).collect();
    let values = bound.iter().map(|bound| quote!(#bound));
    let body = body(fields, values, item, &quote!(self.0));
    quote! {
        fn write_fields(&self, __to: &mut impl __event::Writing) -> __event::Done {
            #[allow(irrefutable_let_patterns)]
            let #item::#variant { #(#members: #bound),* } = self.0 else {
                return __event::Ok(());
            };
            #body
        }
    }
}

fn body(
    fields: &Fields,
    values: impl Iterator<Item = TokenStream>,
    own: &Ident,
    whole: &TokenStream,
) -> TokenStream {
    let mut writes: Vec<_> =
        fields.fields.iter().zip(values).map(|(field, value)| write(field, &value, own)).collect();
    let removed = fields.removed.iter().filter_map(|one| write_removed(one, own, whole));
    writes.extend(removed.map(Write::Statement));
    let last = match writes.pop() {
        Some(Write::Expression(last)) => last,
        Some(Write::Statement(last)) => quote!(#last __event::Ok(())),
        None => quote!(__event::Ok(())),
    };
    let writes = quote!(#(#writes)* #last);
    let view = asks_for(&writes, "__view").then(|| quote!(let __view = __to.view();));
    quote!(#view #writes)
}

/// The write of a field: an expression where nothing depends on the version.
enum Write {
    Expression(TokenStream),
    Statement(TokenStream),
}

impl ToTokens for Write {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Expression(expression) => tokens.extend(quote!(#expression?;)),
            Self::Statement(statement) => statement.to_tokens(tokens),
        }
    }
}

/// The write of one field; `value` is a reference to it.
///
/// ```text
/// if __view.until(1) {
///     <Decimal as __event::Schema>::write(&self.amount, __to, "total")?;
/// } else {
///     <Decimal as __event::Schema>::write(&self.amount, __to, "amount")?;
/// }
/// ```
fn write(field: &Field, value: &TokenStream, own: &Ident) -> Write {
    if let ([period @ Period { since: 0 | 1, was: None, .. }], None) =
        (field.periods.as_slice(), &field.skip_if)
    {
        return Write::Expression(write_today(field, period, value, own));
    }
    let mut branches = Vec::new();
    if let Some(first) = field.periods.first().filter(|first| first.since > 1) {
        branches.push((Some(first.since - 1), drop_value(field, value)));
    }
    for period in &field.periods {
        let write = match &period.was {
            Some(was) => write_as_it_was(field, was, period, value, own),
            None => {
                let write = write_today(field, period, value, own);
                unless_skipped(field, value, quote!(#write?;))
            }
        };
        branches.push((period.until, write));
    }
    let mut chain = branches.pop().map(|(_, write)| write).unwrap_or_default();
    for (until, write) in branches.into_iter().rev() {
        let until = until.map(number);
        chain = match write.is_empty() {
            true => quote!(if !__view.until(#until) { #chain }),
            false => quote!(if __view.until(#until) { #write } else { #chain }),
        };
    }
    Write::Statement(chain)
}

fn unless_skipped(field: &Field, value: &TokenStream, write: TokenStream) -> TokenStream {
    match &field.skip_if {
        Some(skip) => {
            let predicate = &skip.predicate;
            quote!(if !#predicate(#value) { #write })
        }
        None => write,
    }
}

/// What happens to a field in a version that does not have it: nothing, if it may be dropped.
fn drop_value(field: &Field, value: &TokenStream) -> TokenStream {
    if field.is_lossy {
        return TokenStream::new();
    }
    let (ty, name) = (&field.ty, today(field));
    let stand_in = field.before.as_ref().or(field.default.as_ref());
    match (&field.foreign, stand_in) {
        (Some(foreign), stand_in) => foreign::drop(foreign, stand_in.is_none(), name, value),
        (None, Some(stand_in)) => {
            let stand_in = default_value(ty, stand_in);
            quote!(<#ty as __event::Schema>::drop_default(#value, &#stand_in, #name, __to)?;)
        }
        (None, None) => quote!(<#ty as __event::Schema>::drop_absent(#value, #name, __to)?;),
    }
}

fn today(field: &Field) -> &str {
    field.periods.last().map(|period| period.name.as_str()).unwrap_or_default()
}

fn write_today(field: &Field, period: &Period, value: &TokenStream, own: &Ident) -> TokenStream {
    let (ty, name) = (&field.ty, &period.name);
    let view = holds(&field.holds, ty, own).map(|holds| quote!(__view.held(#holds)));
    match &field.foreign {
        Some(foreign) => foreign::write(ty, foreign, name, value),
        None => write_perhaps_masked(ty, value, name, view, field.masked.as_ref()),
    }
}

fn write_perhaps_masked(
    ty: &Type,
    value: &TokenStream,
    name: &str,
    view: Option<TokenStream>,
    mask: Option<&Mask>,
) -> TokenStream {
    let Some(mask) = mask else { return write_value(ty, value, name, view) };
    let rule = mask_rule(ty, mask);
    match view {
        None => quote!(<#ty as __event::Schema>::write_masked(#value, __to, #name, #rule)),
        Some(view) => {
            quote!(<#ty as __event::Schema>::write_masked_in(#value, __to, #name, #view, #rule))
        }
    }
}

fn write_value(
    ty: &Type,
    value: &TokenStream,
    name: &str,
    view: Option<TokenStream>,
) -> TokenStream {
    match view {
        None => quote!(<#ty as __event::Schema>::write(#value, __to, #name)),
        Some(view) => quote!(<#ty as __event::Schema>::write_in(#value, __to, #name, #view)),
    }
}

/// The field in its earlier type: what is masked is masked first.
fn write_as_it_was(
    field: &Field,
    was: &Was,
    period: &Period,
    value: &TokenStream,
    own: &Ident,
) -> TokenStream {
    let (ty, old) = (&field.ty, &was.ty);
    let name = today(field);
    let Some(back) = &was.back else {
        return quote!(return __event::Err(__event::no_way_back(#name, __to)););
    };
    let reference: Type = syn::parse_quote!(&#ty);
    let view = holds(&field.holds, old, own).map(|holds| quote!(__view.held(#holds)));
    let write = |value: &TokenStream| {
        let old_value = call_back(back, &reference, &quote!(#old), value);
        let write = write_value(old, &quote!(&#old_value), &period.name, view.clone());
        quote!(#write?;)
    };
    match &field.masked {
        None => write(value),
        Some(mask) => {
            let rule = mask_rule(ty, mask);
            let (masked, full) = (write(&quote!(&#rule.apply(#value))), write(value));
            quote!(if __view.is_masked() { #masked } else { #full })
        }
    }
}

/// A field that today's struct does not have: made from the whole, left out, or in the way.
fn write_removed(removed: &Removed, own: &Ident, whole: &TokenStream) -> Option<TokenStream> {
    let Removed { ty, since, until, .. } = removed;
    let name = removed.name.value();
    let write = match &removed.back {
        Some(back) => {
            let reference: Type = syn::parse_quote!(&#own);
            let value = call_back(back, &reference, &quote!(#ty), whole);
            let view = holds(removed.holds.as_slice(), ty, own);
            let view = view.map(|holds| quote!(__view.held(#holds)));
            let write =
                write_perhaps_masked(ty, &quote!(&#value), &name, view, removed.masked.as_ref());
            quote!(#write?;)
        }
        None if removed.is_lossy => return None,
        None => quote!(return __event::Err(__event::no_way_back(#name, __to));),
    };
    let (since, until) = (Some(*since).filter(|since| *since > 1).map(number), number(*until));
    Some(match since {
        None => quote!(if __view.until(#until) { #write }),
        Some(since) => quote!(if __view.since(#since) && __view.until(#until) { #write }),
    })
}
