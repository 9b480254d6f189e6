//! What generated code names. Not part of the API: it changes without notice.

#[cfg(feature = "contract")]
pub use inventory;
pub use serde;

pub use core::option::Option::{self, None, Some};
pub use core::result::Result::{self, Err, Ok};

pub use crate::decode::{Decode, Version};
pub use crate::derived::{
    Done, Fields, FieldsBeside, Foreign, Made, NeverAbsent, Nowhere, Reading, Step, Variants,
    Writing, converted, default_from_json, drop_absent, fill, foreign_or_absent, no_step_back,
    no_way_back, read_enum, read_struct, same_again, unknown_variant, write_earlier, write_enum,
    write_struct,
};
pub use crate::drift::promised::{self, Promised};
pub use crate::drift::{keep, keep_with_rules, refuse_other_key, refuse_other_min_reader};
pub use crate::encode::{Encode, View};
pub use crate::event::Event;
pub use crate::history_check::{
    Before, NoWay, StepFits, Way, refuse_missing_version, refuse_mixed_versions, refuse_wrong_step,
};
pub use crate::json::encode_json;
pub use crate::key::{Key, KeyPart, RecordKey};
pub use crate::mask::MaskRule;
pub use crate::probe::{NotFound, Probe};
pub use crate::raw::RawEvent;
#[cfg(feature = "garde")]
pub use crate::rules::{NoRules, Rules};
pub use crate::schema::const_checks::{KeyPath, TextDefault, has_field, key_path, text_default};
pub use crate::schema::masked_inside::has_masked;
pub use crate::schema::{
    Content, Deprecated, Enum, EventSchema, Field, Holds, Masked, RulesFor, Schema, Shape, Struct,
    Tagging, ValueRule, Variant,
};
pub use crate::set::{Described, EventSet, HoldsRaw};
pub use crate::set_check::refuse_repeated;
pub use crate::types::{MapKey, TextKey};
pub use crate::writes_as::{KnownThen, MayBeLost, WayBack, WritesAs};
pub use crate::{
    __published as published, __struct_shape as struct_shape, __struct_value as struct_value,
    __validated as validated,
};

/// The type itself, inside the shape of one of its own fields: an edge that const evaluation does
/// not follow.
pub use crate::schema::Itself;

/// The schema of a derived event, before its attributes are added.
#[must_use]
pub const fn schema<E: Schema>(event_type: &'static str, version: u32) -> EventSchema {
    EventSchema::new(event_type, version, E::SHAPE).source(E::PACKAGE)
}

/// The schema of an event.
pub type Known = &'static EventSchema;

/// A key of one part, before the others are added.
#[allow(clippy::unnecessary_wraps, reason = "a key is what a keyless event does not have")]
pub fn key(first: KeyPart<'_>) -> Option<RecordKey<'_>> {
    Some(RecordKey::new(first))
}

/// What a derived `Debug` shows of a field.
pub fn shown<T: std::fmt::Debug>(value: &T) -> &T {
    value
}

/// The JSON of a default that is written as text.
#[must_use]
pub fn json_text(json: &str) -> Option<String> {
    Some(json.to_owned())
}

/// The JSON of a masked field's default, masked as any value of it.
#[must_use]
pub fn masked_json_text<T: Schema>(json: &'static str, rule: &MaskRule<T>) -> Option<String> {
    let default: T = default_from_json::<T>(json).ok()?;
    encode_json(&rule.apply(&default))
}

/// The text of a map's key.
pub type Text<'a> = std::borrow::Cow<'a, str>;

/// Reads today's version for `#[event(serde)]`. serde's own texts quote values, so none is passed on.
///
/// # Errors
/// If the value does not fit; `diagnose` says where.
pub fn decode_quietly<'de, T: Schema, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    use serde::de::Error;

    T::decode(deserializer, Version::NEWEST)
        .map_err(|_| D::Error::custom(format_args!("this is no `{}`", T::NAME)))
}
