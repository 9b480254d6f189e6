//! Contract files: what was published of one version of one event type.
//!
//! A contract is text that people review and never edit: canonical, one field a line, closed by a
//! digest. This crate turns text into a [`Contract`] and back, and knows where the files are. What
//! the code says, and whether two contracts get along, is not here.
//!
//! ```
//! use event_contract::Contract;
//!
//! let text = r#"{
//!   "contract": 1,
//!   "type": "lamp.switched",
//!   "version": 1,
//!   "min_reader_version": 1,
//!   "fields": [
//!     {"name": "on", "type": "bool"}
//!   ],
//!   "digest": "49d1c0b1c3f1a5f6"
//! }
//! "#;
//! let error = Contract::from_text(text).unwrap_err();
//! assert_eq!(error.what(), "it does not match its digest");
//! ```

#![warn(unreachable_pub)] // `pub` means public

mod canonical;
mod contract;
mod digest;
mod error;
mod files;
mod grammar;
mod in_rust;
mod lines;
mod object;
mod read;
mod sample;
mod value_rule;
mod write;

pub use canonical::canonical;
pub use contract::{
    Content, Contract, Default, Definition, DefinitionContent, Deprecated, Enum, Field, Masked,
    Struct, Tagging, Variant,
};
pub use error::ContractError;
pub use files::{ACCEPTING, DIRECTORY, contract_file, published_versions, sample_file};
pub use grammar::{Format, Ty};
pub use sample::{Outcome, Sample, Samples};
pub use value_rule::ValueRule;
