//! Values: masking, foreign types, and serde's attributes.

use super::Message;

pub(crate) fn masked_last_zero() -> Message {
    Message::new("`last` counts the characters that stay readable, from 1")
        .help("write `masked` to hide all of them")
}

/// Const: another `Debug` would print masked values.
pub(crate) fn foreign_debug(item: &str, attribute: &str) -> Message {
    Message::new(format_args!("`Debug` of `{item}` would print its masked fields"))
        .help(format_args!("take `Debug` out of the derive list and write `#[{attribute}(debug)]`"))
}

/// Const: another `Serialize` would write masked values.
pub(crate) fn foreign_serialize(item: &str, attribute: &str) -> Message {
    Message::new(format_args!("`Serialize` of `{item}` would write its masked fields")).help(
        format_args!("take `Serialize` out of the derive list and write `#[{attribute}(serde)]`"),
    )
}

pub(crate) fn text_empty(name: &str, example: &str) -> Message {
    Message::new(format_args!("`{name}` is empty")).help(format_args!("write `{example}`"))
}

pub(crate) fn field_tag_malformed(tag: &str) -> Message {
    Message::new(format_args!("`{}` is no tag", tag.escape_debug()))
        .help("write a word of lower-case letters, digits, `_`, `.` and `-`: `tag = \"pii\"`")
}

pub(crate) fn field_tag_repeated(tag: &str) -> Message {
    Message::new(format_args!("the field has the tag `{tag}` already")).help("take this one out")
}

pub(crate) fn type_unreadable(text: &str) -> Message {
    Message::new(format_args!("`{text:?}` is no Rust type"))
        .help("write it as in a struct, in quotes: `\"Option<String>\"`")
}

pub(crate) fn foreign_with_history(attribute: &str) -> Message {
    Message::new(format_args!("`{attribute}` does not go with `schema`"))
        .help("wrap the foreign type in one of your own, and implement `Schema` for it")
        .note("serde reads a foreign type, and knows no versions and no masks")
}

// serde's attributes.

pub(crate) fn serde_refused(name: &str, reason: &str, instead: &str) -> Message {
    Message::new(format_args!("`serde({name})` is not honoured here: {reason}")).help(instead)
}

pub(crate) fn serde_direction(name: &str) -> Message {
    Message::new(format_args!("`{name}` is the same for reading and for writing"))
        .help(format_args!("write `{name} = \"...\"`"))
}

/// Const: a field that can be skipped on writing, and not be absent on reading.
pub(crate) fn skip_without_default() -> Message {
    Message::new("a field that is sometimes left out has to be readable without it")
        .help("add `#[serde(default)]`, or make it an `Option`")
}
