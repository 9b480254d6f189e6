//! Bytes: base64 on the wire.

use serde::Deserializer;
use serde::ser::Serializer;

use super::text;
use super::texts::from_text;
use crate::decode::{Decode, Version};
use crate::encode::{Encode, View};
use crate::schema::{Shape, Text, shapes};

/// Bytes, written as base64 text (RFC 4648, standard alphabet, padded).
///
/// `Vec<u8>` is a list of numbers on the wire, which takes about three times the room.
///
/// ```
/// use event_core::Bytes;
/// let thumbnail = Bytes::from(vec![0xff, 0xd8]);
/// assert_eq!(thumbnail.as_ref(), [0xff, 0xd8]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes(Vec<u8>);

impl Bytes {
    /// The bytes themselves.
    #[must_use]
    pub fn into_vec(self) -> Vec<u8> {
        self.0
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl std::ops::Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

shapes! { Bytes => Shape::Text(Text::Base64) }

impl Decode for Bytes {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, _: Version) -> Result<Self, D::Error> {
        from_text(deserializer, text::parse_base64).map(Self)
    }
}

impl Encode for Bytes {
    fn encode<S: Serializer>(&self, serializer: S, _: View) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&text::write_base64(&self.0))
    }
}
