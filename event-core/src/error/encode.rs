//! The error of one event that could not be written.

use std::error::Error;
use std::fmt;

/// Why an event could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EncodeCode {
    /// A float is NaN or infinite, which JSON cannot hold.
    NotFinite,
    /// A time, date or duration has no text that every reader takes.
    OutOfRange,
    /// The key, or one of its parts, is empty.
    EmptyKey,
    /// A foreign type refused to be written.
    RefusedByType,
    /// The event has no such version.
    UnknownVersion,
    /// The version has no place for a value that the event has.
    WouldBeLost,
    /// The version has something that today's struct cannot give.
    NotWritable,
    /// A value breaks a rule for it.
    RuleBroken,
}

impl EncodeCode {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::NotFinite,
        Self::OutOfRange,
        Self::EmptyKey,
        Self::RefusedByType,
        Self::UnknownVersion,
        Self::WouldBeLost,
        Self::NotWritable,
        Self::RuleBroken,
    ];

    /// The code as text, for metrics and logs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotFinite => "not_finite",
            Self::OutOfRange => "out_of_range",
            Self::EmptyKey => "empty_key",
            Self::RefusedByType => "refused_by_type",
            Self::UnknownVersion => "unknown_version",
            Self::WouldBeLost => "would_be_lost",
            Self::NotWritable => "not_writable",
            Self::RuleBroken => "rule_broken",
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn help(self) -> &'static str {
        match self {
            Self::NotFinite => "send `null` through an `Option`, or leave the item out",
            Self::OutOfRange => "keep times in the years 0 to 9999 (UTC), offsets in whole minutes",
            Self::EmptyKey => "fill the field before sending, or name another one as the key",
            Self::RefusedByType => "look at what the type's `Serialize` refuses",
            Self::UnknownVersion => "write a version that the event still reads",
            Self::WouldBeLost => {
                "write a newer version, or write `lossy` on the field if its value may be dropped"
            }
            Self::NotWritable => {
                "write a newer version, or say how the old form is made: `back = path`"
            }
            Self::RuleBroken => "mend the value before it is sent, or loosen the rule",
        }
    }
}

impl fmt::Display for EncodeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why an event could not be written, and where. Holds no value of the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodeError {
    pub(crate) code: EncodeCode,
    pub(crate) event_type: String,
    pub(crate) version: u32,
    pub(crate) path: String,
    /// The value rule that is broken: one of ours, never a text of the rule's.
    pub(crate) rule: Option<&'static str>,
}

impl EncodeError {
    /// The same, of another version than today's.
    pub(crate) fn in_version(mut self, version: u32) -> Self {
        self.version = version;
        self
    }

    /// What went wrong: stable, fit for metrics.
    #[must_use]
    pub fn code(&self) -> EncodeCode {
        self.code
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        self.code.help()
    }

    /// The event's type; empty for an event that no code here knows and whose type is not
    /// well-formed.
    #[must_use]
    pub fn event_type(&self) -> &str {
        &self.event_type
    }

    /// The version that was to be written: today's, unless another one was asked for.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The value rule that is broken: `length`, or `custom` for one of your own.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.rule
    }

    /// Where: `$.data.line_items[3].price`, or the name of the key's field.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, event_type, version, path, rule } = self;
        match code {
            EncodeCode::NotFinite => {
                write!(f, "`{path}` is NaN or infinite, and JSON has neither")?
            }
            EncodeCode::OutOfRange => write!(f, "`{path}` has no text that every reader takes")?,
            EncodeCode::EmptyKey => write!(f, "the key `{path}` is empty")?,
            EncodeCode::RefusedByType => write!(f, "`{path}` was refused by its type")?,
            EncodeCode::UnknownVersion => write!(f, "the event has no such version")?,
            EncodeCode::WouldBeLost => {
                write!(f, "`{path}` has a value that the version has no place for")?
            }
            EncodeCode::NotWritable => write!(f, "`{path}` cannot be made from today's struct")?,
            EncodeCode::RuleBroken => {
                write!(f, "`{path}` breaks the rule `{}`", rule.unwrap_or("custom"))?;
            }
        }
        match event_type.as_str() {
            "" => write!(f, " ({code})"),
            event_type => write!(f, " ({code}, {event_type} version {version})"),
        }
    }
}

impl Error for EncodeError {}
