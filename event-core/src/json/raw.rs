//! Values kept as they stand in the record: decimals before they become floats, and what comes
//! before an enum's tag.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::Limits;
use super::name::{Name, borrowed_text, next_name};
use super::scan::Scan;

/// By this name serde_json hands over a value as it stands. A test below asks serde_json for it.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// What serde_json says when lists and objects lie too deep inside each other.
pub(crate) const TOO_DEEP: &str = "recursion limit exceeded";

/// The JSON of the next value as it stands in the record.
///
/// Deserializers other than serde_json's give text and whole numbers; a float is refused, because
/// its digits are lost by then.
pub(crate) fn raw_json<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Cow<'de, str>, D::Error> {
    deserializer.deserialize_newtype_struct(RAW_VALUE, RawJson)
}

/// The JSON of a field's value as it stands in the record.
pub(super) fn raw_field<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Cow<'de, str>, A::Error> {
    map.next_value_seed(RawJson)
}

struct RawJson;

impl<'de> DeserializeSeed<'de> for RawJson {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        raw_json(deserializer)
    }
}

impl<'de> Visitor<'de> for RawJson {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        match next_name(&mut map)? {
            Some(name) if name.as_str() == RAW_VALUE => borrowed_text(&mut map),
            _ => Err(A::Error::custom("an object")),
        }
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        serde_json::to_string(text).map(Cow::Owned).map_err(|_| E::custom("text"))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Cow::Owned(number.to_string()))
    }
}

/// The JSON of a field's value, to be read later by a reader that counts its depth from there. So it
/// has a limit of its own: kept values inside kept values would lift the other one.
pub(crate) fn kept_json<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Cow<'de, str>, A::Error> {
    let json = raw_field(map)?;
    if json.len() > 2 * Limits::DEEPEST_KEPT && Scan::new(&json).depth() > Limits::DEEPEST_KEPT {
        return Err(A::Error::custom(TOO_DEEP));
    }
    Ok(json)
}

/// The error of JSON that was kept, without its position: that counts from the start of what was
/// kept. The text of a failed conversion is carried on, see `derived::converted`.
pub(crate) fn carried<E: Error>(error: serde_json::Error) -> E {
    let text = error.to_string();
    let end = if error.line() > 0 { text.rfind(" at line ") } else { None };
    E::custom(text.get(..end.unwrap_or(text.len())).unwrap_or_default())
}

/// The fields of an object: first those that were kept, then those still to come.
pub(crate) struct Chain<'m, 'de, A> {
    kept: std::vec::IntoIter<(Name<'de>, Cow<'de, str>)>,
    value: Option<Cow<'de, str>>,
    rest: &'m mut A,
    /// The enum's tag, which may not come twice.
    tag: &'static str,
}

impl<'m, 'de, A: MapAccess<'de>> Chain<'m, 'de, A> {
    /// Keeps everything up to the field `tag`, and reads its text.
    pub(crate) fn up_to_tag(
        rest: &'m mut A,
        tag: &'static str,
    ) -> Result<(Cow<'de, str>, Self), A::Error> {
        let mut kept = Vec::new();
        while let Some(name) = next_name(rest)? {
            if name.as_str() == tag {
                let text = borrowed_text(rest)?;
                return Ok((text, Self { kept: kept.into_iter(), value: None, rest, tag }));
            }
            kept.push((name, kept_json(rest)?));
        }
        Err(A::Error::custom("missing tag"))
    }

    /// Reads the object to its end: nothing beside the tag means anything.
    pub(crate) fn finish(self, closed: bool) -> Result<(), A::Error> {
        if closed && !self.kept.as_slice().is_empty() {
            return Err(A::Error::custom("unknown field"));
        }
        while let Some(name) = next_name(self.rest)? {
            if name.as_str() == self.tag {
                return Err(A::Error::custom("duplicate field"));
            }
            if closed {
                return Err(A::Error::custom("unknown field"));
            }
            self.rest.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Chain<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let name = match self.kept.next() {
            Some((name, value)) => {
                self.value = Some(value);
                name
            }
            None => match next_name(self.rest)? {
                Some(name) => name,
                None => return Ok(None),
            },
        };
        if name.as_str() == self.tag {
            return Err(A::Error::custom("duplicate field"));
        }
        seed.deserialize(name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        let read = match self.value.take() {
            Some(Cow::Borrowed(json)) => {
                seed.deserialize(&mut serde_json::Deserializer::from_str(json))
            }
            // serde_json lends text that lives as long as the record; other formats do not.
            Some(Cow::Owned(_)) => return Err(A::Error::custom("the tag has to come first")),
            None => return self.rest.next_value_seed(seed),
        };
        read.map_err(carried)
    }
}

#[cfg(test)]
mod tests {
    use serde::de::value::Error as TextError;
    use serde::forward_to_deserialize_any;

    use super::*;

    struct Asked;

    impl<'de> Deserializer<'de> for Asked {
        type Error = TextError;

        fn deserialize_newtype_struct<V: Visitor<'de>>(
            self,
            name: &'static str,
            _: V,
        ) -> Result<V::Value, TextError> {
            Err(TextError::custom(name))
        }

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, TextError> {
            Err(TextError::custom("asked for something else"))
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
            unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }

    #[test]
    fn serde_json_still_uses_that_name_for_raw_values() {
        let asked = <&serde_json::value::RawValue as serde::Deserialize>::deserialize(Asked);
        assert_eq!(asked.err().map(|error| error.to_string()).as_deref(), Some(RAW_VALUE));
    }
}
