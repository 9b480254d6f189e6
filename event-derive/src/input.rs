//! What is written: every attribute by name, none of them understood yet.
//!
//! darling sorts them; all are optional and may repeat, so that `check` can report what is missing,
//! unknown or written twice in its own words, once.

mod members;

use darling::FromMeta;

pub(crate) use self::members::{attributes, listed, members, refuse_lists, wrong_lists};
use crate::value::Written;

macro_rules! inputs {
    ($(
        $(#[$doc:meta])*
        $input:ident { $($field:ident: $name:literal),* $(,)? }
    )*) => {$(
        $(#[$doc])*
        #[derive(Default, FromMeta)]
        #[darling(default)]
        pub(crate) struct $input {
            $(#[darling(multiple, rename = $name)] pub(crate) $field: Vec<Written>,)*
        }

        impl Known for $input {
            const NAMES: &'static [&'static str] = &[$($name),*];
        }
    )*};
}

/// The names that a list of attributes can have.
pub(crate) trait Known: FromMeta + Default {
    const NAMES: &'static [&'static str];
}

inputs! {
    /// `#[event(...)]` on a struct.
    EventInput {
        event_type: "type",
        version: "version",
        key: "key",
        keyless: "keyless",
        source: "source",
        topic: "topic",
        alias: "alias",
        oldest: "oldest",
        upcast_from: "upcast_from",
        try_upcast_from: "try_upcast_from",
        removed: "removed",
        newer: "newer",
        contracts: "contracts",
        debug: "debug",
        serde: "serde",
        validate: "validate",
        deny_unknown_fields: "deny_unknown_fields",
        deprecated: "deprecated",
        krate: "crate",
    }

    /// `#[schema(...)]` on a nested struct or enum.
    SchemaInput {
        version: "version",
        removed: "removed",
        debug: "debug",
        serde: "serde",
        deny_unknown_fields: "deny_unknown_fields",
        rename_all: "rename_all",
        rename_all_fields: "rename_all_fields",
        tag: "tag",
        content: "content",
        deprecated: "deprecated",
        krate: "crate",
    }

    /// `#[event(...)]` on a set.
    SetInput {
        krate: "crate",
    }

    /// `#[event(...)]` on a variant of a set.
    SetVariantInput {
        other: "other",
    }

    /// `#[field(...)]` on a field.
    FieldInput {
        since: "since",
        default: "default",
        with: "with",
        renamed: "renamed",
        was: "was",
        holds: "holds",
        lossy: "lossy",
        deprecated: "deprecated",
        masked: "masked",
        schema: "schema",
        recursive: "recursive",
        tag: "tag",
    }

    /// `#[field(...)]` on a variant of an enum.
    VariantInput {
        since: "since",
        holds: "holds",
        removed: "removed",
        deprecated: "deprecated",
    }

    /// `#[serde(...)]` on a struct or an enum.
    SerdeItemInput {
        rename_all: "rename_all",
        rename_all_fields: "rename_all_fields",
        tag: "tag",
        content: "content",
        deny_unknown_fields: "deny_unknown_fields",
    }

    /// `#[serde(...)]` on a field.
    SerdeFieldInput {
        rename: "rename",
        alias: "alias",
        default: "default",
        skip_serializing_if: "skip_serializing_if",
        with: "with",
    }

    /// `#[serde(...)]` on a variant.
    SerdeVariantInput {
        rename: "rename",
        alias: "alias",
        rename_all: "rename_all",
    }

    /// `renamed(from = "total", until = 1)`
    RenamedInput {
        from: "from",
        until: "until",
    }

    /// `was(type = "i64", until = 2, with = path, back = path)`
    WasInput {
        old_type: "type",
        until: "until",
        with: "with",
        try_with: "try_with",
        back: "back",
    }

    /// `removed(name = "coupon", type = "Option<String>", since = 1, until = 2, lossy)`
    RemovedInput {
        name: "name",
        old_type: "type",
        since: "since",
        until: "until",
        holds: "holds",
        lossy: "lossy",
        back: "back",
        masked: "masked",
        unmasked: "unmasked",
    }

    /// `holds(1, until = 2)`, without the version in front
    HoldsInput {
        until: "until",
    }

    /// `upcast_from(OrderPaidV2, back = path)`, without the event in front
    UpcastInput {
        back: "back",
        lossy: "lossy",
    }

    /// `masked(last = 4)`
    MaskedInput {
        last: "last",
        with: "with",
    }

    /// `deprecated(note = "...", since = 2, sunset = "2027-01-31")`
    DeprecatedInput {
        note: "note",
        since: "since",
        sunset: "sunset",
    }
}

/// Where a list of attributes stands, and where its misplaced members belong.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// `an event`
    pub(crate) what: &'static str,
    /// Names that exist elsewhere, and where: `("masked", "a field: `#[field(masked)]`")`.
    pub(crate) elsewhere: &'static [(&'static str, &'static str)],
}
