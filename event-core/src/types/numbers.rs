//! Booleans, integers of up to 64 bits, and floats.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::{Error as _, Serializer};

use crate::decode::{Decode, Version};
use crate::encode::{Encode, View};
use crate::error::NOT_FINITE;
use crate::schema::{Shape, shapes};

shapes! {
    bool => Shape::Bool,
    f32 => Shape::Float { max: LARGEST_AS_F32 },
    f64 => Shape::Float { max: f64::MAX },
}

/// What still rounds to the largest `f32`, whose own shortest text, `3.4028235e38`, is above it.
pub(crate) const LARGEST_AS_F32: f64 = 340_282_356_779_733_623_858_607_532_500_980_858_880.0;

impl Decode for bool {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, _: Version) -> Result<Self, D::Error> {
        <Self as serde::Deserialize>::deserialize(deserializer)
    }
}

impl Encode for bool {
    fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(*self)
    }
}

/// Below this, a float without a fraction stands for one whole number only.
pub(crate) const EXACT_IN_F64: f64 = 9_007_199_254_740_992.0;

/// `7.0` is a whole number in JSON Schema, and so here, as long as a float can hold it exactly.
pub(crate) fn whole_float(value: f64) -> Option<i64> {
    (value.fract() == 0.0 && value.abs() < EXACT_IN_F64).then_some(value as i64)
}

struct Integer<T>(PhantomData<T>);

impl<T: TryFrom<i64> + TryFrom<u64>> Visitor<'_> for Integer<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        value.try_into().map_err(|_| E::custom("out of range"))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        value.try_into().map_err(|_| E::custom("out of range"))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        match whole_float(value) {
            Some(whole) => self.visit_i64(whole),
            None => Err(E::custom("out of range")),
        }
    }
}

macro_rules! integers {
    ($($type:ident: $read:ident $write:ident as $wide:ident;)*) => {$(
        shapes! {
            $type => Shape::Integer { min: $type::MIN as i128, max: $type::MAX as i128 },
        }

        impl Decode for $type {
            fn decode<'de, D: Deserializer<'de>>(
                deserializer: D,
                _: Version,
            ) -> Result<Self, D::Error> {
                deserializer.$read(Integer(PhantomData))
            }
        }

        impl Encode for $type {
            fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
                serializer.$write(*self as $wide)
            }
        }
    )*};
}
integers! {
    u8: deserialize_u8 serialize_u8 as u8;
    u16: deserialize_u16 serialize_u16 as u16;
    u32: deserialize_u32 serialize_u32 as u32;
    u64: deserialize_u64 serialize_u64 as u64;
    usize: deserialize_u64 serialize_u64 as u64;
    i8: deserialize_i8 serialize_i8 as i8;
    i16: deserialize_i16 serialize_i16 as i16;
    i32: deserialize_i32 serialize_i32 as i32;
    i64: deserialize_i64 serialize_i64 as i64;
    isize: deserialize_i64 serialize_i64 as i64;
}

struct Float;

impl Visitor<'_> for Float {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }
}

impl Decode for f64 {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, _: Version) -> Result<Self, D::Error> {
        deserializer.deserialize_f64(Float)
    }
}

impl Decode for f32 {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, _: Version) -> Result<Self, D::Error> {
        let value = deserializer.deserialize_f64(Float)?;
        if value.abs() > LARGEST_AS_F32 {
            return Err(D::Error::custom("out of range"));
        }
        Ok(value as Self)
    }
}

impl Encode for f64 {
    fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
        if !self.is_finite() {
            return Err(S::Error::custom(NOT_FINITE));
        }
        serializer.serialize_f64(*self)
    }
}

impl Encode for f32 {
    fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
        if !self.is_finite() {
            return Err(S::Error::custom(NOT_FINITE));
        }
        serializer.serialize_f32(*self)
    }
}
