//! `Option`, `Box`, lists and arrays: they pass the version on.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{SerializeSeq, Serializer};

use crate::decode::{At, Decode, Version};
use crate::derived::located;
use crate::encode::{Encode, In, View};
use crate::schema::{Schema, Shape};
use crate::writes_as::WritesAs;

impl<T: WritesAs<VERSION>, const VERSION: u32> WritesAs<VERSION> for Option<T> {}

impl<T: Schema> Schema for Option<T> {
    const SHAPE: &'static Shape = &Shape::Option(T::SHAPE);
}

struct Optional<T>(Version, PhantomData<T>);

impl<'de, T: Decode> Visitor<'de> for Optional<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::decode(deserializer, self.0).map(Some)
    }
}

impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Optional(at, PhantomData))
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => serializer.serialize_some(&In(value, view)),
            None => serializer.serialize_none(),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: WritesAs<VERSION>, const VERSION: u32> WritesAs<VERSION> for Box<T> {}

impl<T: Schema> Schema for Box<T> {
    const SHAPE: &'static Shape = T::SHAPE;
}

impl<T: Decode> Decode for Box<T> {
    #[inline]
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        T::decode(deserializer, at).map(Self::new)
    }

    fn absent() -> Option<Self> {
        T::absent().map(Self::new)
    }
}

impl<T: Encode> Encode for Box<T> {
    #[inline]
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        self.as_ref().encode(serializer, view)
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_absent()
    }
}

impl<T: WritesAs<VERSION>, const VERSION: u32> WritesAs<VERSION> for Vec<T> {}

impl<T: Schema> Schema for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);
}

/// Room that a record may claim for a list before its items arrive.
const TRUSTED_LENGTH: usize = 1024;

struct List<T>(Version, PhantomData<T>);

impl<'de, T: Decode> Visitor<'de> for List<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let room = items.size_hint().unwrap_or(0).min(TRUSTED_LENGTH);
        let mut list = Vec::with_capacity(room);
        while let Some(item) = items.next_element_seed(At::new(self.0))? {
            list.push(item);
        }
        Ok(list)
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(List(at, PhantomData))
    }
}

#[inline]
fn write_list<T: Encode, S: Serializer>(
    items: &[T],
    serializer: S,
    view: View,
) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(items.len()))?;
    for (place, item) in items.iter().enumerate() {
        let written = list.serialize_element(&In(item, view));
        written.map_err(|error| located(error, format_args!("[{place}]")))?;
    }
    list.end()
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        write_list(self, serializer, view)
    }
}

impl<T: WritesAs<VERSION>, const N: usize, const VERSION: u32> WritesAs<VERSION> for [T; N] {}

impl<T: Schema, const N: usize> Schema for [T; N] {
    const SHAPE: &'static Shape = &Shape::Array(T::SHAPE, N);
}

impl<T: Decode, const N: usize> Decode for [T; N] {
    #[inline]
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        let items = Vec::decode(deserializer, at)?;
        items.try_into().map_err(|_| D::Error::custom("bad length"))
    }
}

impl<T: Encode, const N: usize> Encode for [T; N] {
    #[inline]
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        write_list(self, serializer, view)
    }
}
