//! Two contracts become findings: each difference goes to its rule, and who breaks is tried out. A
//! payload that one side writes is read with the other contract, and with a contract in which this
//! difference is the only one. Only what both refuse is laid to its door.

use event_contract::Contract;

use crate::difference::{Change, Difference, differences};
use crate::finding::{Break, Finding};
use crate::hybrid::{Base, hybrid};
use crate::reader::{Audience, Reading, Refusal};
use crate::rule::Found;
use crate::rules::{MIN_READER_RAISED, rule_of};
use crate::who::{Direction, Who};
use crate::witness::{Witness, smallest, witnesses};

/// What the rules say about two contracts of one event type, each with who breaks.
#[must_use]
pub fn compare(before: &Contract, after: &Contract) -> Vec<Finding> {
    compare_with(before, after, Past::Known)
}

/// What newer code knows of the earlier version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Past {
    /// It reads that version by its history. What its values have to keep to is what it says today.
    Known,
    /// It takes that version for its own.
    Unknown,
}

impl Past {
    fn counts(self, who: Who, code: &str) -> bool {
        who != Who::NewerUs || self == Self::Unknown || code == "rule_broken"
    }
}

pub(crate) fn compare_with(before: &Contract, after: &Contract, past: Past) -> Vec<Finding> {
    let mut refused = Vec::new();
    let side = |who| Side::new(who, past, before, after, &mut refused);
    let sides: Vec<_> = Who::ALL.into_iter().map(side).collect();
    let mut findings = Vec::new();
    let mut causes = Vec::new();
    for difference in differences(before, after) {
        let Some(rule) = rule_of(difference.change) else { continue };
        let broken = sides.iter().filter_map(|side| side.breaks_by(&difference));
        let mut breaks: Vec<_> = broken.collect();
        breaks.extend(unknown_type(before, &difference));
        causes.push(difference.change);
        findings.push(Finding::new(rule, Found::difference(before, after, &difference), breaks));
    }
    for side in &sides {
        side.leave_nothing_out(&mut findings);
    }
    refuse_newer(before, after, &mut findings, &causes);
    for finding in &mut findings {
        finding.breaks.sort_by_key(|one| one.who);
    }
    findings
}

/// One reader, and the writer whose payloads it gets.
struct Side<'a> {
    who: Who,
    past: Past,
    before: &'a Contract,
    after: &'a Contract,
    reading: Reading,
    /// What it refuses, whatever the reason.
    refused: Vec<Witness>,
}

impl<'a> Side<'a> {
    fn new(
        who: Who,
        past: Past,
        before: &'a Contract,
        after: &'a Contract,
        known: &mut Vec<(Direction, Audience, Vec<Witness>)>,
    ) -> Self {
        let (writer, reader) = match who.direction() {
            Direction::Backward => (before, after),
            Direction::Forward => (after, before),
        };
        // Code and the open JSON Schema of a version take the same payloads.
        let audience = match who.audience() {
            Audience::Us => Audience::Lenient,
            audience => audience,
        };
        let is_same = |one: &&(Direction, Audience, Vec<Witness>)| {
            (one.0, one.1) == (who.direction(), audience)
        };
        let mut refused = match known.iter().find(is_same) {
            Some((.., refused)) => refused.clone(),
            None => {
                let refused = witnesses(writer, reader, audience);
                known.push((who.direction(), audience, refused.clone()));
                refused
            }
        };
        refused.retain(|witness| past.counts(who, witness.code));
        Self { who, past, before, after, reading: Reading::new(reader, who.audience()), refused }
    }

    /// A payload that this difference alone makes unreadable.
    fn breaks_by(&self, difference: &Difference) -> Option<Break> {
        if self.refused.is_empty() {
            return None;
        }
        let base = match self.who.direction() {
            Direction::Backward => Base::Before,
            Direction::Forward => Base::After,
        };
        let reader = hybrid(self.before, self.after, difference, base)?;
        let alone = Reading::new(&reader, self.who.audience());
        let known =
            self.refused.iter().filter_map(|witness| self.by_itself(&alone, &witness.payload));
        known.min_by_key(weight).or_else(|| self.search(&reader, difference))
    }

    /// How a payload is refused by a reader for which this difference is the only one.
    fn by_itself(&self, alone: &Reading, payload: &serde_json::Value) -> Option<Break> {
        let text = payload.to_string();
        let refusals = alone.refusals(&text).into_iter();
        let refusal = refusals.into_iter().find(|one| self.past.counts(self.who, one.code))?;
        let Refusal { path, code, words, .. } = refusal.naming(&text);
        Some(Break { who: self.who, payload: payload.clone(), path, code, words })
    }

