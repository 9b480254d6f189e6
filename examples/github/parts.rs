//! What events of every kind hold: repositories, accounts, reactions.
//!
//! An e-mail address leaves masked: whole where it has a field of its own, and cut out of the
//! prose that people write, where nobody can say beforehand that there is none. `ssh_url` is left
//! out: `git@github.com:octocat/Hello-World.git` is no address, but every search for one finds it.

use chrono::{DateTime, Utc};
use versioned_events::Schema;

use crate::prose::without_addresses_if_any;

/// Version 2 is in the pull requests of GitHub's documentation only: how those may be merged.
#[derive(PartialEq, Schema)]
#[allow(clippy::duplicated_attributes, reason = "each is another field")]
#[schema(version = 3, debug)]
#[schema(removed(name = "allow_merge_commit", type = "bool", since = 2, until = 2))]
#[schema(removed(name = "allow_rebase_merge", type = "bool", since = 2, until = 2))]
#[schema(removed(name = "allow_squash_merge", type = "bool", since = 2, until = 2))]
#[schema(removed(name = "delete_branch_on_merge", type = "bool", since = 2, until = 2))]
pub struct Repository {
    pub id: u64,
    pub full_name: String,
    pub private: bool,
    /// Earlier releases have `private` only, which says half of it.
    #[field(since = 3)]
    pub visibility: Option<Visibility>,
    pub fork: bool,
    #[field(since = 3, default)]
    pub is_template: bool,
    #[field(masked(with = without_addresses_if_any))]
    pub description: Option<String>,
    pub language: Option<String>,
    pub default_branch: String,
    pub html_url: String,
    pub stargazers_count: u64,
    #[field(since = 3, default)]
    pub topics: Vec<String>,
    #[field(since = 3, default)]
    pub web_commit_signoff_required: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// In a push, and nowhere else, GitHub counts two of the times in seconds and names the owner's
/// e-mail address.
#[derive(Debug, PartialEq, Schema)]
#[schema(version = 2)]
pub struct RepositoryOfPush {
    pub id: u64,
    pub full_name: String,
    pub owner: Owner,
    #[field(since = 2)]
    pub visibility: Option<Visibility>,
    pub default_branch: String,
    #[field(since = 2, default)]
    pub topics: Vec<String>,
    #[serde(with = "crate::seconds")]
    #[field(schema = "i64")]
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    #[serde(with = "crate::seconds")]
    #[field(schema = "i64")]
    pub pushed_at: DateTime<Utc>,
}

#[derive(Debug, PartialEq, Schema)]
#[schema(rename_all = "snake_case")]
pub enum Visibility {
    Public,
    Private,
    Internal,
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

/// Who stands in for an account that is not known: GitHub shows `ghost` for accounts that are gone.
pub fn ghost() -> Account {
    Account { login: "ghost".to_owned(), id: 10137, r#type: "User".to_owned() }
}

/// What a GitHub Enterprise Server belongs to. Events of github.com do not say it.
#[derive(Debug, PartialEq, Schema)]
pub struct Enterprise {
    pub id: u64,
    pub slug: String,
}

/// How often people answered with which emoji.
#[derive(Debug, Default, PartialEq, Schema)]
pub struct Reactions {
    pub total_count: u32,
    #[serde(rename = "+1")]
    pub thumbs_up: u32,
    #[serde(rename = "-1")]
    pub thumbs_down: u32,
    pub heart: u32,
}
