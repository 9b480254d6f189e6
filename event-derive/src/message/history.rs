//! Versions of fields: when they came, what they were, what stands in for them.

use super::Message;

/// Of a field or a variant.
pub(crate) fn since_later_than_version(what: &str, since: u32, version: u32) -> Message {
    let message = Message::new(format_args!(
        "this is version {version}, and the {what} says `since = {since}`"
    ))
    .help(format_args!("publish the {what} in a new version: `version = {since}`"));
    match version {
        2 => message.help("or, if version 2 has it, write `since = 2`"),
        _ => message
            .help(format_args!("or write the version that it came with, from 2 to {version}")),
    }
}

/// The same at version 1, where nothing can have come later.
pub(crate) fn since_in_first_version(what: &str, since: u32) -> Message {
    Message::new(format_args!("this is version 1, and the {what} says `since = {since}`"))
        .help(format_args!("publish the {what} in a new version: `version = {since}`"))
        .help("or take `since` out, if version 1 has it")
}

pub(crate) fn since_first_version(what: &str) -> Message {
    Message::new(format_args!("a {what} has been there since version 1 unless it says otherwise"))
        .help("take `since` out, or write the later version that it came with")
}

/// Of `since`, and of whatever ends with a version.
pub(crate) fn history_before_oldest(attribute: &str, version: u32, oldest: u32) -> Message {
    let says = match attribute {
        "since" => format!("`since` says {version}"),
        attribute => format!("`{attribute}` ends with version {version}"),
    };
    let message =
        Message::new(format_args!("this struct begins with version {oldest}, and {says}"))
            .help(format_args!("take `{attribute}` out"));
    match attribute {
        "since" => message.note("what its first version has is there from the start"),
        _ => message.note("what was before is up to the event that it comes from"),
    }
}

pub(crate) fn lossy_without_effect() -> Message {
    Message::new("every version has this field, so none has to drop it")
        .help("take `lossy` out, or say which version the field came with: `since = 2`")
}

/// Const: `lossy` on a removed field that older readers need.
pub(crate) fn removed_cannot_be_absent(name: &str) -> Message {
    Message::new(format_args!("the versions that have `{name}` need it: it cannot be left out"))
        .help("say how it is made of today's struct: `back = path`")
        .help("or take `lossy` out; those versions are then read and not written")
}

/// Const: what `back` makes of a struct with masked fields would be written in full.
pub(crate) fn removed_back_unmasked(name: &str, item: &str) -> Message {
    Message::new(format_args!("`{item}` has masked fields, and `{name}` is made from it in full"))
        .help("mask what is made: write `masked` beside `back`")
        .help("or write `unmasked` there, if nothing of a masked field goes into it")
}

pub(crate) fn removed_on_enum() -> Message {
    Message::new("`removed` speaks of a field, and an enum has none of its own")
        .help("write it on the variant that had the field: `#[field(removed(...))]`")
}

pub(crate) fn removed_on_variant(variant: &str) -> Message {
    Message::new(format_args!("`{variant}` has no named fields, so none was removed"))
        .help("take `removed` out")
}

pub(crate) fn holds_on_variant(variant: &str) -> Message {
    Message::new(format_args!("`{variant}` holds no single value"))
        .help("write `holds` on the fields of the variant, or take it out")
}

/// Const: `since` on a type that cannot be absent.
pub(crate) fn since_cannot_be_absent(field: &str, since: u32) -> Message {
    let before = since - 1;
    Message::new(format_args!("version {before} has no `{field}`, and its type cannot be absent"))
        .help("say what stands in for it: `default`, `default = ...` or `with = path`")
        .help("or make it an `Option`")
}

/// Const: `default = "text"` names no variant.
pub(crate) fn default_no_variant(field: &str, text: &str) -> Message {
    Message::new(format_args!("the type of `{field}` has no variant `{text:?}` without fields"))
        .help("write the variant's name as it stands on the wire")
        .help("or write it in Rust, without quotes: `default = Type::Variant`")
}

/// Const: `default = "text"` is of the wrong format.
pub(crate) fn default_wrong_format(field: &str, text: &str) -> Message {
    Message::new(format_args!("`{text:?}` is no value of the type of `{field}`"))
        .help("write a UUID with hyphens, or a decimal such as `\"1.50\"`")
}

/// Const: `default = "text"` on a type that text cannot stand for.
pub(crate) fn default_needs_expression(field: &str) -> Message {
    Message::new(format_args!("a default in quotes is text, and `{field}` is not"))
        .help("write a Rust expression without quotes: `default = 5`")
        .help("or a function that makes the value: `with = path`")
}

pub(crate) fn default_and_with() -> Message {
    Message::new("`default` and `with` both say what stands in for the field")
        .help("keep one of the two")
}

pub(crate) fn history_version_does_not_exist(attribute: &str, until: u32, version: u32) -> Message {
    let message = Message::new(format_args!(
        "`{attribute}` ends with version {until}, and this is version {version}"
    ));
    match version {
        1 => message
            .help(format_args!("take `{attribute}` out, if version 1 never had it so"))
            .help("or publish the change in a new version: `version = 2`"),
        2 => message.help("write the last version that had it so: `until = 1`"),
        _ => message
            .help(format_args!("write the last version that had it so, from 1 to {}", version - 1)),
    }
}

pub(crate) fn history_contradicts(first: &str, second: &str) -> Message {
    Message::new(format_args!("{first}, but {second}")).help("correct one of the two versions")
}

pub(crate) fn history_twice(attribute: &str, until: u32) -> Message {
    Message::new(format_args!("two `{attribute}` end with version {until}"))
        .help("write for each the last version that had it so, or keep one")
}

pub(crate) fn renamed_to_itself(name: &str) -> Message {
    Message::new(format_args!("the field is still called `{name}`"))
        .help("take `renamed` out, or write the name that the field had")
}

pub(crate) fn wire_name_twice(name: &str, first: &str, versions: &str) -> Message {
    Message::new(format_args!("`{name}` already names the field `{first}` in {versions}"))
        .help("give one of the two another name, or correct the versions")
}
