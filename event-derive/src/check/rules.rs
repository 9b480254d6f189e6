//! `#[garde(...)]` on a field becomes rules of the table. The attribute is garde's own: what it cannot
//! read, its derive reports, and nothing is said here.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Meta, Token};

use super::bounds::{Bounds, arguments_of, bounds, count, number};
use super::pattern::{is_ecma, literal};
use crate::rule::{Count, Rules, ValueRule};

/// Rules without arguments of which a schema says nothing, or not enough.
const NAMED: &[&str] = &[
    "alphanumeric",
    "credit_card",
    "custom",
    "if",
    "inner",
    "ip",
    "matches",
    "phone_number",
    "required",
    "url",
];

/// What all `#[garde(...)]` of a field say.
pub(super) fn rules(attrs: &[Attribute]) -> Rules {
    let lists = attrs.iter().filter(|attr| attr.path().is_ident("garde"));
    let written: Vec<_> = lists
        .filter_map(|attr| match &attr.meta {
            Meta::List(list) => split.parse2(list.tokens.clone()).ok(),
            _ => None,
        })
        .flatten()
        .collect();
    // What the words mean is then up to the module that they are adapted by.
    let is_adapted = written.iter().any(|(name, _)| name == "adapt");
    written.into_iter().fold(Rules::default(), |rules, (name, arguments)| {
        let said = rule(&name, arguments);
        rules.and(match is_adapted {
            true => Rules {
                text: said.other.clone(),
                list: said.other.clone(),
                number: said.other.clone(),
                other: said.other,
            },
            false => said,
        })
    })
}

/// `length(min = 1), email` as names and arguments.
fn split(input: ParseStream<'_>) -> syn::Result<Vec<(String, TokenStream)>> {
    let one = |input: ParseStream<'_>| {
        let name = Ident::parse_any(input)?.to_string();
        let arguments = match input.peek(syn::token::Paren) {
            true => {
                let inside;
                syn::parenthesized!(inside in input);
                inside.parse()?
            }
            false => TokenStream::new(),
        };
        Ok((name, arguments))
    };
    let rules = Punctuated::<_, Token![,]>::parse_terminated_with(input, one)?;
    Ok(rules.into_iter().collect())
}

/// What one rule means.
fn rule(name: &str, arguments: TokenStream) -> Rules {
    match name {
        "dive" => Rules::always(&ValueRule::Inside),
        "length" => length(arguments),
        "range" => range(arguments),
        "pattern" => match text_of(arguments).filter(|pattern| is_ecma(pattern)) {
            Some(pattern) => pattern_rule("pattern", pattern),
            None => Rules::named("pattern"),
        },
        "prefix" => match text_of(arguments) {
            Some(text) => pattern_rule("prefix", format!("^{}", literal(&text))),
            None => Rules::named("prefix"),
        },
        "suffix" => match text_of(arguments) {
            Some(text) => pattern_rule("suffix", format!("{}$", literal(&text))),
            None => Rules::named("suffix"),
        },
        "contains" => match text_of(arguments) {
            Some(text) => pattern_rule("contains", literal(&text)),
            None => Rules::named("contains"),
        },
        "ascii" => pattern_rule("ascii", r"^[\x00-\x7F]*$".to_owned()),
        "email" => Rules::named("email").text(vec![ValueRule::Format("email")]),
        "ipv4" => Rules::named("ipv4").text(vec![ValueRule::Format("ipv4")]),
        "ipv6" => Rules::named("ipv6").text(vec![ValueRule::Format("ipv6")]),
        name => match NAMED.iter().find(|known| **known == name) {
            Some(known) => Rules::named(known),
            // `skip`, `rename`, `code`: nothing that a value could break.
            None => Rules::default(),
        },
    }
}

fn pattern_rule(name: &'static str, pattern: String) -> Rules {
    Rules::named(name).text(vec![ValueRule::Pattern(pattern)])
}

/// The only argument, if it is text in quotes.
fn text_of(arguments: TokenStream) -> Option<String> {
    syn::parse2::<LitStr>(arguments).ok().map(|text| text.value())
}

/// `length(min = 1, max = 64)`, counted in what stands first: `chars`, `bytes`, `graphemes`, `utf16`.
///
/// A schema counts the characters of text, and garde counts bytes unless told otherwise. One character
/// is at least one of whatever is counted.
fn length(arguments: TokenStream) -> Rules {
    let Some(arguments) = arguments_of(arguments) else { return Rules::named("length") };
    let counts = |what: &str| {
        arguments.iter().any(|argument| matches!(argument, Meta::Path(path) if path.is_ident(what)))
    };
    let Bounds { min, max, has_unknown } = bounds(&arguments, count);
    let unknown = has_unknown.then(|| ValueRule::Other("length".to_owned()));
    let characters = [min.clone().map(ValueRule::MinLength), max.clone().map(ValueRule::MaxLength)];
    let list = characters.iter().flatten().cloned().chain(unknown.clone()).collect();
    let text: Vec<_> = if counts("chars") {
        characters.into_iter().flatten().collect()
    } else if counts("graphemes") {
        // One of them can be several characters.
        let [least, _] = characters;
        least.into_iter().chain(inexact("graphemes", min.as_ref(), max.as_ref())).collect()
    } else if counts("utf16") {
        let inexact = inexact("UTF-16 units", min.as_ref(), max.as_ref());
        let least = match min {
            Some(Count::Number(min)) => Some(ValueRule::MinLength(Count::Number(min.div_ceil(2)))),
            _ => None,
        };
        let [_, most] = characters;
        least.into_iter().chain(most).chain(inexact).collect()
    } else {
        let least = min.map(|min| match min {
            Count::Number(0 | 1) => ValueRule::MinLength(min),
            min => ValueRule::MinBytes(min),
        });
        least.into_iter().chain(max.map(ValueRule::MaxBytes)).collect()
    };
    let text = text.into_iter().chain(unknown).collect();
    Rules::named("length").text(text).list(list)
}

