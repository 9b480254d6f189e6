//! What events of every kind hold: repositories, accounts, reactions.
//!
//! An e-mail address leaves masked: whole where it has a field of its own, and cut out of the
//! prose that people write, where nobody can say beforehand that there is none. `ssh_url` is left
//! out: `git@github.com:octocat/Hello-World.git` is no address, but every search for one finds it.

use chrono::{DateTime, Utc};
use versioned_events::Schema;

use crate::prose::without_addresses_if_any;

#[derive(PartialEq, Schema)]
#[schema(debug)]
pub struct Repository {
    pub id: u64,
    pub full_name: String,
    pub private: bool,
    pub visibility: Option<Visibility>,
    pub fork: bool,
    #[field(default)]
    pub is_template: bool,
    #[field(masked(with = without_addresses_if_any))]
    pub description: Option<String>,
    pub language: Option<String>,
    pub default_branch: String,
    pub html_url: String,
    pub stargazers_count: u64,
    /// Repositories had none before 2022.
    #[field(default)]
    pub topics: Vec<String>,
    #[field(default)]
    pub web_commit_signoff_required: bool,
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
    pub visibility: Option<Visibility>,
    pub default_branch: String,
    #[field(default)]
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
