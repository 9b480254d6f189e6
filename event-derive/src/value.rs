//! The values of attributes: what follows a name, read as text, number, flag, path or list.

use darling::FromMeta;
use darling::ast::{MetaNameValueInvalidExpr, NestedMeta};
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Lit, LitInt, LitStr, Meta, Path, Type};

use crate::errors::Errors;
use crate::{list, message};

/// Versions count by one: a larger one is something else, such as a date.
const LARGEST: u32 = 1_000_000;

/// One attribute as it is written: `name`, `name = value` or `name(...)`.
#[derive(Clone)]
pub(crate) struct Written {
    item: NestedMeta,
}

impl FromMeta for Written {
    fn from_nested_meta(item: &NestedMeta) -> darling::Result<Self> {
        Ok(Self { item: item.clone() })
    }

    fn from_invalid_expr(item: &MetaNameValueInvalidExpr) -> darling::Result<Self> {
        Ok(Self { item: NestedMeta::NameValueInvalidExpr(item.clone()) })
    }

    fn from_meta(item: &Meta) -> darling::Result<Self> {
        Ok(Self { item: NestedMeta::Meta(item.clone()) })
    }
}

/// The name of an attribute in a list; `None` for a value without a name.
pub(crate) fn name_of(item: &NestedMeta) -> Option<&Path> {
    match item {
        NestedMeta::Meta(meta) => Some(meta.path()),
        NestedMeta::NameValueInvalidExpr(meta) => Some(&meta.path),
        NestedMeta::Lit(_) => None,
    }
}

/// A path as it is written.
pub(crate) fn text_of(path: &Path) -> String {
    let segments: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    segments.join("::")
}

/// The only one, or the first of several after reporting the others.
pub(crate) fn once<'a>(written: &'a [Written], errors: &mut Errors) -> Option<&'a Written> {
    for again in written.iter().skip(1) {
        errors.push(again.name_span(), message::attribute_twice(&again.name()));
    }
    written.first()
}

impl Written {
    pub(crate) fn name(&self) -> String {
        name_of(&self.item).map(text_of).unwrap_or_default()
    }

    pub(crate) fn name_span(&self) -> Span {
        name_of(&self.item).map_or_else(Span::call_site, Spanned::span)
    }

    /// All of it.
    pub(crate) fn tokens(&self) -> TokenStream {
        self.item.to_token_stream()
    }

    /// What stands behind the name, or the name if nothing does.
    fn value_tokens(&self) -> TokenStream {
        let value = match &self.item {
            NestedMeta::Meta(Meta::NameValue(pair)) => pair.value.to_token_stream(),
            NestedMeta::NameValueInvalidExpr(pair) => pair.value.clone(),
            item => item.to_token_stream(),
        };
        if value.is_empty() { name_of(&self.item).to_token_stream() } else { value }
    }

    fn refuse(&self, kind: &str, example: &str, errors: &mut Errors) {
        let message = message::value_is_not(&self.name(), kind, example);
        self.refuse_value(message, errors);
    }

    /// One that could not be read is reported already.
    fn refuse_value(&self, message: message::Message, errors: &mut Errors) {
        if !list::is_broken(&self.item) {
            errors.push_on(self.value_tokens(), message);
        }
    }

    /// `order.paid` as it would stand in quotes, if that is what was meant.
    fn unquoted(&self) -> Option<String> {
        let is_name = |character: char| character.is_alphanumeric() || "._".contains(character);
        let text = self.expression()?.to_token_stream().to_string().replace(' ', "");
        let is_text = text.starts_with(char::is_alphabetic) && text.chars().all(is_name);
        is_text.then(|| format!("{} = \"{text}\"", self.name()))
    }

    /// `version = 2`, with the digits that are there.
    fn as_version(&self) -> String {
        let value = self.value_tokens().to_string();
        let digits: String = value
            .chars()
            .skip_while(|character| !character.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        let version = digits.parse().ok().filter(|version| (1..=LARGEST).contains(version));
        format!("{} = {}", self.name(), version.unwrap_or(2))
    }

    fn expression(&self) -> Option<&Expr> {
        match &self.item {
            NestedMeta::Meta(Meta::NameValue(pair)) => Some(ungrouped(&pair.value)),
            _ => None,
        }
    }

    fn literal(&self) -> Option<&Lit> {
        match self.expression()? {
            Expr::Lit(ExprLit { lit, .. }) => Some(lit),
            _ => None,
        }
    }

    /// `name`
    pub(crate) fn flag(&self, errors: &mut Errors) -> bool {
        if !matches!(self.item, NestedMeta::Meta(Meta::Path(_))) {
            self.refuse("no value", &self.name(), errors);
        }
        true
    }

    /// Whether it is the name alone.
    pub(crate) fn is_bare(&self) -> bool {
        matches!(self.item, NestedMeta::Meta(Meta::Path(_)))
    }

    /// Whether it is `name(...)`.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.item, NestedMeta::Meta(Meta::List(_)))
    }

