//! It is the history that reads a release: each of its payloads is of one version, and refused as
//! another wherever a field came or went.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use versioned_events::{Code, DecodeError, EncodeCode, Envelope, EventSet, Openness};

use super::events::GithubEvent;
use super::payloads::{RELEASES, Release};
use super::releases::by_version;
use super::{Outcome, Payload, known_payloads, package, taken_in};

/// How many payloads of a version (row) are refused when they are read as another (column).
const REFUSED: [[usize; 7]; 7] = [
    [0, 0, 0, 0, 0, 5, 19],
    [0, 0, 0, 0, 0, 5, 19],
    [1, 1, 0, 0, 0, 5, 20],
    [1, 1, 0, 0, 0, 15, 61],
    [1, 1, 0, 0, 0, 15, 61],
    [18, 18, 17, 17, 17, 0, 20],
    [148, 148, 143, 143, 143, 37, 0],
];

/// What a payload of an earlier release misses first when it is read as today's.
const MISSING: [(&str, &str); 20] = [
    ("check_run", "$.repository.is_template"),
    ("check_suite", "$.repository.is_template"),
    ("create", "$.repository.is_template"),
    ("delete", "$.repository.is_template"),
    ("deployment", "$.repository.is_template"),
    ("deployment_status", "$.repository.is_template"),
    ("fork", "$.forkee.is_template"),
    ("issue_comment", "$.issue.draft"),
    ("issues", "$.issue.draft"),
    ("label", "$.repository.is_template"),
    ("milestone", "$.repository.is_template"),
    ("pull_request", "$.pull_request.head.repo.is_template"),
    ("pull_request_review", "$.pull_request.head.repo.is_template"),
    ("pull_request_review_comment", "$.comment.side"),
    ("push", "$.repository.topics"),
    ("release", "$.repository.is_template"),
    ("repository", "$.repository.is_template"),
    ("star", "$.repository.is_template"),
    ("workflow_job", "$.workflow_job.run_attempt"),
    ("workflow_run", "$.repository.is_template"),
];

/// The oldest reader of what is written today. With version 6 went `enterprise`, and with 7 what the
/// sides of a pull request had; jobs that wait came with 7. New fields disturb nobody.
const MIN_READERS: [(&str, u32); 20] = [
    ("check_run", 6),
    ("check_suite", 6),
    ("create", 6),
    ("delete", 6),
    ("deployment", 6),
    ("deployment_status", 6),
    ("fork", 6),
    ("issue_comment", 6),
    ("issues", 6),
    ("label", 6),
    ("milestone", 6),
    ("pull_request", 7),
    ("pull_request_review", 7),
    ("pull_request_review_comment", 7),
    ("push", 6),
    ("release", 6),
    ("repository", 6),
    ("star", 1),
    ("workflow_job", 7),
    ("workflow_run", 1),
];

const WAITING: (&str, u32, Code) = ("workflow_job", 7, Code::UnknownVariant);

#[test]
fn a_payload_is_refused_as_another_version_where_a_field_came_or_went() -> Outcome {
    if package().is_none() {
        return Ok(());
    }
    let refused = RELEASES.each_ref().map(|release| {
        let payloads: Vec<_> = payloads_of(release.version).collect();
        RELEASES.each_ref().map(|Release { version, .. }| {
            let is_refused = |payload: &&Payload| taken_in_as(*version, payload).is_err();
            payloads.iter().filter(is_refused).count()
        })
    });
    assert_eq!(refused, REFUSED);
    let mut missing = BTreeSet::new();
    for payload in known_payloads() {
        let Payload { event_type, version, .. } = payload;
        for Release { version: read_as, .. } in &RELEASES {
            let Err(error) = taken_in_as(*read_as, &payload) else { continue };
            assert_ne!(*read_as, version);
            match error.code() {
                Code::MissingField if *read_as == 7 => {
                    missing.insert((event_type, error.path().to_owned()));
                }
                Code::MissingField => {}
                // Before version 3 there were no jobs, and before version 7 none that waited.
                Code::UnknownVersion => assert!(event_type == "workflow_job" && *read_as < 3),
                code => assert_eq!((event_type, version, code), WAITING),
            }
        }
    }
    let missing: Vec<_> = missing.iter().map(|(name, path)| (*name, &**path)).collect();
    assert_eq!(missing, MISSING);
    Ok(())
}

