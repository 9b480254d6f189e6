//! The stable codes of decode errors; `docs/errors.md` explains each.

/// Why a record could not be decoded.
///
/// [`Code::as_str`] never changes; `docs/errors.md` has one entry each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Code {
    /// Bytes follow the record.
    ExtraBytes,
    /// A required field is not there.
    MissingField,
    /// A value is of another kind, such as a list instead of text.
    TypeMismatch,
    /// The record has no bytes.
    EmptyRecord,
    /// The record starts like one that a schema registry framed.
    RegistryFramed,
    /// The record is not UTF-8.
    NotUtf8,
    /// The record is not JSON.
    NotJson,
    /// The record ends in the middle.
    Truncated,
    /// Text is not what its format asks for.
    BadFormat,
    /// A time has no offset, so nobody knows which instant it means.
    TimeWithoutOffset,
    /// A number is too small, too large or not whole.
    OutOfRange,
    /// A list has too many or too few items.
    BadLength,
    /// A name is no variant of the enum.
    UnknownVariant,
    /// A field is not known, and the type refuses unknown ones.
    UnknownField,
    /// A field comes twice.
    DuplicateField,
    /// The event type is not in the set.
    UnknownType,
    /// The version does not exist or is no longer read.
    UnknownVersion,
    /// The version is newer than the code and does not say that the code can read it.
    NewerVersion,
    /// The record has more bytes than the limit.
    TooLarge,
    /// Lists and objects lie deeper inside each other than the limit.
    TooDeep,
    /// The conversion from an earlier version's type failed.
    ConversionFailed,
    /// A foreign type refused a value that looked right.
    RefusedByType,
    /// The step from an earlier event failed: its `TryFrom` refused it.
    UpcastFailed,
    /// A value fits its type, and breaks a rule for it.
    RuleBroken,
}

impl Code {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::ExtraBytes,
        Self::MissingField,
        Self::TypeMismatch,
        Self::EmptyRecord,
        Self::RegistryFramed,
        Self::NotUtf8,
        Self::NotJson,
        Self::Truncated,
        Self::BadFormat,
        Self::TimeWithoutOffset,
        Self::OutOfRange,
        Self::BadLength,
        Self::UnknownVariant,
        Self::UnknownField,
        Self::DuplicateField,
        Self::UnknownType,
        Self::UnknownVersion,
        Self::NewerVersion,
        Self::TooLarge,
        Self::TooDeep,
        Self::ConversionFailed,
        Self::RefusedByType,
        Self::UpcastFailed,
        Self::RuleBroken,
    ];

    /// The code as text, for metrics and logs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ExtraBytes => "extra_bytes",
            Self::MissingField => "missing_field",
            Self::TypeMismatch => "type_mismatch",
            Self::EmptyRecord => "empty_record",
            Self::RegistryFramed => "registry_framed",
            Self::NotUtf8 => "not_utf8",
            Self::NotJson => "not_json",
            Self::Truncated => "truncated",
            Self::BadFormat => "bad_format",
            Self::TimeWithoutOffset => "time_without_offset",
            Self::OutOfRange => "out_of_range",
            Self::BadLength => "bad_length",
            Self::UnknownVariant => "unknown_variant",
            Self::UnknownField => "unknown_field",
            Self::DuplicateField => "duplicate_field",
            Self::UnknownType => "unknown_type",
            Self::UnknownVersion => "unknown_version",
            Self::NewerVersion => "newer_version",
            Self::TooLarge => "too_large",
            Self::TooDeep => "too_deep",
            Self::ConversionFailed => "conversion_failed",
            Self::RefusedByType => "refused_by_type",
            Self::UpcastFailed => "upcast_failed",
            Self::RuleBroken => "rule_broken",
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn help(self) -> &'static str {
        match self {
            Self::ExtraBytes => "send one JSON object per record and nothing behind it",
            Self::MissingField => {
                "send the field, or give it `default` or `since` if earlier records lack it"
            }
            Self::TypeMismatch => "send the expected kind, or say what it was: `was(type = ...)`",
            Self::EmptyRecord => "a record without bytes is a tombstone: handle it before decoding",
            Self::RegistryFramed => "take the five bytes of registry framing off before decoding",
            Self::NotUtf8 => "send UTF-8; compressed or binary records have to be unpacked first",
            Self::NotJson => "send JSON: names and text in double quotes, no trailing commas",
            Self::Truncated => "send the whole record; look for a size limit on the way",
            Self::BadFormat => "send text of the expected format",
            Self::TimeWithoutOffset => "end the time with `Z` or an offset such as `+02:00`",
            Self::OutOfRange => "send a number that fits, or give the field a wider type",
            Self::BadLength => "send exactly that many items, or make the field a `Vec`",
            Self::UnknownVariant => "send one of the names, or add the variant to the enum",
            Self::UnknownField => "leave the field out, or add it to the struct",
            Self::DuplicateField => "send each field once; an alias counts as the field",
            Self::UnknownType => "add the event to the set, or a variant with `#[event(other)]`",
            Self::UnknownVersion => "versions count from 1; send one that the event still reads",
            Self::NewerVersion => "deploy the newer consumer, or write `newer = \"tolerate\"`",
            Self::TooLarge => "send less, or raise `Limits::bytes`",
            Self::TooDeep => "nest less; `Limits::depth` can be raised up to 127",
            Self::ConversionFailed => "mend the record, or make the conversion accept its value",
            Self::RefusedByType => {
                "mend the record, or name a schema that says what the type takes"
            }
            Self::UpcastFailed => "mend the record, or make the `TryFrom` accept what it holds",
            Self::RuleBroken => "send a value that keeps to the rule, or loosen the rule",
        }
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
