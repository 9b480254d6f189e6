//! What the modelled fields hold, compared with the payloads as `serde_json::Value`.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use versioned_events::EventSet;

use super::code::RefType;
use super::compare::{FieldName, Noted, compare, fields_of, instant};
use super::events::GithubEvent;
use super::runs::JobStatus;
use super::tracker::State;
use super::{Outcome, Payload, known_payloads, package, taken_in};

#[test]
fn the_key_is_the_repository_id() -> Outcome {
    if package().is_none() {
        return Ok(());
    }
    let mut keys = BTreeSet::new();
    for Payload { event_type, version, text } in known_payloads() {
        let raw: Value = serde_json::from_str(text)?;
        let expected = raw.pointer("/repository/id").and_then(Value::as_u64);
        let envelope = taken_in(event_type, text, version)?;
        let key = envelope.key()?.map(|key| key.to_string());
        assert_eq!(key, expected.map(|id| id.to_string()), "{event_type}");
        keys.extend(key);
    }
    assert_eq!(keys.len(), KEYS);
    Ok(())
}

/// How many repositories the payloads of the known types are about.
const KEYS: usize = 12;

#[test]
fn every_modelled_field_holds_what_the_payload_has() -> Outcome {
    if package().is_none() {
        return Ok(());
    }
    let (mut modelled, mut noted) = (BTreeSet::new(), Noted::default());
    for event in GithubEvent::EVENTS {
        fields_of(event.shape, &mut modelled);
    }
    for Payload { event_type, version, text } in known_payloads() {
        let raw: Value = serde_json::from_str(text)?;
        let envelope = taken_in(event_type, text, version)?;
        let written: Value = serde_json::from_slice(&envelope.to_json_unmasked()?)?;
        let schema = GithubEvent::EVENTS.iter().find(|event| event.event_type == event_type);
        let shape = schema.ok_or("no schema")?.shape;
        let data = written.pointer("/data").ok_or("no data")?;
        compare(&raw, data, shape, &mut noted);
    }
    // A misspelt optional field would be among these.
    let never: Vec<_> = modelled.difference(&noted.seen).copied().collect();
    assert_eq!(never, NEVER_SEEN);
    let stood_in: Vec<_> = noted.stood_in.iter().map(|(name, value)| (*name, &**value)).collect();
    assert_eq!(stood_in, STOOD_IN);
    Ok(())
}

/// Fields that no payload of the package has.
const NEVER_SEEN: [FieldName; 2] = [("PullRequest", "merged_at"), ("Review", "body")];

