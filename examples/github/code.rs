//! Events about a repository and the code in it, and what they hold.

use chrono::{DateTime, Utc};
use versioned_events::{Event, Schema};

use crate::parts::{Account, Enterprise, Repository, RepositoryOfPush};
use crate::prose::{without_addresses, without_addresses_if_any};

/// A branch or a tag was created.
#[derive(Debug, PartialEq, Event)]
#[event(type = "create", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct Create {
    pub r#ref: String,
    pub ref_type: RefType,
    pub master_branch: String,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// A branch or a tag was deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "delete", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct Delete {
    pub r#ref: String,
    pub ref_type: RefType,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// Somebody forked the repository.
#[derive(Debug, PartialEq, Event)]
#[event(type = "fork", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct Fork {
    #[field(holds(1, until = 6))]
    pub forkee: Repository,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// Commits or tags were pushed.
#[derive(Debug, PartialEq, Event)]
#[event(type = "push", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct Push {
    pub r#ref: String,
    pub before: String,
    pub after: String,
    pub forced: bool,
    pub commits: Vec<Commit>,
    /// Absent when the push deleted the branch.
    pub head_commit: Option<Commit>,
    pub pusher: Pusher,
    #[field(holds(1, until = 6))]
    pub repository: RepositoryOfPush,
    pub sender: Account,
}

/// A release was created, edited, published or deleted.
#[derive(Debug, PartialEq, Event)]
#[event(type = "release", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct ReleaseChanged {
    pub action: String,
    pub release: Release,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// The repository itself was created, renamed, transferred, archived or made public or private.
#[derive(Debug, PartialEq, Event)]
#[event(type = "repository", version = 7, key = "repository.id", source = "github")]
#[event(removed(name = "enterprise", type = "Enterprise", until = 5))]
pub struct RepositoryChanged {
    pub action: String,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

/// Somebody starred the repository, or thought better of it.
#[derive(Debug, PartialEq, Event)]
#[event(type = "star", version = 7, key = "repository.id", source = "github")]
pub struct Star {
    pub action: String,
    /// Absent when the star was taken back.
    pub starred_at: Option<DateTime<Utc>>,
    #[field(holds(1, until = 6))]
    pub repository: Repository,
    pub sender: Account,
}

#[derive(Debug, PartialEq, Schema)]
#[schema(rename_all = "snake_case")]
pub enum RefType {
    Branch,
    Tag,
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
