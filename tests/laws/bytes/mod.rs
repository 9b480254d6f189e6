//! What holds for any bytes: one function for each fuzz target in `fuzz/`, which are tried here on
//! arbitrary and on damaged records too.

pub mod errors;
mod payload;
pub mod reading;
mod targets;
mod twin;

pub use payload::payload;
pub use targets::*;

/// A property of any bytes.
pub type Property = fn(&[u8]);

/// Every property, by the name of its fuzz target.
pub const TARGETS: &[(&str, Property)] = &[
    ("event", event),
    ("set", set),
    ("batch", batch),
    ("payload", payload),
    ("limits", limits),
    ("problems", problems),
    ("against_serde_json", against_serde_json),
    ("registry", registry),
    ("traceparent", traceparent),
];
