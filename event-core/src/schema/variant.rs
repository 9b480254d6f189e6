//! An enum in the table: its tagging and its variants.

use super::{Deprecated, Shape, Struct};

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
    /// Where the variant's name stands.
    pub tagging: Tagging,
    /// The variants, in the order they are declared.
    pub variants: &'static [Variant],
    /// Whether an unknown field beside tag and content is an error.
    pub closed: bool,
}

impl Enum {
    /// An externally tagged enum without docs.
    #[must_use]
    pub const fn new(
        name: &'static str,
        module: &'static str,
        variants: &'static [Variant],
    ) -> Self {
        Self { name, module, docs: "", tagging: Tagging::External, variants, closed: false }
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

    /// The variant of that name.
    #[must_use]
    pub fn variant(&self, name: &str) -> Option<&'static Variant> {
        self.variants.iter().find(|variant| variant.is_called(name))
    }
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
    /// Why it should no longer be used, if so.
    pub deprecated: Option<Deprecated>,
    /// The doc comment.
    pub docs: &'static str,
}

impl Variant {
    /// A variant.
    #[must_use]
    pub const fn new(name: &'static str, content: Content) -> Self {
        Self { name, aliases: &[], content, deprecated: None, docs: "" }
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
