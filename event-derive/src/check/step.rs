//! Where a struct begins, and the event that its earlier versions are.

use darling::ast::NestedMeta;
use syn::{Ident, Meta, Path};

use super::item::flag;
use super::places::inside;
use crate::errors::Errors;
use crate::input::{EventInput, UpcastInput, members};
use crate::message;
use crate::model::Step;
use crate::names::plain;
use crate::value::{Written, once};

/// The first version that the struct describes: `oldest`, or today's behind a step, or 1.
pub(super) fn oldest(input: &EventInput, version: Option<u32>, errors: &mut Errors) -> u32 {
    let has_step = !input.upcast_from.is_empty() || !input.try_upcast_from.is_empty();
    let default = if has_step { version.unwrap_or(1) } else { 1 };
    let written = once(&input.oldest, errors).and_then(|oldest| oldest.version(errors));
    let Some(written) = written else { return default };
    match version {
        Some(version) if written.value > version => {
            errors.push(written.span, message::oldest_later_than_version(written.value, version));
            default
        }
        _ => written.value,
    }
}

/// `upcast_from = OrderPaidV2`, `try_upcast_from`, or either as a list with `back`.
pub(super) fn step(
    item: &Ident,
    input: &EventInput,
    oldest: u32,
    errors: &mut Errors,
) -> Option<Step> {
    let from = once(&input.upcast_from, errors);
    let try_from = once(&input.try_upcast_from, errors);
    let (written, is_fallible) = match (from, try_from) {
        (Some(_), Some(again)) => {
            let message = message::only_one_of("upcast_from", "try_upcast_from");
            errors.push(again.name_span(), message);
            return None;
        }
        (Some(written), None) => (written, false),
        (None, Some(written)) => (written, true),
        (None, None) => return None,
    };
    let Target { earlier, back, is_lossy } = read(written, errors)?;
    if oldest == 1 {
        errors.push(written.name_span(), message::step_before_first(&written.name()));
        return None;
    }
    if earlier.is_ident(item) || earlier.is_ident("Self") {
        errors.push_on(&earlier, message::step_from_itself(&plain(item)));
        return None;
    }
    Some(Step { earlier, is_fallible, back, is_lossy })
}

/// The event before, and the way back to it.
struct Target {
    earlier: Path,
    back: Option<Path>,
    is_lossy: bool,
}

fn read(written: &Written, errors: &mut Errors) -> Option<Target> {
    let name = written.name();
    if !written.is_list() {
        let example = format!("{name} = OrderPaidV1");
        let earlier = written.path_of("the struct of the version before", &example, errors);
        return Some(Target { earlier: earlier?, back: None, is_lossy: false });
    }
    let example = format!("{name}(OrderPaidV1, back = path)");
    let mut items = written.list(&example, errors)?;
    let Some(NestedMeta::Meta(Meta::Path(earlier))) = items.first().cloned() else {
        errors.push(written.name_span(), message::argument_missing(&name, "OrderPaidV1", &example));
        return None;
    };
    items.remove(0);
    let input: UpcastInput = members(items, inside("a step"), errors);
    let back = once(&input.back, errors).and_then(|back| back.path("back = path", errors));
    let is_lossy = flag(&input.lossy, errors);
    if let (Some(lossy), None) = (input.lossy.first(), &back) {
        errors.push(lossy.name_span(), message::argument_missing("lossy", "back", &example));
    }
    Some(Target { earlier, back, is_lossy })
}
