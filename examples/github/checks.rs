//! Events about checks, which apps run on commits, and what they hold.

use chrono::{DateTime, Utc};
use versioned_events::{Event, Schema};

use crate::code::Commit;
use crate::parts::{Account, Repository};
use crate::prose::without_addresses;

/// A check was created, rerun or came to its end.
#[derive(Debug, PartialEq, Event)]
#[event(type = "check_run", version = 1, key = "repository.id", source = "github")]
pub struct CheckRunChanged {
    pub action: String,
    pub check_run: CheckRun,
    pub repository: Repository,
    pub sender: Account,
}

/// All the checks that an app runs on a commit were requested or came to their end.
#[derive(Debug, PartialEq, Event)]
#[event(type = "check_suite", version = 1, key = "repository.id", source = "github")]
pub struct CheckSuiteChanged {
    pub action: String,
    pub check_suite: CheckSuite,
    pub repository: Repository,
    pub sender: Account,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct CheckRun {
    pub id: u64,
    #[field(masked(with = without_addresses))]
    pub name: String,
    pub head_sha: String,
    pub status: String,
    /// Absent until the check has come to its end.
    pub conclusion: Option<String>,
    pub check_suite: CheckSuite,
    pub app: App,
    pub started_at: DateTime<Utc>,
    pub completed_at: Option<DateTime<Utc>>,
}

#[derive(Debug, PartialEq, Schema)]
pub struct CheckSuite {
    pub id: u64,
    pub head_branch: String,
    pub head_sha: String,
    pub status: String,
    /// Absent until the last check has come to its end.
    pub conclusion: Option<String>,
    pub app: App,
    /// Absent inside a check run, as is the commit.
    pub latest_check_runs_count: Option<u32>,
    pub head_commit: Option<Commit>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// An app of GitHub's, such as Actions, or of somebody else's.
#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct App {
    pub id: u64,
    pub slug: Option<String>,
    #[field(masked(with = without_addresses))]
    pub name: String,
    pub owner: Account,
    pub permissions: Option<Permissions>,
}

/// What an app may do. What it may not do is absent.
#[derive(Debug, PartialEq, Schema)]
pub struct Permissions {
    pub metadata: Access,
    pub checks: Option<Access>,
    pub contents: Option<Access>,
    pub organization_administration: Option<Access>,
    pub organization_plan: Option<Access>,
}

#[derive(Debug, PartialEq, Schema)]
#[schema(rename_all = "snake_case")]
pub enum Access {
    Read,
    Write,
}
