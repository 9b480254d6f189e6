//! What the rules say of the history of an event type.

use std::path::Path;

use crate::code::EventType;
use crate::failure::Ran;
use crate::files::TypeFiles;
use crate::project::Project;
use crate::show::Problem;

pub(crate) struct Policy {
    pub(crate) owner: String,
    pub(crate) level: String,
}

pub(crate) fn policy(_: &Project, _: &EventType, _: &TypeFiles) -> Result<Policy, Problem> {
    Ok(Policy { owner: String::new(), level: "BACKWARD_TRANSITIVE".to_owned() })
}

pub(crate) fn retired(_: &Project, _: &Path) -> Vec<String> {
    Vec::new()
}

pub(crate) fn judged(_: &Project, _: &EventType, _: &TypeFiles) -> Ran<Vec<Problem>> {
    Ok(Vec::new())
}
