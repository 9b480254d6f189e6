//! Where a writer stopped: the path at the end of what it had written.

use super::walk::Walk;
use crate::schema::Shape;

/// The path at the end of a payload that broke off while that version was written.
pub(crate) fn path_of_partial(
    written: &str,
    shape: Option<&'static Shape>,
    version: u32,
) -> String {
    let mut walk = Walk::locating(written, "$.data", written.len());
    walk.value(0, shape.unwrap_or(&Shape::Any), version);
    walk.into_located()
}
