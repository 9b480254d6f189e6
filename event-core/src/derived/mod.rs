//! What derived types are read and written with. Generated code holds the names and the types of
//! fields; everything that needs neither is here, once.

mod broken;
mod enums;
mod loss;
mod reading;
mod step;
mod structs;
mod writing;

pub(crate) use broken::{Broken, known_rule};
pub use enums::{Variants, read_enum, unknown_variant, write_enum};
pub(crate) use loss::drop_default;
#[cfg(feature = "garde")]
pub(crate) use loss::rule_text;
pub(crate) use loss::{Loss, located, refuse_here};
pub use loss::{drop_absent, no_way_back};
pub use reading::{Reading, converted, fill, foreign_or_absent};
pub use step::{Nowhere, Step, no_step_back, same_again, write_earlier};
pub use structs::{Fields, FieldsBeside, read_struct, write_struct};
pub use writing::{Foreign, NeverAbsent, Writing};

use std::any::type_name;
use std::fmt::Display;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

use serde::de::Error;

use crate::decode::{Decode, Version};
use crate::error::ConversionFailure;
use crate::json::TOO_DEEP;

/// That something failed. What it was, the object knows that was read or written.
#[derive(Debug)]
pub struct Failed;

/// What reading makes.
pub type Made<T> = Result<T, Failed>;

/// That something was read or written.
pub type Done = Result<(), Failed>;

/// Marks what is carried through serde's errors. Drawn anew in every process, so that no text of a
/// record or of a foreign type can pass for it.
static MARK: LazyLock<String> =
    LazyLock::new(|| format!("\u{1}{:016x}\u{1}", RandomState::new().hash_one("mark")));

/// The error of a conversion, marked as what it is and where it belongs; without a field, it is the
/// step from an earlier event.
fn conversion_text<F: Display>(error: &F, field: &'static str) -> String {
    let (mark, type_name) = (MARK.as_str(), type_name::<F>());
    format!("{mark}{field}{mark}{type_name}{mark}{error}{mark}")
}

/// The error of a foreign type, without its words: they may quote values, and speak of places in a
/// text of their own.
fn refused<E: Error>(error: &E, field: &'static str) -> E {
    let text = error.to_string();
    match text.starts_with(TOO_DEEP) {
        true => E::custom(TOO_DEEP),
        false => E::custom(format_args!("{mark}{field}{mark}", mark = MARK.as_str())),
    }
}

/// What was carried through a serde error: the field that refused its value, and what a conversion
/// said of it.
pub(crate) struct Refusal<'a> {
    pub(crate) field: &'a str,
    pub(crate) conversion: Option<ConversionFailure>,
}

impl<'a> Refusal<'a> {
    /// The refusal in the text of a serde error, if there is one.
    pub(crate) fn in_text(text: &'a str) -> Option<Self> {
        let mut parts = text.split(MARK.as_str()).skip(1);
        let field = parts.next()?;
        let conversion = match (parts.next(), parts.next(), parts.next()) {
            (Some(type_name), Some(text), Some(_)) => {
                let (type_name, text) = (type_name.to_owned(), text.to_owned());
                Some(ConversionFailure { type_name, text })
            }
            _ => None,
        };
        Some(Self { field, conversion })
    }
}

/// The value that `default = "text"` means, given as JSON. Const evaluation has seen that the type
/// reads it.
///
/// # Errors
/// If it does not after all: a `Decode` by hand may refuse what its shape takes.
pub fn default_from_json<T: Decode>(json: &'static str) -> Made<T> {
    T::decode(&mut serde_json::Deserializer::from_str(json), Version::NEWEST).map_err(|_| Failed)
}
