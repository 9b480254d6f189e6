//! A field in the table: its names, shapes and versions.

use super::{Holds, Shape, ValueRule};

/// One field during one period of its history: a name, a shape, and the versions that have it.
///
/// A field that was renamed or changed its type has one entry for each period.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// The name in Rust; empty for a field that today's struct no longer has.
    pub member: &'static str,
    /// Other names that are read as this field.
    pub aliases: &'static [&'static str],
    /// What it looks like.
    pub shape: &'static Shape,
    /// Which version of a nested type it holds.
    pub holds: Holds,
    /// The first version that has it so.
    pub since: u32,
    /// The last version that has it so; `u32::MAX` for today's.
    pub until: u32,
    /// Stands in when the field is absent from a version that has it: writes the JSON of the value.
    pub default: Option<fn() -> Option<String>>,
    /// How it is masked, if it is.
    pub masked: Option<Masked>,
    /// Why it should no longer be used, if so.
    pub deprecated: Option<Deprecated>,
    /// What the team says of it: `pii`.
    pub tags: &'static [&'static str],
    /// What its values have to keep to beyond their shape.
    pub rules: &'static [ValueRule],
    /// The doc comment.
    pub docs: &'static str,
}

impl Field {
    /// A required field that every version has.
    #[must_use]
    pub const fn new(name: &'static str, shape: &'static Shape) -> Self {
        Self {
            name,
            member: name,
            aliases: &[],
            shape,
            holds: Holds::Newest,
            since: 1,
            until: u32::MAX,
            default: None,
            masked: None,
            deprecated: None,
            tags: &[],
            rules: &[],
            docs: "",
        }
    }

    /// Its name in Rust, when it is not the one on the wire; empty when the struct lost it.
    #[must_use]
    pub const fn member(mut self, member: &'static str) -> Self {
        self.member = member;
        self
    }

    /// Other names that are read as this field.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Which version of a nested type it holds.
    #[must_use]
    pub const fn holds(mut self, holds: Holds) -> Self {
        self.holds = holds;
        self
    }

    /// The first version that has it.
    #[must_use]
    pub const fn since(mut self, version: u32) -> Self {
        self.since = version;
        self
    }

    /// The last version that has it.
    #[must_use]
    pub const fn until(mut self, version: u32) -> Self {
        self.until = version;
        self
    }

    /// May be absent in every version; `json` writes what stands in for it.
    #[must_use]
    pub const fn default(mut self, json: fn() -> Option<String>) -> Self {
        self.default = Some(json);
        self
    }

    /// Leaves the process only in masked form.
    #[must_use]
    pub const fn masked(mut self, masked: Masked) -> Self {
        self.masked = Some(masked);
        self
    }

    /// Should no longer be used.
    #[must_use]
    pub const fn deprecated(mut self, deprecated: Deprecated) -> Self {
        self.deprecated = Some(deprecated);
        self
    }

    /// What the team says of it.
    #[must_use]
    pub const fn tags(mut self, tags: &'static [&'static str]) -> Self {
        self.tags = tags;
        self
    }

    /// What its values have to keep to beyond their shape.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [ValueRule]) -> Self {
        self.rules = rules;
        self
    }

    /// Adds the doc comment.
    #[must_use]
    pub const fn docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    /// Whether the given version has it.
    #[must_use]
    pub const fn exists_at(&self, version: u32) -> bool {
        self.since <= version && version <= self.until
    }

    /// Whether a record may leave it out.
    #[must_use]
    pub const fn may_be_absent(&self) -> bool {
        self.default.is_some() || self.shape.is_optional()
    }

    /// Whether a record's `name` means this field.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }
}

/// The newest version that the history of some fields speaks of, at least 1.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
pub(super) const fn newest_mentioned(fields: &[Field]) -> u32 {
    let mut newest = 1;
    let mut i = 0;
    while i < fields.len() {
        let field = &fields[i];
        newest = later(newest, field.since);
        // What ended with a version is different in the next one.
        if field.until < u32::MAX {
            newest = later(newest, field.until + 1);
        }
        let held = field.holds.last_mentioned();
        if held < u32::MAX {
            newest = later(newest, held + 1);
        }
        i += 1;
    }
    newest
}

pub(crate) const fn later(one: u32, other: u32) -> u32 {
    if one > other { one } else { other }
}

/// How a field is masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Masked {
    /// Three stars.
    Whole,
    /// Stars and the last characters.
    Last(usize),
    /// By a function of the user's.
    Custom,
}

/// That something should no longer be used, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecated {
    /// What to use instead.
    pub note: &'static str,
    /// The version that deprecated it; 0 when nobody said.
    pub since: u32,
    /// The date after which it may go (`2027-01-31`); empty when nobody said.
    pub sunset: &'static str,
}

impl Deprecated {
    /// Deprecated, with a note that may be empty.
    #[must_use]
    pub const fn new(note: &'static str) -> Self {
        Self { note, since: 0, sunset: "" }
    }

    /// The version that deprecated it.
    #[must_use]
    pub const fn since(mut self, version: u32) -> Self {
        self.since = version;
        self
    }

    /// The date after which it may go.
    #[must_use]
    pub const fn sunset(mut self, date: &'static str) -> Self {
        self.sunset = date;
        self
    }
}
