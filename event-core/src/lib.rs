//! The runtime of `versioned-events`: envelope, decoding, encoding, schema tables, masking, registry.
//!
//! Depend on `versioned-events` instead, which adds the derives and the documentation. This crate
//! never depends on a macro crate.

#![warn(unreachable_pub)] // `pub` means public

mod batch;
mod clock;
mod const_text;
#[cfg(feature = "contract")]
pub mod contract;
mod decode;
mod derived;
mod drift;
mod encode;
mod envelope;
mod error;
mod event;
mod history_check;
mod json;
pub mod json_schema;
mod key;
mod mask;
mod probe;
mod raw;
pub mod registry;
#[cfg(feature = "garde")]
mod rules;
pub mod schema;
mod set;
mod set_check;
mod trace;
mod types;
mod validated;
mod writes_as;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use clock::{Clock, SystemClock, TestClock};
pub use decode::{Decode, Version};
pub use encode::{Encode, View};
pub use envelope::{Envelope, EnvelopeBuilder};
pub use error::{BatchError, Code, DecodeError, EncodeCode, EncodeError};
pub use event::Event;
pub use json::{Limits, diagnose};
pub use json_schema::Openness;
pub use key::{Key, KeyPart, RecordKey};
pub use mask::Mask;
pub use raw::RawEvent;
pub use registry::Registry;
pub use schema::Schema;
pub use set::EventSet;
pub use trace::{SpanId, Trace, TraceId};
pub use types::{Bytes, MapKey, TextKey};
pub use writes_as::WritesAs;
