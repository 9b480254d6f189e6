//! Enums: generated matches on variant names; where the name stands is handled here.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::reading::FromMap;
use super::writing::ToMap;
use super::{Done, Made, Reading, Writing, located, refuse_here};
use crate::decode::Version;
use crate::encode::View;
use crate::error::EncodeCode;
use crate::json::{Chain, carried, kept_json, next_name};
use crate::schema::Tagging;

/// What the derive writes for an enum: matches on names, nothing about tagging.
pub trait Variants: Sized {
    /// Where the variant's name stands.
    const TAGGING: Tagging;
    /// Whether unknown fields beside tag and content are refused.
    const CLOSED: bool;

    /// The unit variant that has that name in the version.
    fn unit(name: &str, at: Version) -> Option<Self>;

    /// Reads a variant whose content stands by itself (external and adjacent tagging).
    ///
    /// # Errors
    /// If no variant has that name, and what its content says.
    fn read_content<'de, D: Deserializer<'de>>(
        name: &str,
        deserializer: D,
        at: Version,
    ) -> Result<Self, D::Error> {
        let _ = (name, deserializer, at);
        Err(unknown_variant())
    }

    /// Reads a variant whose fields stand beside its name (internal tagging).
    ///
    /// # Errors
    /// If no variant has that name, and what its fields say.
    fn read_beside(name: &str, from: &mut impl Reading) -> Made<Self> {
        let _ = name;
        Err(from.fail("unknown variant"))
    }

    /// The variant's name, and whether anything comes with it.
    fn name(&self) -> (&'static str, bool);

    /// The first version that has the variant.
    fn since(&self) -> u32 {
        1
    }

    /// Writes what comes with the name.
    ///
    /// # Errors
    /// What the serializer says.
    fn write_content<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        let _ = view;
        serializer.serialize_unit()
    }

    /// Writes the fields beside the name.
    ///
    /// # Errors
    /// What the object says.
    fn write_beside(&self, to: &mut impl Writing) -> Done {
        let _ = to;
        Ok(())
    }
}

/// The error for a name that no variant has.
pub fn unknown_variant<E: Error>() -> E {
    E::custom("unknown variant")
}

/// Reads an enum.
///
/// # Errors
/// What the variants say.
pub fn read_enum<'de, T: Variants, D: Deserializer<'de>>(
    deserializer: D,
    at: Version,
) -> Result<T, D::Error> {
    match T::TAGGING {
        Tagging::External => deserializer.deserialize_any(External(at, PhantomData)),
        Tagging::Internal { tag } => deserializer.deserialize_map(Internal(at, tag, PhantomData)),
        Tagging::Adjacent { tag, content } => {
            deserializer.deserialize_map(Adjacent { at, tag, content, variants: PhantomData })
        }
    }
}

struct External<T>(Version, PhantomData<T>);

impl<'de, T: Variants> Visitor<'de> for External<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a variant's name, or an object with one")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        T::unit(name, self.0).ok_or_else(unknown_variant)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let name = next_name(&mut map)?.ok_or_else(unknown_variant)?;
        let value = map.next_value_seed(ContentSeed(name.as_str(), self.0, PhantomData))?;
        match next_name(&mut map)? {
            None => Ok(value),
            Some(_) => Err(A::Error::custom("one entry too many")),
        }
    }
}

struct ContentSeed<'a, T>(&'a str, Version, PhantomData<T>);

impl<'de, T: Variants> DeserializeSeed<'de> for ContentSeed<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read_content(self.0, deserializer, self.1)
    }
}

struct Internal<T>(Version, &'static str, PhantomData<T>);

impl<'de, T: Variants> Visitor<'de> for Internal<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let (name, mut chain) = Chain::up_to_tag(&mut map, self.1)?;
        if let Some(unit) = T::unit(&name, self.0) {
            chain.finish(T::CLOSED)?;
            return Ok(unit);
        }
        let mut from = FromMap::new(&mut chain, self.0);
        let value = T::read_beside(&name, &mut from);
        value.map_err(|failed| from.into_error(failed))
    }
}

struct Adjacent<T> {
    at: Version,
    tag: &'static str,
    content: &'static str,
    variants: PhantomData<T>,
}

impl<'de, T: Variants> Visitor<'de> for Adjacent<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut tag: Option<Cow<'de, str>> = None;
        let mut value: Option<T> = None;
        let mut kept: Option<Cow<'de, str>> = None;
        while let Some(field) = next_name(&mut map)? {
            if field.as_str() == self.tag {
                if tag.replace(crate::json::borrowed_text(&mut map)?).is_some() {
                    return Err(A::Error::custom("duplicate field"));
                }
            } else if field.as_str() == self.content {
                if value.is_some() || kept.is_some() {
                    return Err(A::Error::custom("duplicate field"));
                }
                match &tag {
                    Some(name) if T::unit(name, self.at).is_none() => {
                        value =
                            Some(map.next_value_seed(ContentSeed(name, self.at, PhantomData))?);
                    }
                    _ => kept = Some(kept_json(&mut map)?),
                }
            } else if T::CLOSED {
                return Err(A::Error::custom("unknown field"));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        if let Some(value) = value {
            return Ok(value);
        }
        let name = tag.ok_or_else(|| A::Error::custom("missing tag"))?;
        let kept = kept.as_deref();
        match T::unit(&name, self.at) {
            Some(unit) if kept.is_none_or(|json| json == "null") => Ok(unit),
            Some(_) => Err(A::Error::custom("a unit variant has no content")),
            // Absent is null here as everywhere: only an `Option` takes it.
            None => {
                let json = kept.unwrap_or("null");
                T::read_content(&name, &mut serde_json::Deserializer::from_str(json), self.at)
                    .map_err(carried)
            }
        }
    }
}

/// Writes an enum.
///
/// # Errors
/// What the serializer says.
pub fn write_enum<T: Variants, S: Serializer>(
    value: &T,
    serializer: S,
    view: View,
) -> Result<S::Ok, S::Error> {
    let (name, has_content) = value.name();
    if !view.since(value.since()) {
        return Err(refuse_here(EncodeCode::WouldBeLost));
    }
    let content = ContentOf(value, view);
    match T::TAGGING {
        Tagging::External if !has_content => serializer.serialize_str(name),
        Tagging::External => {
            let mut map = serializer.serialize_map(Some(1))?;
            let written = map.serialize_entry(name, &content);
            written.map_err(|error| located(error, format_args!(".{name}")))?;
            map.end()
        }
        Tagging::Internal { tag } => {
            let mut map = serializer.serialize_map(None)?;
            map.serialize_entry(tag, name)?;
            let mut to = ToMap::new(&mut map, view);
            let written = value.write_beside(&mut to);
            written.map_err(|failed| to.into_error(failed))?;
            map.end()
        }
        Tagging::Adjacent { tag, content: content_name } => {
            let mut map = serializer.serialize_map(None)?;
            map.serialize_entry(tag, name)?;
            if has_content {
                let written = map.serialize_entry(content_name, &content);
                written.map_err(|error| located(error, format_args!(".{content_name}")))?;
            }
            map.end()
        }
    }
}

struct ContentOf<'a, T>(&'a T, View);

impl<T: Variants> Serialize for ContentOf<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write_content(serializer, self.1)
    }
}
