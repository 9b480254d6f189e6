//! An enum in the table: its tagging and its variants.

use super::field::later;
use super::{Deprecated, Holds, Shape, Struct, ValueRule};

/// One of several variants.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Enum {
    /// The Rust name of the type.
    pub name: &'static str,
    /// The Rust module of the type.
    pub module: &'static str,
    /// The doc comment.
    pub docs: &'static str,
    /// The newest version of the type, counted from 1.
    pub version: u32,
    /// Where the variant's name stands.
    pub tagging: Tagging,
    /// The variants, in the order they are declared.
    pub variants: &'static [Variant],
    /// Whether an unknown field beside tag and content is an error.
    pub closed: bool,
}

impl Enum {
    /// An externally tagged enum without docs; its version is the newest that its variants speak of.
    #[must_use]
    pub const fn new(
        name: &'static str,
        module: &'static str,
        variants: &'static [Variant],
    ) -> Self {
        Self {
            name,
            module,
            docs: "",
            version: newest_mentioned(variants),
            tagging: Tagging::External,
            variants,
            closed: false,
        }
    }

    /// The newest version, if it is not the one that the variants speak of.
    #[must_use]
    pub const fn version(mut self, version: u32) -> Self {
        self.version = later(self.version, version);
        self
    }

    /// Where the variant's name stands.
    #[must_use]
    pub const fn tagging(mut self, tagging: Tagging) -> Self {
        self.tagging = tagging;
        self
    }

    /// Adds the doc comment.
    #[must_use]
    pub const fn docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    /// Refuses unknown fields.
    #[must_use]
    pub const fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// The variant that has that name in the given version.
    #[must_use]
    pub fn variant_at(&self, name: &str, version: u32) -> Option<&'static Variant> {
        self.variants_at(version).find(|variant| variant.is_called(name))
    }

    /// The variants that the given version has.
    pub fn variants_at(&self, version: u32) -> impl Iterator<Item = &'static Variant> + use<> {
        self.variants.iter().filter(move |variant| variant.since <= version)
    }
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn newest_mentioned(variants: &[Variant]) -> u32 {
    let mut newest = 1;
    let mut i = 0;
    while i < variants.len() {
        let variant = &variants[i];
        newest = later(newest, variant.since);
        let held = variant.holds.last_mentioned();
        if held < u32::MAX {
            newest = later(newest, held + 1);
        }
        if let Content::Struct(table) = variant.content {
            newest = later(newest, table.version);
        }
        i += 1;
    }
    newest
}

/// Where the name of a variant stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tagging {
    /// `"cash"`, `{"card": {...}}`
    External,
    /// `{"kind": "card", ...}`
    Internal {
        /// The field that holds the variant's name.
        tag: &'static str,
    },
    /// `{"kind": "card", "value": {...}}`
    Adjacent {
        /// The field that holds the variant's name.
        tag: &'static str,
        /// The field that holds the rest.
        content: &'static str,
    },
}

/// A variant of an enum.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Variant {
    /// The name on the wire.
    pub name: &'static str,
    /// Other names that are read as this variant.
    pub aliases: &'static [&'static str],
    /// What comes with the name.
    pub content: Content,
    /// Which version of a nested type it holds.
    pub holds: Holds,
    /// The first version that has it.
    pub since: u32,
    /// Why it should no longer be used, if so.
    pub deprecated: Option<Deprecated>,
    /// What the one value that comes with the name has to keep to beyond its shape.
    pub rules: &'static [ValueRule],
    /// The doc comment.
    pub docs: &'static str,
}

impl Variant {
    /// A variant.
    #[must_use]
    pub const fn new(name: &'static str, content: Content) -> Self {
        Self {
            name,
            aliases: &[],
            content,
            holds: Holds::Newest,
            since: 1,
            deprecated: None,
            rules: &[],
            docs: "",
        }
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

    /// Other names that are read as this variant.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Should no longer be used.
    #[must_use]
    pub const fn deprecated(mut self, deprecated: Deprecated) -> Self {
        self.deprecated = Some(deprecated);
        self
    }

    /// What the one value that comes with the name has to keep to beyond its shape.
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

    /// Whether a record's `name` means this variant.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }
}

/// What comes with a variant's name.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Content {
    /// Nothing.
    Unit,
    /// One value.
    Newtype(&'static Shape),
    /// Named fields.
    Struct(&'static Struct),
}
