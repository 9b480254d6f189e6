//! Attributes in general: their names, their places, how they are written.

use super::Message;

pub(crate) fn attribute_unknown(name: &str, place: &str, known: &[&str]) -> Message {
    Message::new(format_args!("unknown attribute `{name}` on {place}")).nearest(
        name,
        "known are",
        known,
    )
}

pub(crate) fn attribute_misplaced(name: &str, found: &str, right: &str) -> Message {
    Message::new(format_args!("`{name}` does not belong on {found}"))
        .help(format_args!("write it on {right}"))
}

pub(crate) fn attribute_wrong_list(list: &str, item: &str, home: &str) -> Message {
    Message::new(format_args!("`#[{list}(...)]` does not belong on {item}")).help(home)
}

pub(crate) fn attribute_without_effect(list: &str, item: &str, instead: &str) -> Message {
    Message::new(format_args!("`#[{list}(...)]` means nothing on {item}")).help(instead)
}

pub(crate) fn attribute_twice(name: &str) -> Message {
    Message::new(format_args!("`{name}` is written twice")).help("keep one of the two")
}

pub(crate) fn only_one_of(first: &str, second: &str) -> Message {
    Message::new(format_args!("`{first}` and `{second}` cannot both be written"))
        .help("keep one of the two")
}

pub(crate) fn attribute_empty(list: &str) -> Message {
    Message::new(format_args!("`#[{list}]` says nothing"))
        .help(format_args!("write {}, or take it out", example(list)))
}

pub(crate) fn attribute_without_parentheses(list: &str) -> Message {
    Message::new(format_args!("what `#[{list}]` says stands in parentheses"))
        .help(format_args!("write {}", example(list)))
}

fn example(list: &str) -> &'static str {
    match list {
        "event" => "`#[event(type = \"order.paid\", version = 1, key = \"order_id\")]`",
        "schema" => "`#[schema(debug)]`",
        "serde" => "`#[serde(rename = \"...\")]`",
        _ => "`#[field(since = 2)]`",
    }
}

pub(crate) fn attribute_unreadable() -> Message {
    Message::new("this is not the way an attribute is written")
        .help("write `name`, `name = value` or `name(...)`, with commas between them")
}

pub(crate) fn comma_missing() -> Message {
    Message::new("a comma is missing").help("write `,` between one attribute and the next")
}

pub(crate) fn equals_missing(name: &str) -> Message {
    Message::new(format_args!("`{name}` and its value are joined by `=`"))
        .help(format_args!("write `{name} = ...`"))
}

pub(crate) fn attribute_without_name(value: &str, meant: &str) -> Message {
    Message::new(format_args!("`{value}` has no name that says what it is"))
        .help(format_args!("write `{meant}`"))
}

pub(crate) fn value_is_not(name: &str, kind: &str, example: &str) -> Message {
    Message::new(format_args!("`{name}` takes {kind}")).help(format_args!("write `{example}`"))
}

pub(crate) fn argument_missing(name: &str, argument: &str, example: &str) -> Message {
    Message::new(format_args!("`{name}` needs `{argument}`"))
        .help(format_args!("write `{example}`"))
}
