//! Dates after which something may go.

use chrono::NaiveDate;
use event_contract::Contract;

use crate::difference::Inside;
use crate::place::{Place, places};

/// A field with a date.
pub(crate) struct Sunset {
    pub(crate) path: String,
    pub(crate) name: String,
    pub(crate) date: NaiveDate,
    pub(crate) type_in_rust: String,
    pub(crate) inside: Inside,
}

/// The fields that have a date, each once.
pub(crate) fn sunsets(contract: &Contract) -> Vec<Sunset> {
    let sunset = |place: Place<'_>| {
        let field = place.field?;
        Some(Sunset {
            date: field.deprecated.as_ref()?.sunset.parse().ok()?,
            path: place.path,
            name: field.name.clone(),
            type_in_rust: field.ty.in_rust(),
            inside: place.inside,
        })
    };
    places(contract).into_iter().filter(|place| place.is_own).filter_map(sunset).collect()
}
