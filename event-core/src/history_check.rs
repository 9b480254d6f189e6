//! What only const evaluation can see of a history: the versions of nested types, and what a step
//! comes from.

use crate::const_text::Sentence;
use crate::event::Event;
use crate::schema::const_checks::{inside, same_text};
use crate::schema::{EventSchema, Shape};

/// Refuses a `holds` that names a version which no type inside has.
///
/// # Panics
/// In const evaluation, with a sentence that names the field and the newest version.
#[track_caller]
#[allow(clippy::panic, reason = "runs in const evaluation only")]
pub const fn refuse_missing_version(shape: &Shape, field: &str, version: u32) {
    let inside = inside(shape);
    if inside.newest == 0 && !inside.has_edge {
        let sentence = Sentence::new()
            .text("`")
            .text(field)
            .text("` holds no type that has versions\nhelp: take `holds` out\nnote: types with `#[derive(Schema)]` or `#[derive(Event)]` have them");
        panic!("{}", sentence.as_str());
    }
    if version > inside.newest && !inside.has_edge {
        let sentence = Sentence::new()
            .text("the newest version of what `")
            .text(field)
            .text("` holds is ")
            .number(inside.newest)
            .text(", and this says ")
            .number(version)
            .text("\nhelp: write the version that was held then, from 1 to ")
            .number(inside.newest)
            .text("\nhelp: or give the nested type that version: `#[schema(version = ")
            .number(version)
            .text(")]`");
        panic!("{}", sentence.as_str());
    }
    if version < inside.oldest {
        let sentence = Sentence::new()
            .text("what `")
            .text(field)
            .text("` holds begins with version ")
            .number(inside.oldest)
            .text(", and this says ")
            .number(version)
            .text("\nhelp: name the struct that it was then: `was(type = \"...\", until = ..., with = ...)`");
        panic!("{}", sentence.as_str());
    }
}

/// Refuses a field that holds the type around it beside another one with versions: both would be read
/// in the version around.
///
/// # Panics
/// In const evaluation, with a sentence that names the field.
#[track_caller]
#[allow(clippy::panic, reason = "runs in const evaluation only")]
pub const fn refuse_mixed_versions(shape: &Shape, field: &str) {
    if inside(shape).newest > 1 {
        let sentence = Sentence::new()
            .text("`")
            .text(field)
            .text("` holds its own type beside another one that has versions\nhelp: give each of the two a field of its own\nnote: a type inside itself is of the same version, and the other one counts its own");
        panic!("{}", sentence.as_str());
    }
}

/// Refuses a step from an event of another type, or from another version than the one before.
///
/// # Panics
/// In const evaluation, with a sentence that names both events.
#[track_caller]
#[allow(clippy::panic, reason = "runs in const evaluation only")]
pub const fn refuse_wrong_step(
    schema: &EventSchema,
    earlier: &str,
    item: &str,
    event_type: &str,
    oldest: u32,
) {
    // What stands beside another error has no type: that error is enough.
    if schema.event_type.is_empty() {
        return;
    }
    if schema.version + 1 != oldest {
        let sentence = Sentence::new()
            .text("`")
            .text(earlier)
            .text("` is version ")
            .number(schema.version)
            .text(", and `")
            .text(item)
            .text("` begins with version ")
            .number(oldest)
            .text("\nhelp: name the event that is version ")
            .number(oldest - 1);
        let sentence = match schema.version < oldest {
            true => sentence
                .text("\nhelp: or write `oldest = ")
                .number(schema.version + 1)
                .text("`, if this struct describes that version"),
            false => sentence,
        };
        let sentence = sentence.text("\nnote: versions go up by one, from each event to the next");
        panic!("{}", sentence.as_str());
    }
    if !same_text(schema.event_type, event_type) {
        let sentence = Sentence::new()
            .text("`")
            .text(earlier)
            .text("` is `")
            .text(schema.event_type)
            .text("`, and `")
            .text(item)
            .text("` is `")
            .text(event_type)
            .text("`\nhelp: a step keeps the event type: give both the same `type`\nhelp: or name the former type as an `alias` of `")
            .text(item)
            .text("`, and use the new one in both");
        panic!("{}", sentence.as_str());
    }
}

/// Asks in const evaluation for the way from one event to the next, so that a missing one is said in
/// our words. An inherent const wins over a trait's const of the same name, but only where its bounds
/// hold.
pub struct Way<Earlier, Later>(std::marker::PhantomData<(Earlier, Later)>);

impl<Earlier, Later: From<Earlier>> Way<Earlier, Later> {
    /// `Later: From<Earlier>`
    pub const FROM: bool = true;
}

impl<Earlier, Later> Way<Earlier, Later>
where
    Later: TryFrom<Earlier>,
    Later::Error: std::fmt::Display,
{
    /// `Later: TryFrom<Earlier>`
    pub const TRY_FROM: bool = true;
}

/// What [`Way`] says where there is none.
pub trait NoWay {
    /// There is no `From`.
    const FROM: bool = false;
    /// There is no `TryFrom`.
    const TRY_FROM: bool = false;
}

impl<Earlier, Later> NoWay for Way<Earlier, Later> {}

/// The schema of the event that a step comes from, if its version is the right one. With a wrong one
/// nothing is asked of it, so that two events which come from each other are told so, and not that
/// their constants depend on each other.
pub struct StepFits<const FITS: bool>;

/// What [`StepFits`] knows of an event.
pub trait Before<E> {
    /// Its schema, if the step fits.
    const SCHEMA: Option<&'static EventSchema>;
}

impl<E: Event> Before<E> for StepFits<true> {
    const SCHEMA: Option<&'static EventSchema> = Some(E::SCHEMA);
}

impl<E> Before<E> for StepFits<false> {
    const SCHEMA: Option<&'static EventSchema> = None;
}
