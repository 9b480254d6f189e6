//! Events about issues, and what they hold.

use chrono::{DateTime, Utc};
use versioned_events::{Event, Schema};

use crate::parts::{Account, Reactions, Repository};
use crate::prose::{without_addresses, without_addresses_if_any};

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

#[derive(Debug, PartialEq, Schema)]
#[schema(rename_all = "snake_case")]
pub enum State {
    Open,
    Closed,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Issue {
    pub id: u64,
    pub number: u64,
    #[field(masked(with = without_addresses))]
    pub title: String,
    #[field(masked(with = without_addresses_if_any))]
    pub body: Option<String>,
    pub user: Account,
    /// Absent from an issue that was transferred or deleted.
    pub state: Option<State>,
    /// Absent unless the conversation is locked.
    pub active_lock_reason: Option<String>,
    #[field(default)]
    pub draft: bool,
    #[field(default)]
    pub labels: Vec<Label>,
    pub assignees: Vec<Account>,
    pub milestone: Option<Milestone>,
    pub comments: u32,
    #[field(default)]
    pub reactions: Reactions,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Label {
    pub id: u64,
    #[field(masked(with = without_addresses))]
    pub name: String,
    pub color: String,
    #[field(masked(with = without_addresses_if_any))]
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
#[schema(debug)]
pub struct Comment {
    pub id: u64,
    #[field(masked(with = without_addresses))]
    pub body: String,
    pub user: Account,
    #[field(default)]
    pub reactions: Reactions,
    pub created_at: DateTime<Utc>,
}
