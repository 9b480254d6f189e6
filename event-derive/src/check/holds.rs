//! Nested types: which of their versions were held, and what may be dropped.

use darling::ast::NestedMeta;

use super::field::Around;
use super::item::flag;
use super::places::inside;
use super::versions::{check_ends, required};
use crate::errors::Errors;
use crate::history::Earlier;
use crate::input::{HoldsInput, members};
use crate::message;
use crate::model::Held;
use crate::value::{Number, Written, once, version_of};

const EXAMPLE: &str = "holds(1, until = 2)";

/// `holds(1, until = 2)`, as often as the nested type changed.
pub(super) fn holds(
    written: &[Written],
    first: u32,
    around: Around,
    errors: &mut Errors,
) -> Vec<Held> {
    let mut held = Vec::new();
    for one in written {
        if let Some((version, until)) = held_until(one, errors) {
            held.push(Earlier { until, value: version });
        }
    }
    check_ends("holds", &mut held, first, around, errors);
    let in_order = held.into_iter().map(|Earlier { until, value: Number { value, span } }| Held {
        version: value,
        until: until.value,
        span,
    });
    in_order.collect()
}

fn held_until(written: &Written, errors: &mut Errors) -> Option<(Number, Number)> {
    let mut items = written.list(EXAMPLE, errors)?;
    let Some(place) = items.iter().position(|item| matches!(item, NestedMeta::Lit(_))) else {
        let what = "the version that was held, and the last version that held it";
        errors.push_on(written.tokens(), message::value_is_not("holds", what, EXAMPLE));
        return None;
    };
    let NestedMeta::Lit(version) = items.remove(place) else { return None };
    let version = version_of(&version, "holds", errors);
    let input: HoldsInput = members(items, inside("`holds`"), errors);
    let until = required(written, &input.until, "until", EXAMPLE, errors)
        .and_then(|until| until.version(errors));
    Some((version?, until?))
}

/// `holds = 1` of a removed field, which held one version to its end.
pub(super) fn held_by_removed(written: &[Written], errors: &mut Errors) -> Option<Held> {
    let Number { value, span } = once(written, errors)?.version(errors)?;
    Some(Held { version: value, until: u32::MAX, span })
}

/// `lossy` on a field that some version does not have.
pub(super) fn lossy(written: &[Written], came_later: bool, errors: &mut Errors) -> bool {
    let is_lossy = flag(written, errors);
    if let (Some(lossy), false) = (written.first(), came_later) {
        errors.push(lossy.name_span(), message::lossy_without_effect());
    }
    is_lossy
}
