//! The event: its type, its version, its key.

use super::Message;

/// No `#[event(...)]` at all.
pub(crate) fn event_attribute_missing(item: &str, event_type: &str, key: &str) -> Message {
    Message::new(format_args!("`{item}` does not say its event type, version and key")).help(
        format_args!("write `#[event(type = \"{event_type}\", version = 1, {key})]` above it"),
    )
}

pub(crate) fn key_missing(item: &str, example: Option<&str>) -> Message {
    let message = Message::new(format_args!("`{item}` has no key"));
    match example {
        Some(field) => message
            .help(format_args!(
                "name the field that groups and orders these events: `key = \"{field}\"`"
            ))
            .help("or write `keyless` if their order does not matter"),
        None => message
            .help("write `keyless` if the order of these events does not matter")
            .help("or add a field that groups and orders them, and name it: `key = \"...\"`"),
    }
}

pub(crate) fn key_and_keyless() -> Message {
    Message::new("an event with a key is not keyless").help("take `keyless` out, or the key")
}

pub(crate) fn key_unknown_field(item: &str, name: &str, known: &[&str]) -> Message {
    Message::new(format_args!("`{item}` has no field `{name}` to be its key")).nearest(
        name,
        "its fields are",
        known,
    )
}

pub(crate) fn key_malformed() -> Message {
    Message::new("a key is the name of a field, or a path of names")
        .help("write `key = \"order_id\"`, or `key = \"repository.id\"` for a field inside a field")
        .help("or name several: `key(\"tenant_id\", \"order_id\")`")
}

pub(crate) fn key_repeated(name: &str) -> Message {
    Message::new(format_args!("the key names `{name}` twice")).help("name each field once")
}

pub(crate) fn key_masked(name: &str) -> Message {
    Message::new(format_args!("`{name}` is the key and cannot be masked"))
        .help(format_args!("take `masked` off `{name}`, or name another field as the key"))
        .note("the key travels in the open, beside the payload")
}

/// Const: a part of the key's path is masked.
pub(crate) fn key_path_masked(path: &str) -> Message {
    Message::new(format_args!("a field on the path `{path}` is masked, and a key cannot be"))
        .help("take `masked` off that field, or name another field as the key")
        .note("the key travels in the open, beside the payload")
}

/// Const: a part of the key's path cannot be followed.
pub(crate) fn key_path_recursive(path: &str) -> Message {
    Message::new(format_args!("the path `{path}` goes through a type that contains itself"))
        .help("name a field as the key that is reached without it")
        .note("whether a field behind it is masked cannot be seen while compiling")
}

/// Only what is spelled `Option`: an alias of it is found by the traits.
pub(crate) fn key_optional(name: &str, inner: &str) -> Message {
    Message::new(format_args!("a key cannot be optional, and `{name}` is"))
        .help(format_args!("make it required: `{name}: {inner}`"))
        .help("or name another field as the key")
}

pub(crate) fn key_through_optional(name: &str) -> Message {
    Message::new(format_args!("the key goes through `{name}`, which may be absent"))
        .help(format_args!("make `{name}` required, or name another field as the key"))
}

pub(crate) fn type_missing(item: &str, example: &str) -> Message {
    Message::new(format_args!("`{item}` has no event type"))
        .help(format_args!("name it as it stands on the wire: `type = \"{example}\"`"))
}

pub(crate) fn type_empty() -> Message {
    Message::new("the event type is empty")
        .help("name the event as it stands on the wire: `type = \"order.paid\"`")
}

pub(crate) fn type_malformed(name: &str, mended: &str) -> Message {
    let message = Message::new(format_args!("`{}` is not an event type", name.escape_debug()));
    let message = match mended {
        "" => message,
        mended => message.help(format_args!("write `\"{mended}\"`")),
    };
    message.note("an event type is lower-case words joined by dots, such as `order.paid`")
}

pub(crate) fn alias_repeated(name: &str) -> Message {
    Message::new(format_args!("`{name}` is already a name of this event"))
        .help("take this `alias` out, or name a former event type")
}

pub(crate) fn version_missing(item: &str) -> Message {
    Message::new(format_args!("`{item}` has no version")).help("start with `version = 1`")
}

/// Of an event, a field or a nested type: whatever takes a version.
pub(crate) fn version_zero(name: &str) -> Message {
    let message = Message::new("versions count from 1");
    match name {
        "since" => message.help("take `since` out: without it the field is in every version"),
        name => message.help(format_args!("write `{name} = 1` for the first")),
    }
}

pub(crate) fn version_not_a_number(example: &str) -> Message {
    Message::new("a version is a whole number, counted from 1")
        .help(format_args!("write `{example}`"))
}

pub(crate) fn version_too_large() -> Message {
    Message::new("a version cannot be larger than 1000000")
        .help("count versions by one: the first is 1, the next is 2")
}

pub(crate) fn newer_unknown(word: &str) -> Message {
    Message::new(format_args!("`newer` cannot be `{}`", word.escape_debug()))
        .nearest(word, "it can be", &["reject", "tolerate"])
        .note("it says what to do with a version that is newer than this one")
}

/// Const: `validate` on an event without rules.
pub(crate) fn validate_without_rules(item: &str) -> Message {
    Message::new(format_args!("`{item}` has no value rules to check"))
        .help("derive them with garde: `#[derive(garde::Validate)]`")
        .help("or take `validate` out")
        .note("it is the `Validate` of garde 0.23 that counts")
}

/// Const: `validate` on an event whose rules ask for a context.
pub(crate) fn validate_in_context(item: &str) -> Message {
    Message::new(format_args!("the rules of `{item}` ask for a context, and here is none"))
        .help("take `#[garde(context(...))]` out")
        .help("or take `validate` out, and check the event where the context is")
}
