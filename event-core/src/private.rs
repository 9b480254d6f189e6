//! What generated code names. Not part of the API: it changes without notice.

pub use serde;

pub use crate::decode::{Decode, Version};
pub use crate::derived::{
    FieldsBeside, Foreign, NeverAbsent, ReadFields, Variants, WriteFields, converted,
    default_from_json, fill, foreign_or_absent, read_enum, read_foreign, read_struct, refuse_field,
    skip_field, unknown_variant, write_enum, write_foreign, write_struct,
};
pub use crate::encode::{Encode, View};
pub use crate::event::Event;
pub use crate::json::{encode_json, next_name};
pub use crate::key::{Key, RecordKey};
pub use crate::mask::MaskRule;
pub use crate::probe::{NotFound, Probe};
pub use crate::raw::RawEvent;
pub use crate::schema::const_checks::{KeyPath, TextDefault, has_field, key_path, text_default};
pub use crate::schema::{
    Content, Deprecated, Enum, EventSchema, Field, Masked, Schema, Shape, Struct, Tagging, Variant,
};
pub use crate::set::{Described, EventSet, HoldsRaw};
pub use crate::set_check::refuse_repeated;
pub use crate::types::{MapKey, TextKey};

/// The type itself, inside the shape of one of its own fields: an edge that const evaluation does
/// not follow.
pub use crate::schema::Itself;

/// What nested types are read in: their newest version, whatever the version around them.
pub const NEWEST: Version = Version::NEWEST;

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
    let default: T = default_from_json::<T, serde_json::Error>(json).ok()?;
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

    T::decode(deserializer, NEWEST)
        .map_err(|_| D::Error::custom(format_args!("this is no `{}`", T::NAME)))
}
