//! The types that can be fields: how each is read, written and described.
//!
//! Every visitor here takes exactly what the shape beside it describes, so that a JSON Schema made
//! from the shape accepts what the decoder accepts.

mod any;
mod bytes;
mod containers;
#[cfg(feature = "rust_decimal")]
mod decimal;
pub(crate) mod decimal_text;
mod maps;
pub(crate) mod numbers;
pub(crate) mod text;
mod texts;
mod tuples;
mod utc;

pub use bytes::Bytes;
pub use maps::{MapKey, TextKey};
pub(crate) use utc::UtcRoom;
