//! Decimals: text on writing, text or a number's own text on reading, never a float.

use rust_decimal::Decimal;
use serde::Deserializer;
use serde::de::Error;
use serde::ser::Serializer;

use super::decimal_text::{self, parse_json};
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
        let mut room = decimal_text::Room::default();
        let mantissa = self.mantissa().unsigned_abs();
        serializer.serialize_str(room.write(self.is_sign_negative(), mantissa, self.scale()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_written_as_it_is_shown() {
        let mantissas = [0, 1, 9, 10, 105, 1050, u64::MAX.into(), u128::from(u64::MAX) + 1];
        for mantissa in mantissas.into_iter().chain([Decimal::MAX.mantissa().unsigned_abs()]) {
            for scale in 0..=28 {
                for negative in [false, true] {
                    let mut decimal = Decimal::from_i128_with_scale(mantissa.cast_signed(), scale);
                    decimal.set_sign_negative(negative);
                    let written = serde_json::to_string(&crate::encode::In(&decimal, View::MASKED));
                    assert_eq!(written.ok(), Some(format!("\"{decimal}\"")));
                }
            }
        }
    }
}
