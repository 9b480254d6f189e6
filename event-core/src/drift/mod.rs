//! Whether the code keeps what its contracts promise, in const evaluation: through aliases of types and
//! into nested ones. What the derive knows by name, such as a field that went, is not here.

mod around;
mod number;
pub mod promised;
mod tables;
mod value_rules;
mod words;

use self::around::{Around, at_most, name, newest};
use crate::schema::const_checks::same_text;
use crate::schema::{EventSchema, Shape, ValueRule};

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
    is_removed: bool,
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
pub const fn keep(event: &EventSchema, version: u32, index: usize, promised: &Shape, was: &str) {
    // Most fields: no step more than they need.
    if let Shape::Struct(table) = event.shape
        && table.fields[index].rules.is_empty()
        && matches!(look(table.fields[index].shape, promised), Look::Same)
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
    promised: &Shape,
    was: &str,
    rules: &[ValueRule],
) {
    // What stands beside another error has no table: that error is enough.
    let Shape::Struct(table) = event.shape else { return };
    let (published, field) = (&Published::of(event, version), &table.fields[index]);
    let place = Place { dot: "", name: field.name, outer: None };
    let is_removed = field.member.is_empty();
    let rules_hold = value_rules::has_inside(field.rules);
    let at = At { published, field: field.name, is_removed, was, place, around: None, rules_hold };
    field_type(field.shape, field.holds.at(version), promised, &at);
    if !field.rules.is_empty() || !rules.is_empty() {
        value_rules::value_rules(field.rules, rules, &at);
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
const fn field_type(code: &Shape, held: u32, promised: &Shape, at: &At<'_>) {
    match look(code, promised) {
        Look::Same => {}
        Look::SameOutside => inside(code, held, promised, at),
        Look::Different => words::type_changed(code, promised, at),
    }
}

/// How two types look beside each other, before anybody looks into structs and enums. What those are
/// called makes no difference.
#[derive(Clone, Copy)]
enum Look {
    Same,
    /// There is a struct or an enum in both, at the same place.
    SameOutside,
    Different,
}

impl Look {
    const fn of(is_same: bool) -> Self {
        if is_same { Self::Same } else { Self::Different }
    }

    const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Different, _) | (_, Self::Different) => Self::Different,
            (Self::Same, Self::Same) => Self::Same,
            _ => Self::SameOutside,
        }
    }
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn look(code: &Shape, promised: &Shape) -> Look {
    match (code, promised) {
        (Shape::Text(code), Shape::Text(promised)) => Look::of(*code as u8 == *promised as u8),
        (Shape::Integer { min, max }, Shape::Integer { min: least, max: most }) => {
            Look::of(*min == *least && *max == *most)
        }
        (Shape::Any, Shape::Any)
        | (Shape::Bool, Shape::Bool)
        | (Shape::Decimal, Shape::Decimal) => Look::Same,
        (Shape::Struct(_), Shape::Struct(_) | Shape::Recursive { .. })
        | (Shape::Enum(_), Shape::Enum(_) | Shape::Recursive { .. })
        | (Shape::Recursive { .. }, Shape::Struct(_) | Shape::Enum(_) | Shape::Recursive { .. }) => {
            Look::SameOutside
        }
        (Shape::Float { max }, Shape::Float { max: most }) => Look::of(*max == *most),
        (Shape::Option(code), Shape::Option(promised))
        | (Shape::List(code), Shape::List(promised)) => look(code, promised),
        (Shape::Array(code, length), Shape::Array(promised, size)) => {
            look(code, promised).and(Look::of(*length == *size))
        }
        (Shape::Map { key, value }, Shape::Map { key: keys, value: values }) => {
            look(key, keys).and(look(value, values))
        }
        (Shape::Tuple(code), Shape::Tuple(promised)) => {
            let (mut all, mut i) = (Look::of(code.len() == promised.len()), 0);
            while i < code.len() && i < promised.len() {
                all = all.and(look(code[i], promised[i]));
                i += 1;
            }
            all
        }
        (Shape::Foreign(code), promised) => look(code, promised),
        (code, Shape::Foreign(promised)) => look(code, promised),
        _ => Look::Different,
    }
}

/// The structs and enums inside two types that look the same from outside.
#[track_caller]
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn inside(code: &Shape, held: u32, promised: &Shape, at: &At<'_>) {
    match (code, promised) {
        (Shape::Foreign(code), promised) => inside(code, held, promised, at),
        (code, Shape::Foreign(promised)) => inside(code, held, promised, at),
        (Shape::Option(code), Shape::Option(promised)) => inside(code, held, promised, at),
        (Shape::List(code), Shape::List(promised))
        | (Shape::Array(code, _), Shape::Array(promised, _)) => {
            inside(code, held, promised, &at.inside("[]", ""));
        }
        (Shape::Map { key, value }, Shape::Map { key: keys, value: values }) => {
            inside(key, held, keys, at);
            inside(value, held, values, &at.inside(".", "*"));
        }
        (Shape::Tuple(code), Shape::Tuple(promised)) => {
            let mut i = 0;
            while i < code.len() && i < promised.len() {
                inside(code[i], held, promised[i], &at.inside("[]", ""));
                i += 1;
            }
        }
        (
            Shape::Struct(_) | Shape::Enum(_) | Shape::Recursive { .. },
            Shape::Struct(_) | Shape::Enum(_) | Shape::Recursive { .. },
        ) => named(code, held, promised, at),
        _ => {}
    }
}

/// Two types that have names. An edge is followed to the type around that it leads to; one that leads
/// out of sight fits, and `cargo event check` compares.
#[track_caller]
const fn named(code: &Shape, held: u32, promised: &Shape, at: &At<'_>) {
    let (Some(code), Some(promised)) =
        (Around::code(at.around, code), Around::promised(at.around, promised))
    else {
        return;
    };
    let held = at_most(held, newest(code));
    if Around::compares(at.around, code, held, promised) {
        return;
    }
    let around = Around { code, held, promised, outer: at.around };
    let at = At { around: Some(&around), ..*at };
    match (code, promised) {
        (Shape::Struct(code), Shape::Struct(promised)) => {
            // What was before the first version is another type, which has its own contract.
            if held >= code.oldest {
                tables::structs(code, held, promised, &at);
            }
        }
        (Shape::Enum(code), Shape::Enum(promised)) => tables::enums(code, held, promised, &at),
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
