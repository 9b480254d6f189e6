//! What every attribute promises, one module each: literal JSON in, literal JSON out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(
    clippy::ptr_arg,
    clippy::box_collection,
    reason = "functions and types as fields want them"
)]

mod alias;
mod debug;
mod default;
mod deny_unknown_fields;
mod deprecated;
mod field_tag;
mod garde;
mod key;
mod keyless;
#[path = "crate.rs"]
mod krate;
mod masked;
mod newer;
mod recursive;
mod removed;
mod rename;
mod renamed;
mod schema;
mod serde;
mod since;
mod skip_serializing_if;
mod source;
mod support;
mod tag;
mod topic;
mod r#type;
mod validate;
mod validate_paths;
mod version;
mod was;
mod with;
