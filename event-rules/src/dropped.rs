//! Who breaks by what only the whole history shows: versions that are dropped, names that come back.

use crate::compare::compare;
use crate::finding::{Break, Finding};
use crate::history::History;
use crate::rule::Found;
use crate::rules::MIN_READER_RAISED;
use crate::who::Who;
use crate::witness::smallest;

/// Records of a version that is not read any more. That its code is no longer let in either is the other
/// side of it, and said with it.
pub(crate) fn dropped(
    history: &History<'_>,
    version: u32,
    changes: &mut Vec<Finding>,
) -> Vec<Break> {
    let is_other_side =
        |one: &Finding| one.rule.id == MIN_READER_RAISED.id && one.found.version_before == version;
    let kept_out: Vec<Break> = changes
        .iter()
        .filter(|one| is_other_side(one))
        .flat_map(|one| one.breaks.clone())
        .collect();
    changes.retain(|one| !is_other_side(one));
    let Some(payload) = history.version(version).and_then(smallest) else { return Vec::new() };
    let oldest = history.oldest_read;
    let words = format!("version {version} is not known, versions are read from {oldest} on");
    let path = "$.schema_version".to_owned();
    let refused = Break { who: Who::NewerUs, payload, path, code: "unknown_version", words };
    kept_out.into_iter().chain([refused]).collect()
}

/// Who takes the new meaning of a name for the old one, or the other way round.
pub(crate) fn reused(history: &History<'_>, found: &Found) -> Vec<Break> {
    let sides = history.version(found.version_before).zip(history.newest());
    let findings = sides.map(|(before, after)| compare(before, after)).unwrap_or_default();
    let here = findings.into_iter().filter(|one| one.found.path == found.path);
    let mut breaks: Vec<Break> = here.flat_map(|finding| finding.breaks).collect();
    breaks.sort_by_key(|one| one.who);
    breaks.dedup_by_key(|one| one.who);
    breaks
}
