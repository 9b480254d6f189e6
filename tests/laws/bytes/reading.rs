//! What holds for whatever one reader makes of some bytes.

use std::fmt::Debug;

use versioned_events::{Code, DecodeError, EncodeCode, Envelope, EventSet};

use super::errors::{is_silent, is_silent_on_writing};

/// Reads a record. An error is silent; a value can be written, read again, and shows masked values
/// only.
pub fn reads<S: EventSet + Debug + PartialEq>(bytes: &[u8]) -> Result<Envelope<S>, DecodeError> {
    let result = Envelope::<S>::from_json(bytes);
    holds(&result, bytes);
    result
}

/// The same for what was read in another way.
pub fn holds<S: EventSet + Debug + PartialEq>(
    result: &Result<Envelope<S>, DecodeError>,
    bytes: &[u8],
) {
    match result {
        Ok(envelope) => is_kept_and_masked(envelope, bytes),
        Err(error) => is_silent(error, bytes),
    }
}

fn is_kept_and_masked<S: EventSet + Debug + PartialEq>(envelope: &Envelope<S>, bytes: &[u8]) {
    let (masked, full) = match (envelope.to_json(), envelope.to_json_unmasked()) {
        (Ok(masked), Ok(full)) => (masked, full),
        (masked, full) => {
            let error = masked.expect_err("what cannot be written in full cannot be masked");
            assert_eq!(Err(error.clone()), full);
            is_silent_on_writing(&error, bytes);
            // Both can be read: text without letters, and the year 10000 in an early time zone.
            assert!(matches!(error.code(), EncodeCode::EmptyKey | EncodeCode::OutOfRange));
            return;
        }
    };
    if let Some(again) = read_again::<S>(&full) {
        assert_eq!(again.data, envelope.data);
        assert_eq!(header_of(&again), header_of(envelope));
    }
    let Some(again) = read_again::<S>(&masked) else { return };
    assert_eq!(header_of(&again), header_of(envelope));
    // Masking twice is masking once. If a value were shown, it would differ from its masked form.
    assert_eq!(again.to_json().as_deref(), Ok(&*masked));
    assert_eq!(format!("{:?}", again.data), format!("{:?}", envelope.data));
}

/// What was written is read again, unless the envelope around a payload makes it too deep.
fn read_again<S: EventSet>(written: &[u8]) -> Option<Envelope<S>> {
    match Envelope::from_json(written) {
        Err(error) if error.code() == Code::TooDeep => None,
        again => Some(again.unwrap_or_else(|error| panic!("{error}"))),
    }
}

fn header_of<S: EventSet>(envelope: &Envelope<S>) -> impl Debug + PartialEq + use<'_, S> {
    let ids = (envelope.id, envelope.correlation_id, envelope.causation_id);
    (ids, &envelope.source, envelope.occurred_at, envelope.trace, envelope.event_type())
}
