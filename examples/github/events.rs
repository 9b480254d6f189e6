//! The webhooks of GitHub that this example understands: fourteen event types, one set.
//!
//! An event type is what GitHub sends in the header `X-GitHub-Event`. Only the fields that a
//! consumer needs are named here; every other field of a payload is ignored.

use chrono::{DateTime, Utc};
use versioned_events::{Event, EventSet, RawEvent};

use crate::parts::{
    Account, Commit, Pusher, RefType, Release, Repository, RepositoryOfPush, WorkflowRun,
};
use crate::tracker::{Comment, Issue, Label, Milestone, PullRequest, Review};

/// Everything that this consumer understands, and whatever else GitHub sends: that is kept whole, to
/// be passed on, with every address in it.
#[derive(Debug, PartialEq, EventSet)]
pub enum GithubEvent {
    Create(Create),
    Delete(Delete),
    Fork(Fork),
    IssueComment(IssueComment),
    Issues(Issues),
    LabelChanged(LabelChanged),
    MilestoneChanged(MilestoneChanged),
    PullRequestChanged(PullRequestChanged),
    PullRequestReview(PullRequestReview),
    Push(Push),
    ReleaseChanged(ReleaseChanged),
    RepositoryChanged(RepositoryChanged),
    Star(Star),
    WorkflowRunChanged(WorkflowRunChanged),
    #[event(other)]
    Unknown(RawEvent),
}

/// A branch or a tag was created.
#[derive(Debug, PartialEq, Event)]
#[event(type = "create", version = 1, key = "repository.id", source = "github")]
pub struct Create {
    pub r#ref: String,
    pub ref_type: RefType,
    pub master_branch: String,
    pub repository: Repository,
    pub sender: Account,
}

/// A branch or a tag was deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "delete", version = 1, key = "repository.id", source = "github")]
pub struct Delete {
    pub r#ref: String,
    pub ref_type: RefType,
    pub repository: Repository,
    pub sender: Account,
}

/// Somebody forked the repository.
#[derive(Debug, PartialEq, Event)]
#[event(type = "fork", version = 1, key = "repository.id", source = "github")]
pub struct Fork {
    pub forkee: Repository,
    pub repository: Repository,
    pub sender: Account,
}

/// A comment on an issue or on a pull request was written, edited or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "issue_comment", version = 1, key = "repository.id", source = "github")]
pub struct IssueComment {
    pub action: String,
    pub issue: Issue,
    pub comment: Comment,
    pub repository: Repository,
    pub sender: Account,
}

/// Something happened to an issue.
#[derive(Debug, PartialEq, Event)]
#[event(type = "issues", version = 1, key = "repository.id", source = "github")]
pub struct Issues {
    pub action: String,
    pub issue: Issue,
    /// With the actions `assigned` and `unassigned`.
    pub assignee: Option<Account>,
    /// With the actions `labeled` and `unlabeled`.
    pub label: Option<Label>,
    pub repository: Repository,
    pub sender: Account,
}

/// A label was created, edited or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "label", version = 1, key = "repository.id", source = "github")]
pub struct LabelChanged {
    pub action: String,
    pub label: Label,
    pub repository: Repository,
    pub sender: Account,
}

/// A milestone was created, edited, closed, opened or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "milestone", version = 1, key = "repository.id", source = "github")]
pub struct MilestoneChanged {
    pub action: String,
    pub milestone: Milestone,
    pub repository: Repository,
    pub sender: Account,
}

/// Something happened to a pull request.
#[derive(Debug, PartialEq, Event)]
#[event(type = "pull_request", version = 1, key = "repository.id", source = "github")]
pub struct PullRequestChanged {
    pub action: String,
    pub number: u64,
    pub pull_request: PullRequest,
    /// With the action `review_requested`, unless a team was asked.
    pub requested_reviewer: Option<Account>,
    pub repository: Repository,
    pub sender: Account,
}

/// A pull request was reviewed.
#[derive(Debug, PartialEq, Event)]
#[event(type = "pull_request_review", version = 1, key = "repository.id", source = "github")]
pub struct PullRequestReview {
    pub action: String,
    pub review: Review,
    pub pull_request: PullRequest,
    pub repository: Repository,
    pub sender: Account,
}

/// Commits or tags were pushed.
#[derive(Debug, PartialEq, Event)]
#[event(type = "push", version = 1, key = "repository.id", source = "github")]
pub struct Push {
    pub r#ref: String,
    pub before: String,
    pub after: String,
    pub forced: bool,
    pub commits: Vec<Commit>,
    /// Absent when the push deleted the branch.
    pub head_commit: Option<Commit>,
    pub pusher: Pusher,
    pub repository: RepositoryOfPush,
    pub sender: Account,
}

/// A release was created, edited, published or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "release", version = 1, key = "repository.id", source = "github")]
pub struct ReleaseChanged {
    pub action: String,
    pub release: Release,
    pub repository: Repository,
    pub sender: Account,
}

/// The repository itself was created, renamed, transferred, archived or made public or private.
#[derive(Debug, PartialEq, Event)]
#[event(type = "repository", version = 1, key = "repository.id", source = "github")]
pub struct RepositoryChanged {
    pub action: String,
    pub repository: Repository,
    pub sender: Account,
}

/// Somebody starred the repository, or thought better of it.
#[derive(Debug, PartialEq, Event)]
#[event(type = "star", version = 1, key = "repository.id", source = "github")]
pub struct Star {
    pub action: String,
    /// Absent when the star was taken back.
    pub starred_at: Option<DateTime<Utc>>,
    pub repository: Repository,
    pub sender: Account,
}

/// A workflow run was requested or came to its end.
#[derive(Debug, PartialEq, Event)]
#[event(type = "workflow_run", version = 1, key = "repository.id", source = "github")]
pub struct WorkflowRunChanged {
    pub action: String,
    pub workflow_run: WorkflowRun,
    pub repository: Repository,
    pub sender: Account,
}
