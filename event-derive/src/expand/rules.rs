//! Tags and value rules in the table, and the checks of an event that asks for them.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::LitStr;

use super::assert::panic;
use crate::message;
use crate::model::{Event, Field};
use crate::names::plain;
use crate::rule::{Count, Rules, ValueRule};

/// `.tags(&["pii"])`
pub(super) fn tags_call(tags: &[LitStr]) -> Option<TokenStream> {
    (!tags.is_empty()).then(|| quote!(.tags(&[#(#tags),*])))
}

/// ```text
/// .rules(__event::RulesFor {
///     text: &[__event::ValueRule::MinLength(1)], list: &[...], number: &[...], other: &[...],
/// }.shape(<String as __event::Schema>::SHAPE))
/// ```
///
/// Or the list alone, if it is the same for every type. Nothing is said of masked fields, whose
/// readers see another value; of other types than today's, only names.
pub(super) fn rules_call(
    field: &Field,
    is_todays_type: bool,
    shape: &TokenStream,
) -> Option<TokenStream> {
    match (field.masked.is_some(), is_todays_type) {
        (true, _) => None,
        (false, true) => call(&field.rules, shape),
        (false, false) => {
            let names: Vec<_> = field.rules.names().map(row).collect();
            (!names.is_empty()).then(|| quote!(.rules(&[#(#names),*])))
        }
    }
}

/// The same for the value of a variant without a name.
pub(super) fn call(rules: &Rules, shape: &TokenStream) -> Option<TokenStream> {
    let kinds = [&rules.text, &rules.list, &rules.number, &rules.other];
    if kinds.iter().all(|rules| rules.is_empty()) {
        return None;
    }
    let [text, list, number, other] = kinds.map(|rules| {
        let rows = rules.iter().map(row);
        quote!(&[#(#rows),*])
    });
    if kinds.iter().all(|kind| **kind == rules.text) {
        return Some(quote!(.rules(#text)));
    }
    Some(quote! {
        .rules(__event::RulesFor { text: #text, list: #list, number: #number, other: #other }.shape(#shape))
    })
}

fn row(rule: &ValueRule) -> TokenStream {
    let row = match rule {
        ValueRule::MinLength(count) => counted(&quote!(MinLength), count),
        ValueRule::MaxLength(count) => counted(&quote!(MaxLength), count),
        ValueRule::MinBytes(count) => counted(&quote!(MinBytes), count),
        ValueRule::MaxBytes(count) => counted(&quote!(MaxBytes), count),
        ValueRule::Min(number) => quote!(Min(#number)),
        ValueRule::Max(number) => quote!(Max(#number)),
        ValueRule::Pattern(pattern) => quote!(Pattern(#pattern)),
        ValueRule::Format(name) => quote!(Format(#name)),
        ValueRule::Inside => quote!(Inside),
        ValueRule::Other(name) => quote!(Other(#name)),
    };
    quote!(__event::ValueRule::#row)
}

fn counted(rule: &TokenStream, count: &Count) -> TokenStream {
    let count = match count {
        Count::Number(count) => proc_macro2::Literal::u64_unsuffixed(*count).into_token_stream(),
        Count::Constant(path) => quote!(const { #path as u64 }),
    };
    quote!(#rule(#count))
}

/// The two methods of `Event` that check, in place of those that do not:
/// `__event::validated!(OrderPaid, panic!("..."), panic!("..."));`
pub(super) fn checks(event: &Event) -> Option<TokenStream> {
    let ident = &event.item.ident;
    // As written by the macro, but underlined where the user asks for it.
    let span = event.validate?.resolved_at(Span::call_site());
    let none = panic(&ident, &message::validate_without_rules(&plain(ident)));
    let other = panic(&ident, &message::validate_in_context(&plain(ident)));
    Some(quote_spanned!(span=> __event::validated!(#ident, #none, #other);))
}
