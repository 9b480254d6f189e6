//! What differs, and what to do: sentences put together in const evaluation.

mod sides;

use self::sides::{kind, masked_as_written, rule_of, tagged};
use super::{Around, At, Place, Published, name, newest};
use crate::const_text::Sentence;
use crate::schema::{Masked, Shape, Tagging, ValueRule};

/// ``version 1 of `order.paid` promises `total` as `u32`, and the code says `text` ``
#[track_caller]
pub(super) const fn type_changed(code: &Shape, promised: &Shape, at: &At<'_>) -> ! {
    let start = place(begin(at.published).text(" promises "), &at.place).text(" as ");
    let sentence = kind(kind(start, promised).text(", and the code says "), code);
    if at.around.is_some() {
        done(&inside(sentence, at))
    }
    let Published { version, is_todays, .. } = *at.published;
    if at.is_removed {
        done(&sentence.text("\nhelp: say what it was: `type = \"").text(at.was).text("\"`"))
    }
    let (was, until) = ("#[field(was(type = \"", "\", until = ");
    let sentence = match is_todays {
        true => publish_next(sentence, version).text("`, and what `"),
        false => sentence.text("\nhelp: say what `"),
    };
    let sentence = sentence.text(at.field).text("` was: `").text(was).text(at.was).text(until);
    done(&unpublished(sentence.number(version).text(", with = path))]`"), at.published))
}

/// ``version 1 of `order.paid` has no `line_items[].note`, and the code has it``
#[track_caller]
pub(super) const fn says(at: &At<'_>, promised: &str, code: &str) -> ! {
    let sentence = place(begin(at.published).text(" ").text(promised).text(" "), &at.place);
    done(&inside(sentence.text(", and the code ").text(code), at))
}

#[track_caller]
pub(super) const fn alias(alias: &str, at: &At<'_>) -> ! {
    let sentence = begin(at.published).text(" reads `").text(alias).text("` as ");
    let sentence = place(sentence, &at.place).text(", and the code does not");
    let sentence = sentence.text("\nhelp: put it back: `#[serde(alias = \"").text(alias);
    done(&sentence.text("\")]`"))
}

#[track_caller]
pub(super) const fn mask(code: Option<Masked>, promised: Option<Masked>, at: &At<'_>) -> ! {
    let sentence = place(begin(at.published).text(" has "), &at.place).text(" as ");
    let sentence = masked_as_written(sentence.text("`"), promised).text("`, and the code ");
    let sentence = match code {
        None => sentence.text("does not mask it"),
        code => masked_as_written(sentence.text("as `"), code).text("`"),
    };
    let sentence = sentence.text("\nhelp: mask at least as much: `#[field(");
    let sentence = masked_as_written(sentence, promised).text(")]`");
    done(&sentence.text("\nnote: what was promised to stay inside would leave the process"))
}

#[track_caller]
pub(super) const fn tagging(code: Tagging, promised: Tagging, at: &At<'_>) -> ! {
    let sentence = place(begin(at.published).text(" has "), &at.place).text(" with ");
    let sentence = tagged(tagged(sentence, promised).text(", and the code with "), code);
    done(&inside(sentence, at))
}

/// ``version 1 of `order.paid` promises the rule `max 9` for `total`, and the code has `max 5` ``
#[track_caller]
pub(super) const fn value_rule(
    code: Option<&ValueRule>,
    promised: Option<&ValueRule>,
    at: &At<'_>,
) -> ! {
    let Published { version, is_todays, event_type } = *at.published;
    let sentence = match (promised, code) {
        (Some(promised), code) => {
            let start = begin(at.published).text(" promises the rule ");
            let sentence = place(rule_of(start, promised).text(" for "), &at.place);
            match code {
                Some(code) => rule_of(sentence.text(", and the code has "), code),
                None => sentence.text(", and the code has no such rule"),
            }
        }
        (None, code) => {
            let sentence = Sentence::new().text("the code has the rule ");
            let sentence = match code {
                Some(code) => rule_of(sentence, code),
                None => sentence,
            };
            let sentence = place(sentence.text(" for "), &at.place).text(", and version ");
            sentence.number(version).text(" of `").text(event_type).text("` has no such rule")
        }
    };
    let sentence = match (is_todays, promised) {
        (true, _) => publish_next(sentence, version).text("`"),
        (false, None) => {
            sentence.text("\nhelp: take it out: it would refuse what was published without it")
        }
        (false, Some(promised)) => rule_of(sentence.text("\nhelp: go back to "), promised)
            .text(": the code would refuse what was published"),
    };
    done(&unpublished(sentence, at.published))
}

#[track_caller]
pub(super) const fn min_reader(published: &Published, code: u32, promised: u32) -> ! {
    let sentence = begin(published)
        .text(" is for readers from version ")
        .number(promised)
        .text(" on, and by the code from version ")
        .number(code)
        .text(" on")
        .text("\nhelp: say again what the versions before were: `oldest`, `renamed`, `was` or `removed`");
    done(&unpublished(publish_next(sentence, published.version).text("`"), published))
}