    /// Whether it is `name = "text"`.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.literal(), Some(Lit::Str(_)))
    }

    /// Whether it is `name = [...]` or `name = (...)`.
    pub(crate) fn is_array(&self) -> bool {
        matches!(self.expression(), Some(Expr::Array(_) | Expr::Tuple(_)))
    }

    /// `name = "text"`
    pub(crate) fn text(&self, example: &str, errors: &mut Errors) -> Option<LitStr> {
        match self.literal() {
            Some(Lit::Str(text)) if text.value().is_empty() && self.names_something() => {
                errors.push(text.span(), message::text_empty(&self.name(), example));
                None
            }
            Some(Lit::Str(text)) => Some(text.clone()),
            _ => {
                let meant = self.unquoted();
                self.refuse("text in quotes", meant.as_deref().unwrap_or(example), errors);
                None
            }
        }
    }

    /// Whether its text is a name that nothing can have when it is empty.
    fn names_something(&self) -> bool {
        const NAMES: [&str; 7] = ["content", "contracts", "from", "name", "source", "tag", "topic"];
        NAMES.contains(&self.name().as_str())
    }

    /// `name = 2`, a version
    pub(crate) fn version(&self, errors: &mut Errors) -> Option<Number> {
        match self.literal() {
            Some(Lit::Int(number)) if is_plain(number) => {
                version_number(number, &self.name(), errors)
            }
            _ => {
                let message = message::version_not_a_number(&self.as_version());
                self.refuse_value(message, errors);
                None
            }
        }
    }

    /// `name = 4`
    pub(crate) fn count(&self, example: &str, errors: &mut Errors) -> Option<Number> {
        match self.literal() {
            Some(Lit::Int(number)) if number.base10_parse::<u32>().is_ok() => {
                let value = number.base10_parse().unwrap_or_default();
                Some(Number { value, span: number.span() })
            }
            _ => {
                self.refuse("a whole number", example, errors);
                None
            }
        }
    }

    /// `name = any::expression`
    pub(crate) fn any_expression(&self, example: &str, errors: &mut Errors) -> Option<Expr> {
        let expression = self.expression().cloned();
        if expression.is_none() {
            self.refuse("a value", example, errors);
        }
        expression
    }

    /// `name = path::to_function`, also in quotes as serde has it
    pub(crate) fn path(&self, example: &str, errors: &mut Errors) -> Option<Path> {
        self.path_of("the path of a function", example, errors)
    }

    /// `name = path::to_something`
    pub(crate) fn path_of(&self, what: &str, example: &str, errors: &mut Errors) -> Option<Path> {
        let path = match (self.expression(), self.literal()) {
            (Some(Expr::Path(path)), _) if path.qself.is_none() => Some(path.path.clone()),
            (_, Some(Lit::Str(text))) => text.parse().ok(),
            _ => None,
        };
        if path.is_none() {
            self.refuse(what, example, errors);
        }
        path
    }

    /// `name = "Type"`
    pub(crate) fn rust_type(&self, example: &str, errors: &mut Errors) -> Option<Type> {
        let text = self.text(example, errors)?;
        match text.parse() {
            Ok(parsed) => Some(parsed),
            Err(_) => {
                errors.push(text.span(), message::type_unreadable(&text.value()));
                None
            }
        }
    }

    /// `name(...)`
    pub(crate) fn list(&self, example: &str, errors: &mut Errors) -> Option<Vec<NestedMeta>> {
        match &self.item {
            NestedMeta::Meta(Meta::List(written)) => {
                Some(list::items(written.tokens.clone(), errors))
            }
            _ => {
                self.refuse("its arguments in parentheses", example, errors);
                None
            }
        }
    }
}

/// A version without a name in front: `holds(1, ...)`.
pub(crate) fn version_of(literal: &Lit, name: &str, errors: &mut Errors) -> Option<Number> {
    match literal {
        Lit::Int(number) if is_plain(number) => version_number(number, name, errors),
        literal => {
            errors.push(literal.span(), message::version_not_a_number("holds(1, until = 2)"));
            None
        }
    }
}

fn version_number(number: &LitInt, name: &str, errors: &mut Errors) -> Option<Number> {
    let span = number.span();
    match number.base10_parse::<u32>() {
        Ok(0) => errors.push(span, message::version_zero(name)),
        Ok(value) if value <= LARGEST => return Some(Number { value, span }),
        _ => errors.push(span, message::version_too_large()),
    }
    None
}

/// Digits without a sign and a suffix.
fn is_plain(number: &LitInt) -> bool {
    number.suffix().is_empty() && !number.base10_digits().starts_with('-')
}

/// A number and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Number {
    pub(crate) value: u32,
    pub(crate) span: Span,
}

/// Without the invisible groups that `macro_rules` leaves around `$expr`.
fn ungrouped(expression: &Expr) -> &Expr {
    match expression {
        Expr::Group(group) => ungrouped(&group.expr),
        expression => expression,
    }
}
