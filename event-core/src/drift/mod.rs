//! Whether the code keeps what its contracts promise, in const evaluation: through aliases of types and
//! into nested ones. What the derive knows by name, such as a field that went, is not here.

mod around;
mod look;
mod number;
pub mod promised;
mod rules;
mod tables;
mod variants;
mod words;

use self::around::{Around, at_most, name, newest};
use self::look::{Look, is_same, look};
use self::promised::Promised;
use self::rules::{has_inside, value_rules};
use crate::schema::const_checks::same_text;
use crate::schema::{EventSchema, Field, Shape, ValueRule};

/// A version of an event that was published.
#[derive(Clone, Copy)]
struct Published {
    event_type: &'static str,
    version: u32,
    /// Of today's version, nothing may differ. Of an earlier one, the code may read more than it
    /// promises, where nothing can say that it does not.
    is_todays: bool,
}

impl Published {
    const fn of(event: &EventSchema, version: u32) -> Self {
        let EventSchema { event_type, version: todays, .. } = *event;
        Self { event_type, version, is_todays: version == todays }
    }
}

/// Where the code is compared.
#[derive(Clone, Copy)]
struct At<'a> {
    published: &'a Published,
    /// The event's field.
    field: &'a str,
    /// Its name in Rust; none if it was removed.
    member: &'a str,
    /// Its promised type in Rust.
    was: &'a str,
    place: Place<'a>,
    /// The types around.
    around: Option<&'a Around<'a>>,
    /// Whether the value rules here are checked: down to here, every field says so.
    rules_hold: bool,
}

/// `line_items[].quantity`, from its end.
#[derive(Clone, Copy)]
struct Place<'a> {
    dot: &'a str,
    name: &'a str,
    outer: Option<&'a Place<'a>>,
}

/// Refuses a field whose type, or anything inside it, is not what was published in that version.
///
/// `index` is the field's place in the event's table, and `was` its promised type in Rust.
///
/// # Panics
/// In const evaluation, with a sentence that names both sides.
#[track_caller]
#[allow(clippy::indexing_slicing, reason = "runs in const evaluation only")]
pub const fn keep(event: &EventSchema, version: u32, index: usize, promised: &Promised, was: &str) {
    // Most fields: no step more than they need.
    if let Shape::Struct(table) = event.shape
        && let (Promised::Plain(promised), Field { rules: [], shape, .. }) =
            (promised, &table.fields[index])
        && is_same(shape, promised)
    {
        return;
    }
    keep_with_rules(event, version, index, promised, was, &[]);
}

/// The same of a field with rules.
///
/// # Panics
/// In const evaluation, with a sentence that names both sides.
#[track_caller]
#[allow(clippy::indexing_slicing, reason = "runs in const evaluation only")]
pub const fn keep_with_rules(
    event: &EventSchema,
    version: u32,
    index: usize,
    promised: &Promised,
    was: &str,
    rules: &[ValueRule],
) {
    // What stands beside another error has no table: that error is enough.
    let Shape::Struct(table) = event.shape else { return };
    let (published, field) = (&Published::of(event, version), &table.fields[index]);
    let place = Place { dot: "", name: field.name, outer: None };
    let (member, rules_hold) = (field.member, has_inside(field.rules));
    let at = At { published, field: field.name, member, was, place, around: None, rules_hold };
    field_type(field.shape, field.holds.at(version), promised, &at);
    match (field.rules, rules) {
        ([], []) => {}
        (code, promised) => value_rules(code, promised, &at),
    }
}

/// Refuses a version of today that fewer or other readers can read than was published.
///
/// # Panics
/// In const evaluation, with a sentence that names both versions.
#[track_caller]
pub const fn refuse_other_min_reader(event: &EventSchema, promised: u32) {
    if event.min_reader != promised {
        words::min_reader(&Published::of(event, event.version), event.min_reader, promised)
    }
}