/// What stands in for fields that some payloads do not have.
const STOOD_IN: [(FieldName, &str); 15] = [
    (("Comment", "reactions"), NO_REACTIONS),
    (("DeploymentCreated", "action"), "\"created\""),
    (("DeploymentStatusCreated", "action"), "\"created\""),
    (("Issue", "draft"), "false"),
    (("Issue", "labels"), "[]"),
    (("Issue", "reactions"), NO_REACTIONS),
    (("Repository", "is_template"), "false"),
    (("Repository", "topics"), "[]"),
    (("Repository", "web_commit_signoff_required"), "false"),
    (("RepositoryOfPush", "topics"), "[]"),
    (("ReviewComment", "reactions"), NO_REACTIONS),
    (("ReviewComment", "side"), "\"RIGHT\""),
    (("WorkflowJob", "run_attempt"), "1"),
    (("WorkflowRun", "actor"), r#"{"id":10137,"login":"ghost","type":"User"}"#),
    (("WorkflowRun", "display_title"), "\"\""),
];

const NO_REACTIONS: &str = r#"{"+1":0,"-1":0,"heart":0,"total_count":0}"#;

#[test]
fn fields_hold_what_their_names_say() -> Outcome {
    if package().is_none() {
        return Ok(());
    }
    let mut checked = 0;
    for Payload { event_type, version, text } in known_payloads() {
        let raw: Value = serde_json::from_str(text)?;
        let at = |pointer: &str| raw.pointer(pointer).cloned().unwrap_or_default();
        match taken_in(event_type, text, version)?.data {
            GithubEvent::Push(push) => {
                assert_eq!(json!(push.r#ref), at("/ref"));
                assert_eq!(json!(push.pusher.email), at("/pusher/email"));
                assert_eq!(json!(push.repository.owner.email), at("/repository/owner/email"));
                let pushed_at = push.repository.pushed_at.timestamp();
                assert_eq!(json!(pushed_at), at("/repository/pushed_at"));
                let email = push.head_commit.and_then(|commit| commit.author.email);
                assert_eq!(json!(email), at("/head_commit/author/email"));
            }
            GithubEvent::Issues(issues) => {
                assert_eq!(json!(issues.issue.number), at("/issue/number"));
                assert_eq!(json!(issues.issue.body), at("/issue/body"));
                let label = issues.issue.labels.first().map(|label| label.name.as_str());
                assert_eq!(json!(label), at("/issue/labels/0/name"));
                let state = match issues.issue.state {
                    Some(State::Open) => json!("open"),
                    Some(State::Closed) => json!("closed"),
                    None => Value::Null,
                };
                assert_eq!(state, at("/issue/state"));
            }
            GithubEvent::PullRequestChanged(changed) => {
                assert_eq!(json!(changed.pull_request.head.sha), at("/pull_request/head/sha"));
                assert_eq!(json!(changed.pull_request.additions), at("/pull_request/additions"));
                let created_at = changed.pull_request.created_at;
                assert_eq!(instant(&at("/pull_request/created_at")), Some(created_at.into()));
            }
            GithubEvent::Create(create) => {
                let ref_type = if create.ref_type == RefType::Tag { "tag" } else { "branch" };
                assert_eq!(json!(ref_type), at("/ref_type"));
            }
            GithubEvent::WorkflowRunChanged(changed) => {
                assert_eq!(json!(changed.workflow_run.conclusion), at("/workflow_run/conclusion"));
                let email = &changed.workflow_run.head_commit.committer.email;
                assert_eq!(json!(email), at("/workflow_run/head_commit/committer/email"));
            }
            GithubEvent::Star(star) => {
                assert_eq!(star.starred_at.map(Into::into), instant(&at("/starred_at")));
            }
            GithubEvent::Fork(fork) => {
                assert_eq!(json!(fork.forkee.id), at("/forkee/id"));
                assert_ne!(json!(fork.forkee.id), at("/repository/id"));
            }
            GithubEvent::CheckRunChanged(changed) => {
                assert_eq!(json!(changed.check_run.conclusion), at("/check_run/conclusion"));
                let app = &changed.check_run.check_suite.app;
                assert_eq!(json!(app.id), at("/check_run/check_suite/app/id"));
            }
            GithubEvent::DeploymentStatusCreated(created) => {
                assert_eq!(json!(created.deployment_status.state), at("/deployment_status/state"));
                assert_eq!(json!(created.deployment.sha), at("/deployment/sha"));
            }
            GithubEvent::PullRequestReviewComment(commented) => {
                assert_eq!(json!(commented.comment.line), at("/comment/line"));
                let repository = commented.pull_request.base.repo.map(|repo| repo.id);
                assert_eq!(json!(repository), at("/pull_request/base/repo/id"));
            }
            GithubEvent::WorkflowJobChanged(changed) => {
                let steps = changed.workflow_job.steps;
                assert_eq!(
                    json!(steps.first().map(|step| &step.name)),
                    at("/workflow_job/steps/0/name")
                );
                let waiting = changed.workflow_job.status == JobStatus::Waiting;
                assert_eq!(waiting, at("/workflow_job/status") == "waiting");
            }
            _ => continue,
        }
        checked += 1;
    }
    assert_eq!(checked, 14 + 50 + 46 + 12 + 10 + 8 + 10 + 18 + 11 + 12 + 11);
    Ok(())
}