/// `length in graphemes, min 2, max 5`: the bounds are in the name, or nobody would see them change.
fn inexact(what: &str, min: Option<&Count>, max: Option<&Count>) -> Option<ValueRule> {
    if max.is_none() && matches!(min, None | Some(Count::Number(0 | 1))) {
        return None;
    }
    let bound = |name: &str, bound: Option<&Count>| {
        bound.map(|bound| format!(", {name} {bound}")).unwrap_or_default()
    };
    Some(ValueRule::Other(format!("length in {what}{}{}", bound("min", min), bound("max", max))))
}

/// `range(min = 1, max = 10)`
fn range(arguments: TokenStream) -> Rules {
    let Some(arguments) = arguments_of(arguments) else { return Rules::named("range") };
    let Bounds { min, max, has_unknown } = bounds(&arguments, number);
    let number = [min.map(ValueRule::Min), max.map(ValueRule::Max)];
    let unknown = has_unknown.then(|| ValueRule::Other("range".to_owned()));
    Rules::named("range").number(number.into_iter().flatten().chain(unknown).collect())
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::parse_quote;

    use super::*;
    use crate::rule::Count::{Constant, Number};
    use crate::rule::ValueRule::{
        Format, Inside, Max, MaxBytes, MaxLength, Min, MinBytes, MinLength, Other, Pattern,
    };

    fn other(name: &str) -> ValueRule {
        Other(name.to_owned())
    }

    fn of(attr: Attribute) -> Rules {
        rules(&[attr])
    }

    #[test]
    fn text_is_counted_in_bytes_unless_something_else_is_said() {
        let text = |attr| of(attr).text;
        assert_eq!(
            text(parse_quote!(#[garde(length(min = 5, max = 64))])),
            [MinBytes(Number(5)), MaxBytes(Number(64))]
        );
        assert_eq!(text(parse_quote!(#[garde(length(min = 1))])), [MinLength(Number(1))]);
        assert_eq!(
            text(parse_quote!(#[garde(length(chars, min = 5, max = 6_4))])),
            [MinLength(Number(5)), MaxLength(Number(64))]
        );
        assert_eq!(
            text(parse_quote!(#[garde(length(utf16, equal = 5))])),
            [
                MinLength(Number(3)),
                MaxLength(Number(5)),
                other("length in UTF-16 units, min 5, max 5")
            ]
        );
        assert_eq!(
            text(parse_quote!(#[garde(length(graphemes, min = 2, max = 5))])),
            [MinLength(Number(2)), other("length in graphemes, min 2, max 5")]
        );
        assert_eq!(
            text(parse_quote!(#[garde(length(max = MOST))])),
            [MaxBytes(Constant(quote!(MOST)))]
        );
    }

    #[test]
    fn constants_are_asked_for_by_name_and_other_expressions_are_not() {
        let list = |attr| of(attr).list;
        let length = || vec![other("length")];
        assert_eq!(list(parse_quote!(#[garde(length(max = most()))])), length());
        assert_eq!(list(parse_quote!(#[garde(length(max = most))])), length());
        assert_eq!(list(parse_quote!(#[garde(length(max = Self::MOST))])), length());
        assert_eq!(list(parse_quote!(#[garde(length(max = 2 * MOST))])), length());
    }

    #[test]
    fn lists_are_counted_exactly_and_numbers_written_as_json() {
        let list = of(parse_quote!(#[garde(length(min = 2, max = limits::MOST))])).list;
        assert_eq!(list, [MinLength(Number(2)), MaxLength(Constant(quote!(limits::MOST)))]);
        let number = |attr| of(attr).number;
        assert_eq!(
            number(parse_quote!(#[garde(range(min = -0x10, max = 1_000u64))])),
            [Min("-16".to_owned()), Max("1000".to_owned())]
        );
        assert_eq!(
            number(parse_quote!(#[garde(range(equal = 1.))])),
            [Min("1.0".to_owned()), Max("1.0".to_owned())]
        );
        assert_eq!(number(parse_quote!(#[garde(range(max = f64::MAX))])), [other("range")]);
        assert_eq!(of(parse_quote!(#[garde(range(min = 1))])).other, [other("range")]);
    }

    #[test]
    fn what_no_schema_can_express_is_listed_by_its_name() {
        let text = |attr| of(attr).text;
        assert_eq!(
            text(parse_quote!(#[garde(ascii, email, custom(|v, _| check(v, 1)), inner(email))])),
            [
                Pattern(r"^[\x00-\x7F]*$".to_owned()),
                Format("email"),
                other("custom"),
                other("inner")
            ]
        );
        assert_eq!(
            text(parse_quote!(#[garde(prefix("a.b"), suffix(END), pattern("(?i)x"))])),
            [Pattern(r"^a\.b".to_owned()), other("suffix"), other("pattern")]
        );
        assert_eq!(text(parse_quote!(#[garde(adapt(mine), email)])), [other("email")]);
        assert_eq!(text(parse_quote!(#[garde(skip)])), []);
        assert_eq!(of(parse_quote!(#[garde(dive)])).other, [Inside]);
    }
}
