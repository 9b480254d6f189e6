//! Events about checks, which apps run on commits, and what they hold.

use chrono::{DateTime, Utc};
use versioned_events::{Event, Schema};

use crate::code::Commit;
use crate::parts::{Account, Enterprise, Repository};
use crate::prose::without_addresses;

/// A check was created, rerun or came to its end.
#[derive(Debug, PartialEq, Event)]
#[event(type = "check_run", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct CheckRunChanged {
    pub action: String,
    #[field(holds(1, until = 5))]
    pub check_run: CheckRun,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// All the checks that an app runs on a commit were requested or came to their end.
#[derive(Debug, PartialEq, Event)]
#[event(type = "check_suite", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct CheckSuiteChanged {
    pub action: String,
    #[field(holds(1, until = 5))]
    pub check_suite: CheckSuite,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

#[derive(PartialEq, Schema)]
#[schema(version = 2, debug)]
pub struct CheckRun {
    pub id: u64,
    #[field(masked(with = without_addresses))]
    pub name: String,
    pub head_sha: String,
    pub status: String,
    /// Absent until the check has come to its end.
    pub conclusion: Option<String>,
    #[field(holds(1, until = 1))]
    pub check_suite: CheckSuite,
    #[field(holds(1, until = 1))]
    pub app: App,
    pub started_at: DateTime<Utc>,
    pub completed_at: Option<DateTime<Utc>>,
}

#[derive(Debug, PartialEq, Schema)]
#[schema(version = 2)]
pub struct CheckSuite {
    pub id: u64,
    pub head_branch: String,
    pub head_sha: String,
    pub status: String,
    /// Absent until the last check has come to its end.
    pub conclusion: Option<String>,
    #[field(holds(1, until = 1))]
    pub app: App,
    /// Absent inside a check run, as is the commit.
    pub latest_check_runs_count: Option<u32>,
    pub head_commit: Option<Commit>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// An app of GitHub's, such as Actions, or of somebody else's.
#[derive(PartialEq, Schema)]
#[schema(version = 2, debug)]
pub struct App {
    pub id: u64,
    #[field(since = 2)]
    pub slug: Option<String>,
    #[field(masked(with = without_addresses))]
    pub name: String,
    pub owner: Account,
    #[field(holds(1, until = 1))]
    pub permissions: Option<Permissions>,
}

/// What an app may do. What it may not do is absent.
///
/// Version 1 is that of GitHub Enterprise Server, which alone has hooks before a push is received.
#[derive(Debug, PartialEq, Schema)]
#[allow(clippy::duplicated_attributes, reason = "each is another field")]
#[schema(version = 2)]
#[schema(removed(name = "organization_pre_receive_hooks", type = "Access", until = 1))]
#[schema(removed(name = "repository_pre_receive_hooks", type = "Access", until = 1))]
pub struct Permissions {
    pub metadata: Access,
    pub checks: Option<Access>,
    pub contents: Option<Access>,
    #[field(since = 2)]
    pub organization_administration: Option<Access>,
    #[field(since = 2)]
    pub organization_plan: Option<Access>,
}

#[derive(Debug, PartialEq, Schema)]
#[schema(rename_all = "snake_case")]
pub enum Access {
    Read,
    Write,
}