/// Refuses a path of today's key that is not the published one, with names as they are on the wire.
///
/// # Panics
/// In const evaluation, with a sentence that names both paths.
#[track_caller]
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
pub const fn refuse_other_key<const LENGTH: usize>(
    event: &EventSchema,
    members: [&str; LENGTH],
    promised: [&str; LENGTH],
) {
    let (mut shape, mut version, mut i) = (event.shape, event.version, 0);
    // From names in Rust to names on the wire.
    let mut names = members;
    let mut same = true;
    while i < members.len() {
        // Where const evaluation cannot follow, `cargo event check` compares.
        let Shape::Struct(table) = shape else { return };
        version = at_most(version, table.version);
        let mut j = 0;
        let mut found = None;
        while j < table.fields.len() {
            let field = &table.fields[j];
            if field.exists_at(version) && same_text(field.member, members[i]) {
                found = Some(field);
            }
            j += 1;
        }
        let Some(field) = found else { return };
        names[i] = field.name;
        same = same && same_text(names[i], promised[i]);
        version = field.holds.at(version);
        shape = field.shape;
        i += 1;
    }
    if !same {
        words::key(&Published::of(event, event.version), &promised, &names)
    }
}

/// One field's type: as far as it is written at the field itself, then what is inside.
#[track_caller]
const fn field_type(code: &Shape, held: u32, promised: &Promised, at: &At<'_>) {
    match look(code, promised) {
        Look::Same => {}
        Look::SameOutside => inside(code, held, promised, at),
        Look::Different => words::type_changed(code, promised, at),
    }
}

/// The structs and enums inside two types that look the same from outside.
#[track_caller]
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn inside(code: &Shape, held: u32, promised: &Promised, at: &At<'_>) {
    match (code, promised) {
        (Shape::Foreign(code), promised) => inside(code, held, promised, at),
        (code, Promised::With(promised, _)) => inside(code, held, promised, at),
        (Shape::Option(code), Promised::Option(promised)) => inside(code, held, promised, at),
        (Shape::List(code), Promised::List(promised))
        | (Shape::Array(code, _), Promised::Array(promised, _)) => {
            inside(code, held, promised, &at.inside("[]", ""));
        }
        (Shape::Map { key, value }, Promised::Map(keys, values)) => {
            inside(key, held, keys, at);
            inside(value, held, values, &at.inside(".", "*"));
        }
        (Shape::Tuple(code), Promised::Tuple(promised)) => {
            let mut i = 0;
            while i < code.len() && i < promised.len() {
                inside(code[i], held, promised[i], &at.inside("[]", ""));
                i += 1;
            }
        }
        (
            Shape::Struct(_) | Shape::Enum(_) | Shape::Recursive { .. },
            Promised::Struct(..) | Promised::Enum(..) | Promised::Edge(_),
        ) => named(code, held, promised, at),
        _ => {}
    }
}

/// Two types that have names. An edge is followed to the type around that it leads to; one that leads
/// out of sight fits, and `cargo event check` compares.
#[track_caller]
const fn named(code: &Shape, held: u32, promised: &Promised, at: &At<'_>) {
    let (code, promised) = match (code, promised) {
        (Shape::Recursive { .. }, _) | (_, Promised::Edge(_)) => {
            match (Around::code(at.around, code), Around::promised(at.around, promised)) {
                (Some(code), Some(promised)) => (code, promised),
                _ => return,
            }
        }
        both => both,
    };
    let held = at_most(held, newest(code));
    if let Some(_) = at.around
        && Around::compares(at.around, code, held, promised)
    {
        return;
    }
    let around = Around { code, held, promised, outer: at.around };
    let at = At { around: Some(&around), ..*at };
    match (code, promised) {
        (Shape::Struct(code), Promised::Struct(_, _, closed, fields)) => {
            // What was before the first version is another type, which has its own contract.
            if held >= code.oldest {
                tables::structs(code, held, *closed, fields, &at);
            }
        }
        (Shape::Enum(code), Promised::Enum(_, _, closed, tagging, variants)) => {
            variants::enums(code, held, **tagging, *closed, variants, &at);
        }
        (code, promised) => words::type_changed(code, promised, &at),
    }
}

impl<'a> At<'a> {
    /// One step further in.
    const fn inside<'b>(&'b self, dot: &'b str, name: &'b str) -> At<'b>
    where
        'a: 'b,
    {
        At { place: Place { dot, name, outer: Some(&self.place) }, ..*self }
    }
}

/// What stands beside an event while `cargo event` asks for it: nothing, where the feature that
/// registers events is off.
#[cfg(not(feature = "contract"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __published {
    ($event:ident, $contracts:literal) => {};
}
