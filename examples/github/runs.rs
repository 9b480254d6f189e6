//! Events about deployments and workflows, and what they hold.

use chrono::{DateTime, Utc};
use versioned_events::{Event, Schema};

use crate::code::Commit;
use crate::parts::{Account, Enterprise, Repository, ghost};
use crate::prose::{without_addresses, without_addresses_if_any};

/// Somebody asked for a deployment.
#[derive(Debug, PartialEq, Event)]
#[event(type = "deployment", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct DeploymentCreated {
    /// The only one there is, so nobody named it.
    #[field(since = 6, default = "created")]
    pub action: String,
    pub deployment: Deployment,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// A deployment is under way, or came to its end.
#[derive(Debug, PartialEq, Event)]
#[event(type = "deployment_status", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct DeploymentStatusCreated {
    #[field(since = 6, default = "created")]
    pub action: String,
    pub deployment_status: DeploymentStatus,
    pub deployment: Deployment,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// A job of a workflow run was queued, was started or came to its end. There were no such events
/// before version 3.
#[derive(Debug, PartialEq, Event)]
#[event(type = "workflow_job", version = 7, oldest = 3, key = "repository.id", source = "github")]
pub struct WorkflowJobChanged {
    pub action: String,
    #[field(holds(1, until = 6))]
    pub workflow_job: WorkflowJob,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// A workflow run was requested or came to its end.
#[derive(Debug, PartialEq, Event)]
#[event(type = "workflow_run", version = 7, key = "repository.id", source = "github")]
pub struct WorkflowRunChanged {
    pub action: String,
    #[field(holds(1, until = 6))]
    pub workflow_run: WorkflowRun,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

#[derive(Debug, PartialEq, Schema)]
pub struct Deployment {
    pub id: u64,
    pub r#ref: String,
    pub sha: String,
    pub task: String,
    pub environment: String,
    pub creator: Account,
    pub created_at: DateTime<Utc>,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct DeploymentStatus {
    pub id: u64,
    pub state: String,
    pub environment: String,
    #[field(masked(with = without_addresses))]
    pub description: String,
    pub creator: Account,
    pub created_at: DateTime<Utc>,
}

#[derive(PartialEq, Schema)]
#[schema(version = 2, debug)]
pub struct WorkflowRun {
    pub id: u64,
    #[field(masked(with = without_addresses_if_any))]
    pub name: Option<String>,
    #[field(since = 2, default, masked(with = without_addresses))]
    pub display_title: String,
    pub head_branch: Option<String>,
    pub head_sha: String,
    pub head_commit: Commit,
    pub event: String,
    pub status: String,
    /// Absent until the run has come to its end.
    pub conclusion: Option<String>,
    pub run_number: u64,
    pub run_attempt: u32,
    #[field(since = 2, with = ghost)]
    pub actor: Account,
    pub run_started_at: DateTime<Utc>,
}

#[derive(PartialEq, Schema)]
#[schema(version = 2, debug)]
pub struct WorkflowJob {
    pub id: u64,
    pub run_id: u64,
    #[field(since = 2, default = 1)]
    pub run_attempt: u32,
    #[field(masked(with = without_addresses))]
    pub name: String,
    #[field(since = 2, masked(with = without_addresses_if_any))]
    pub workflow_name: Option<String>,
    #[field(since = 2)]
    pub head_branch: Option<String>,
    pub head_sha: String,
    #[field(holds(1, until = 1))]
    pub status: JobStatus,
    /// Absent until the job has come to its end.
    pub conclusion: Option<String>,
    pub labels: Vec<String>,
    /// Absent until a runner takes the job.
    pub runner_name: Option<String>,
    pub steps: Vec<Step>,
    #[field(since = 2)]
    pub created_at: Option<DateTime<Utc>>,
    pub started_at: DateTime<Utc>,
    pub completed_at: Option<DateTime<Utc>>,
}

#[derive(Debug, PartialEq, Schema)]
#[schema(version = 2, rename_all = "snake_case")]
pub enum JobStatus {
    Queued,
    InProgress,
    Completed,
    /// For somebody's approval.
    #[field(since = 2)]
    Waiting,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Step {
    pub number: u32,
    #[field(masked(with = without_addresses))]
    pub name: String,
    pub status: String,
    pub conclusion: Option<String>,
}
