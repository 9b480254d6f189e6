//! Texts that keep value rules: of some length, in some format, matching a pattern.

use event_contract::ValueRule;
use regex_syntax::hir::{Class, Hir, HirKind};

use crate::value_rules::At;

/// Texts that are likely to keep the rules, the plainest first. Whoever takes one checks it.
pub(crate) fn likely_texts(at: At<'_>) -> Vec<String> {
    let mut texts = Vec::new();
    for rule in at.rules {
        match rule {
            ValueRule::Format(format) => texts.extend(of_format(format)),
            ValueRule::Pattern(pattern) => texts.extend(matching(pattern)),
            _ => {}
        }
    }
    let (least, most) = at.lengths();
    texts.push(of_length(at.name, least, most));
    texts.push(of_length(at.name, least, least));
    if most < LONGEST {
        texts.push(of_length(at.name, most, most));
    }
    texts
}

/// No text is made longer than this for the sake of a rule.
pub(crate) const LONGEST: usize = 10_000;

/// The name, as often as it takes, and not longer than it may be.
pub(crate) fn of_length(name: &str, least: usize, most: usize) -> String {
    let count = name.chars().count().max(least).min(most).min(LONGEST);
    let name = if name.is_empty() { "a" } else { name };
    name.chars().cycle().take(count).collect()
}

fn of_format(format: &str) -> Vec<String> {
    let texts: &[&str] = match format {
        "email" => &["name@example.com", "a@b.example"],
        "ipv4" => &["192.0.2.1"],
        "ipv6" => &["2001:db8::1"],
        "uri" | "url" => &["https://example.com/"],
        _ => &[],
    };
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Texts that a pattern describes: with each repetition as short as it may be, with one or two more,
/// and with other choices.
fn matching(pattern: &str) -> Vec<String> {
    let Ok(hir) = regex_syntax::parse(pattern) else { return Vec::new() };
    [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (5, 2)]
        .map(|(more, choice)| {
            let mut text = String::new();
            describe(&hir, more, choice, &mut text);
            text
        })
        .into()
}

/// Writes what an expression describes: `more` repetitions than the fewest, and the choice of that
/// number, or the last.
fn describe(hir: &Hir, more: u32, choice: usize, text: &mut String) {
    if text.len() > LONGEST {
        return;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(character(class, choice)),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            let count = repetition.min.saturating_add(more).min(most).min(LONGEST as u32);
            (0..count).for_each(|_| describe(&repetition.sub, more, choice, text));
        }
        HirKind::Capture(capture) => describe(&capture.sub, more, choice, text),
        HirKind::Concat(parts) => {
            parts.iter().for_each(|part| describe(part, more, choice, text));
        }
        HirKind::Alternation(parts) => {
            if let Some(part) = parts.get(choice).or(parts.last()) {
                describe(part, more, choice, text);
            }
        }
    }
}

/// A character of a class: a readable one if there is any.
fn character(class: &Class, choice: usize) -> Option<char> {
    let Class::Unicode(class) = class else { return None };
    let holds = |one: &char| class.ranges().iter().any(|r| (r.start()..=r.end()).contains(one));
    let readable = ['a', 'A', '0', '1', 'b', 'Z', '9'].into_iter().filter(holds);
    let readable: Vec<_> = readable.collect();
    let found = readable.get(choice).or(readable.last()).copied();
    found.or_else(|| class.ranges().first().map(|range| range.start()))
}
