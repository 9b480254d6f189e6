//! Which versions older readers can read: what the tables say, in const evaluation.

use super::const_checks::same_text;
use super::{Content, Enum, Field, Shape};

/// The lowest version whose reader can read `version`, not below `oldest`.
///
/// A reader takes what it does not know for its own newest version. So an older reader copes as
/// long as every field it requires is still there, under the same name and with the same shape, and
/// every variant is one it knows; nested types included, in the versions that were held then.
pub(crate) const fn min_reader(shape: &'static Shape, version: u32, oldest: u32) -> u32 {
    if is_closed(shape, None) || !matches!(shape, Shape::Struct(_)) {
        return version;
    }
    let mut lowest = version;
    while lowest > oldest && reads(shape, lowest - 1, version, None) {
        lowest -= 1;
    }
    lowest
}

/// The types around the one that is looked at.
struct Around<'a> {
    name: &'a str,
    /// The versions it is compared in.
    reader: u32,
    writer: u32,
    outer: Option<&'a Around<'a>>,
}

const fn is_around(around: Option<&Around<'_>>, name: &str) -> bool {
    match around {
        None => false,
        Some(around) => same_text(around.name, name) || is_around(around.outer, name),
    }
}

/// Whether the same type is compared in the same versions further out.
const fn is_compared(around: Option<&Around<'_>>, name: &str, reader: u32, writer: u32) -> bool {
    match around {
        None => false,
        Some(one) => {
            let same = one.reader == reader && one.writer == writer && same_text(one.name, name);
            same || is_compared(one.outer, name, reader, writer)
        }
    }
}

/// Whether a reader whose newest version of this is `reader` can read what `writer` writes.
const fn reads(shape: &Shape, reader: u32, writer: u32, around: Option<&Around<'_>>) -> bool {
    match shape {
        Shape::Option(inner)
        | Shape::List(inner)
        | Shape::Array(inner, _)
        | Shape::Foreign(inner) => reads(inner, reader, writer, around),
        Shape::Map { key, value } => {
            reads(key, reader, writer, around) && reads(value, reader, writer, around)
        }
        Shape::Tuple(items) => {
            let mut i = 0;
            while i < items.len() {
                #[allow(clippy::indexing_slicing, reason = "i < len")]
                if !reads(items[i], reader, writer, around) {
                    return false;
                }
                i += 1;
            }
            true
        }
        Shape::Struct(table) => {
            let (reader, writer) = (at_most(reader, table.version), at_most(writer, table.version));
            let around = Around { name: table.name, reader, writer, outer: around };
            reader == writer || reads_fields(table.fields, reader, writer, &around)
        }
        Shape::Enum(table) => {
            let (reader, writer) = (at_most(reader, table.version), at_most(writer, table.version));
            let around = Around { name: table.name, reader, writer, outer: around };
            reader == writer || reads_variants(table, reader, writer, &around)
        }
        // Const evaluation cannot follow the edge; where it leads elsewhere, the careful answer is no.
        Shape::Recursive { name, .. } => {
            reader == writer || is_compared(around, name, reader, writer)
        }
        _ => true,
    }
}

const fn at_most(version: u32, newest: u32) -> u32 {
    if version < newest { version } else { newest }
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn reads_fields(fields: &[Field], reader: u32, writer: u32, around: &Around<'_>) -> bool {
    let mut i = 0;
    while i < fields.len() {
        let field = &fields[i];
        i += 1;
        if !field.exists_at(reader) {
            continue;
        }
        if field.exists_at(writer) {
            let (held, holds) = (field.holds.at(reader), field.holds.at(writer));
            if !reads(field.shape, held, holds, Some(around)) {
                return false;
            }
        } else {
            let replaced = has_name_at(fields, field.name, writer);
            let renamed = !field.member.is_empty();
            if replaced || renamed || !field.may_be_absent() {
                return false;
            }
        }
    }
    true
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn reads_variants(table: &Enum, reader: u32, writer: u32, around: &Around<'_>) -> bool {
    let mut i = 0;
    while i < table.variants.len() {
        let variant = &table.variants[i];
        i += 1;
        if variant.since > writer {
            continue;
        }
        let known = variant.since <= reader
            && match &variant.content {
                Content::Unit => true,
                Content::Newtype(shape) => {
                    let (held, holds) = (variant.holds.at(reader), variant.holds.at(writer));
                    reads(shape, held, holds, Some(around))
                }
                Content::Struct(content) => reads_fields(content.fields, reader, writer, around),
            };
        if !known {
            return false;
        }
    }
    true
}

const fn has_name_at(fields: &[Field], name: &str, version: u32) -> bool {
    let mut i = 0;
    while i < fields.len() {
        #[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
        let field = &fields[i];
        if field.exists_at(version) && same_text(field.name, name) {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether unknown fields are refused anywhere inside. A recursive edge leads back to a type around
/// it, which is looked at already; where it leads elsewhere, const evaluation cannot follow it, and
/// the careful answer is yes.
const fn is_closed(shape: &Shape, around: Option<&Around<'_>>) -> bool {
    match shape {
        Shape::Option(inner)
        | Shape::List(inner)
        | Shape::Array(inner, _)
        | Shape::Foreign(inner) => is_closed(inner, around),
        Shape::Map { value, .. } => is_closed(value, around),
        Shape::Tuple(items) => {
            let mut i = 0;
            while i < items.len() {
                #[allow(clippy::indexing_slicing, reason = "i < len")]
                if is_closed(items[i], around) {
                    return true;
                }
                i += 1;
            }
            false
        }
        Shape::Struct(table) => {
            let around = Around { name: table.name, reader: 0, writer: 0, outer: around };
            table.closed || any_field_is_closed(table.fields, Some(&around))
        }
        Shape::Enum(table) => {
            let around = Around { name: table.name, reader: 0, writer: 0, outer: around };
            let mut i = 0;
            while i < table.variants.len() {
                #[allow(clippy::indexing_slicing, reason = "i < len")]
                let closed = match &table.variants[i].content {
                    Content::Unit => false,
                    Content::Newtype(inner) => is_closed(inner, Some(&around)),
                    Content::Struct(inner) => {
                        inner.closed || any_field_is_closed(inner.fields, Some(&around))
                    }
                };
                if closed {
                    return true;
                }
                i += 1;
            }
            table.closed
        }
        Shape::Recursive { name, .. } => !is_around(around, name),
        _ => false,
    }
}

const fn any_field_is_closed(fields: &[Field], around: Option<&Around<'_>>) -> bool {
    let mut i = 0;
    while i < fields.len() {
        #[allow(clippy::indexing_slicing, reason = "i < len")]
        if is_closed(fields[i].shape, around) {
            return true;
        }
        i += 1;
    }
    false
}
