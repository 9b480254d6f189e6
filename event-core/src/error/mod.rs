//! What can go wrong with a record: stable codes, where, what was expected. Never a value.

mod code;
mod decode;
mod encode;

pub use code::Code;
pub use decode::{BatchError, DecodeError};
pub(crate) use decode::{ConversionFailure, Problem};
pub use encode::{EncodeCode, EncodeError};

/// Said to a serializer when a float is NaN or infinite.
pub(crate) const NOT_FINITE: &str = "not finite";
/// Said to a serializer when a value has no text that every reader takes.
pub(crate) const OUT_OF_RANGE: &str = "out of range";
