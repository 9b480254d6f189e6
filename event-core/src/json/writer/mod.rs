//! Values become JSON text: a serde serializer that writes into a `Vec` and nothing else.
//!
//! It writes byte for byte what serde_json's compact serializer writes, which is what the tests
//! compare it with; it is faster because it knows its sink and looks at eight bytes of text at once.

mod compound;
mod key;
#[cfg(test)]
mod tests;
mod text;

use std::fmt::Display;

use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Error;

use compound::Compound;
pub(super) use text::write_text;

/// By these names serde_json's own types ask to be written as they stand.
const AS_IT_STANDS: [&str; 2] = ["$serde_json::private::RawValue", "$serde_json::private::Number"];

/// Writes one value behind what the buffer holds.
pub(crate) struct Writer<'a> {
    pub(super) buffer: &'a mut Vec<u8>,
}

impl<'a> Writer<'a> {
    #[inline]
    pub(crate) fn new(buffer: &'a mut Vec<u8>) -> Self {
        Self { buffer }
    }

    #[inline]
    fn write<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(Writer::new(self.buffer))
    }

    /// Writes the text of a value that is JSON already.
    fn write_as_it_stands<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let mut text = Vec::new();
        value.serialize(Writer::new(&mut text))?;
        let json: String = serde_json::from_slice(&text)?;
        self.buffer.extend_from_slice(json.as_bytes());
        Ok(())
    }

    /// Opens a list or an object, inside the variant's own object if there is one.
    fn open(self, variant: Option<&str>, brackets: [u8; 2]) -> Compound<'a> {
        let [open, close] = brackets;
        if let Some(variant) = variant {
            self.buffer.push(b'{');
            write_text(variant, self.buffer);
            self.buffer.push(b':');
        }
        self.buffer.push(open);
        Compound { writer: self, close, is_variant: variant.is_some(), is_first: true }
    }
}

const LIST: [u8; 2] = *b"[]";
const OBJECT: [u8; 2] = *b"{}";

macro_rules! digits {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, value: $type) -> Result<(), Error> {
            self.buffer.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
            Ok(())
        }
    )*};
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    digits! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_u64: u64, serialize_u128: u128
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.buffer.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        serde_json::to_writer(self.buffer, &value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        serde_json::to_writer(self.buffer, &value)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        write_text(value, self.buffer);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.buffer.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut object = self.open(None, OBJECT);
        object.entry(variant, value)?;
        object.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a>, Error> {
        Ok(self.open(None, LIST))
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'a>, Error> {
        Ok(self.open(None, LIST))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'a>, Error> {
        Ok(self.open(None, LIST))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, Error> {
        Ok(self.open(Some(variant), LIST))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a>, Error> {
        Ok(self.open(None, OBJECT))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Compound<'a>, Error> {
        match AS_IT_STANDS.contains(&name) {
            true => Ok(Compound::as_it_stands(self)),
            false => Ok(self.open(None, OBJECT)),
        }
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, Error> {
        Ok(self.open(Some(variant), OBJECT))
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        text::write_shown(value, self.buffer).map_err(Error::custom)
    }
}
