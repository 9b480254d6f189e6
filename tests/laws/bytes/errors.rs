//! Whether an error is silent about the record: every word in it comes from the library or from a
//! schema, every number is a place in the record, its version, or one of those words.
//!
//! What is allowed is listed, not what is forbidden: then no value can slip through by being unknown.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use versioned_events::{Code, DecodeError, EncodeCode, EncodeError, EventSet, Openness};

use crate::{events, orders, shop};

/// Every word that an error can say stands in the docs of the errors, or is one of these.
const DOCS: &str = include_str!("../../../docs/errors.md");
const MORE: &str = "DecodeError EncodeError EncodeCode event_type path code version YYYY MM DD
    ISO 8601 RFC 3339 base64 bits 2 128 one character whole number offset nothing more below above
    comes twice named after names no variant entry has field that it does not know another of items as its key content
    not zero a an is in for the date duration bytes time with text null or list object from to";

static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut words = BTreeSet::new();
    let mut add = |text: &str| words.extend(words_of(text).map(str::to_owned));
    [DOCS, MORE].into_iter().for_each(&mut add);
    for code in Code::ALL {
        add(&format!("{code} {code:?} {}", code.help()));
    }
    for code in EncodeCode::ALL {
        add(&format!("{code} {code:?} {}", code.help()));
    }
    let sets = [shop::ShopEvent::EVENTS, events::Shop::EVENTS, orders::ShopEvent::EVENTS];
    for event in sets.into_iter().flatten() {
        for version in event.oldest..=event.version {
            let schema = event.envelope_json_schema(version, Openness::Open);
            add(&schema.map(|schema| schema.to_string()).unwrap_or_default());
        }
    }
    words
});

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
}

/// Fails if a way to show the error shows anything of the record.
pub fn is_silent(error: &DecodeError, record: &[u8]) {
    assert!(error.offset() <= record.len(), "{error}");
    let found = error.found().unwrap_or_default();
    let shown = format!("{error} {} {found} {:?}", error.path(), error.expected());
    assert_eq!(format!("{error:?}"), format!("DecodeError({error})"));
    // An event type is shown if it looks like one, whatever it is.
    let shown = match error.event_type() {
        Some(event_type) => shown.replace(&format!("({}, {event_type}", error.code()), "("),
        None => shown,
    };
    says_only_words(&shown, record.len(), error.version());
}

/// The same for an event that could not be written.
pub fn is_silent_on_writing(error: &EncodeError, record: &[u8]) {
    let event_type = error.event_type();
    let shown = format!("{error} {error:?} {}", error.help());
    let shown = match event_type {
        "" => shown,
        _ => shown.replace(event_type, ""),
    };
    says_only_words(&shown, record.len(), Some(error.version()));
}

fn says_only_words(shown: &str, length: usize, version: Option<u32>) {
    for word in words_of(shown) {
        let number = word.parse::<u64>().ok();
        let is_place = number.is_some_and(|number| number <= length as u64);
        let is_version = number.is_some() && number == version.map(u64::from);
        assert!(is_place || is_version || WORDS.contains(word), "`{word}` in {shown}");
    }
}
