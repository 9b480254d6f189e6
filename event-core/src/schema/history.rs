//! Which versions older readers can read: what the table says, in const evaluation.

use super::const_checks::same_text;
use super::{Content, Field, Shape};

/// The lowest version whose reader can read `version`, not below `oldest`.
///
/// A reader takes what it does not know for its own newest version. So an older reader copes as
/// long as every field it requires is still there, under the same name and with the same shape.
pub(crate) const fn min_reader(shape: &'static Shape, version: u32, oldest: u32) -> u32 {
    if is_closed(shape, None) {
        return version;
    }
    let Shape::Struct(table) = shape else { return version };
    let mut lowest = version;
    while lowest > oldest && reads(table.fields, lowest - 1, version) {
        lowest -= 1;
    }
    lowest
}

/// Whether a reader whose newest version is `reader` can read what `writer` writes.
const fn reads(fields: &[Field], reader: u32, writer: u32) -> bool {
    let mut i = 0;
    while i < fields.len() {
        #[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
        let field = &fields[i];
        if field.exists_at(reader) && !field.exists_at(writer) {
            let replaced = has_name_at(fields, field.name, writer);
            let renamed = !field.member.is_empty();
            if replaced || renamed || !field.may_be_absent() {
                return false;
            }
        }
        i += 1;
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

/// The types around the one that is looked at.
struct Around<'a> {
    name: &'a str,
    outer: Option<&'a Around<'a>>,
}

const fn is_around(around: Option<&Around<'_>>, name: &str) -> bool {
    match around {
        None => false,
        Some(around) => same_text(around.name, name) || is_around(around.outer, name),
    }
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
            let around = Around { name: table.name, outer: around };
            table.closed || any_field_is_closed(table.fields, Some(&around))
        }
        Shape::Enum(table) => {
            let around = Around { name: table.name, outer: around };
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
