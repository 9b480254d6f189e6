//! The types around, which edges of recursion lead back to.

use super::promised::Promised;
use crate::schema::Shape;
use crate::schema::const_checks::same_text;

/// A type that the compared one is inside of.
pub(super) struct Around<'a> {
    pub(super) code: &'a Shape,
    /// The version of it that the code holds.
    pub(super) held: u32,
    pub(super) promised: &'a Promised,
    pub(super) outer: Option<&'a Around<'a>>,
}

pub(super) const fn at_most(version: u32, newest: u32) -> u32 {
    if version < newest { version } else { newest }
}

pub(super) const fn name(shape: &Shape) -> &'static str {
    match shape {
        Shape::Struct(table) => table.name,
        Shape::Enum(table) => table.name,
        Shape::Recursive { name, .. } => name,
        _ => "",
    }
}

const fn module(shape: &Shape) -> &'static str {
    match shape {
        Shape::Struct(table) => table.module,
        Shape::Enum(table) => table.module,
        _ => "",
    }
}

/// The newest version of a named type.
pub(super) const fn newest(shape: &Shape) -> u32 {
    match shape {
        Shape::Struct(table) => table.version,
        Shape::Enum(table) => table.version,
        _ => 0,
    }
}

impl<'a> Around<'a> {
    /// The type in the code that an edge leads to; `None` if it is out of sight, or if two are called
    /// the same.
    pub(super) const fn code(around: Option<&Around<'a>>, shape: &'a Shape) -> Option<&'a Shape> {
        let Shape::Recursive { name: sought, .. } = shape else { return Some(shape) };
        let mut found: Option<&'a Shape> = None;
        let mut next = around;
        while let Some(one) = next {
            if same_text(name(one.code), sought) {
                match found {
                    Some(other) if !same_text(module(other), module(one.code)) => return None,
                    _ => found = Some(one.code),
                }
            }
            next = one.outer;
        }
        found
    }

    /// The promised type that an edge leads to.
    pub(super) const fn promised(
        around: Option<&Around<'a>>,
        promised: &'a Promised,
    ) -> Option<&'a Promised> {
        let Promised::Edge(sought) = promised else { return Some(promised) };
        let mut next = around;
        while let Some(one) = next {
            if same_text(one.promised.name(), sought) {
                return Some(one.promised);
            }
            next = one.outer;
        }
        None
    }

    /// Whether the same two are compared further out.
    pub(super) const fn compares(
        around: Option<&Around<'_>>,
        code: &Shape,
        held: u32,
        promised: &Promised,
    ) -> bool {
        let mut next = around;
        while let Some(one) = next {
            if one.held == held
                && same_text(name(one.code), name(code))
                && same_text(module(one.code), module(code))
                && same_text(one.promised.name(), promised.name())
            {
                return true;
            }
            next = one.outer;
        }
        false
    }
}
