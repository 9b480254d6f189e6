//! E-mail addresses: hidden by hand, put where nobody expects them, searched for.

use serde_json::Value;

use crate::code::{Author, Commit};
use crate::events::GithubEvent;

/// By hand what the derives promise to do.
pub(crate) fn hide_addresses(event: &mut GithubEvent) {
    fn hide(email: &mut Option<String>) {
        if let Some(email) = email {
            *email = "***".to_owned();
        }
    }
    fn hide_in(Commit { author, committer, .. }: &mut Commit) {
        for Author { email, .. } in [author, committer] {
            hide(email);
        }
    }
    match event {
        GithubEvent::Push(push) => {
            hide(&mut push.pusher.email);
            hide(&mut push.repository.owner.email);
            push.commits.iter_mut().chain(&mut push.head_commit).for_each(hide_in);
        }
        GithubEvent::CheckSuiteChanged(changed) => {
            changed.check_suite.head_commit.iter_mut().for_each(hide_in);
        }
        GithubEvent::WorkflowRunChanged(changed) => hide_in(&mut changed.workflow_run.head_commit),
        _ => {}
    }
}

/// What matches `[^\s"]+@[^\s"]+\.[a-z]+`, if anything does.
pub(crate) fn address_in(text: &str) -> Option<&str> {
    text.split(|c: char| c.is_whitespace() || c == '"').find(|word| {
        word.match_indices('@').any(|(at, _)| {
            let host = &word[at + 1..];
            let dots = host.match_indices('.').map(|(dot, _)| dot);
            let letter = |dot: usize| host[dot + 1..].starts_with(|c: char| c.is_ascii_lowercase());
            at > 0 && dots.into_iter().any(|dot| dot > 0 && letter(dot))
        })
    })
}

/// Text that people write.
const PROSE: [&str; 5] = ["title", "body", "message", "description", "name"];

/// Into every text that people write.
pub(crate) fn add_address_to_prose(value: &mut Value, added: &mut usize) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| add_address_to_prose(item, added)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if PROSE.contains(&&**name) => {
                        text.push_str("\nSigned-off-by: Mona <mona@github.com>");
                        *added += 1;
                    }
                    field => add_address_to_prose(field, added),
                }
            }
        }
        _ => {}
    }
}
