//! Drift: the code differs from what was published.

use super::Message;

/// The contract that a sentence speaks of.
#[derive(Clone, Copy)]
pub(crate) struct Then<'a> {
    pub(crate) event_type: &'a str,
    pub(crate) version: u32,
    pub(crate) is_todays: bool,
}

/// `later`: the version that the struct could begin with.
pub(crate) fn contract_missing(
    event_type: &str,
    version: u32,
    other: u32,
    file: &str,
    later: Option<u32>,
) -> Message {
    let message = Message::new(format_args!(
        "version {version} of `{event_type}` has no contract, and version {other} has one"
    ))
    .help(format_args!("take `{file}` from version control again"))
    .help("or run `cargo event accept`, if there never was one");
    match later {
        Some(later) => message.help(format_args!(
            "or let this struct begin with a later version: `oldest = {later}`"
        )),
        None => message,
    }
}

pub(crate) fn contract_unreadable(file: &str, what: &str, help: &str) -> Message {
    Message::new(format_args!("`{file}` cannot be compared: {what}")).help(help)
}

pub(crate) fn contract_of_another(file: &str, event_type: &str, version: u32) -> Message {
    Message::new(format_args!("`{file}` is the contract of `{event_type}` version {version}"))
        .help("take the file from version control again: a published contract is never moved")
}

pub(crate) fn field_not_published(then: Then<'_>, field: &str) -> Message {
    let Then { event_type, version, .. } = then;
    let message = Message::new(format_args!(
        "version {version} of `{event_type}` has no `{field}`, and the code has it"
    ));
    let since = format!("`#[field(since = {})]`", version + 1);
    message.publish(then, &since, &format!("say which version it came with: {since}"))
}

pub(crate) fn removed_not_published(then: Then<'_>, field: &str) -> Message {
    let Then { event_type, version, .. } = then;
    Message::new(format_args!(
        "version {version} of `{event_type}` has no `{field}`, and the code says it had"
    ))
    .help("correct its `since` and `until`, or take `removed` out")
}

pub(crate) fn field_lost(then: Then<'_>, field: &str, item: &str, removed: &str) -> Message {
    let Then { event_type, version, .. } = then;
    let message = Message::new(format_args!(
        "version {version} of `{event_type}` promises `{field}`, and `{item}` has no such field"
    ));
    let removed = format!("`#[event(removed({removed}))]`");
    message.publish(then, &removed, &format!("say that it had one: {removed}"))
}

pub(crate) fn field_came_earlier(then: Then<'_>, field: &str) -> Message {
    let Then { event_type, version, .. } = then;
    Message::new(format_args!(
        "version {version} of `{event_type}` promises `{field}`, and the code says it had none"
    ))
    .help("correct the versions that the code speaks of: `since`, `until`")
}

pub(crate) fn field_renamed(then: Then<'_>, was: &str, is: &str) -> Message {
    let Then { event_type, version, .. } = then;
    let message = Message::new(format_args!(
        "version {version} of `{event_type}` has `{was}` where the code has `{is}`"
    ));
    let renamed = format!("`#[field(renamed(from = \"{was}\", until = {version}))]`");
    message
        .publish(then, &renamed, &format!("say what it was called: {renamed}"))
        .note("the two have the same type and place; if they are two fields, say so by `since` and `removed`")
}

pub(crate) fn field_alias_lost(then: Then<'_>, field: &str, alias: &str) -> Message {
    let Then { event_type, version, .. } = then;
    Message::new(format_args!(
        "version {version} of `{event_type}` reads `{alias}` as `{field}`, and the code does not"
    ))
    .help(format_args!("put it back: `#[serde(alias = \"{alias}\")]`"))
}

pub(crate) fn type_alias_lost(then: Then<'_>, alias: &str) -> Message {
    let Then { event_type, version, .. } = then;
    Message::new(format_args!(
        "version {version} of `{event_type}` is also called `{alias}`, and by the code it is not"
    ))
    .help(format_args!("put it back: `alias = \"{alias}\"`"))
}

pub(crate) fn default_lost(then: Then<'_>, field: &str) -> Message {
    let Then { event_type, version, .. } = then;
    let message = Message::new(format_args!(
        "version {version} of `{event_type}` may be without `{field}`, and the code requires it"
    ));
    message.help("put back what stands in for it: `default`, `default = ...` or `with = path`")
}

pub(crate) fn default_not_published(then: Then<'_>, field: &str) -> Message {
    let Then { event_type, version, .. } = then;
    let message = Message::new(format_args!(
        "version {version} of `{event_type}` requires `{field}`, and the code may be without it"
    ));
    message.publish(then, "", "take the default out")
}

pub(crate) fn masking_weakened(then: Then<'_>, field: &str, was: &str, is: &str) -> Message {
    let Then { event_type, version, .. } = then;
    let is = if is.is_empty() { "does not mask it".to_owned() } else { format!("as `{is}`") };
    Message::new(format_args!(
        "version {version} of `{event_type}` has `{field}` as `{was}`, and the code {is}"
    ))
    .help(format_args!("mask at least as much: `#[field({was})]`"))
    .note("what was promised to stay inside would leave the process")
}

pub(crate) fn unknown_fields_changed(then: Then<'_>, refuses: bool) -> Message {
    let Then { event_type, version, .. } = then;
    match refuses {
        true => Message::new(format_args!(
            "version {version} of `{event_type}` takes unknown fields, and the code refuses them"
        ))
        .help("take `deny_unknown_fields` out"),
        false => Message::new(format_args!(
            "version {version} of `{event_type}` refuses unknown fields, and the code takes them"
        ))
        .publish(then, "", ""),
    }
}

pub(crate) fn key_changed(then: Then<'_>, was: &str, is: &str) -> Message {
    let Then { event_type, version, .. } = then;
    let message = Message::new(format_args!(
        "version {version} of `{event_type}` has the key {was}, and the code {is}"
    ));
    message.publish(then, "", "").note("records that belong together would lose their order")
}

impl Message {
    /// In today's version the change is for the next one; in an earlier one it has to be said.
    fn publish(self, then: Then<'_>, attribute: &str, say: &str) -> Self {
        let (version, next) = (then.version, then.version + 1);
        if !then.is_todays {
            return if say.is_empty() { self } else { self.help(say) };
        }
        let and = if attribute.is_empty() { "" } else { ", and " };
        self.help(format_args!(
            "publish version {next} instead: `version = {next}`{and}{attribute}"
        ))
        .help(format_args!("or run `cargo event accept` if version {version} was never published"))
    }
}