    /// The known payloads show one of several differences at a place; here is a look for more.
    fn search(&self, reader: &Contract, difference: &Difference) -> Option<Break> {
        let paths = [&difference.name_before, &difference.name_after].map(|name| {
            let (around, _) = difference.path.rsplit_once('.').unwrap_or((&difference.path, ""));
            plain(&format!("{around}.{name}"))
        });
        let is_near = |witness: &Witness| {
            let here = plain(&witness.path);
            let own = plain(&difference.path);
            paths.iter().chain([&own]).any(|path| here.starts_with(path) || path.starts_with(&here))
        };
        if !self.refused.iter().any(is_near) {
            return None;
        }
        let writer = match self.who.direction() {
            Direction::Backward => self.before,
            Direction::Forward => self.after,
        };
        let is_real = |witness: &Witness| {
            let refusal = self.reading.refusal(&witness.payload.to_string());
            self.past.counts(self.who, witness.code) && refusal.is_some()
        };
        let found = witnesses(writer, reader, self.who.audience()).into_iter();
        found.filter(is_real).map(|witness| broken(self.who, &witness)).min_by_key(weight)
    }

    /// What only several differences together make unreadable is laid to the nearest of them.
    fn leave_nothing_out(&self, findings: &mut [Finding]) {
        let Some(witness) = self.refused.first() else { return };
        if findings.iter().any(|finding| finding.of(self.who).is_some()) {
            return;
        }
        let nearness = |finding: &&mut Finding| common(&finding.found.path, &witness.path);
        if let Some(finding) = findings.iter_mut().max_by_key(nearness) {
            finding.breaks.push(broken(self.who, witness));
        }
    }
}

fn broken(who: Who, witness: &Witness) -> Break {
    let Witness { payload, path, code, words } = witness.clone();
    Break { who, payload, path, code, words }
}

/// The smallest payload shows most.
fn weight(one: &Break) -> usize {
    one.payload.to_string().len()
}

/// A path up to the first variant, without places of items.
fn plain(path: &str) -> String {
    let path = path.split('(').next().unwrap_or_default();
    let mut plain = String::with_capacity(path.len());
    let mut is_inside = false;
    for letter in path.chars() {
        is_inside |= matches!(letter, '[' | '{');
        if !is_inside {
            plain.push(letter);
        }
        is_inside &= !matches!(letter, ']' | '}');
    }
    plain
}

/// How far two paths go the same way.
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// Records under a former event type are not found any more, whatever is in them.
fn unknown_type(before: &Contract, difference: &Difference) -> Option<Break> {
    if difference.change != Change::EventAliasRemoved {
        return None;
    }
    Some(Break {
        who: Who::NewerUs,
        payload: smallest(before)?,
        path: "$.type".to_owned(),
        code: "unknown_type",
        words: format!("the event type `{}` is not known", difference.before),
    })
}

/// Older code does not even look at records that ask for a newer reader. What it could not have read
/// is to blame for it, and otherwise what the history cannot say in a way that older code can read.
fn refuse_newer(
    before: &Contract,
    after: &Contract,
    findings: &mut Vec<Finding>,
    changes: &[Change],
) {
    if after.min_reader_version <= before.version {
        return;
    }
    let words = format!(
        "version {} asks for a reader of version {} or later",
        after.version, after.min_reader_version
    );
    let mut explained = false;
    for finding in findings.iter_mut() {
        if let Some(one) = finding.breaks.iter_mut().find(|one| one.who == Who::OlderUs) {
            (one.code, one.words, explained) = (NEWER_VERSION, words.clone(), true);
        }
    }
    if explained {
        return;
    }
    let Some(payload) = smallest(after) else { return };
    let refused =
        Break { who: Who::OlderUs, payload, path: "$".to_owned(), code: NEWER_VERSION, words };
    for (finding, _) in
        findings.iter_mut().zip(changes).filter(|(_, change)| is_said_by_was(**change))
    {
        // It refuses every payload: one that others refuse as well shows both.
        let known = finding.breaks.iter().find(|one| one.who.direction() == Direction::Forward);
        let payload = known.map_or(&refused.payload, |one| &one.payload).clone();
        finding.breaks.push(Break { payload, ..refused.clone() });
        explained = true;
    }
    if !explained {
        let sides = [before, after].map(|contract| {
            format!(
                "version {}, for readers from {}",
                contract.version, contract.min_reader_version
            )
        });
        let found = Found::at(after, "$", "").between(&sides[0], &sides[1], before.version);
        findings.push(Finding::new(MIN_READER_RAISED, found, vec![refused]));
    }
}

const NEWER_VERSION: &str = "newer_version";

/// What the history has no other word for than `was`, which older code never reads; and closing a
/// type, which counts for every version at once.
const fn is_said_by_was(change: Change) -> bool {
    matches!(
        change,
        Change::BecameRequired
            | Change::BecameOptional
            | Change::TypeChanged
            | Change::TypeNarrowed
            | Change::TypeWidened
            | Change::VariantRemoved
            | Change::VariantRenamed
            | Change::VariantContentChanged
            | Change::TaggingChanged
            | Change::FieldRenamed
            | Change::Closed
            | Change::DefaultRemoved
    )
}
