//! Every release through the same structs: how many payloads of each type are read.

use std::collections::BTreeMap;

use super::payloads::RELEASES;
use super::report::{Counts, Report};
use super::{Payload, known_payloads, package};

/// How many payloads the package has of each type in the set, by version.
const KNOWN: [(&str, [usize; 7]); 20] = [
    ("check_run", [1, 1, 1, 3, 3, 1, 8]),
    ("check_suite", [1, 1, 1, 4, 4, 1, 8]),
    ("create", [1, 1, 1, 2, 2, 1, 4]),
    ("delete", [1, 1, 1, 2, 2, 1, 3]),
    ("deployment", [1, 1, 1, 2, 2, 1, 3]),
    ("deployment_status", [1, 1, 1, 2, 2, 1, 3]),
    ("fork", [1, 1, 1, 2, 2, 1, 2]),
    ("issue_comment", [1, 1, 1, 4, 4, 1, 8]),
    ("issues", [1, 1, 1, 9, 9, 1, 28]),
    ("label", [1, 1, 1, 4, 4, 1, 5]),
    ("milestone", [1, 1, 1, 4, 4, 1, 4]),
    ("pull_request", [1, 1, 1, 7, 7, 1, 28]),
    ("pull_request_review", [1, 1, 1, 2, 2, 1, 3]),
    ("pull_request_review_comment", [1, 1, 1, 2, 2, 1, 4]),
    ("push", [1, 1, 1, 2, 2, 1, 6]),
    ("release", [1, 1, 1, 2, 2, 1, 12]),
    ("repository", [1, 1, 1, 5, 5, 1, 12]),
    ("star", [1, 1, 1, 1, 1, 1, 2]),
    ("workflow_job", [0, 0, 1, 1, 1, 1, 7]),
    ("workflow_run", [1, 1, 1, 1, 1, 1, 4]),
];

/// By release: payloads, round trips, unknown, refused without the history.
const COUNTS: [(&str, usize, usize, usize, usize); 7] = [
    ("GHES 3.1", 49, 19, 30, 19),
    ("GHES 3.2", 49, 19, 30, 19),
    ("GHES 3.3", 50, 20, 30, 20),
    ("GHES 3.4", 124, 61, 63, 61),
    ("GHES 3.5", 125, 61, 64, 61),
    ("github.com's docs", 58, 20, 38, 20),
    ("github.com", 271, 154, 117, 0),
];

#[test]
fn every_payload_of_every_release_makes_the_round_trip_or_is_unknown() {
    let Some(package) = package() else { return };
    let report = Report::of(package);
    assert_eq!(report.lost, [""; 0]);
    let counts: Vec<_> = report
        .releases
        .iter()
        .map(|(release, counts)| {
            let Counts { payloads, round_trips, unknown, lost, refused_as_newest } = *counts;
            assert_eq!(lost, 0);
            (release.name, payloads, round_trips, unknown, refused_as_newest)
        })
        .collect();
    assert_eq!(counts, COUNTS);
    let mut known = BTreeMap::<_, Vec<u32>>::new();
    for Payload { event_type, version, .. } in known_payloads() {
        known.entry(event_type).or_default().push(version);
    }
    let known: Vec<_> = known.iter().map(|(name, all)| (*name, by_version(all))).collect();
    assert_eq!(known, KNOWN);
    for (event_type, known) in &report.known {
        let all = KNOWN.iter().find(|(name, _)| name == event_type);
        let all = all.map(|(_, by_version)| by_version.iter().sum());
        assert_eq!((Some(known.payloads), Some(known.round_trips)), (all, all), "{event_type}");
    }
    assert_eq!((report.known.len(), report.unknown.len()), (20, 44));
}

/// How often each version is among these.
pub(crate) fn by_version(versions: &[u32]) -> [usize; 7] {
    RELEASES
        .each_ref()
        .map(|release| versions.iter().filter(|version| **version == release.version).count())
}
