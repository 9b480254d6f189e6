//! Steps: where a struct begins, and the event before.

use super::Message;

pub(crate) fn oldest_later_than_version(oldest: u32, version: u32) -> Message {
    Message::new(format_args!("this is version {version}, and its oldest cannot be {oldest}")).help(
        format_args!("write the first version that this struct describes, from 1 to {version}"),
    )
}

pub(crate) fn step_before_first(attribute: &str) -> Message {
    Message::new(format_args!("version 1 is the first, so `{attribute}` has nothing to come from"))
        .help("publish this struct as a new version: `version = 2`")
        .help(format_args!("or take `{attribute}` out"))
}

pub(crate) fn step_from_itself(item: &str) -> Message {
    Message::new(format_args!("`{item}` cannot come from itself"))
        .help("name the struct of the version before, such as `OrderPaidV1`")
        .help("or say what changed on the fields: `renamed`, `was`, `since`")
}

/// Const: no `From`.
pub(crate) fn step_without_from(earlier: &str, item: &str) -> Message {
    Message::new(format_args!("there is no way from `{earlier}` to `{item}`"))
        .help(format_args!("write `impl From<{earlier}> for {item}`"))
        .help(format_args!(
            "or, if it can fail, `impl TryFrom<{earlier}> for {item}` and `try_upcast_from`"
        ))
}

/// Const: no `TryFrom`, or one whose error cannot be shown.
pub(crate) fn step_without_try_from(earlier: &str, item: &str) -> Message {
    Message::new(format_args!("there is no way from `{earlier}` to `{item}`"))
        .help(format_args!("write `impl TryFrom<{earlier}> for {item}`"))
        .note("its `Error` has to implement `Display`")
}