#[test]
fn todays_payloads_are_read_by_every_version_that_is_said_to_read_them() -> Outcome {
    let min_readers = GithubEvent::EVENTS.iter().map(|event| (event.event_type, event.min_reader));
    assert_eq!(min_readers.collect::<BTreeMap<_, _>>(), BTreeMap::from(MIN_READERS));
    for payload in payloads_of(7) {
        let min_reader = MIN_READERS.iter().find(|(name, _)| *name == payload.event_type);
        for reader in min_reader.ok_or("no reader")?.1..=7 {
            taken_in_as(reader, &payload)?;
        }
    }
    Ok(())
}

/// How many payloads of a version can be written again as that version. The others had a required
/// field that today's struct does not keep.
const WRITTEN: [usize; 7] = [2, 2, 3, 3, 3, 17, 154];

/// The first of those fields in each payload.
const REMOVED: [&str; 4] = [
    "$.data.check_run.check_suite.app.permissions.organization_pre_receive_hooks",
    "$.data.check_suite.app.permissions.organization_pre_receive_hooks",
    "$.data.enterprise",
    "$.data.pull_request.head.repo.allow_merge_commit",
];

#[test]
fn what_is_written_as_the_version_that_was_read_is_the_same_event() -> Outcome {
    if package().is_none() {
        return Ok(());
    }
    let (mut written, mut removed) = (Vec::new(), BTreeSet::new());
    for Payload { event_type, version, text } in known_payloads() {
        let envelope = taken_in(event_type, text, version)?;
        match envelope.to_json_as_version(version) {
            Ok(bytes) => {
                let back: Envelope<GithubEvent> = Envelope::from_json(&bytes)?;
                assert_eq!(back.version(), version);
                assert_eq!(back.to_json()?, envelope.to_json()?, "{event_type}");
                written.push(version);
            }
            Err(error) => {
                assert_eq!(error.code(), EncodeCode::NotWritable, "{event_type}");
                removed.insert(error.path().to_owned());
            }
        }
    }
    assert_eq!(by_version(&written), WRITTEN);
    let removed: Vec<_> = removed.iter().map(String::as_str).collect();
    assert_eq!(removed, REMOVED);
    Ok(())
}

#[test]
fn the_schema_of_a_version_accepts_what_is_read_as_that_version() -> Outcome {
    if package().is_none() {
        return Ok(());
    }
    let mut validators = BTreeMap::new();
    for event in GithubEvent::EVENTS {
        for Release { version, .. } in &RELEASES {
            if let Some(schema) = event.json_schema(*version, Openness::Open) {
                let validator = jsonschema::validator_for(&schema)?;
                validators.insert((event.event_type, *version), validator);
            }
        }
    }
    assert_eq!(validators.len(), 20 * 7 - 2);
    for payload in known_payloads() {
        let json: Value = serde_json::from_str(payload.text)?;
        for Release { version, .. } in &RELEASES {
            let validator = validators.get(&(payload.event_type, *version));
            let accepted = validator.is_some_and(|validator| validator.is_valid(&json));
            let read = taken_in_as(*version, &payload).is_ok();
            assert_eq!(accepted, read, "{} as version {version}", payload.event_type);
        }
    }
    Ok(())
}

fn payloads_of(version: u32) -> impl Iterator<Item = Payload> {
    known_payloads().filter(move |payload| payload.version == version)
}

fn taken_in_as(version: u32, payload: &Payload) -> Result<Envelope<GithubEvent>, DecodeError> {
    taken_in(payload.event_type, payload.text, version)
}
