//! What a value has to keep to beyond its shape.

use super::{Shape, Text};

/// One rule for the values of a field: what `#[garde(...)]` says of it.
///
/// Several of one field hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ValueRule {
    /// At least so many characters of text, items of a list, or entries of a map.
    MinLength(u64),
    /// At most so many.
    MaxLength(u64),
    /// At least so many bytes of text in UTF-8.
    MinBytes(u64),
    /// At most so many.
    MaxBytes(u64),
    /// The smallest number, as it is written in JSON.
    Min(&'static str),
    /// The largest number.
    Max(&'static str),
    /// A regular expression that finds something in the text.
    Pattern(&'static str),
    /// A format by its name in JSON Schema: `email`, `uri`, `ipv4`.
    Format(&'static str),
    /// The rules of the types inside hold too: they are checked with the rest.
    Inside,
    /// A rule that no schema can express, by its name: `custom`.
    Other(&'static str),
}

/// What one list of rules means for text, for lists and maps, for numbers, and for anything else. A
/// macro does not know which of them a field is.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct RulesFor {
    /// For text without a format.
    pub text: &'static [ValueRule],
    /// For lists and maps.
    pub list: &'static [ValueRule],
    /// For whole numbers, and floats of 64 bits.
    pub number: &'static [ValueRule],
    /// For anything else.
    pub other: &'static [ValueRule],
}

impl RulesFor {
    /// What they mean for values of this shape.
    #[must_use]
    pub const fn shape(&self, shape: &Shape) -> &'static [ValueRule] {
        match shape {
            Shape::Option(inner) => self.shape(inner),
            Shape::Text(Text::Plain) => self.text,
            Shape::List(_) | Shape::Array(..) | Shape::Map { .. } => self.list,
            Shape::Integer { .. } => self.number,
            // A float of 32 bits is rounded before it is compared, which no schema does.
            Shape::Float { max } if *max == f64::MAX => self.number,
            _ => self.other,
        }
    }
}
