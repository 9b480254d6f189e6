//! Decimals: text on writing, text or a number's own text on reading, never a float.

use rust_decimal::Decimal;
use serde::Deserializer;
use serde::de::Error;
use serde::ser::Serializer;

use super::decimal_text::parse_json;
use crate::decode::{Decode, Version};
use crate::encode::{Encode, View};
use crate::json::raw_json;
use crate::schema::{Shape, shapes};

shapes! { Decimal => Shape::Decimal }

impl Decode for Decimal {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, _: Version) -> Result<Self, D::Error> {
        let raw = raw_json(deserializer)?;
        parse_json(&raw)
            .and_then(|(mantissa, scale)| Self::try_from_i128_with_scale(mantissa, scale).ok())
            .ok_or_else(|| D::Error::custom("not a decimal"))
    }
}

impl Encode for Decimal {
    fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
