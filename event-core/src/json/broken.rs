//! From broken value rules to problems: where in the record, in which order.

use std::marker::PhantomData;

use super::facts::{Facts, type_of};
use super::follow::follow;
use super::read::{Data, read_whole};
use super::scan::Scan;
use crate::decode::Version;
use crate::derived::Broken;
use crate::error::{Code, Problem};
use crate::schema::Shape;
use crate::set::{EventSet, Route, route};

/// A payload that somebody reads: of which event, and where.
pub(super) struct Payload {
    pub(super) index: usize,
    pub(super) at: Version,
    pub(super) shape: &'static Shape,
    /// `$.data`
    pub(super) path: &'static str,
    pub(super) start: usize,
}

impl Payload {
    /// The payload in a record.
    pub(super) fn of_record<S: EventSet>(text: &str, facts: &Facts) -> Option<Self> {
        let (event_type, version) = (type_of(text)?, facts.version?);
        let route = route(S::EVENTS, &event_type, version, facts.min_reader);
        let Route::Event { index, at } = route else { return None };
        let shape = S::EVENTS.get(index)?.describing(version).shape;
        Some(Self { index, at, shape, path: "$.data", start: facts.data_at? })
    }
}

/// The rules that an error speaks of, as problems, in the order of their offsets.
pub(super) fn broken_rules(
    text: &str,
    error: &serde_json::Error,
    payload: &Payload,
) -> Vec<Problem> {
    let broken = Broken::in_text(&error.to_string());
    let mut problems: Vec<_> = broken.iter().map(|one| problem(text, one, payload)).collect();
    problems.sort_by_key(|problem| problem.offset);
    problems
}

fn problem(text: &str, broken: &Broken, payload: &Payload) -> Problem {
    let Payload { shape, at, path, start, .. } = payload;
    let followed = follow(text, Some(*start), shape, at.number(), &broken.steps);
    let path = format!("{path}{}", followed.path);
    let mut problem = Problem::new(Code::RuleBroken, followed.nearest, path);
    problem.rule = Some(broken.rule);
    problem
}

/// All rules that the payload of a record breaks, for one that is known to break some.
pub(super) fn all_broken_rules<S: EventSet>(text: &str, facts: &Facts) -> Vec<Problem> {
    let Some(payload) = Payload::of_record::<S>(text, facts) else { return Vec::new() };
    let scan = Scan::new(text);
    let end = scan.end(payload.start).unwrap_or(payload.start);
    let seed = Data::<S> { index: payload.index, at: payload.at, set: PhantomData };
    match read_whole(scan.slice(payload.start, end), seed) {
        Ok(_) => Vec::new(),
        Err(error) => broken_rules(text, &error, &payload),
    }
}
