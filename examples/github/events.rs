//! The webhooks of GitHub that this example understands: twenty event types, one set.
//!
//! An event type is what GitHub sends in the header `X-GitHub-Event`. Only the fields that a
//! consumer needs are named here; every other field of a payload is ignored.
//!
//! | version | payloads of | what changed |
//! |---|---|---|
//! | 1 to 5 | GitHub Enterprise Server 3.1 to 3.5 | nothing but new event types: `workflow_job` came with 3.3 |
//! | 6 | github.com, as its documentation shows it | no `enterprise`; `action` of deployments; other permissions of apps |
//! | 7 | github.com, as octokit keeps it | `topics`, `visibility` and more of repositories, reactions, locks, job attempts |

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
