//! The history that the tables tell, nested types included, compared with what payloads have: a
//! field is in a version if any payload of that version has it, and in no other.

use std::collections::BTreeSet;

use serde_json::Value;
use versioned_events::EventSet;
use versioned_events::schema::Shape;

use super::events::GithubEvent;
use super::{Outcome, Payload, known_payloads, package};

/// Type, version of the type, field.
type VersionAndField = (&'static str, u32, &'static str);

#[derive(Default)]
struct Noted {
    in_tables: BTreeSet<VersionAndField>,
    in_payloads: BTreeSet<VersionAndField>,
}

/// In the table of a version, and in none of its payloads: what these hang on, such as an action or
/// the end of a job, has no sample in that version.
const ONLY_IN_TABLES: [VersionAndField; 26] = [
    ("Issue", 1, "closed_at"),
    ("Issues", 1, "assignee"),
    ("Issues", 1, "label"),
    ("Issues", 2, "assignee"),
    ("Issues", 2, "label"),
    ("Issues", 3, "assignee"),
    ("Issues", 3, "label"),
    ("Issues", 6, "assignee"),
    ("Issues", 6, "label"),
    ("PullRequest", 1, "merged_at"),
    ("PullRequest", 2, "closed_at"),
    ("PullRequest", 2, "merged_at"),
    ("PullRequest", 3, "merged_at"),
    ("PullRequestChanged", 1, "requested_reviewer"),
    ("PullRequestChanged", 2, "requested_reviewer"),
    ("PullRequestChanged", 3, "requested_reviewer"),
    ("PullRequestChanged", 4, "requested_reviewer"),
    ("PullRequestChanged", 5, "requested_reviewer"),
    ("PullRequestChanged", 6, "requested_reviewer"),
    ("Push", 1, "head_commit"),
    ("Push", 2, "head_commit"),
    ("Repository", 2, "description"),
    ("Review", 1, "body"),
    ("WorkflowJob", 1, "completed_at"),
    ("WorkflowJob", 1, "conclusion"),
    ("WorkflowRun", 1, "conclusion"),
];

#[test]
fn a_field_is_in_the_tables_of_the_versions_whose_payloads_have_it() -> Outcome {
    if package().is_none() {
        return Ok(());
    }
    let mut noted = Noted::default();
    for Payload { event_type, version, text } in known_payloads() {
        let payload: Value = serde_json::from_str(text)?;
        let event = GithubEvent::EVENTS.iter().find(|event| event.event_type == event_type);
        note(&payload, event.ok_or("no schema")?.shape, version, &mut noted);
    }
    let Noted { in_tables, in_payloads } = noted;
    assert_eq!(in_payloads.difference(&in_tables).collect::<Vec<_>>(), [&("", 0, ""); 0]);
    let only_in_tables: Vec<_> = in_tables.difference(&in_payloads).copied().collect();
    assert_eq!(only_in_tables, ONLY_IN_TABLES);
    Ok(())
}

/// Walks a payload and the table of its version.
fn note(payload: &Value, shape: &'static Shape, version: u32, noted: &mut Noted) {
    match (shape.resolved(), payload) {
        (Shape::Option(inner), payload) => note(payload, inner, version, noted),
        (Shape::List(item), Value::Array(items)) => {
            items.iter().for_each(|payload| note(payload, item, version, noted));
        }
        (Shape::Struct(table), Value::Object(payload)) => {
            let version = version.min(table.version);
            for field in table.fields {
                let name = (table.name, version, field.name);
                if field.exists_at(version) {
                    noted.in_tables.insert(name);
                }
                if let Some(payload) = payload.get(field.name).filter(|payload| !payload.is_null())
                {
                    noted.in_payloads.insert(name);
                    note(payload, field.shape, field.holds.at(version), noted);
                }
            }
        }
        _ => {}
    }
}
