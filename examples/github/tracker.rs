//! What events about issues and pull requests hold.

use chrono::{DateTime, Utc};
use versioned_events::Schema;

use crate::parts::Account;
use crate::prose::{without_addresses, without_addresses_if_any};

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
    #[field(default)]
    pub labels: Vec<Label>,
    pub assignees: Vec<Account>,
    pub milestone: Option<Milestone>,
    pub comments: u32,
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
    pub created_at: DateTime<Utc>,
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
