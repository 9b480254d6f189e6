//! The keys of objects: text, or what has one text form.

use serde::ser::{Error as _, Serialize};
use serde_json::Error;

use super::Writer;

/// Writes a key: as a value first, then what came of it decides.
pub(super) fn write_key<T: Serialize + ?Sized>(key: &T, buffer: &mut Vec<u8>) -> Result<(), Error> {
    let start = buffer.len();
    key.serialize(Writer::new(buffer))?;
    match buffer.get(start) {
        Some(b'"') => Ok(()),
        Some(b'-' | b'0'..=b'9' | b't' | b'f') => {
            buffer.insert(start, b'"');
            buffer.push(b'"');
            Ok(())
        }
        _ => Err(Error::custom("the key of an object is text")),
    }
}
