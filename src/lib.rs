#![doc = include_str!("../README.md")]

#[doc(hidden)]
pub use event_core::__private;
#[doc(inline)]
pub use event_core::*;
#[cfg(feature = "derive")]
pub use event_derive::{Event, EventSet, Schema};
