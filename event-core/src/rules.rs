//! Value rules of garde: checked before an event is written and after it was read.
//!
//! Only the names of rules and the places of values are taken from what garde says: its texts may
//! quote values.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::fmt::Display;

use garde::error::Kind;
use garde::i18n::{
    I18n, InvalidCreditCard, InvalidEmail, InvalidPhoneNumber, InvalidUrl, IpKind, with_i18n,
};
use garde::{Report, Validate};

use crate::decode::Version;
use crate::derived::{Broken, known_rule, rule_text};
use crate::encode::View;
use crate::error::EncodeCode;
use crate::event::Event;
use crate::json::{Followed, end_of, follow, json_in};
use crate::mask::STARS;

/// How many broken rules of one event are told.
const MOST: usize = 20;

/// An event whose value rules are to be checked.
///
/// The constant and the methods are there if it has rules; else those of [`NoRules`] stand in, and const
/// evaluation has refused it in our words.
pub struct Rules<'a, E>(pub &'a E);

impl<E: Validate> Rules<'_, E> {
    /// It has rules, perhaps for a context that nobody has here.
    pub const EXIST_SOMEWHERE: bool = true;
}

impl<E: Validate<Context = ()>> Rules<'_, E> {
    /// It has rules.
    pub const EXIST: bool = true;
}

impl<E: Event + Validate<Context = ()>> Rules<'_, E> {
    /// Checks what was read. What a rule says of masked values is not heard: they may be stars.
    ///
    /// # Errors
    /// The rules that are broken.
    #[inline]
    pub fn check_read<F: serde::de::Error>(&self) -> Result<(), F> {
        match report(self.0) {
            Ok(()) => Ok(()),
            Err(report) => refuse_read(self.0, &report),
        }
    }

    /// Checks what is to be written, before it is masked.
    ///
    /// # Errors
    /// The first rule that is broken.
    #[inline]
    pub fn check_written<F: serde::ser::Error>(&self) -> Result<(), F> {
        match report(self.0) {
            Ok(()) => Ok(()),
            Err(report) => refuse_written(self.0, &report),
        }
    }
}

/// What stands in where there are no rules.
pub trait NoRules: Sized {
    /// There are none.
    const EXIST_SOMEWHERE: bool = false;
    /// There are none.
    const EXIST: bool = false;

    /// Nothing to check.
    ///
    /// # Errors
    /// None.
    fn check_read<F: serde::de::Error>(&self) -> Result<(), F> {
        Ok(())
    }

    /// Nothing to check.
    ///
    /// # Errors
    /// None.
    fn check_written<F: serde::ser::Error>(&self) -> Result<(), F> {
        Ok(())
    }
}

impl<E> NoRules for Rules<'_, E> {}

fn report<E: Validate<Context = ()>>(event: &E) -> Result<(), Report> {
    with_i18n(Names, || event.validate())
}

#[cold]
fn refuse_read<E: Event, F: serde::de::Error>(event: &E, report: &Report) -> Result<(), F> {
    let json = LazyCell::new(|| json_in(event, View::UNMASKED));
    let counts = |broken: &Broken| {
        // Most often the schema alone can tell.
        let there = followed::<E>(None, broken);
        let there = if there.is_whole { there } else { followed::<E>(json.as_deref(), broken) };
        !depends_on_masked(broken, &there)
    };
    let broken: Vec<_> = broken(report).filter(counts).take(MOST).collect();
    match broken.is_empty() {
        true => Ok(()),
        false => Err(F::custom(Broken::text(&broken))),
    }
}

#[cold]
fn refuse_written<E: Event, F: serde::ser::Error>(event: &E, report: &Report) -> Result<(), F> {
    let json = json_in(event, View::UNMASKED);
    let masked = LazyCell::new(|| json_in(event, View::MASKED));
    for broken in broken(report) {
        let there = followed::<E>(json.as_deref(), &broken);
        let in_masked_form = || {
            let masked = masked.as_deref();
            is_masked_form(json.as_deref(), &there, masked, &followed::<E>(masked, &broken))
        };
        if !(depends_on_masked(&broken, &there) && in_masked_form()) {
            let text = rule_text(EncodeCode::RuleBroken, &there.path, broken.rule);
            return Err(F::custom(text));
        }
    }
    Ok(())
}

