//! Any JSON value.

use std::fmt;
use std::sync::LazyLock;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Number, Value};

use crate::decode::{Decode, Version};
use crate::encode::{Encode, View};
use crate::json::{borrowed_text, next_name};
use crate::schema::{Shape, shapes};

shapes! { Value => Shape::Any }

/// By this name serde_json hands over numbers if some crate turned on `arbitrary_precision`.
const PRECISE_NUMBER: &str = "$serde_json::private::Number";

/// Whether some crate did.
static NUMBERS_ARE_PRECISE: LazyLock<bool> = LazyLock::new(|| {
    struct Probe;

    impl<'de> Visitor<'de> for Probe {
        type Value = bool;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a number")
        }

        fn visit_f64<E: Error>(self, _: f64) -> Result<bool, E> {
            Ok(false)
        }

        fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<bool, A::Error> {
            Ok(true)
        }
    }

    serde_json::Deserializer::from_str("0.5").deserialize_any(Probe).unwrap_or(true)
});

/// Not through `Value`'s own `Deserialize`: that takes an object with serde_json's private name for
/// raw values for JSON inside text, wherever a record has one.
struct Any;

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Self)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = next_name(&mut entries)? {
            if name.as_str() == PRECISE_NUMBER && object.is_empty() && *NUMBERS_ARE_PRECISE {
                let number: Number = serde_json::from_str(&borrowed_text(&mut entries)?)
                    .map_err(|_| A::Error::custom("not a number"))?;
                return Ok(Value::Number(number));
            }
            object.insert(name.as_str().to_owned(), entries.next_value_seed(Self)?);
        }
        Ok(Value::Object(object))
    }
}

impl Decode for Value {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, _: Version) -> Result<Self, D::Error> {
        Any.deserialize(deserializer)
    }
}

impl Encode for Value {
    fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}
