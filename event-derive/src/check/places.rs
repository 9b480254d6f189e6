//! Where attributes stand, and where those belong that are often written in the wrong place.

use crate::input::Place;

const FIELD: &str = "a field: `#[field(...)]`";
const EVENT: &str = "the event: `#[event(...)]`";
const ENUM: &str = "an enum with `#[derive(Schema)]`: `#[schema(...)]`";
const SET: &str = "a variant of a set with `#[derive(EventSet)]`";
const ITEM: &str = "the struct: `#[event(...)]`, or `#[schema(...)]` on a nested one";
const OWN_ENUM: &str = "the enum: `#[schema(...)]`";

pub(super) const ON_EVENT: Place = Place {
    what: "an event",
    elsewhere: &[
        ("since", FIELD),
        ("default", FIELD),
        ("with", FIELD),
        ("renamed", FIELD),
        ("was", FIELD),
        ("holds", FIELD),
        ("lossy", FIELD),
        ("masked", FIELD),
        ("recursive", FIELD),
        ("schema", FIELD),
        ("tag", ENUM),
        ("content", ENUM),
        ("other", SET),
        ("rename_all", "the struct for serde: `#[serde(rename_all = \"...\")]`"),
    ],
};

pub(super) const ON_SCHEMA: Place = Place {
    what: "a nested type",
    elsewhere: &[
        ("type", EVENT),
        ("key", EVENT),
        ("keyless", EVENT),
        ("source", EVENT),
        ("topic", EVENT),
        ("alias", EVENT),
        ("newer", EVENT),
        ("contracts", EVENT),
        ("oldest", EVENT),
        ("upcast_from", EVENT),
        ("try_upcast_from", EVENT),
        ("validate", EVENT),
        ("since", FIELD),
        ("default", FIELD),
        ("with", FIELD),
        ("renamed", FIELD),
        ("was", FIELD),
        ("holds", FIELD),
        ("lossy", FIELD),
        ("masked", FIELD),
        ("recursive", FIELD),
    ],
};

pub(super) const ON_FIELD: Place = Place {
    what: "a field",
    elsewhere: &[
        ("type", EVENT),
        ("version", EVENT),
        ("key", EVENT),
        ("keyless", EVENT),
        ("source", EVENT),
        ("topic", EVENT),
        ("removed", ITEM),
        ("newer", EVENT),
        ("contracts", EVENT),
        ("oldest", EVENT),
        ("upcast_from", EVENT),
        ("try_upcast_from", EVENT),
        ("debug", ITEM),
        ("alias", "the field for serde: `#[serde(alias = \"...\")]`"),
        ("rename", "the field for serde: `#[serde(rename = \"...\")]`"),
        ("deny_unknown_fields", ITEM),
        ("validate", EVENT),
        ("content", ENUM),
        ("other", SET),
    ],
};

pub(super) const ON_VARIANT: Place = Place {
    what: "a variant",
    elsewhere: &[
        ("renamed", "a field, or give the variant its former name: `#[serde(alias = \"...\")]`"),
        ("was", FIELD),
        ("lossy", FIELD),
        ("masked", FIELD),
        ("default", FIELD),
        ("other", SET),
        ("tag", OWN_ENUM),
        ("content", OWN_ENUM),
        ("alias", "the variant for serde: `#[serde(alias = \"...\")]`"),
        ("rename", "the variant for serde: `#[serde(rename = \"...\")]`"),
    ],
};

pub(super) const ON_SET: Place = Place {
    what: "a set",
    elsewhere: &[
        ("other", "the variant for unknown events"),
        ("type", "the struct of an event"),
        ("version", "the struct of an event"),
        ("key", "the struct of an event"),
        ("keyless", "the struct of an event"),
        ("source", "the struct of an event"),
        ("topic", "the struct of an event"),
        ("alias", "the struct of an event"),
    ],
};

pub(super) const ON_SET_VARIANT: Place = Place {
    what: "a variant of a set",
    elsewhere: &[
        ("type", "the struct of the event"),
        ("version", "the struct of the event"),
        ("key", "the struct of the event"),
        ("keyless", "the struct of the event"),
        ("alias", "the struct of the event"),
        ("crate", "the set"),
    ],
};

/// The arguments of an attribute: `renamed(...)`.
pub(super) const fn inside(what: &'static str) -> Place {
    Place { what, elsewhere: &[] }
}
