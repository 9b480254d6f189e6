//! Maps: objects with free keys.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Error as _, SerializeMap, Serializer};
use uuid::Uuid;

use super::text;
use crate::decode::{At, Decode, Version};
use crate::derived::{located, refuse_here};
use crate::encode::{Encode, In, View};
use crate::error::{EncodeCode, OUT_OF_RANGE};
use crate::json::next_name;
use crate::schema::{Schema, Shape};
use crate::writes_as::WritesAs;

/// A type with exactly one text form, as the key of a map needs it.
pub trait TextKey: Sized {
    /// Reads it from the text of a key.
    fn from_key(text: &str) -> Option<Self>;

    /// The text of the key; `None` if it has no text form.
    fn to_key(&self) -> Option<Cow<'_, str>>;

    /// The first version of the type that has this key: variants may come later.
    #[doc(hidden)]
    fn key_since(&self) -> u32 {
        1
    }
}

/// A type that can be the key of a map: a [`TextKey`] with a shape.
///
/// `#[derive(Schema)]` implements both for enums of unit variants.
// Maps ask for it only where they get their shape. Everything else asks for `TextKey`, which it
// implies, so that a wrong key is one error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of a map: JSON keys are text",
    label = "not a map key",
    note = "a map key is text, a UUID, an integer, a date, or an enum of unit variants with `#[derive(Schema)]` and no `tag`"
)]
pub trait MapKey: TextKey + Schema {}

macro_rules! map_keys {
    ($($type:ty),*) => {$(
        impl MapKey for $type {}
    )*};
}
map_keys!(String, Cow<'static, str>, Uuid, NaiveDate, char);
map_keys!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize);

impl TextKey for String {
    fn from_key(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn to_key(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl TextKey for Cow<'static, str> {
    fn from_key(text: &str) -> Option<Self> {
        Some(Cow::Owned(text.to_owned()))
    }

    fn to_key(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl TextKey for Uuid {
    fn from_key(text: &str) -> Option<Self> {
        text::parse_uuid(text)
    }

    fn to_key(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(self.as_hyphenated().to_string()))
    }
}

impl TextKey for NaiveDate {
    fn from_key(text: &str) -> Option<Self> {
        text::parse_date(text)
    }

    fn to_key(&self) -> Option<Cow<'_, str>> {
        let text = self.to_string();
        (text.len() == 10).then_some(Cow::Owned(text))
    }
}

impl TextKey for char {
    fn from_key(text: &str) -> Option<Self> {
        text::parse_char(text)
    }

    fn to_key(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(self.to_string()))
    }
}

macro_rules! integer_text_keys {
    ($($type:ty)*) => {$(
        impl TextKey for $type {
            fn from_key(text: &str) -> Option<Self> {
                let digits = text.strip_prefix('-').unwrap_or(text);
                (text::is_plain_integer(digits) && text != "-0").then(|| text.parse().ok()).flatten()
            }

            fn to_key(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Owned(self.to_string()))
            }
        }
    )*};
}
integer_text_keys!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

/// What a map needs to be filled one entry at a time.
trait Fill<K, V>: Default {
    /// Takes an entry; false if the key was there before.
    fn fill(&mut self, key: K, value: V) -> bool;
}

impl<K: Ord, V> Fill<K, V> for BTreeMap<K, V> {
    fn fill(&mut self, key: K, value: V) -> bool {
        self.insert(key, value).is_none()
    }
}

impl<K: Eq + Hash, V, S: BuildHasher + Default> Fill<K, V> for HashMap<K, V, S> {
    fn fill(&mut self, key: K, value: V) -> bool {
        self.insert(key, value).is_none()
    }
}

struct Entries<M, K, V>(Version, PhantomData<(M, K, V)>);

impl<'de, M: Fill<K, V>, K: TextKey, V: Decode> Visitor<'de> for Entries<M, K, V> {
    type Value = M;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<M, A::Error> {
        let mut entries = M::default();
        while let Some(name) = next_name(&mut map)? {
            let key = K::from_key(name.as_str()).filter(|key| self.0.since(key.key_since()));
            let key = key.ok_or_else(|| A::Error::custom("bad key"))?;
            if !entries.fill(key, map.next_value_seed(At::new(self.0))?) {
                return Err(A::Error::custom("duplicate field"));
            }
        }
        Ok(entries)
    }
}

fn write_map<'a, K: TextKey + 'a, V: Encode + 'a, S: Serializer>(
    entries: impl ExactSizeIterator<Item = (&'a K, &'a V)>,
    serializer: S,
    view: View,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(entries.len()))?;
    for (place, (key, value)) in entries.enumerate() {
        if !view.since(key.key_since()) {
            let lost = refuse_here(EncodeCode::WouldBeLost);
            return Err(located(lost, format_args!("{{{place}}}")));
        }
        let key = key.to_key().ok_or_else(|| S::Error::custom(OUT_OF_RANGE))?;
        let written = map.serialize_entry(&key, &In(value, view));
        written.map_err(|error| located(error, format_args!("{{{place}}}")))?;
    }
    map.end()
}

macro_rules! maps {
    ($($map:ident<K, V $(, $hasher:ident)?>: $($bound:ident)+;)*) => {$(
        impl<K, V $(, $hasher)?, const VERSION: u32> WritesAs<VERSION> for $map<K, V $(, $hasher)?>
        where
            K: WritesAs<VERSION>,
            V: WritesAs<VERSION>,
        {
        }

        impl<K: MapKey $(+ $bound)+, V: Schema $(, $hasher: BuildHasher + Default)?> Schema
            for $map<K, V $(, $hasher)?>
        {
            const SHAPE: &'static Shape = &Shape::Map { key: K::SHAPE, value: V::SHAPE };
        }

        impl<K: TextKey $(+ $bound)+, V: Decode $(, $hasher: BuildHasher + Default)?> Decode
            for $map<K, V $(, $hasher)?>
        {
            fn decode<'de, De: Deserializer<'de>>(
                deserializer: De,
                at: Version,
            ) -> Result<Self, De::Error> {
                deserializer.deserialize_map(Entries(at, PhantomData))
            }
        }

        impl<K: TextKey $(+ $bound)+, V: Encode $(, $hasher: BuildHasher + Default)?> Encode
            for $map<K, V $(, $hasher)?>
        {
            fn encode<Se: Serializer>(
                &self,
                serializer: Se,
                view: View,
            ) -> Result<Se::Ok, Se::Error> {
                write_map(self.iter(), serializer, view)
            }
        }
    )*};
}
maps! {
    BTreeMap<K, V>: Ord;
    HashMap<K, V, H>: Eq Hash;
}
