//! Events about pull requests, and what they hold.

use chrono::{DateTime, Utc};
use versioned_events::{Event, Schema};

use crate::parts::{Account, Reactions, Repository};
use crate::prose::{without_addresses, without_addresses_if_any};
use crate::tracker::{Label, State};

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

/// A line of a pull request was commented on, or the comment edited or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(
    type = "pull_request_review_comment",
    version = 1,
    key = "repository.id",
    source = "github"
)]
pub struct PullRequestReviewComment {
    pub action: String,
    pub comment: ReviewComment,
    pub pull_request: PullRequest,
    pub repository: Repository,
    pub sender: Account,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct PullRequest {
    pub id: u64,
    pub number: u64,
    #[field(masked(with = without_addresses))]
    pub title: String,
    #[field(masked(with = without_addresses_if_any))]
    pub body: Option<String>,
    pub user: Account,
    pub state: State,
    /// Absent unless the conversation is locked.
    pub active_lock_reason: Option<String>,
    pub labels: Vec<Label>,
    pub head: Side,
    pub base: Side,
    pub merge_commit_sha: Option<String>,
    /// Absent in reviews, and before 2019.
    pub draft: Option<bool>,
    /// Absent in reviews, as are the three counts.
    pub merged: Option<bool>,
    pub additions: Option<u64>,
    pub deletions: Option<u64>,
    pub changed_files: Option<u64>,
    pub created_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub merged_at: Option<DateTime<Utc>>,
}

/// One of the two branches of a pull request.
#[derive(Debug, PartialEq, Schema)]
pub struct Side {
    pub label: String,
    pub r#ref: String,
    pub sha: String,
    /// Absent when the fork is gone.
    pub repo: Option<Repository>,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Review {
    pub id: u64,
    pub user: Account,
    #[field(masked(with = without_addresses_if_any))]
    pub body: Option<String>,
    pub state: String,
    pub commit_id: String,
    pub submitted_at: Option<DateTime<Utc>>,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct ReviewComment {
    pub id: u64,
    pub user: Account,
    #[field(masked(with = without_addresses))]
    pub body: String,
    pub commit_id: String,
    pub path: String,
    /// Absent when later commits took the line away.
    pub line: Option<u64>,
    #[field(default = DiffSide::Right)]
    pub side: DiffSide,
    #[field(default)]
    pub reactions: Reactions,
    pub created_at: DateTime<Utc>,
}

/// Whether the line is in the file as it was or as it becomes.
#[derive(Debug, PartialEq, Schema)]
#[schema(rename_all = "UPPERCASE")]
pub enum DiffSide {
    Left,
    Right,
}
