//! From a failed record to its errors: where, what was expected, what was found. Never a value.

use serde::de::IgnoredAny;

use super::Limits;
use super::broken::{Payload, all_broken_rules, broken_rules};
use super::facts::{Facts, type_of, well_formed};
use super::header::{ENVELOPE, Header};
use super::raw::TOO_DEEP;
use super::read::{check_record, read_envelope};
use super::scan::{Kind, Scan};
use super::walk::Walk;
use crate::decode::Version;
use crate::derived::Refusal;
use crate::error::{Code, DecodeError, Problem};
use crate::schema::Shape;
use crate::set::{EventSet, Route, route};

/// How many problems of one record are listed.
const MOST: usize = 20;

/// Lists everything that is wrong with a record, up to 20 problems, in one go.
///
/// Empty exactly when [`Envelope::from_json`](crate::Envelope::from_json) takes the record; otherwise
/// the first problem is the one that it reports.
///
/// ```
/// # use event_core::Envelope;
/// # fn show<E: event_core::Event>(bytes: &[u8]) {
/// for problem in event_core::diagnose::<E>(bytes) {
///     println!("{problem}: {}", problem.help());
/// }
/// # }
/// ```
#[must_use]
pub fn diagnose<S: EventSet>(bytes: &[u8]) -> Vec<DecodeError> {
    let Err(first) = read_envelope::<S>(bytes, &Limits::DEFAULT) else { return Vec::new() };
    let Ok(text) = check_record(bytes, &Limits::DEFAULT) else { return vec![first] };
    let facts = Facts::of(text);
    let problems = problems_along(text, |walk| walk_record::<S>(walk, text, &facts));
    match problems.first() {
        Some(problem) if problem.code == first.code() && problem.code != Code::TooDeep => {
            problems.into_iter().take(MOST).map(|problem| facts.error(problem)).collect()
        }
        None if first.code() == Code::RuleBroken => {
            let further = all_broken_rules::<S>(text, &facts).into_iter().skip(1).take(MOST - 1);
            let further = further.map(|problem| facts.error(problem));
            std::iter::once(first).chain(further).collect()
        }
        _ => vec![first],
    }
}

/// The error of a record that serde_json refused; `base` is where in `text` it began to read.
pub(super) fn explain<S: EventSet>(
    text: &str,
    error: &serde_json::Error,
    base: usize,
) -> DecodeError {
    let facts = Facts::of(text);
    let payload = Payload::of_record::<S>(text, &facts);
    let walk = |walk: &mut Walk<'_>| walk_record::<S>(walk, text, &facts);
    facts.error(explain_along(text, error, base, payload.as_ref(), walk))
}

/// The error of a payload without envelope.
pub(super) fn explain_payload<S: EventSet>(
    text: &str,
    event_type: &str,
    version: u32,
    index: usize,
    at: Version,
    error: &serde_json::Error,
) -> DecodeError {
    let shape = S::EVENTS.get(index).map_or(&Shape::Any, |event| event.describing(version).shape);
    let start = Scan::new(text).skip_space(0);
    let payload = Payload { index, at, shape, path: "$", start };
    let problem = explain_along(text, error, 0, Some(&payload), |walk| {
        walk.value(start, shape, at.number());
    });
    DecodeError::new(problem, well_formed(event_type), Some(version))
}

/// Everything that is wrong with a payload, along the schema alone.
#[cfg(feature = "contract")]
pub(crate) fn check_payload(
    schema: &'static crate::schema::EventSchema,
    version: u32,
    payload: &str,
) -> Vec<DecodeError> {
    let start = Scan::new(payload).skip_space(0);
    let shape = schema.describing(version).shape;
    let is_json = check_syntax(payload).is_ok();
    let mut problems = problems_along(payload, |walk| {
        walk.reads_any = is_json;
        walk.value(start, shape, version);
    });
    // What a decoder cannot explain it tells only if there is nothing else.
    let is_explained = |problem: &Problem| problem.code != Code::RefusedByType;
    if problems.iter().any(is_explained) {
        problems.retain(is_explained);
    }
    let event_type = || Some(schema.event_type.to_owned());
    problems.into_iter().map(|one| DecodeError::new(one, event_type(), Some(version))).collect()
}

