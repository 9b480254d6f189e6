//! Dates after which something may go.

use chrono::NaiveDate;
use event_contract::Contract;

use crate::difference::Inside;
use crate::place::places;
use crate::rust_type::rust_type;

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
    let own = |path: &str, name: &str| path.ends_with(&format!(".{name}"));
    let mut found: Vec<Sunset> = Vec::new();
    for place in places(contract) {
        let Some(field) = place.field.filter(|field| own(&place.path, &field.name)) else {
            continue;
        };
        let date = field.deprecated.as_ref().and_then(|deprecated| deprecated.sunset.parse().ok());
        let Some(date) = date.filter(|_| found.iter().all(|one| one.path != place.path)) else {
            continue;
        };
        found.push(Sunset {
            path: place.path,
            name: field.name.clone(),
            date,
            type_in_rust: rust_type(&field.ty),
            inside: place.inside,
        });
    }
    found
}