/// Where the value is in the event as it would be written, or by the schema alone.
fn followed<E: Event>(json: Option<&str>, broken: &Broken) -> Followed {
    let start = json.map(|_| 0);
    follow(json.unwrap_or_default(), start, E::SHAPE, Version::NEWEST.number(), &broken.steps)
}

/// Whether the rule may have looked at a masked value.
fn depends_on_masked(broken: &Broken, there: &Followed) -> bool {
    there.masked.is_some()
        || match broken.rule {
            "required" => false,
            "matches" => there.is_beside_masked,
            "custom" => there.holds_masked,
            // A rule on a struct is one on the only field inside it.
            _ => there.holds_masked && there.has_fields,
        }
}

/// Whether a masked value is written as it is: it was read in masked form, and is passed on. Where a
/// rule looked at more than that value, only stars can tell.
fn is_masked_form(
    json: Option<&str>,
    there: &Followed,
    masked: Option<&str>,
    other: &Followed,
) -> bool {
    let value = |json: Option<&str>, followed: &Followed| {
        let at = followed.masked.unwrap_or(followed.at)?;
        let end = end_of(json?, at)?;
        json?.get(at..end).map(str::to_owned)
    };
    let (value, other) = (value(json, there), value(masked, other));
    let shows_it = |value: &String| match there.masked {
        // Nothing is hidden in what is not there, or empty.
        Some(_) => !["null", "[]", "{}", "\"\""].contains(&value.as_str()),
        None => value.contains(STARS),
    };
    value == other && value.as_ref().is_some_and(shows_it)
}

/// What a report says, without its texts.
fn broken(report: &Report) -> impl Iterator<Item = Broken> {
    report.iter().map(|(path, error)| {
        let parts = path.__iter().rev().filter(|(kind, _)| *kind != Kind::None);
        let steps = parts.map(|(_, part)| part.to_string()).collect();
        Broken { rule: known_rule(error.message()).unwrap_or("custom"), steps }
    })
}

/// Says the names of rules in place of what they are about.
struct Names;

impl I18n for Names {
    fn length_lower_than(&self, _: usize) -> Cow<'static, str> {
        "length".into()
    }

    fn length_greater_than(&self, _: usize) -> Cow<'static, str> {
        "length".into()
    }

    fn range_lower_than(&self, _: &dyn Display) -> Cow<'static, str> {
        "range".into()
    }

    fn range_greater_than(&self, _: &dyn Display) -> Cow<'static, str> {
        "range".into()
    }

    fn credit_card_invalid(&self, _: InvalidCreditCard) -> Cow<'static, str> {
        "credit_card".into()
    }

    fn pattern_no_match(&self, _: &dyn Display) -> Cow<'static, str> {
        "pattern".into()
    }

    fn contains_missing(&self, _: &dyn Display) -> Cow<'static, str> {
        "contains".into()
    }

    fn url_invalid(&self, _: InvalidUrl) -> Cow<'static, str> {
        "url".into()
    }

    fn prefix_missing(&self, _: &dyn Display) -> Cow<'static, str> {
        "prefix".into()
    }

    fn suffix_missing(&self, _: &dyn Display) -> Cow<'static, str> {
        "suffix".into()
    }

    fn phone_number_invalid(&self, _: InvalidPhoneNumber) -> Cow<'static, str> {
        "phone_number".into()
    }

    fn ip_invalid(&self, _: IpKind) -> Cow<'static, str> {
        "ip".into()
    }

    fn matches_field_mismatch(&self, _: &dyn Display) -> Cow<'static, str> {
        "matches".into()
    }

    fn email_invalid(&self, _: InvalidEmail) -> Cow<'static, str> {
        "email".into()
    }

    fn ascii_invalid(&self) -> Cow<'static, str> {
        "ascii".into()
    }

    fn alphanumeric_invalid(&self) -> Cow<'static, str> {
        "alphanumeric".into()
    }

    fn required_not_set(&self) -> Cow<'static, str> {
        "required".into()
    }
}
