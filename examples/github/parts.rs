//! What several events hold: repositories, accounts, commits, releases, workflow runs.
//!
//! An e-mail address leaves masked: whole where it has a field of its own, and cut out of the
//! prose that people write, where nobody can say beforehand that there is none. `ssh_url` is left
//! out: `git@github.com:octocat/Hello-World.git` is no address, but every search for one finds it.

use chrono::{DateTime, Utc};
use versioned_events::Schema;

use crate::prose::{without_addresses, without_addresses_if_any};

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Repository {
    pub id: u64,
    pub full_name: String,
    pub private: bool,
    pub fork: bool,
    #[field(masked(with = without_addresses_if_any))]
    pub description: Option<String>,
    pub language: Option<String>,
    pub default_branch: String,
    pub html_url: String,
    pub stargazers_count: u64,
    /// Repositories had none before 2022.
    #[field(default)]
    pub topics: Vec<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// In a push, and nowhere else, GitHub counts two of the times in seconds and names the owner's
/// e-mail address.
#[derive(Debug, PartialEq, Schema)]
pub struct RepositoryOfPush {
    pub id: u64,
    pub full_name: String,
    pub owner: Owner,
    pub default_branch: String,
    #[serde(with = "crate::seconds")]
    #[field(schema = "i64")]
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    #[serde(with = "crate::seconds")]
    #[field(schema = "i64")]
    pub pushed_at: DateTime<Utc>,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Owner {
    pub login: String,
    pub id: u64,
    #[field(masked)]
    pub email: Option<String>,
}

/// A person, an organization or a bot.
#[derive(Debug, PartialEq, Schema)]
pub struct Account {
    pub login: String,
    pub id: u64,
    pub r#type: String,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Pusher {
    #[field(masked(with = without_addresses))]
    pub name: String,
    #[field(masked)]
    pub email: Option<String>,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Commit {
    pub id: String,
    pub tree_id: String,
    /// Often ends in `Co-authored-by`, with an address.
    #[field(masked(with = without_addresses))]
    pub message: String,
    pub timestamp: DateTime<Utc>,
    pub author: Author,
    pub committer: Author,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Author {
    #[field(masked(with = without_addresses))]
    pub name: String,
    #[field(masked)]
    pub email: Option<String>,
    pub username: Option<String>,
}

#[derive(Debug, PartialEq, Schema)]
#[schema(rename_all = "snake_case")]
pub enum RefType {
    Branch,
    Tag,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Release {
    pub id: u64,
    pub tag_name: String,
    #[field(masked(with = without_addresses_if_any))]
    pub name: Option<String>,
    #[field(masked(with = without_addresses_if_any))]
    pub body: Option<String>,
    pub author: Account,
    pub draft: bool,
    pub prerelease: bool,
    pub created_at: DateTime<Utc>,
    pub published_at: Option<DateTime<Utc>>,
}

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct WorkflowRun {
    pub id: u64,
    #[field(masked(with = without_addresses_if_any))]
    pub name: Option<String>,
    pub head_branch: Option<String>,
    pub head_sha: String,
    pub head_commit: Commit,
    pub event: String,
    pub status: String,
    /// Absent until the run has come to its end.
    pub conclusion: Option<String>,
    pub run_number: u64,
    pub run_attempt: u32,
    pub actor: Option<Account>,
    pub run_started_at: DateTime<Utc>,
}
