//! What a value has to keep to beyond its type.

/// One rule for the values of a field. Several of one field hold together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ValueRule {
    /// At least so many characters, items or entries: `"min_length": 1`.
    MinLength(u64),
    /// At most so many.
    MaxLength(u64),
    /// At least so many bytes of text in UTF-8: `"min_bytes": 1`.
    MinBytes(u64),
    /// At most so many.
    MaxBytes(u64),
    /// The smallest number, as it is written in JSON: `"min": "0.5"`.
    Min(String),
    /// The largest number.
    Max(String),
    /// A regular expression that finds something in the text.
    Pattern(String),
    /// A format by its name in JSON Schema: `email`, `uri`.
    Format(String),
    /// A rule that no schema can express, by its name: `custom`.
    Other(String),
}

impl ValueRule {
    /// The name and the value that stand in the file.
    #[must_use]
    pub fn parts(&self) -> (&'static str, String) {
        match self {
            Self::MinLength(length) => ("min_length", length.to_string()),
            Self::MaxLength(length) => ("max_length", length.to_string()),
            Self::MinBytes(count) => ("min_bytes", count.to_string()),
            Self::MaxBytes(count) => ("max_bytes", count.to_string()),
            Self::Min(number) => ("min", number.clone()),
            Self::Max(number) => ("max", number.clone()),
            Self::Pattern(pattern) => ("pattern", pattern.clone()),
            Self::Format(format) => ("format", format.clone()),
            Self::Other(name) => ("other", name.clone()),
        }
    }

    pub(crate) fn from_parts(name: &str, value: &str) -> Option<Self> {
        Some(match name {
            "min_length" => Self::MinLength(value.parse().ok()?),
            "max_length" => Self::MaxLength(value.parse().ok()?),
            "min_bytes" => Self::MinBytes(value.parse().ok()?),
            "max_bytes" => Self::MaxBytes(value.parse().ok()?),
            "min" => Self::Min(value.to_owned()),
            "max" => Self::Max(value.to_owned()),
            "pattern" => Self::Pattern(value.to_owned()),
            "format" => Self::Format(value.to_owned()),
            "other" => Self::Other(value.to_owned()),
            _ => return None,
        })
    }
}
