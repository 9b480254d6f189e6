//! What `#[garde(...)]` means for the values on the wire: nothing that a good value would break.
//!
//! The same words mean other things for other types, and a macro sees no types: there is one list of
//! rules for each kind of type, and const evaluation takes the one that fits the shape.

use std::fmt;

use proc_macro2::TokenStream;

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ValueRule {
    MinLength(Count),
    MaxLength(Count),
    /// Of text in UTF-8.
    MinBytes(Count),
    MaxBytes(Count),
    /// As it is written in JSON.
    Min(String),
    Max(String),
    Pattern(String),
    Format(&'static str),
    /// The rules of the type inside are checked too.
    Inside,
    /// By its name: no schema can express it.
    Other(String),
}

/// How many there may be.
#[derive(Clone, Debug)]
pub(crate) enum Count {
    Number(u64),
    /// A path to a constant: its number is known when the table is evaluated.
    Constant(TokenStream),
}

impl PartialEq for Count {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(formatter),
            Self::Constant(path) => path.fmt(formatter),
        }
    }
}

/// The rules of one field, by what it may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Rules {
    pub(crate) text: Vec<ValueRule>,
    /// Lists and maps.
    pub(crate) list: Vec<ValueRule>,
    pub(crate) number: Vec<ValueRule>,
    /// Whatever else has such rules.
    pub(crate) other: Vec<ValueRule>,
}

impl Rules {
    /// The same for every type.
    pub(crate) fn always(rule: &ValueRule) -> Self {
        let rules = vec![rule.clone()];
        Self { text: rules.clone(), list: rules.clone(), number: rules.clone(), other: rules }
    }

    /// A rule that no schema can express.
    pub(crate) fn named(name: &str) -> Self {
        Self::always(&ValueRule::Other(name.to_owned()))
    }

    pub(crate) fn text(self, text: Vec<ValueRule>) -> Self {
        Self { text, ..self }
    }

    pub(crate) fn list(self, list: Vec<ValueRule>) -> Self {
        Self { list, ..self }
    }

    pub(crate) fn number(self, number: Vec<ValueRule>) -> Self {
        Self { number, ..self }
    }

    /// Both together, each rule once.
    pub(crate) fn and(mut self, more: Self) -> Self {
        let pairs = [
            (&mut self.text, more.text),
            (&mut self.list, more.list),
            (&mut self.number, more.number),
            (&mut self.other, more.other),
        ];
        for (rules, more) in pairs {
            for rule in more {
                if !rules.contains(&rule) {
                    rules.push(rule);
                }
            }
        }
        self
    }

    /// What is left where no schema can express any of them: their names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &ValueRule> {
        self.other.iter().filter(|rule| matches!(rule, ValueRule::Other(_)))
    }
}
