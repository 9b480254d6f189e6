//! The partition key: what groups and orders events.

use std::borrow::Cow;
use std::fmt;

use uuid::Uuid;

/// A type that can be an event's key, or a part of it: text, UUIDs and integers.
///
/// ```
/// use event_core::{Key, KeyPart};
///
/// struct TenantId(String);
/// impl Key for TenantId {
///     fn part(&self) -> KeyPart<'_> {
///         self.0.part()
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a key",
    label = "not a key",
    note = "a key is text, a UUID or an integer; implement `Key` for a type of your own"
)]
pub trait Key {
    /// Its part of the key.
    fn part(&self) -> KeyPart<'_>;
}

/// One part of a key, not yet written out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyPart<'a> {
    /// Taken as it is, UTF-8.
    Text(Cow<'a, str>),
    /// Lower case with hyphens.
    Uuid(Uuid),
    /// Decimal.
    Integer(i128),
    /// Decimal, for integers beyond `i128`.
    Unsigned(u128),
}

impl KeyPart<'_> {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }
}

impl fmt::Display for KeyPart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Uuid(uuid) => uuid.as_hyphenated().fmt(f),
            Self::Integer(number) => number.fmt(f),
            Self::Unsigned(number) => number.fmt(f),
        }
    }
}

/// The key of a record: one part as it is, or several joined by `/` with `/` and `%` escaped.
///
/// ```
/// use event_core::{Key, RecordKey};
/// let key = RecordKey::new("a/b".part());
/// assert_eq!(key.to_string(), "a/b");
/// assert_eq!(key.and(7u32.part()).to_string(), "a%2Fb/7");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordKey<'a> {
    first: KeyPart<'a>,
    rest: Vec<KeyPart<'a>>,
}

impl<'a> RecordKey<'a> {
    /// A key of one part.
    #[must_use]
    pub const fn new(part: KeyPart<'a>) -> Self {
        Self { first: part, rest: Vec::new() }
    }

    /// With one more part.
    #[must_use]
    pub fn and(mut self, part: KeyPart<'a>) -> Self {
        self.rest.push(part);
        self
    }

    /// The bytes that go into a record's key.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.to_string().into_bytes()
    }

    /// The place of the first part that is empty.
    #[must_use]
    pub(crate) fn empty_part(&self) -> Option<usize> {
        std::iter::once(&self.first).chain(&self.rest).position(KeyPart::is_empty)
    }
}

impl fmt::Display for RecordKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rest.is_empty() {
            return self.first.fmt(f);
        }
        let escaped = |part: &KeyPart<'_>| part.to_string().replace('%', "%25").replace('/', "%2F");
        f.write_str(&escaped(&self.first))?;
        for part in &self.rest {
            write!(f, "/{}", escaped(part))?;
        }
        Ok(())
    }
}

impl Key for str {
    fn part(&self) -> KeyPart<'_> {
        KeyPart::Text(Cow::Borrowed(self))
    }
}

impl Key for String {
    fn part(&self) -> KeyPart<'_> {
        self.as_str().part()
    }
}

impl Key for Cow<'static, str> {
    fn part(&self) -> KeyPart<'_> {
        self.as_ref().part()
    }
}

impl Key for Uuid {
    fn part(&self) -> KeyPart<'_> {
        KeyPart::Uuid(*self)
    }
}

impl Key for u128 {
    fn part(&self) -> KeyPart<'_> {
        KeyPart::Unsigned(*self)
    }
}

impl<T: Key + ?Sized> Key for Box<T> {
    fn part(&self) -> KeyPart<'_> {
        self.as_ref().part()
    }
}

macro_rules! integer_keys {
    ($($type:ty)*) => {$(
        impl Key for $type {
            fn part(&self) -> KeyPart<'_> {
                KeyPart::Integer(*self as i128)
            }
        }
    )*};
}
integer_keys!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize i128);

/// What would make an optional key a key. Nothing does: without one, events lose their order.
#[diagnostic::on_unimplemented(
    message = "a key cannot be optional",
    label = "may be absent",
    note = "make the field required, or name another field in `key = \"...\"`"
)]
#[doc(hidden)]
pub trait KeysAreNeverOptional {}

impl<T: KeysAreNeverOptional> Key for Option<T> {
    fn part(&self) -> KeyPart<'_> {
        KeyPart::Text(Cow::Borrowed(""))
    }
}