/// The first problem of a text that serde_json refused; `payload` is what value rules are about, and
/// what a step from an earlier event takes.
fn explain_along(
    text: &str,
    error: &serde_json::Error,
    base: usize,
    payload: Option<&Payload>,
    steps: impl Fn(&mut Walk<'_>),
) -> Problem {
    let first = problems_along(text, &steps).into_iter().next();
    let rules = payload.map(|payload| broken_rules(text, error, payload)).unwrap_or_default();
    let first = first.or_else(|| rules.into_iter().next());
    first.filter(|_| !is_too_deep(error)).unwrap_or_else(|| {
        let target = base + offset_of(text.get(base..).unwrap_or_default(), error);
        unexplained(error, target, payload, path_along(text, target, steps))
    })
}

/// What is wrong with a text that `steps` walk, in the order of offsets.
fn problems_along(text: &str, steps: impl Fn(&mut Walk<'_>)) -> Vec<Problem> {
    // Header and payload are walked one after the other: the first to be shown may be found last.
    let mut walk = Walk::new(text, "$", MOST);
    steps(&mut walk);
    let mut problems = walk.problems;
    if let Err(mut syntax) = check_syntax(text) {
        let scan = Scan::new(text);
        problems.retain(|problem| {
            let breaks =
                syntax.code != Code::ExtraBytes && breaks_at(&scan, problem.offset, syntax.offset);
            problem.offset < syntax.offset && !breaks
        });
        // What is wrong may end a value: the byte before it is inside.
        let target = syntax.offset.saturating_sub(usize::from(syntax.code == Code::NotJson));
        syntax.path = path_along(text, target, steps);
        problems.push(*syntax);
    }
    problems.sort_by_key(|problem| problem.offset);
    problems
}

/// The path of the innermost known value at `target`.
fn path_along(text: &str, target: usize, steps: impl Fn(&mut Walk<'_>)) -> String {
    let mut walk = Walk::locating(text, "$", target);
    steps(&mut walk);
    walk.into_located()
}

/// The error of a record whose type or version is not taken.
pub(super) fn refuse(text: &str, header: &Header<'_>, route: &Route) -> DecodeError {
    let facts = Facts::of(text);
    let (path, offset) = match route {
        Route::UnknownType => ("$.type", facts.type_at),
        _ => ("$.schema_version", facts.version_at),
    };
    let problem = routing_problem(route, path, offset);
    DecodeError::new(problem, facts.event_type, Some(header.version()))
}

/// What is wrong with a type or a version.
pub(super) fn routing_problem(route: &Route, path: &str, offset: usize) -> Problem {
    match route {
        Route::Unreadable { oldest, newest } if oldest == newest => {
            Problem::new(Code::UnknownVersion, offset, path).expected(format!("version {oldest}"))
        }
        Route::Unreadable { oldest, newest: u32::MAX } => {
            Problem::new(Code::UnknownVersion, offset, path)
                .expected(format!("version {oldest} or later"))
        }
        Route::Unreadable { oldest, newest } => Problem::new(Code::UnknownVersion, offset, path)
            .expected(format!("version {oldest} to {newest}")),
        Route::Newer { newest } => Problem::new(Code::NewerVersion, offset, path)
            .expected(format!("version {newest} or older")),
        Route::UnknownType | Route::Event { .. } => Problem::new(Code::UnknownType, offset, path),
    }
}

/// Whether the text is one JSON value and nothing else.
pub(super) fn check_syntax(text: &str) -> Result<(), Box<Problem>> {
    let Err(error) = serde_json::from_str::<IgnoredAny>(text) else { return Ok(()) };
    let cut = error.is_eof() || ends_inside_a_number(text, &error);
    let code = if cut {
        Code::Truncated
    } else if error.to_string().starts_with("trailing characters") {
        Code::ExtraBytes
    } else {
        Code::NotJson
    };
    let offset = if cut { text.len() } else { offset_of(text, &error) };
    Err(Box::new(Problem::new(code, offset, "$")))
}

/// Whether the text or number that starts at `at` is itself what breaks at `offset`.
fn breaks_at(scan: &Scan<'_>, at: usize, offset: usize) -> bool {
    let single = matches!(scan.kind(at), Some(kind) if !matches!(kind, Kind::List | Kind::Object));
    single && scan.end(at).is_none_or(|end| offset <= end)
}

/// Walks the envelope, then the payload along the schema of its type and version.
fn walk_record<S: EventSet>(walk: &mut Walk<'_>, text: &str, facts: &Facts) {
    let start = walk.scan.skip_space(0);
    let envelope = const { &Shape::Struct(ENVELOPE) };
    walk.value(start, envelope, 1);
    // A wrong header is enough: without type and version nothing can be said of the payload.
    let (Some(event_type), Some(version)) = (type_of(text), facts.version) else { return };
    match route(S::EVENTS, &event_type, version, facts.min_reader) {
        Route::Event { index, at } => {
            if let (Some(event), Some(data_at)) = (S::EVENTS.get(index), facts.data_at)
                && walk.concerns(data_at)
            {
                walk.enter("$.data");
                walk.value(data_at, event.describing(version).shape, at.number());
            }
        }
        Route::UnknownType if S::KEEPS_UNKNOWN => {}
        // What was cut off may say that this version can be read.
        Route::Newer { .. } if !facts.is_whole && facts.min_reader.is_none() => {}
        refused @ Route::UnknownType => {
            walk.report(routing_problem(&refused, "$.type", facts.type_at));
        }
        refused => walk.report(routing_problem(&refused, "$.schema_version", facts.version_at)),
    }
}

/// Whether the text breaks off behind what a number cannot end with.
fn ends_inside_a_number(text: &str, error: &serde_json::Error) -> bool {
    text.ends_with(['-', '+', '.', 'e', 'E']) && offset_of(text, error) + 1 >= text.len()
}

/// What to say when the schema finds nothing wrong.
fn unexplained(
    error: &serde_json::Error,
    offset: usize,
    payload: Option<&Payload>,
    path: String,
) -> Problem {
    if is_too_deep(error) {
        let expected = format!(
            "at most {} lists and objects inside each other, {} before the tag of an enum",
            Limits::DEEPEST,
            Limits::DEEPEST_KEPT,
        );
        return Problem::new(Code::TooDeep, offset, path).expected(expected);
    }
    let text = error.to_string();
    let Some(Refusal { field, conversion }) = Refusal::in_text(&text) else {
        return Problem::new(Code::RefusedByType, offset, path);
    };
    if field.is_empty() {
        // The step from an earlier event takes all of the payload.
        let (path, offset) = payload.map_or(("$.data", 0), |payload| (payload.path, payload.start));
        let mut problem = Problem::new(Code::UpcastFailed, offset, path);
        problem.conversion = conversion;
        return problem;
    }
    // serde_json may have read on to the end of the object.
    let step = format!(".{field}");
    let path = if path.ends_with(&step) { path } else { path + &step };
    let code = if conversion.is_some() { Code::ConversionFailed } else { Code::RefusedByType };
    let mut problem = Problem::new(code, offset, path);
    problem.conversion = conversion;
    problem
}

fn is_too_deep(error: &serde_json::Error) -> bool {
    error.to_string().starts_with(TOO_DEEP)
}

/// The byte that serde_json stopped at: the one that is wrong, the last of a refused value, or the
/// end of a text that breaks off.
fn offset_of(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.len();
    }
    let before = match error.line() {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(0, |(at, _)| at + 1),
    };
    (before + error.column().saturating_sub(1)).min(text.len())
}
