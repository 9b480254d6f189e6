//! No lint fires in generated code, however strict the crate that uses it.

#![deny(warnings, future_incompatible, let_underscore, nonstandard_style, rust_2018_idioms)]
#![deny(rust_2021_compatibility, rust_2024_compatibility, unused)]
#![deny(missing_docs, missing_debug_implementations, missing_copy_implementations)]
#![deny(single_use_lifetimes, trivial_casts, trivial_numeric_casts, unreachable_pub)]
#![deny(
    unsafe_code,
    unused_qualifications,
    unused_results,
    unused_lifetimes,
    variant_size_differences
)]
#![deny(
    absolute_paths_not_starting_with_crate,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements
)]
#![deny(
    unused_extern_crates,
    unused_import_braces,
    unused_macro_rules,
    ambiguous_negative_literals
)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery, clippy::cargo, clippy::restriction)]
#![allow(
    unused_crate_dependencies,
    clippy::multiple_crate_versions,
    reason = "other targets' business"
)]
#![allow(clippy::cargo_common_metadata, reason = "about manifests")]
#![allow(clippy::blanket_clippy_restriction_lints, reason = "the whole group is meant")]
#![allow(clippy::tests_outside_test_module, reason = "this is a test target")]
#![allow(clippy::arbitrary_source_item_ordering, reason = "readers want another order")]

use versioned_events::{Envelope, Event, EventSet, RawEvent, Schema};

/// A door was opened.
#[derive(Clone, PartialEq, Event)]
#[event(type = "door.opened", version = 3, key("house", "door.number"), debug, serde, validate)]
#[event(removed(name = "colour", type = "Option<String>", until = 2), alias = "door.open")]
struct DoorOpened {
    /// The house.
    house: String,
    /// The door.
    door: Door,
    /// Who opened it.
    #[field(masked(last = 3), tag = "pii")]
    by: Option<String>,
    /// How far.
    #[field(since = 2, default = 90)]
    angle: u16,
    /// How.
    #[field(since = 3, default = "Key")]
    way: Way,
    /// How long it took.
    #[field(was(type = "u32", until = 1, try_with = u8::try_from))]
    seconds: u8,
    /// No longer sent.
    #[deprecated(note = "doors have no weight")]
    weight: Option<f64>,
}

#[expect(clippy::missing_trait_methods, reason = "by hand, and not what is looked at here")]
impl garde::Validate for DoorOpened {
    type Context = ();

    fn validate_into(&self, &(): &(), _: &mut dyn FnMut() -> garde::Path, _: &mut garde::Report) {}
}

/// A door of a house.
#[derive(Clone, PartialEq, Eq, Schema)]
#[schema(debug, deny_unknown_fields)]
struct Door {
    /// Counted from the left.
    number: u8,
}

/// How a door is opened.
#[derive(Clone, PartialEq, Eq, Schema)]
#[schema(debug)]
enum Way {
    /// With a key.
    Key,
    /// With a code.
    Code {
        /// The code.
        #[field(masked)]
        code: String,
    },
    /// By another door.
    Door(Door),
}

/// How a door is opened, as others tell it.
#[derive(Clone, PartialEq, Eq, Schema)]
#[schema(tag = "way", debug)]
enum TaggedWay {
    /// With a key.
    Key,
    /// With a code.
    Code {
        /// The code.
        #[field(masked)]
        code: String,
    },
    /// By another door.
    Door(Door),
}

/// All about doors.
#[derive(Clone, PartialEq, Debug, EventSet)]
enum DoorEvent {
    /// One was opened.
    Opened(DoorOpened),
    /// Something else.
    #[event(other)]
    Other(RawEvent),
}

#[test]
fn the_strictest_lints_stay_silent() {
    let json = br#"{"house":"h","door":{"number":1},"angle":3,"way":"Key","seconds":9}"#;
    let read = Envelope::<DoorOpened>::from_payload(json, 3);
    assert!(read.is_ok(), "the payload is a good one");
    let tagged = [
        TaggedWay::Key,
        TaggedWay::Code { code: String::new() },
        TaggedWay::Door(Door { number: 1 }),
    ];
    assert_eq!(tagged.len(), 3, "all variants are used");
    assert!(
        read.is_ok_and(|event| matches!(DoorEvent::Opened(event.data), DoorEvent::Opened(_))),
        "it is an event"
    );
}
