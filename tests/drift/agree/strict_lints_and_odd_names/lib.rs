//! Nothing that is written of contracts causes a lint or needs a prelude.
#![no_implicit_prelude]
#![warn(missing_docs, unreachable_pub, unused_qualifications, clippy::pedantic)]
#![warn(let_underscore_drop, non_upper_case_globals, single_use_lifetimes, unused_results)]

mod core {}
mod std {}

/// An event without fields.
#[derive(::versioned_events::Event)]
#[event(type = "empty", version = 2, keyless)]
pub struct Empty {}

/// Names that are no names in Rust.
#[derive(::versioned_events::Event)]
#[event(type = "odd.names", version = 2, key = "order_id")]
#[event(removed(name = "2fa \"yes\"", type = "Inside", until = 1))]
#[serde(rename_all = "kebab-case")]
pub struct OddNames {
    /// A key.
    pub order_id: ::uuid::Uuid,
    /// A keyword.
    pub r#type: ::std::option::Option<Inside>,
    /// Letters of another alphabet.
    #[serde(rename = "größe")]
    pub size: Inside,
}

/// A nested type.
#[derive(::versioned_events::Schema)]
pub struct Inside {
    /// A field.
    pub on: bool,
}
