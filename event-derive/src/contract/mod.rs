//! Drift: what was published, and whether the code still says so. The files are read here, and what the
//! derive knows by name is compared; types are left to const evaluation, see `expand/published.rs`.

mod fields;
mod files;
mod names;

use std::path::PathBuf;

use event_contract::{ACCEPTING, Contract};
use proc_macro2::TokenStream;

use crate::errors::Errors;
use crate::expand;
use crate::message::Then;
use crate::model::{Contracts, Event, Field, Period, Removed};

/// What stands beside the code of an event: the checks against its contracts, or what `cargo event`
/// finds it by.
pub(crate) fn beside(event: &Event) -> TokenStream {
    if std::env::var_os(ACCEPTING).is_some() {
        return match &event.contracts {
            Contracts::In(directory) => expand::to_accept(event, directory),
            Contracts::Nowhere => TokenStream::new(),
        };
    }
    let mut errors = Errors::new();
    let published = files::read(event, &mut errors);
    let mut checks = TokenStream::new();
    if let Some(published) = &published {
        let said = said(event);
        names::compare(event, &said, &published.contracts, &mut errors);
        fields::compare(event, &said, &published.contracts, &mut errors);
        checks = expand::published(event, &said, published, errors.is_empty());
    }
    checks.extend(errors.into_tokens());
    checks
}

/// What was published of the versions that a struct describes.
pub(crate) struct Published {
    /// By version.
    pub(crate) contracts: Vec<Contract>,
    /// The files that they stand in.
    pub(crate) files: Vec<PathBuf>,
}

/// An entry of the event's table: one field, as long as it has one name and one type.
pub(crate) struct Said<'a> {
    /// On the wire.
    pub(crate) name: String,
    pub(crate) since: u32,
    pub(crate) until: u32,
    pub(crate) of: Of<'a>,
}

pub(crate) enum Of<'a> {
    Field(&'a Field, &'a Period),
    Removed(&'a Removed),
}

impl Said<'_> {
    pub(crate) fn exists_at(&self, version: u32) -> bool {
        self.since <= version && version <= self.until
    }
}

/// In the order of the table.
fn said(event: &Event) -> Vec<Said<'_>> {
    let fields = event.fields.fields.iter().flat_map(|field| {
        field.periods.iter().map(move |period| Said {
            name: period.name.clone(),
            since: period.since,
            until: period.until.unwrap_or(u32::MAX),
            of: Of::Field(field, period),
        })
    });
    let removed = event.fields.removed.iter().map(|removed| Said {
        name: removed.name.value(),
        since: removed.since,
        until: removed.until,
        of: Of::Removed(removed),
    });
    fields.chain(removed).collect()
}

/// What the sentences call a contract.
fn then<'a>(event: &Event, contract: &'a Contract) -> Then<'a> {
    Then {
        event_type: &contract.event_type,
        version: contract.version,
        is_todays: contract.version == event.item.version,
    }
}
