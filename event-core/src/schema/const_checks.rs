//! What const evaluation has to know of tables, for the checks that the derives write: it has no
//! iterators and no `==` for text.

use super::field::later;
use super::{Content, EventSchema, Shape, Tagging, Text};

/// What is wrong with `default = "text"` on a field of this shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextDefault {
    /// The field's type reads it.
    Fits,
    /// The field's type is an enum without such a unit variant.
    NoSuchVariant,
    /// The field's type is text of a format that this is not.
    WrongFormat,
    /// Only a Rust expression can say it.
    NeedsExpression,
}

/// Whether `text` is a wire value of `shape`, as far as const evaluation can tell.
#[must_use]
pub const fn text_default(shape: &Shape, text: &str) -> TextDefault {
    match shape {
        Shape::Option(inner) | Shape::Foreign(inner) => text_default(inner, text),
        Shape::Text(Text::Plain) => TextDefault::Fits,
        Shape::Text(Text::Uuid) => fits(is_uuid(text.as_bytes())),
        Shape::Decimal => fits(is_decimal(text.as_bytes())),
        Shape::Enum(table) => {
            let mut i = 0;
            while i < table.variants.len() {
                #[allow(clippy::indexing_slicing, reason = "i < len")]
                let variant = &table.variants[i];
                let external = matches!(table.tagging, Tagging::External);
                if external
                    && matches!(variant.content, Content::Unit)
                    && same_text(variant.name, text)
                {
                    return TextDefault::Fits;
                }
                i += 1;
            }
            TextDefault::NoSuchVariant
        }
        _ => TextDefault::NeedsExpression,
    }
}

const fn fits(yes: bool) -> TextDefault {
    if yes { TextDefault::Fits } else { TextDefault::WrongFormat }
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn is_uuid(text: &[u8]) -> bool {
    let mut i = 0;
    while i < text.len() {
        let hyphen = matches!(i, 8 | 13 | 18 | 23);
        if hyphen != (text[i] == b'-') || !hyphen && !text[i].is_ascii_hexdigit() {
            return false;
        }
        i += 1;
    }
    text.len() == 36
}

/// Digits with at most one point inside, at most 28 digits, an optional minus.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn is_decimal(text: &[u8]) -> bool {
    let start = if !text.is_empty() && text[0] == b'-' { 1 } else { 0 };
    let (mut i, mut digits, mut points) = (start, 0, 0);
    while i < text.len() {
        match text[i] {
            b'0'..=b'9' => digits += 1,
            b'.' if i > start && i + 1 < text.len() => points += 1,
            _ => return false,
        }
        i += 1;
    }
    digits >= 1 && digits <= 28 && points <= 1
}

/// Whether a struct of this shape has a field of that name, in any version.
#[must_use]
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
pub const fn has_field(shape: &Shape, name: &str) -> bool {
    let Shape::Struct(table) = shape else { return false };
    let mut i = 0;
    while i < table.fields.len() {
        let field = &table.fields[i];
        if same_text(field.name, name) {
            return true;
        }
        let mut j = 0;
        while j < field.aliases.len() {
            if same_text(field.aliases[j], name) {
                return true;
            }
            j += 1;
        }
        i += 1;
    }
    false
}

/// What const evaluation can tell of a key's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPath {
    /// Nothing on it is masked.
    Open,
    /// A field on it is masked.
    Masked,
    /// It goes through a type that contains itself, and cannot be followed.
    Recursive,
}

/// Whether a field on the path of members is masked.
#[must_use]
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
pub const fn key_path(shape: &Shape, path: &[&str]) -> KeyPath {
    let (mut shape, mut depth) = (shape, 0);
    while depth < path.len() {
        let table = match shape {
            Shape::Struct(table) => table,
            Shape::Recursive { .. } => return KeyPath::Recursive,
            _ => return KeyPath::Open,
        };
        let mut found = None;
        let mut i = 0;
        while i < table.fields.len() {
            if same_text(table.fields[i].member, path[depth]) {
                found = Some(&table.fields[i]);
            }
            i += 1;
        }
        let Some(field) = found else { return KeyPath::Open };
        if field.masked.is_some() {
            return KeyPath::Masked;
        }
        shape = field.shape;
        depth += 1;
    }
    KeyPath::Open
}

