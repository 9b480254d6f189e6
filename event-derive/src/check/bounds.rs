//! The bounds in `#[garde(length(...))]` and `#[garde(range(...))]`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, ExprPath, ExprUnary, Lit, Meta, Token, UnOp};

use crate::rule::Count;

/// The two ends of `length` and `range`. A bound that is neither a literal nor a constant is known to
/// nobody here.
pub(super) struct Bounds<T> {
    pub(super) min: Option<T>,
    pub(super) max: Option<T>,
    /// Whether there is one of those.
    pub(super) has_unknown: bool,
}

pub(super) fn bounds<T: Clone>(arguments: &[Meta], read: impl Fn(&Expr) -> Option<T>) -> Bounds<T> {
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

pub(super) fn arguments_of(arguments: TokenStream) -> Option<Vec<Meta>> {
    let read = Punctuated::<Meta, Token![,]>::parse_terminated;
    read.parse2(arguments).ok().map(|arguments| arguments.into_iter().collect())
}

/// `64` or `MOST_NAMES`
pub(super) fn count(value: &Expr) -> Option<Count> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => {
            number.base10_parse().ok().map(Count::Number)
        }
        Expr::Path(path) if is_constant(path) => Some(Count::Constant(path.to_token_stream())),
        Expr::Group(group) => count(&group.expr),
        Expr::Paren(inside) => count(&inside.expr),
        _ => None,
    }
}

/// Whether it is spelled as constants are. `Self` means nothing where the table is written.
fn is_constant(path: &ExprPath) -> bool {
    let starts_at_self = path.path.segments.first().is_none_or(|first| first.ident == "Self");
    let is_upper = |name: String| !name.chars().any(char::is_lowercase);
    path.qself.is_none()
        && !starts_at_self
        && path.path.segments.last().is_some_and(|last| is_upper(last.ident.to_string()))
}

/// A number as it is written in JSON.
pub(super) fn number(value: &Expr) -> Option<String> {
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
