//! What several rules say in the same words.

use crate::difference::InsideKind;
use crate::rule::Found;

/// `` of `LineItem` ``; nothing in the event itself.
pub(super) fn of_type(found: &Found) -> String {
    match found.inside.kind {
        InsideKind::Event => String::new(),
        InsideKind::Struct | InsideKind::Enum => format!(" of `{}`", found.inside.name),
        InsideKind::Variant => format!(" in a variant of `{}`", found.inside.name),
    }
}

/// `` `line_items[]` ``: the path in the event.
pub(super) fn place(found: &Found) -> String {
    let path = found.path.trim_start_matches("$.");
    format!("`{path}`")
}

/// The first version of its type that has it: the next one, if nobody counted.
pub(super) const fn since(found: &Found) -> u32 {
    found.inside.version_after + is_uncounted(found) as u32
}

/// Whether a nested type changed and is of the same version in both.
pub(super) const fn is_uncounted(found: &Found) -> bool {
    found.inside.version_before == found.inside.version_after
}

/// The last version of its type that had it.
pub(super) const fn until(found: &Found) -> u32 {
    found.inside.version_before
}

/// `#[event(removed(name = "coupon", type = "Option<String>", until = 2))]`
pub(super) fn removed(found: &Found) -> String {
    let list = match found.inside.kind {
        InsideKind::Event => "event",
        InsideKind::Struct | InsideKind::Enum => "schema",
        InsideKind::Variant => "field",
    };
    let Found { name_before: name, type_before: ty, .. } = found;
    format!("#[{list}(removed(name = \"{name}\", type = \"{ty}\", until = {}))]", until(found))
}

/// Adds what else has to be written when the change is in a nested type.
pub(super) fn hold(found: &Found, mut help: Vec<String>) -> Vec<String> {
    let inside = &found.inside;
    if inside.kind != InsideKind::Event {
        let ends_with_order = help.last().is_some_and(|last| *last == consumers_first(found));
        let end = help.len() - usize::from(ends_with_order);
        let raised = is_uncounted(found).then(|| raise(found));
        let holds = format!(
            "and on every field that holds `{}`: `#[field(holds({}, until = {}))]`",
            inside.name, inside.version_before, found.version_before
        );
        help.splice(end..end, raised.into_iter().chain([holds]));
    }
    help
}

/// What makes a change of a nested type one of its versions.
pub(super) fn raise(found: &Found) -> String {
    format!("and on `{}` itself: `#[schema(version = {})]`", found.inside.name, since(found))
}

pub(super) fn consumers_first(found: &Found) -> String {
    format!("upgrade consumers before version {} is written", found.version_after)
}

/// What to write when a field is of another type.
pub(super) fn field_was(found: &Found) -> Vec<String> {
    let Found { name_after: name, type_before, type_after, .. } = found;
    if type_after.is_empty() {
        let add = format!(
            "keep what the variant holds, and add another variant: `#[field(since = {})]`",
            since(found)
        );
        return hold(found, vec![add, consumers_first(found)]);
    }
    let optional = match type_after.starts_with("Option<") {
        true => type_after.clone(),
        false => format!("Option<{type_after}>"),
    };
    let help = vec![
        format!(
            "leave it, and add a field beside it: `#[field(since = {})] {name}_new: {optional}`",
            since(found)
        ),
        format!(
            "or say what it was: `#[field(was(type = \"{type_before}\", until = {}, with = ...))] {name}: {type_after}`",
            until(found)
        ),
        consumers_first(found),
    ];
    hold(found, help)
}

/// For what the history of an enum cannot say.
pub(super) fn keep_old(found: &Found, with: &str) -> Vec<String> {
    let inside = &found.inside;
    let keep = format!(
        "or keep the old enum as `{0}V{1}`, and say so on every field that holds it: `#[field(was(type = \"{0}V{1}\", until = {2}, {with} = ...))]`",
        inside.name, inside.version_before, found.version_before
    );
    [keep].into_iter().chain(is_uncounted(found).then(|| raise(found))).collect()
}
