//! Lists and objects while they are being written.

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};
use serde_json::Error;

use super::key::write_key;
use super::{Writer, write_text};

/// A list or an object that is open.
pub(crate) struct Compound<'a> {
    pub(super) writer: Writer<'a>,
    /// What closes it; 0 for JSON that is written as it stands.
    pub(super) close: u8,
    /// Whether the object of a variant is around.
    pub(super) is_variant: bool,
    pub(super) is_first: bool,
}

impl<'a> Compound<'a> {
    /// The one value of a type that is JSON already.
    pub(super) fn as_it_stands(writer: Writer<'a>) -> Self {
        Self { writer, close: 0, is_variant: false, is_first: true }
    }

    #[inline]
    fn separate(&mut self) {
        if !std::mem::replace(&mut self.is_first, false) {
            self.writer.buffer.push(b',');
        }
    }

    #[inline]
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.separate();
        self.writer.write(value)
    }

    #[inline]
    pub(super) fn entry<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<(), Error> {
        self.separate();
        write_text(name, self.writer.buffer);
        self.writer.buffer.push(b':');
        self.writer.write(value)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        match self.close {
            0 => self.writer.write_as_it_stands(value),
            _ => self.entry(name, value),
        }
    }

    #[inline]
    pub(super) fn close(self) {
        if self.close != 0 {
            self.writer.buffer.push(self.close);
        }
        if self.is_variant {
            self.writer.buffer.push(b'}');
        }
    }
}

macro_rules! lists {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait for Compound<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.item(value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        }
    )*};
}
lists! {
    SerializeSeq serialize_element, SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field
}

macro_rules! objects {
    ($($trait:ident),*) => {$(
        impl $trait for Compound<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Error> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        }
    )*};
}
objects! { SerializeStruct, SerializeStructVariant }

impl SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.separate();
        write_key(key, self.writer.buffer)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.buffer.push(b':');
        self.writer.write(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}
