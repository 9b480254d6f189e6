//! What a version or a value rule does not allow: found while it is written, with its code and its path.

use serde::ser::Error;

use super::{Done, Failed, MARK, Writing, known_rule};
use crate::encode::{Encode, In, View};
use crate::error::EncodeCode;

/// Leaves out a field that the version does not have.
///
/// # Errors
/// If its value would be missing afterwards.
pub fn drop_absent(is_absent: bool, field: &'static str, to: &mut impl Writing) -> Done {
    match is_absent {
        true => Ok(()),
        false => Err(refuse(EncodeCode::WouldBeLost, field, to)),
    }
}

/// Leaves out a field that the version does not have, and that reads as `stand_in` without it.
///
/// # Errors
/// If its value is another.
pub(crate) fn drop_default<T: Encode>(
    value: &T,
    stand_in: &T,
    field: &'static str,
    to: &mut impl Writing,
) -> Done {
    // Values need not be comparable, but what is written of them is.
    let json = |value: &T| serde_json::to_string(&In(value, View::UNMASKED)).ok();
    drop_absent(json(value).is_some_and(|json_of| Some(json_of) == json(stand_in)), field, to)
}

/// Says that today's struct cannot give what the version has in this field.
pub fn no_way_back(field: &'static str, to: &mut impl Writing) -> Failed {
    refuse(EncodeCode::NotWritable, field, to)
}

fn refuse(code: EncodeCode, field: &'static str, to: &mut impl Writing) -> Failed {
    to.fail(loss_text(code, format_args!(".{field}")))
}

/// The error for a whole value that the version cannot hold.
pub(crate) fn refuse_here<E: Error>(code: EncodeCode) -> E {
    E::custom(loss_text(code, format_args!("")))
}

fn loss_text(code: EncodeCode, path: std::fmt::Arguments<'_>) -> String {
    let mark = MARK.as_str();
    format!("{mark}{code}{mark}{path}{mark}")
}

/// The error for a value rule that is broken.
#[cfg(feature = "garde")]
pub(crate) fn rule_text(code: EncodeCode, path: &str, rule: &str) -> String {
    format!("{}{rule}{}", loss_text(code, format_args!("{path}")), MARK.as_str())
}

/// The error with one more step before its path, if it is one of the above.
#[cold]
pub(crate) fn located<E: Error>(error: E, step: std::fmt::Arguments<'_>) -> E {
    match Loss::in_text(&error.to_string()) {
        Some(Loss { code, path, .. }) => E::custom(loss_text(code, format_args!("{step}{path}"))),
        None => error,
    }
}

/// What was carried through an error: what the version cannot do, and where.
pub(crate) struct Loss<'a> {
    pub(crate) code: EncodeCode,
    pub(crate) path: &'a str,
    /// The value rule that was broken, if that is it.
    pub(crate) rule: Option<&'static str>,
}

impl<'a> Loss<'a> {
    pub(crate) fn in_text(text: &'a str) -> Option<Self> {
        let mut parts = text.split(MARK.as_str()).skip(1);
        let (code, path) = (parts.next()?, parts.next()?);
        let code = EncodeCode::ALL.iter().find(|known| known.as_str() == code)?;
        Some(Self { code: *code, path, rule: parts.next().and_then(known_rule) })
    }
}
