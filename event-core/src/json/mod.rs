//! JSON: everything that knows how records are read and written lies behind here. serde_json reads, a
//! writer of its own writes.
//!
//! Nothing outside depends on how it is done, so that another reader can take serde_json's place.

mod ahead;
mod broken;
mod diagnose;
mod facts;
mod follow;
mod header;
mod leaf;
mod locate;
mod name;
mod raw;
mod read;
mod scan;
mod walk;
mod write;
mod writer;

#[cfg(feature = "contract")]
pub(crate) use diagnose::check_payload;
pub use diagnose::diagnose;
pub(crate) use facts::well_formed;
#[cfg(feature = "garde")]
pub(crate) use follow::{Followed, end_of, follow};
pub(crate) use header::{ENVELOPE, Header};
pub(crate) use name::{borrowed_text, next_name};
#[cfg(feature = "rust_decimal")]
pub(crate) use raw::raw_json;
pub(crate) use raw::{Chain, TOO_DEEP, carried, kept_json};
pub(crate) use read::{read_envelope, read_payload};
pub use write::encode_json;
#[cfg(feature = "garde")]
pub(crate) use write::json_in;
pub(crate) use write::{write_envelope, write_envelope_as};

/// How large and how deep a record may be.
///
/// ```
/// use event_core::Limits;
/// let limits = Limits::DEFAULT.bytes(1 << 20).depth(16);
/// assert_eq!(limits, Limits { bytes: 1 << 20, depth: 16 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole record.
    pub bytes: usize,
    /// Lists and objects inside each other, the envelope itself included.
    pub depth: usize,
}

impl Limits {
    /// 16 MiB, and as deep as the reader goes: 127. A lower depth costs one more look at the bytes.
    pub const DEFAULT: Self = Self { bytes: 16 << 20, depth: Self::DEEPEST };

    /// What the reader itself allows, so that no record can exhaust the stack.
    pub const DEEPEST: usize = 127;

    /// How deep a value may be that stands before the tag of its enum, and has to be kept for later.
    /// Written records have the tag first.
    pub const DEEPEST_KEPT: usize = 32;

    /// Bytes of the whole record.
    #[must_use]
    pub const fn bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// Lists and objects inside each other; more than [`Limits::DEEPEST`] is that.
    #[must_use]
    pub const fn depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
