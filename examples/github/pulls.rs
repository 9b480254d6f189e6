//! Events about pull requests, and what they hold.

use chrono::{DateTime, Utc};
use versioned_events::{Event, Schema};

use crate::parts::{Account, Enterprise, Reactions, Repository};
use crate::prose::{without_addresses, without_addresses_if_any};
use crate::tracker::{Label, State};

/// Something happened to a pull request.
#[derive(Debug, PartialEq, Event)]
#[event(type = "pull_request", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct PullRequestChanged {
    pub action: String,
    pub number: u64,
    #[field(holds(1, until = 5), holds(2, until = 6))]
    pub pull_request: PullRequest,
    /// With the action `review_requested`, unless a team was asked.
    pub requested_reviewer: Option<Account>,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// A pull request was reviewed.
#[derive(Debug, PartialEq, Event)]
#[event(type = "pull_request_review", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct PullRequestReview {
    pub action: String,
    pub review: Review,
    #[field(holds(1, until = 5), holds(2, until = 6))]
    pub pull_request: PullRequest,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// A line of a pull request was commented on, or the comment edited or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(
    type = "pull_request_review_comment",
    version = 7,
    key = "repository.id",
    source = "github"
)]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct PullRequestReviewComment {
    pub action: String,
    #[field(holds(1, until = 6))]
    pub comment: ReviewComment,
    #[field(holds(1, until = 5), holds(2, until = 6))]
    pub pull_request: PullRequest,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// Version 1 is that of GitHub Enterprise Server, version 2 that of GitHub's documentation.
#[derive(PartialEq, Schema)]
#[schema(version = 3, debug)]
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
    #[field(since = 3)]
    pub active_lock_reason: Option<String>,
    #[field(holds(1, until = 2))]
    pub labels: Vec<Label>,
    #[field(holds(1, until = 1), holds(2, until = 2))]
    pub head: Side,
    #[field(holds(1, until = 1), holds(2, until = 2))]
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
#[schema(version = 3)]
pub struct Side {
    pub label: String,
    pub r#ref: String,
    pub sha: String,
    /// Absent when the fork is gone.
    #[field(holds(1, until = 1), holds(2, until = 2))]
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
#[schema(version = 2, debug)]
pub struct ReviewComment {
    pub id: u64,
    pub user: Account,
    #[field(masked(with = without_addresses))]
    pub body: String,
    pub commit_id: String,
    pub path: String,
    /// Absent when later commits took the line away.
    #[field(since = 2)]
    pub line: Option<u64>,
    #[field(since = 2, default = "RIGHT")]
    pub side: DiffSide,
    #[field(since = 2, default)]
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
