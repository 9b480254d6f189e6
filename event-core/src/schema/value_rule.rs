//! What a value has to keep to beyond its shape.

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
    /// The smallest number, as it is written in JSON.
    Min(&'static str),
    /// The largest number.
    Max(&'static str),
    /// A regular expression that finds something in the text.
    Pattern(&'static str),
    /// A format by its name in JSON Schema: `email`, `uri`, `ipv4`.
    Format(&'static str),
    /// A rule that no schema can express, by its name: `custom`.
    Other(&'static str),
}
