//! Whether anything inside a type is masked: asked in const evaluation.

use super::const_checks::same_text;
use super::{Content, Field, Shape};

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

/// Whether a field of this type, or of a type inside, is masked.
#[must_use]
pub const fn has_masked(shape: &Shape) -> bool {
    is_masked_inside(shape, None)
}

/// Whether one of these fields, or something inside them, is masked.
pub(crate) const fn any_is_masked(fields: &[Field]) -> bool {
    any_is_masked_inside(fields, None)
}

/// An edge that leads back to a type around it leads to nothing new; where it leads elsewhere, const
/// evaluation cannot follow it, and the careful answer is yes.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn is_masked_inside(shape: &Shape, around: Option<&Around<'_>>) -> bool {
    match shape {
        Shape::Option(inner)
        | Shape::List(inner)
        | Shape::Array(inner, _)
        | Shape::Map { value: inner, .. } => is_masked_inside(inner, around),
        Shape::Tuple(items) => {
            let mut i = 0;
            while i < items.len() {
                if is_masked_inside(items[i], around) {
                    return true;
                }
                i += 1;
            }
            false
        }
        Shape::Struct(table) => {
            let around = Around { name: table.name, outer: around };
            any_is_masked_inside(table.fields, Some(&around))
        }
        Shape::Enum(table) => {
            let around = Around { name: table.name, outer: around };
            let mut i = 0;
            while i < table.variants.len() {
                let masked = match &table.variants[i].content {
                    Content::Unit => false,
                    Content::Newtype(inner) => is_masked_inside(inner, Some(&around)),
                    Content::Struct(inner) => any_is_masked_inside(inner.fields, Some(&around)),
                };
                if masked {
                    return true;
                }
                i += 1;
            }
            false
        }
        Shape::Recursive { name, .. } => !is_around(around, name),
        _ => false,
    }
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn any_is_masked_inside(fields: &[Field], around: Option<&Around<'_>>) -> bool {
    let mut i = 0;
    while i < fields.len() {
        // What today's struct no longer has, nothing can take out of it.
        let is_there = !fields[i].member.is_empty();
        if is_there && (fields[i].masked.is_some() || is_masked_inside(fields[i].shape, around)) {
            return true;
        }
        i += 1;
    }
    false
}
