//! `validate`: where the error says that it is, behind steps and inside of anything

use garde::Validate;
use versioned_events::{Code, Envelope, Event, Schema};

use crate::support::{becomes, refuses};

#[derive(Clone, Validate, Event)]
#[event(type = "seat.booked", version = 1, keyless, validate)]
struct SeatBookedV1 {
    #[garde(range(min = 1))]
    seat: u32,
}

#[derive(Clone, Validate, Event)]
#[event(type = "seat.booked", version = 2, keyless, upcast_from = SeatBookedV1, validate)]
struct SeatBooked {
    #[garde(length(max = 2))]
    place: String,
}

impl From<SeatBookedV1> for SeatBooked {
    fn from(earlier: SeatBookedV1) -> Self {
        Self { place: earlier.seat.to_string() }
    }
}

#[test]
fn rules_hold_behind_a_step_and_those_of_the_earlier_event_before_it() {
    becomes::<SeatBooked>(1, r#"{"seat":12}"#, r#"{"place":"12"}"#);
    refuses::<SeatBooked>(
        1,
        &[
            (r#"{"seat":0}"#, Code::RuleBroken, "$.data.seat"),
            // Today's field is not in that record.
            (r#"{"seat":123}"#, Code::RuleBroken, "$.data"),
        ],
    );
}

#[derive(Clone, Validate, Event)]
#[event(type = "note.left", version = 1, keyless, validate)]
struct NoteLeft {
    #[garde(dive)]
    pin: Option<Pin>,
    #[garde(inner(inner(length(min = 2))))]
    lines: Vec<Option<String>>,
    #[garde(dive)]
    r#type: Tree,
    #[garde(skip)]
    ratio: f64,
    #[field(masked)]
    #[garde(required)]
    by: Option<String>,
    #[field(masked(last = 2))]
    #[garde(length(max = 1), inner(length(min = 6)))]
    codes: Vec<String>,
}

/// Leaves its only field out of paths.
#[derive(Clone, Validate, Schema)]
#[schema(debug)]
#[garde(transparent)]
struct Pin {
    #[field(masked)]
    #[garde(length(min = 4))]
    digits: String,
}

#[derive(Clone, Validate, Schema)]
struct Tree {
    #[garde(range(max = 9))]
    leaf: u8,
    #[garde(dive)]
    next: Option<Box<Tree>>,
}

fn note() -> NoteLeft {
    NoteLeft {
        pin: Some(Pin { digits: "1234".to_owned() }),
        lines: vec![],
        r#type: Tree { leaf: 1, next: None },
        ratio: 0.5,
        by: Some("me".to_owned()),
        codes: vec!["123456".to_owned()],
    }
}

#[test]
fn paths_go_through_everything_that_can_hold_a_value() {
    let refused = |note: NoteLeft, path: &str, rule: &str| {
        let error = Envelope::new(note).to_json().unwrap_err();
        assert_eq!((error.path(), error.rule()), (path, Some(rule)));
    };
    assert!(Envelope::new(note()).to_json().is_ok());
    let lines = || vec![None, Some("a".to_owned())];
    refused(NoteLeft { lines: lines(), ..note() }, "$.data.lines[1]", "length");
    // What cannot be written at all has no text to follow a path in.
    refused(NoteLeft { lines: lines(), ratio: f64::NAN, ..note() }, "$.data.lines[1]", "length");
    let next = Some(Box::new(Tree { leaf: 10, next: None }));
    refused(
        NoteLeft { r#type: Tree { leaf: 0, next }, ..note() },
        "$.data.type.next.leaf",
        "range",
    );
    let pin = Some(Pin { digits: "1".to_owned() });
    refused(NoteLeft { pin, ..note() }, "$.data.pin", "length");
}

#[test]
fn only_what_is_in_masked_form_may_break_its_rules() {
    let data = r#"{"pin":{"digits":"***"},"lines":[],"type":{"leaf":1},"ratio":0.5,"by":"***","codes":["****56"]}"#;
    becomes::<NoteLeft>(1, data, data);
    // Nothing is hidden in what is not there.
    let error = Envelope::new(NoteLeft { by: None, ..note() }).to_json().unwrap_err();
    assert_eq!((error.path(), error.rule()), ("$.data.by", Some("required")));
    let codes = vec!["12345".to_owned()];
    let error = Envelope::new(NoteLeft { codes, ..note() }).to_json().unwrap_err();
    assert_eq!((error.path(), error.rule()), ("$.data.codes[0]", Some("length")));
}
