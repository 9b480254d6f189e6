//! Where a type that contains itself leads back to.

use std::sync::OnceLock;

use super::Shape;

/// Leads to the shape of a type that contains itself.
///
/// A type in code is found through a function; a table that was read from elsewhere is tied together
/// once all of it is there.
#[derive(Clone, Copy, Debug)]
pub struct Edge(To);

#[derive(Clone, Copy, Debug)]
enum To {
    Type(fn() -> &'static Shape),
    Table(&'static OnceLock<&'static Shape>),
}

impl Edge {
    /// To a type in code.
    #[must_use]
    pub const fn to_type(shape: fn() -> &'static Shape) -> Self {
        Self(To::Type(shape))
    }

    /// To a table that is still being put together; until it is, anything fits.
    #[must_use]
    pub const fn to_table(shape: &'static OnceLock<&'static Shape>) -> Self {
        Self(To::Table(shape))
    }

    /// The shape it leads to.
    #[must_use]
    pub fn follow(&self) -> &'static Shape {
        match self.0 {
            To::Type(shape) => shape(),
            To::Table(shape) => shape.get().copied().unwrap_or(&Shape::Any),
        }
    }
}
