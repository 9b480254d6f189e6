//! References inside one document: `#/$defs/LineItem` (RFC 6901, section 6).

use serde_json::Value;

/// What a schema refers to, if it is a reference.
pub(super) fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref").and_then(Value::as_str)
}

/// The schema behind a reference inside the document; everything else is itself.
pub(super) fn target<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let pointer = reference(schema).and_then(|target| target.strip_prefix('#'));
    pointer.and_then(|pointer| root.pointer(&percent_decoded(pointer))).unwrap_or(schema)
}

/// The name that a part of a pointer stands for.
pub(super) fn name(part: &str) -> String {
    percent_decoded(part).replace("~1", "/").replace("~0", "~")
}

fn percent_decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend(part.bytes().skip(2));
            }
            None => {
                bytes.push(b'%');
                bytes.extend(part.bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
