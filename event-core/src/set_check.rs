//! That no two events of a set answer to the same type and version, found in const evaluation.

use crate::schema::EventSchema;
use crate::schema::const_checks::{shared_name, shared_version};

/// Room for the sentence: names longer than this are cut.
const LENGTH: usize = 512;

/// A sentence put together in const evaluation.
struct Sentence {
    bytes: [u8; LENGTH],
    length: usize,
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
impl Sentence {
    const fn new() -> Self {
        Self { bytes: [0; LENGTH], length: 0 }
    }

    const fn text(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        let mut i = 0;
        while i < text.len() && self.length < LENGTH {
            self.bytes[self.length] = text[i];
            self.length += 1;
            i += 1;
        }
        self
    }

    const fn number(self, number: u32) -> Self {
        const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        let rest = if number >= 10 { self.number(number / 10) } else { self };
        rest.text(DIGITS[(number % 10) as usize])
    }

    const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "two events of the set have the same type and version",
        }
    }
}

/// Refuses the event at `index` if one before it answers to the same type and version.
///
/// # Panics
/// In const evaluation, with a sentence that names both.
#[track_caller]
#[allow(clippy::indexing_slicing, clippy::panic, reason = "runs in const evaluation only")]
pub const fn refuse_repeated(events: &[&EventSchema], variants: &[&str], index: usize) {
    let event = events[index];
    let mut i = 0;
    while i < index {
        // Pairwise by text, 500 events would take seconds; their hashes differ in all but a few pairs.
        let aliased = !event.aliases.is_empty() || !events[i].aliases.is_empty();
        if events[i].type_hash == event.type_hash || aliased {
            let version = shared_version(event, events[i]);
            if let (Some(name), true) = (shared_name(event, events[i]), version > 0) {
                let sentence = Sentence::new()
                    .text("`")
                    .text(variants[index])
                    .text("` repeats `")
                    .text(name)
                    .text("` version ")
                    .number(version)
                    .text(", already carried by `")
                    .text(variants[i])
                    .text("`\nhelp: take one of the two out, or give it another `type`\nnote: an event reads its earlier versions too: one struct is enough for all of them");
                panic!("{}", sentence.as_str());
            }
        }
        i += 1;
    }
}
