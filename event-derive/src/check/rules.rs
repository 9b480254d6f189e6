//! `#[garde(...)]` on a field becomes rules of the table. The attribute is garde's own: what it cannot
//! read, its derive reports, and nothing is said here.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, ExprUnary, Ident, Lit, LitStr, Meta, Token, UnOp};

use super::pattern::{is_ecma, literal};
use crate::rule::{Rules, ValueRule};

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

/// The two ends of `length` and `range`; a bound that is no literal is known to nobody here.
struct Bounds<T> {
    min: Option<T>,
    max: Option<T>,
    /// Whether there is a bound that is no literal.
    has_unknown: bool,
}

fn bounds<T: Clone>(arguments: &[Meta], read: impl Fn(&Expr) -> Option<T>) -> Bounds<T> {
    let mut bounds = Bounds { min: None, max: None, has_unknown: false };
    for argument in arguments {
        let Meta::NameValue(pair) = argument else { continue };
        let value = read(&pair.value);
        bounds.has_unknown |= value.is_none();
        if pair.path.is_ident("min") || pair.path.is_ident("equal") {
            bounds.min.clone_from(&value);
        }
        if pair.path.is_ident("max") || pair.path.is_ident("equal") {
            bounds.max = value;
        }
    }
    bounds
}

fn arguments_of(arguments: TokenStream) -> Option<Vec<Meta>> {
    let read = Punctuated::<Meta, Token![,]>::parse_terminated;
    read.parse2(arguments).ok().map(|arguments| arguments.into_iter().collect())
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
    let Bounds { min, max, has_unknown } = bounds(&arguments, whole);
    let unknown = has_unknown.then(|| ValueRule::Other("length".to_owned()));
    let characters = [min.map(ValueRule::MinLength), max.map(ValueRule::MaxLength)];
    let text = if counts("chars") {
        characters.clone().into_iter().flatten().collect()
    } else if counts("graphemes") {
        let least = min.map(ValueRule::MinLength);
        least.into_iter().chain(inexact("graphemes", min, max)).collect()
    } else if counts("utf16") {
        let least = min.map(|min| ValueRule::MinLength(min.div_ceil(2)));
        let most = max.map(ValueRule::MaxLength);
        least.into_iter().chain(most).chain(inexact("UTF-16 units", min, max)).collect()
    } else {
        let least = min.map(|min| match min {
            0 | 1 => ValueRule::MinLength(min),
            _ => ValueRule::MinBytes(min),
        });
        least.into_iter().chain(max.map(ValueRule::MaxBytes)).collect::<Vec<_>>()
    };
    Rules::named("length")
        .text(text.into_iter().chain(unknown.clone()).collect())
        .list(characters.into_iter().flatten().chain(unknown).collect())
}

/// `length in graphemes, min 2, max 5`: the bounds are in the name, or nobody would see them change.
fn inexact(what: &str, min: Option<u64>, max: Option<u64>) -> Option<ValueRule> {
    if max.is_none() && min.is_none_or(|min| min <= 1) {
        return None;
    }
    let min = min.map(|min| format!(", min {min}")).unwrap_or_default();
    let max = max.map(|max| format!(", max {max}")).unwrap_or_default();
    Some(ValueRule::Other(format!("length in {what}{min}{max}")))
}

/// `range(min = 1, max = 10)`
fn range(arguments: TokenStream) -> Rules {
    let Some(arguments) = arguments_of(arguments) else { return Rules::named("range") };
    let Bounds { min, max, has_unknown } = bounds(&arguments, number);
    let number = [min.map(ValueRule::Min), max.map(ValueRule::Max)];
    let unknown = has_unknown.then(|| ValueRule::Other("range".to_owned()));
    Rules::named("range").number(number.into_iter().flatten().chain(unknown).collect())
}

fn whole(value: &Expr) -> Option<u64> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().ok(),
        Expr::Group(group) => whole(&group.expr),
        Expr::Paren(inside) => whole(&inside.expr),
        _ => None,
    }
}

/// A number as it is written in JSON.
fn number(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => Some(number.base10_digits().to_owned()),
        Expr::Lit(ExprLit { lit: Lit::Float(number), .. }) => {
            let digits = number.base10_digits();
            Some(if digits.ends_with('.') { format!("{digits}0") } else { digits.to_owned() })
        }
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => number(expr)
            .filter(|digits| !digits.starts_with('-'))
            .map(|digits| format!("-{digits}")),
        Expr::Group(group) => number(&group.expr),
        Expr::Paren(inside) => number(&inside.expr),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;
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
            [MinBytes(5), MaxBytes(64)]
        );
        assert_eq!(text(parse_quote!(#[garde(length(min = 1))])), [MinLength(1)]);
        assert_eq!(
            text(parse_quote!(#[garde(length(chars, min = 5, max = 6_4))])),
            [MinLength(5), MaxLength(64)]
        );
        assert_eq!(
            text(parse_quote!(#[garde(length(utf16, equal = 5))])),
            [MinLength(3), MaxLength(5), other("length in UTF-16 units, min 5, max 5")]
        );
        assert_eq!(
            text(parse_quote!(#[garde(length(graphemes, min = 2, max = 5))])),
            [MinLength(2), other("length in graphemes, min 2, max 5")]
        );
        assert_eq!(text(parse_quote!(#[garde(length(max = MOST))])), [other("length")]);
    }

    #[test]
    fn lists_are_counted_exactly_and_numbers_written_as_json() {
        let list = of(parse_quote!(#[garde(length(min = 2, max = MOST))])).list;
        assert_eq!(list, [MinLength(2), other("length")]);
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
