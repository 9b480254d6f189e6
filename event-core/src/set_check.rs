//! That no two events of a set answer to the same type and version, found in const evaluation.

use crate::const_text::Sentence;
use crate::schema::EventSchema;
use crate::schema::const_checks::{shared_name, shared_version};

/// Refuses the event at `index` if one before it answers to the same type and version.
///
/// # Panics
/// In const evaluation, with a sentence that names both.
#[track_caller]
#[allow(clippy::indexing_slicing, clippy::panic, reason = "runs in const evaluation only")]
pub const fn refuse_repeated(events: &[&EventSchema], variants: &[&str], index: usize) {
    let event = events[index];
    // What stands beside another error has no type: that error is enough.
    if event.event_type.is_empty() {
        return;
    }
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
