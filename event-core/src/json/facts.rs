//! What a scan can tell of a record's envelope, whatever else is wrong with the record.

use super::leaf::whole;
use super::scan::{Kind, Scan};
use crate::error::{DecodeError, Problem};

/// What the scanner can tell of a record's envelope.
pub(super) struct Facts {
    pub(super) event_type: Option<String>,
    pub(super) type_at: usize,
    pub(super) version: Option<u32>,
    pub(super) version_at: usize,
    pub(super) min_reader: Option<u32>,
    pub(super) data_at: Option<usize>,
    /// Whether nothing of the envelope can still follow.
    pub(super) is_whole: bool,
}

impl Facts {
    pub(super) fn of(text: &str) -> Self {
        let scan = Scan::new(text);
        let mut facts = Self {
            event_type: None,
            type_at: 0,
            version: None,
            version_at: 0,
            min_reader: None,
            data_at: None,
            is_whole: false,
        };
        let start = scan.skip_space(0);
        if scan.kind(start) != Some(Kind::Object) {
            return facts;
        }
        let mut says_version = false;
        let mut entries = scan.entries(start);
        loop {
            let entry = match entries.next() {
                Some(Ok(entry)) => entry,
                // Absent is version 1, but in a record that was cut nobody knows what is absent.
                Some(Err(_)) => {
                    facts.is_whole = true;
                    if !says_version {
                        facts.version = Some(1);
                    }
                    break;
                }
                None => break,
            };
            let Some(end) = entries.skip() else {
                if entry.name == "data" {
                    facts.data_at = Some(entry.value_at);
                }
                break;
            };
            let json = scan.slice(entry.value_at, end);
            match &*entry.name {
                "type" => {
                    facts.type_at = entry.value_at;
                    facts.event_type =
                        scan.text(entry.value_at).and_then(|(text, _)| well_formed(&text));
                }
                "schema_version" => {
                    says_version = true;
                    facts.version_at = entry.value_at;
                    facts.version = if json == "null" { Some(1) } else { version_in(json) };
                }
                "min_reader_version" => facts.min_reader = version_in(json),
                "data" => facts.data_at = Some(entry.value_at),
                _ => {}
            }
        }
        facts
    }

    pub(super) fn error(&self, problem: Problem) -> DecodeError {
        DecodeError::new(problem, self.event_type.clone(), self.version)
    }
}

pub(super) fn version_in(json: &str) -> Option<u32> {
    whole(json).and_then(|number| u32::try_from(number).ok())
}

/// An event type that may be shown: lower-case words joined by dots, of reasonable length. Anything
/// else may be a value in the wrong place.
pub(crate) fn well_formed(event_type: &str) -> Option<String> {
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-')
            })
    };
    let shown = event_type.len() <= 100 && event_type.split('.').all(is_word);
    shown.then(|| event_type.to_owned())
}

/// The event type as it stands in the record, well-formed or not.
pub(super) fn type_of(text: &str) -> Option<String> {
    let scan = Scan::new(text);
    let mut entries = scan.entries(scan.skip_space(0));
    while let Some(Ok(entry)) = entries.next() {
        if entry.name == "type" {
            return scan.text(entry.value_at).map(|(text, _)| text.into_owned());
        }
        entries.skip()?;
    }
    None
}
