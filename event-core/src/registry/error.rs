//! What a registry refuses, in words.

use std::error::Error;
use std::fmt;

use super::RegisteredSchema;
use super::difference::{Difference, first_difference};

/// Why a registry refused to register a schema, or has none.
///
/// ```
/// use event_core::Registry;
/// use serde_json::json;
///
/// let schema = |amount| json!({ "type": "object", "properties": { "amount": { "type": amount } } });
/// let mut registry = Registry::new();
/// registry.register_schema("order.paid", 1, schema("string"))?;
/// let error = registry.register_schema("order.paid", 1, schema("integer")).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "version 1 of `order.paid` is registered with another `amount`: `$.amount` is text there and \
///      a whole number here (schema_differs)",
/// );
/// # Ok::<(), event_core::registry::RegistryError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RegistryError {
    /// Nothing is registered for the subject.
    UnknownSubject {
        /// What was asked for.
        subject: String,
        /// The subjects of nearly that name.
        nearest: Vec<String>,
        /// All subjects, sorted.
        known: Vec<String>,
    },
    /// The subject has no such version.
    UnknownVersion {
        /// What was asked for.
        subject: String,
        /// The version that was asked for.
        version: u32,
        /// The versions that it has, sorted.
        known: Vec<u32>,
    },
    /// Another schema is registered under the subject and version.
    SchemaDiffers {
        /// The subject of both.
        subject: String,
        /// The version of both.
        version: u32,
        /// Where the first difference is: `$.line_items[].price`.
        path: String,
        /// What is there in the registered schema: `a decimal`, `required`, `missing`.
        registered: String,
        /// The same in the schema that was refused.
        offered: String,
    },
    /// The value is neither an object nor a boolean.
    NotASchema {
        /// What it was to be registered for.
        subject: String,
        /// The version that it was to be registered for.
        version: u32,
    },
}

impl RegistryError {
    /// What went wrong: stable, fit for metrics.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownSubject { .. } => "unknown_subject",
            Self::UnknownVersion { .. } => "unknown_version",
            Self::SchemaDiffers { .. } => "schema_differs",
            Self::NotASchema { .. } => "not_a_schema",
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        match self {
            Self::UnknownSubject { .. } => "register the event first; its type is the subject",
            Self::UnknownVersion { .. } => "register that version first, or ask for a known one",
            Self::SchemaDiffers { .. } => {
                "a published version never changes: take the change back, or raise `version`"
            }
            Self::NotASchema { .. } => "register a JSON Schema: an object, `true` or `false`",
        }
    }

    /// The name of the first field that differs; `None` when the payload itself does.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        let Self::SchemaDiffers { path, .. } = self else { return None };
        let (_, last) = path.rsplit_once('.')?;
        last.split(['[', '{']).next()
    }

    /// The error for a schema that differs from the one that is registered.
    pub(super) fn differs(known: &RegisteredSchema, offered: &RegisteredSchema) -> Self {
        let difference = first_difference(&known.schema, &offered.schema);
        let difference = difference.unwrap_or_else(Difference::elsewhere);
        Self::SchemaDiffers {
            subject: known.subject.clone(),
            version: known.version,
            path: difference.path,
            registered: difference.registered,
            offered: difference.offered,
        }
    }
}

/// The error for a subject that nobody registered.
pub(super) fn unknown_subject<'a>(
    subject: &str,
    known: impl Iterator<Item = &'a str>,
) -> RegistryError {
    let known: Vec<_> = known.map(str::to_owned).collect();
    let near = known.iter().filter(|known| edits(subject, known) <= 2);
    RegistryError::UnknownSubject {
        subject: subject.to_owned(),
        nearest: near.cloned().collect(),
        known,
    }
}

/// How many letters have to be put in, taken out or changed.
fn edits(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut left = line + 1;
        let mut next = vec![left];
        for (pair, other) in row.windows(2).zip(other.chars()) {
            let [diagonal, above] = pair else { continue };
            left = (diagonal + usize::from(letter != other)).min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

impl fmt::Display for RegistryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownSubject { subject, nearest, known } => {
                write!(f, "no schema is registered for `{subject}`, ")?;
                match (nearest.as_slice(), known.as_slice()) {
                    ([], []) => f.write_str("nor for anything else")?,
                    ([], known) => write!(f, "only for {}", listed(known))?,
                    (nearest, _) => write!(f, "did you mean {}?", listed(nearest))?,
                }
            }
            Self::UnknownVersion { subject, version, known } => {
                let known: Vec<_> = known.iter().map(u32::to_string).collect();
                write!(f, "`{subject}` has no version {version}, only {}", known.join(", "))?;
            }
            Self::SchemaDiffers { subject, version, path, registered, offered } => {
                write!(f, "version {version} of `{subject}` is registered with another ")?;
                match self.field() {
                    None => f.write_str("payload")?,
                    Some(field) => write!(f, "`{field}`")?,
                }
                write!(f, ": `{path}` is {registered} there and {offered} here")?;
            }
            Self::NotASchema { subject, version } => {
                write!(f, "what was given for version {version} of `{subject}` is no schema")?;
            }
        }
        write!(f, " ({})", self.code())
    }
}

impl Error for RegistryError {}

/// Names, at most as many as fit a line.
fn listed(names: &[String]) -> String {
    const MOST: usize = 8;
    let shown: Vec<_> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(MOST) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
