//! The error of one record.

use std::error::Error;
use std::fmt;

use super::Code;

/// Why a record could not be decoded, and where. Holds no value of the record.
///
/// ```
/// use event_core::{Code, DecodeError, Envelope};
/// # use event_core::schema::{EventSchema, Schema};
/// # struct Lamp(bool);
/// # impl Schema for Lamp {
/// #     const SHAPE: &'static event_core::schema::Shape = bool::SHAPE;
/// # }
/// # impl event_core::Decode for Lamp {
/// #     fn decode<'de, D: serde::Deserializer<'de>>(d: D, at: event_core::Version) -> Result<Self, D::Error> {
/// #         bool::decode(d, at).map(Self)
/// #     }
/// # }
/// # impl event_core::Encode for Lamp {
/// #     fn encode<S: serde::Serializer>(&self, s: S, view: event_core::View) -> Result<S::Ok, S::Error> {
/// #         self.0.encode(s, view)
/// #     }
/// # }
/// # impl event_core::Event for Lamp {
/// #     const SCHEMA: &'static EventSchema = &EventSchema::new("lamp.switched", 1, Self::SHAPE);
/// #     fn key(&self) -> Option<event_core::RecordKey<'_>> { None }
/// # }
/// let error: DecodeError = Envelope::<Lamp>::from_payload(b"7", 1).err().unwrap();
/// assert_eq!(error.code(), Code::TypeMismatch);
/// assert_eq!(
///     error.to_string(),
///     "`$` is a number, expected true or false (type_mismatch, lamp.switched version 1, byte 0)",
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Details>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    problem: Problem,
    event_type: Option<String>,
    version: Option<u32>,
}

/// One thing that is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) code: Code,
    /// Bytes from the start of the record.
    pub(crate) offset: usize,
    /// `$.data.line_items[3].price`
    pub(crate) path: String,
    /// The kind found; a fixed text, never one of the record's.
    pub(crate) found: Option<&'static str>,
    pub(crate) expected: Option<String>,
    pub(crate) conversion: Option<ConversionFailure>,
    /// The value rule that is broken: one of ours, never a text of the rule's.
    pub(crate) rule: Option<&'static str>,
}

/// What a user's conversion function said.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct ConversionFailure {
    /// The name of its error's type.
    pub(crate) type_name: String,
    /// Its own words, which may quote values.
    pub(crate) text: String,
}

impl fmt::Debug for ConversionFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConversionFailure")
            .field("type_name", &self.type_name)
            .finish_non_exhaustive()
    }
}

impl Problem {
    pub(crate) fn new(code: Code, offset: usize, path: impl Into<String>) -> Self {
        let path = path.into();
        Self { code, offset, path, found: None, expected: None, conversion: None, rule: None }
    }

    pub(crate) fn found(mut self, found: &'static str) -> Self {
        self.found = Some(found);
        self
    }

    pub(crate) fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }
}

impl DecodeError {
    pub(crate) fn new(problem: Problem, event_type: Option<String>, version: Option<u32>) -> Self {
        Self(Box::new(Details { problem, event_type, version }))
    }

    /// What went wrong: stable, fit for metrics.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.problem.code
    }

    /// Bytes from the start of the record to the value, or to the end of what was read.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.problem.offset
    }

    /// Where: `$.data.line_items[3].price`.
    ///
    /// Entries of maps are counted, `$.data.labels{2}`, because their keys are the record's own.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.problem.path
    }

    /// What the schema asks for.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        self.0.problem.expected.as_deref()
    }

    /// The kind of what is there instead: `a list`.
    #[must_use]
    pub fn found(&self) -> Option<&str> {
        self.0.problem.found
    }

    /// The value rule that is broken: `length`, or `custom` for one of your own.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.0.problem.rule
    }

    /// The record's event type, when it could be read and is well-formed.
    #[must_use]
    pub fn event_type(&self) -> Option<&str> {
        self.0.event_type.as_deref()
    }

    /// The record's version, when it could be read.
    #[must_use]
    pub fn version(&self) -> Option<u32> {
        self.0.version
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        self.code().help()
    }

    /// What a failing conversion said, in its own words. They may quote values: not for logs.
    #[must_use]
    pub fn unmasked_conversion_text(&self) -> Option<&str> {
        self.0.problem.conversion.as_ref().map(|failure| failure.text.as_str())
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { code, offset, path, found, expected, conversion, rule } = &self.0.problem;
        match code {
            Code::ExtraBytes => f.write_str("bytes follow the record")?,
            Code::EmptyRecord => f.write_str("the record is empty")?,
            Code::RegistryFramed => f.write_str("the record looks framed by a schema registry")?,
            Code::NotUtf8 => f.write_str("the record is not UTF-8")?,
            Code::NotJson => write!(f, "the record is not JSON at `{path}`")?,
            Code::Truncated => write!(f, "the record ends in the middle of `{path}`")?,
            Code::MissingField => write!(f, "`{path}` is missing")?,
            Code::TypeMismatch => write!(f, "`{path}` is {}", found.unwrap_or("another kind"))?,
            Code::BadFormat => write!(f, "`{path}` is not in the right format")?,
            Code::TimeWithoutOffset => write!(f, "`{path}` is a time without offset")?,
            Code::OutOfRange => write!(f, "`{path}` is out of range")?,
            Code::BadLength => write!(f, "`{path}` has another number of items")?,
            Code::UnknownVariant => write!(f, "`{path}` names no variant")?,
            Code::UnknownField => write!(f, "`{path}` has a field that it does not know")?,
            Code::DuplicateField => write!(f, "`{path}` comes twice")?,
            Code::UnknownType => f.write_str("the event type is not known here")?,
            Code::UnknownVersion => f.write_str("the version is not known")?,
            Code::NewerVersion => f.write_str("the version is newer than this code")?,
            Code::TooLarge => f.write_str("the record is too large")?,
            Code::TooDeep => f.write_str("the record is nested too deep")?,
            Code::ConversionFailed => write!(f, "`{path}` could not be converted")?,
            Code::RefusedByType => write!(f, "`{path}` was refused by its type")?,
            Code::UpcastFailed => write!(f, "`{path}` could not be upcast")?,
            Code::RuleBroken => {
                write!(f, "`{path}` breaks the rule `{}`", rule.unwrap_or("custom"))?
            }
        }
        if let Some(failure) = conversion {
            write!(f, ": `{}`", failure.type_name)?;
        }
        if let Some(expected) = expected {
            write!(f, ", expected {expected}")?;
        }
        write!(f, " ({code}, ")?;
        if let Some(event_type) = &self.0.event_type {
            f.write_str(event_type)?;
            if let Some(version) = self.0.version {
                write!(f, " version {version}")?;
            }
            f.write_str(", ")?;
        }
        write!(f, "byte {offset})")
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({self})")
    }
}

impl Error for DecodeError {}

/// The error of one item of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchError<E = DecodeError> {
    /// The item's place in the batch, from 0.
    pub index: usize,
    /// What is wrong with it.
    pub error: E,
}

impl<E: fmt::Display> fmt::Display for BatchError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "item {}: {}", self.index, self.error)
    }
}

impl<E: Error + 'static> Error for BatchError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}
