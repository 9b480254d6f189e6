//! The webhooks of GitHub that this example understands: twenty event types, one set.
//!
//! An event type is what GitHub sends in the header `X-GitHub-Event`. Only the fields that a
//! consumer needs are named here; every other field of a payload is ignored.

use versioned_events::{EventSet, RawEvent};

use crate::checks::{CheckRunChanged, CheckSuiteChanged};
use crate::code::{Create, Delete, Fork, Push, ReleaseChanged, RepositoryChanged, Star};
use crate::pulls::{PullRequestChanged, PullRequestReview, PullRequestReviewComment};
use crate::runs::{
    DeploymentCreated, DeploymentStatusCreated, WorkflowJobChanged, WorkflowRunChanged,
};
use crate::tracker::{IssueComment, Issues, LabelChanged, MilestoneChanged};

/// Everything that this consumer understands, and whatever else GitHub sends: that is kept whole, to
/// be passed on, with every address in it.
#[derive(Debug, PartialEq, EventSet)]
pub enum GithubEvent {
    CheckRunChanged(CheckRunChanged),
    CheckSuiteChanged(CheckSuiteChanged),
    Create(Create),
    Delete(Delete),
    DeploymentCreated(DeploymentCreated),
    DeploymentStatusCreated(DeploymentStatusCreated),
    Fork(Fork),
    IssueComment(IssueComment),
    Issues(Issues),
    LabelChanged(LabelChanged),
    MilestoneChanged(MilestoneChanged),
    PullRequestChanged(PullRequestChanged),
    PullRequestReview(PullRequestReview),
    PullRequestReviewComment(PullRequestReviewComment),
    Push(Push),
    ReleaseChanged(ReleaseChanged),
    RepositoryChanged(RepositoryChanged),
    Star(Star),
    WorkflowJobChanged(WorkflowJobChanged),
    WorkflowRunChanged(WorkflowRunChanged),
    #[event(other)]
    Unknown(RawEvent),
}