/// What const evaluation can tell of the versions of the types inside a shape.
#[derive(Clone, Copy)]
pub(crate) struct Inside {
    /// The newest version that any of them has; 0 if none is a struct or an enum.
    pub(crate) newest: u32,
    /// The first version that all of them describe themselves.
    pub(crate) oldest: u32,
    /// Whether an edge leads back to a type around, or elsewhere out of sight.
    pub(crate) has_edge: bool,
}

impl Inside {
    const fn and(self, other: Self) -> Self {
        Self {
            newest: later(self.newest, other.newest),
            oldest: later(self.oldest, other.oldest),
            has_edge: self.has_edge || other.has_edge,
        }
    }
}

/// The versions of the structs and enums inside a shape, not of those inside them.
#[must_use]
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
pub(crate) const fn inside(shape: &Shape) -> Inside {
    let nothing = Inside { newest: 0, oldest: 1, has_edge: false };
    match shape {
        Shape::Option(inner) | Shape::List(inner) | Shape::Array(inner, _) => inside(inner),
        Shape::Map { key, value } => inside(key).and(inside(value)),
        Shape::Tuple(items) => {
            let (mut all, mut i) = (nothing, 0);
            while i < items.len() {
                all = all.and(inside(items[i]));
                i += 1;
            }
            all
        }
        Shape::Struct(table) => Inside { newest: table.version, oldest: table.oldest, ..nothing },
        Shape::Enum(table) => Inside { newest: table.version, ..nothing },
        Shape::Recursive { .. } => Inside { has_edge: true, ..nothing },
        _ => nothing,
    }
}

/// The last version that both events carry, or 0.
#[must_use]
pub(crate) const fn shared_version(one: &EventSchema, other: &EventSchema) -> u32 {
    let low = if one.oldest > other.oldest { one.oldest } else { other.oldest };
    let high = if one.version < other.version { one.version } else { other.version };
    if low > high { 0 } else { high }
}

/// Whether the two events share a name, and which: `TYPE` or an alias of either.
#[must_use]
pub(crate) const fn shared_name(one: &EventSchema, other: &EventSchema) -> Option<&'static str> {
    let mut i = 0;
    while i <= one.aliases.len() {
        #[allow(clippy::indexing_slicing, reason = "0 < i <= len")]
        let name = if i == 0 { one.event_type } else { one.aliases[i - 1] };
        if same_text(name, other.event_type) {
            return Some(name);
        }
        let mut j = 0;
        while j < other.aliases.len() {
            #[allow(clippy::indexing_slicing, reason = "j < len")]
            if same_text(name, other.aliases[j]) {
                return Some(name);
            }
            j += 1;
        }
        i += 1;
    }
    None
}

/// `==` for text in const evaluation.
#[must_use]
pub(crate) const fn same_text(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    // Four at once, and without a call: `len` is one, and const evaluation takes its time for each.
    while let ([a, b, c, d, rest @ ..], [e, f, g, h, others @ ..]) = (one, other) {
        if *a != *e || *b != *f || *c != *g || *d != *h {
            return false;
        }
        (one, other) = (rest, others);
    }
    match (one, other) {
        ([], []) => true,
        ([a], [e]) => *a == *e,
        ([a, b], [e, f]) => *a == *e && *b == *f,
        ([a, b, c], [e, f, g]) => *a == *e && *b == *f && *c == *g,
        _ => false,
    }
}

/// FNV-1a, 64 bits.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
pub(crate) const fn hash(text: &str) -> u64 {
    let text = text.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut i = 0;
    while i < text.len() {
        hash = (hash ^ text[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    hash
}