#[track_caller]
pub(super) const fn key(published: &Published, promised: &[&str], code: &[&str]) -> ! {
    let sentence = key_path(begin(published).text(" has the key `"), promised);
    let sentence = key_path(sentence.text("`, and the code `"), code);
    let sentence = publish_next(sentence.text("`"), published.version);
    done(&unpublished(sentence.text("`"), published))
}

/// `repository.id`
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn key_path(mut sentence: Sentence, names: &[&str]) -> Sentence {
    let mut i = 0;
    while i < names.len() {
        sentence = sentence.text(if i == 0 { "" } else { "." }).text(names[i]);
        i += 1;
    }
    sentence
}

/// ``version 1 of `order.paid` ``
const fn begin(published: &Published) -> Sentence {
    let sentence = Sentence::new().text("version ").number(published.version);
    sentence.text(" of `").text(published.event_type).text("`")
}

/// Without its last backtick: more may follow.
const fn publish_next(sentence: Sentence, version: u32) -> Sentence {
    let sentence = sentence.text("\nhelp: publish version ").number(version + 1);
    sentence.text(" instead: `version = ").number(version + 1)
}

const fn unpublished(sentence: Sentence, published: &Published) -> Sentence {
    if !published.is_todays {
        return sentence;
    }
    let sentence = sentence.text("\nhelp: or run `cargo event accept` if version ");
    sentence.number(published.version).text(" was never published")
}

/// What to do about a nested type: say which version was held, where a later one is; or else give it a
/// version for the change.
const fn inside(sentence: Sentence, at: &At<'_>) -> Sentence {
    let Some(innermost) = at.around else { return sentence };
    let (own, held) = (name(innermost.code), innermost.held);
    let (around, sentence) = match outermost_later(innermost) {
        Some(later) => (later, sentence),
        None if held < newest(innermost.code) => {
            let sentence = sentence.text("\nhelp: correct what `").text(own);
            let sentence = sentence.text("` says of its version ").number(held);
            return sentence.text(": `since`, `renamed`, `was` or `removed`");
        }
        None => {
            let sentence = sentence.text("\nhelp: make the change a version of `").text(own);
            let sentence = sentence.text("`: `#[schema(version = ").number(held + 1);
            (innermost, sentence.text(")]`"))
        }
    };
    let holds = Held { version: newest(around.promised), published: at.published };
    match around.outer {
        None => holds.by_field(sentence, at.field),
        Some(outer) => holds.by_type(sentence, outer),
    }
}

/// The outermost type that the code holds in a later version than was published.
const fn outermost_later<'a>(innermost: &'a Around<'a>) -> Option<&'a Around<'a>> {
    let (mut found, mut next) = (None, Some(innermost));
    while let Some(around) = next {
        if around.held > newest(around.promised) {
            found = Some(around);
        }
        next = around.outer;
    }
    found
}

/// The version of a nested type that was held.
struct Held<'a> {
    version: u32,
    published: &'a Published,
}

impl Held<'_> {
    /// The event's own field holds it up to a version of the event.
    const fn by_field(&self, sentence: Sentence, field: &str) -> Sentence {
        let Published { version, is_todays, .. } = *self.published;
        let sentence = match is_todays {
            true => publish_next(sentence, version).text("`, and on `"),
            false => sentence.text("\nhelp: say which one was held: on `"),
        };
        let sentence = self.holds(sentence.text(field).text("` "), version);
        unpublished(sentence, self.published)
    }

    /// Another type's field holds it up to a version of that type.
    const fn by_type(&self, sentence: Sentence, holder: &Around<'_>) -> Sentence {
        let sentence = sentence.text("\nhelp: say in `").text(name(holder.code));
        let sentence = sentence.text("` which one was held: ");
        let sentence = match holder.held < newest(holder.code) {
            true => sentence,
            false => {
                let sentence = sentence.text("`#[schema(version = ").number(holder.held + 1);
                sentence.text(")]`, and on its field ")
            }
        };
        unpublished(self.holds(sentence, holder.held), self.published)
    }

    const fn holds(&self, sentence: Sentence, until: u32) -> Sentence {
        let sentence = sentence.text("`#[field(holds(").number(self.version);
        sentence.text(", until = ").number(until).text("))]`")
    }
}

/// `` `line_items[].quantity` ``
const fn place(sentence: Sentence, place: &Place<'_>) -> Sentence {
    path(sentence.text("`"), place).text("`")
}

const fn path(sentence: Sentence, place: &Place<'_>) -> Sentence {
    let sentence = match place.outer {
        None => sentence,
        Some(outer) => path(sentence, outer),
    };
    sentence.text(place.dot).text(place.name)
}

#[track_caller]
#[allow(clippy::panic, reason = "runs in const evaluation only")]
const fn done(sentence: &Sentence) -> ! {
    panic!("{}", sentence.as_str())
}
