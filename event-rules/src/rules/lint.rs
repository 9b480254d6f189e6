//! What lints have in common: a look at every place of one contract.

use event_contract::Contract;

use crate::place::{Place, places};
use crate::rule::{Found, label};

/// The places that a lint minds.
pub(super) fn types(contract: &Contract, minds: impl Fn(&Place<'_>) -> bool) -> Vec<Found> {
    let places = places(contract);
    places.iter().filter(|place| minds(place)).map(|place| found(contract, place)).collect()
}

pub(super) fn found(contract: &Contract, place: &Place<'_>) -> Found {
    let mut found = Found::at(contract, &place.path, place.name);
    found.label = label(&place.path);
    found.after = place.ty.to_string();
    found.type_after = place.ty.in_rust();
    found.inside = place.inside.clone();
    found
}
