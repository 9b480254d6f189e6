//! What derived types are read and written with. Generated code holds the names and the types of
//! fields; everything that needs neither is here, once.

mod enums;
mod structs;

pub use enums::{Variants, read_enum, unknown_variant, write_enum};
pub use structs::{
    FieldsBeside, Foreign, NeverAbsent, ReadFields, WriteFields, foreign_or_absent, read_foreign,
    read_struct, refuse_field, skip_field, write_foreign, write_struct,
};

use std::any::type_name;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

use serde::de::Error;

use crate::decode::{Decode, Version};
use crate::error::ConversionFailure;
use crate::json::TOO_DEEP;

/// Marks what is carried through serde's errors. Drawn anew in every process, so that no text of a
/// record or of a foreign type can pass for it.
static MARK: LazyLock<String> =
    LazyLock::new(|| format!("\u{1}{:016x}\u{1}", RandomState::new().hash_one("mark")));

/// What a `try_with` function gave, its error marked as what it is and where it belongs.
///
/// # Errors
/// The function's error.
pub fn converted<T, F: std::fmt::Display, E: Error>(
    result: Result<T, F>,
    field: &'static str,
) -> Result<T, E> {
    result.map_err(|error| {
        let (mark, type_name) = (MARK.as_str(), type_name::<F>());
        E::custom(format_args!("{mark}{field}{mark}{type_name}{mark}{error}{mark}"))
    })
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

/// Fills a slot once.
///
/// # Errors
/// If it is full.
pub fn fill<T, E: Error>(slot: &mut Option<T>, value: T) -> Result<(), E> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::custom("duplicate field")),
    }
}

/// The value that `default = "text"` means, given as JSON. Const evaluation has seen that the type
/// reads it.
///
/// # Errors
/// If it does not after all: a `Decode` by hand may refuse what its shape takes.
pub fn default_from_json<T: Decode, E: Error>(json: &'static str) -> Result<T, E> {
    T::decode(&mut serde_json::Deserializer::from_str(json), Version::NEWEST)
        .map_err(|_| E::custom("the default does not fit"))
}
