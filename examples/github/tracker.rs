//! Events about issues, and what they hold.

use chrono::{DateTime, Utc};
use versioned_events::{Event, Schema};

use crate::parts::{Account, Enterprise, Reactions, Repository};
use crate::prose::{without_addresses, without_addresses_if_any};

/// A comment on an issue or on a pull request was written, edited or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "issue_comment", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct IssueComment {
    pub action: String,
    #[field(holds(1, until = 6))]
    pub issue: Issue,
    #[field(holds(1, until = 6))]
    pub comment: Comment,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// Something happened to an issue.
#[derive(Debug, PartialEq, Event)]
#[event(type = "issues", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct Issues {
    pub action: String,
    #[field(holds(1, until = 6))]
    pub issue: Issue,
    /// With the actions `assigned` and `unassigned`.
    pub assignee: Option<Account>,
    /// With the actions `labeled` and `unlabeled`.
    #[field(holds(1, until = 6))]
    pub label: Option<Label>,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// A label was created, edited or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "label", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct LabelChanged {
    pub action: String,
    #[field(holds(1, until = 6))]
    pub label: Label,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// A milestone was created, edited, closed, opened or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "milestone", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct MilestoneChanged {
    pub action: String,
    pub milestone: Milestone,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

#[derive(Debug, PartialEq, Schema)]
#[schema(rename_all = "snake_case")]
pub enum State {
    Open,
    Closed,
}

#[derive(PartialEq, Schema)]
#[schema(version = 2, debug)]
pub struct Issue {
    pub id: u64,
    pub number: u64,
    #[field(masked(with = without_addresses))]
    pub title: String,
    #[field(masked(with = without_addresses_if_any))]
    pub body: Option<String>,
    pub user: Account,
    /// Absent from an issue that was transferred or deleted, as may be the labels.
    pub state: Option<State>,
    /// Absent unless the conversation is locked.
    #[field(since = 2)]
    pub active_lock_reason: Option<String>,
    #[field(since = 2, default)]
    pub draft: bool,
    #[field(default, holds(1, until = 1))]
    pub labels: Vec<Label>,
    pub assignees: Vec<Account>,
    pub milestone: Option<Milestone>,
    pub comments: u32,
    #[field(since = 2, default)]
    pub reactions: Reactions,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
}

#[derive(PartialEq, Schema)]
#[schema(version = 2, debug)]
pub struct Label {
    pub id: u64,
    #[field(masked(with = without_addresses))]
    pub name: String,
    pub color: String,
    #[field(since = 2, masked(with = without_addresses_if_any))]
    pub description: Option<String>,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Milestone {
    pub id: u64,
    pub number: u64,
    #[field(masked(with = without_addresses))]
    pub title: String,
    #[field(masked(with = without_addresses_if_any))]
    pub description: Option<String>,
    pub state: State,
    pub open_issues: u32,
    pub closed_issues: u32,
    pub due_on: Option<DateTime<Utc>>,
}

#[derive(PartialEq, Schema)]
#[schema(version = 2, debug)]
pub struct Comment {
    pub id: u64,
    #[field(masked(with = without_addresses))]
    pub body: String,
    pub user: Account,
    #[field(since = 2, default)]
    pub reactions: Reactions,
    pub created_at: DateTime<Utc>,
}
