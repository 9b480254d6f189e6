//! The item: structs, enums, sets, and how enums stand on the wire.

use super::Message;

pub(crate) fn event_is_enum(item: &str) -> Message {
    Message::new(format_args!("`{item}` is an enum, and an event is a struct"))
        .help("if it holds events, write `#[derive(EventSet)]`")
        .help("if it is a part of an event, write `#[derive(Schema)]`")
}

/// `Event` and `Schema` on one struct.
pub(crate) fn event_has_schema(item: &str) -> Message {
    Message::new(format_args!("`{item}` is an event, and `Event` gives it a schema already"))
        .help("take `Schema` out of the derive list")
}

pub(crate) fn item_is_tuple(item: &str) -> Message {
    Message::new(format_args!("the fields of `{item}` have no names to stand on the wire"))
        .help(format_args!("name them: `struct {item} {{ name: Type }}`"))
}

pub(crate) fn item_is_unit(item: &str) -> Message {
    Message::new(format_args!("`{item}` has no braces for its fields"))
        .help(format_args!("write `struct {item} {{}}`"))
}

pub(crate) fn item_is_union(item: &str) -> Message {
    Message::new(format_args!("`{item}` is a union, and nobody knows which field it holds"))
        .help("make it a struct, or an enum with `#[derive(Schema)]`")
}

pub(crate) fn item_has_parameters(item: &str) -> Message {
    Message::new(format_args!("`{item}` has parameters, and a schema has none"))
        .help("write one type for each that it stands for")
        .help("for borrowed text, use `String` or `Cow<'static, str>`")
}

pub(crate) fn variant_is_tuple(variant: &str) -> Message {
    Message::new(format_args!("the values in `{variant}` have no names to stand on the wire"))
        .help(format_args!("name them: `{variant} {{ name: Type }}`"))
}

pub(crate) fn enum_is_empty(item: &str) -> Message {
    Message::new(format_args!("`{item}` has no variants, so nothing can be read into it"))
        .help("add a variant")
}

pub(crate) fn set_is_struct(item: &str) -> Message {
    Message::new(format_args!("`{item}` is no enum, and a set of events is one"))
        .help(format_args!("write `enum {item} {{ OrderPaid(OrderPaid) }}`"))
}

pub(crate) fn set_variant_shape(variant: &str, holds: &str) -> Message {
    Message::new(format_args!("a variant of a set holds one event, and `{variant}` does not"))
        .help(format_args!("write `{variant}({holds})`"))
}

pub(crate) fn set_other_twice() -> Message {
    Message::new("a set has one variant for unknown events").help("keep one `#[event(other)]`")
}

pub(crate) fn set_is_empty(item: &str) -> Message {
    Message::new(format_args!("`{item}` holds no event"))
        .help("add a variant: `OrderPaid(OrderPaid)`")
}

// Enums on the wire.

pub(crate) fn content_without_tag() -> Message {
    Message::new("`content` needs `tag`").help("write `tag = \"kind\", content = \"value\"`")
}

pub(crate) fn tagging_on_struct(name: &str) -> Message {
    Message::new(format_args!("`{name}` belongs on an enum, and this is a struct"))
        .help("take it out")
}

pub(crate) fn tag_is_content() -> Message {
    Message::new("`tag` and `content` have the same name")
        .help("write `tag = \"kind\", content = \"value\"`")
}

pub(crate) fn tag_repeats_field(tag: &str, variant: &str) -> Message {
    Message::new(format_args!("`{variant}` has a field called `{tag}`, which is the tag"))
        .help("rename the field with `#[serde(rename = \"...\")]`, or choose another `tag`")
}

pub(crate) fn rename_all_unknown(rule: &str, known: &[&str]) -> Message {
    Message::new(format_args!("`{}` is no way to write names", rule.escape_debug())).nearest(
        rule,
        "known are",
        known,
    )
}

pub(crate) fn variant_name_twice(name: &str) -> Message {
    Message::new(format_args!("two variants are called `{name}` on the wire"))
        .help("rename one of them with `#[serde(rename = \"...\")]`")
}
