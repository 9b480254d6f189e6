//! JSON objects taken apart: every member once, nothing unknown, and where it went wrong.

use serde_json::{Map, Value};

use crate::ContractError;

/// An object of a contract file, emptied member by member.
pub(crate) struct Object {
    members: Map<String, Value>,
    path: String,
}

type Read<T> = Result<T, ContractError>;

impl Object {
    pub(crate) fn new(value: Value, path: &str) -> Read<Self> {
        match value {
            Value::Object(members) => Ok(Self { members, path: path.to_owned() }),
            _ => Err(wrong(path, "an object")),
        }
    }

    /// The path of a member: `fields[2].name`.
    pub(crate) fn path(&self, name: &str) -> String {
        let mut path = self.path.clone();
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name);
        path
    }

    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.members.remove(name)
    }

    pub(crate) fn text(&mut self, name: &str) -> Read<String> {
        match self.take(name) {
            Some(Value::String(text)) => Ok(text),
            Some(_) => Err(wrong(&self.path(name), "text")),
            None => Err(self.missing(name)),
        }
    }

    pub(crate) fn text_if_any(&mut self, name: &str) -> Read<Option<String>> {
        match self.members.contains_key(name) {
            true => self.text(name).map(Some),
            false => Ok(None),
        }
    }

    pub(crate) fn number(&mut self, name: &str) -> Read<u32> {
        let value = self.take(name).ok_or_else(|| self.missing(name))?;
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        number.ok_or_else(|| wrong(&self.path(name), "a version, counted from 1"))
    }

    /// A version: a number from 1.
    pub(crate) fn version(&mut self, name: &str) -> Read<u32> {
        match self.number(name)? {
            0 => Err(wrong(&self.path(name), "a version, counted from 1")),
            version => Ok(version),
        }
    }

    pub(crate) fn number_if_any(&mut self, name: &str) -> Read<u32> {
        if self.members.contains_key(name) { self.number(name) } else { Ok(0) }
    }

    pub(crate) fn flag(&mut self, name: &str) -> Read<bool> {
        match self.take(name) {
            None => Ok(false),
            Some(Value::Bool(true)) => Ok(true),
            Some(_) => Err(wrong(&self.path(name), "`true`")),
        }
    }

    /// A list and what its items are called; empty if it is not there.
    pub(crate) fn list_if_any(&mut self, name: &str) -> Read<Vec<(String, Value)>> {
        if self.members.contains_key(name) { self.list(name) } else { Ok(Vec::new()) }
    }

    pub(crate) fn list(&mut self, name: &str) -> Read<Vec<(String, Value)>> {
        let path = self.path(name);
        match self.take(name) {
            Some(Value::Array(items)) => {
                // No `format!`: see `lines.rs`.
                let path = |i: usize| [path.as_str(), "[", &i.to_string(), "]"].concat();
                Ok(items.into_iter().enumerate().map(|(i, item)| (path(i), item)).collect())
            }
            Some(_) => Err(wrong(&path, "a list")),
            None => Err(self.missing(name)),
        }
    }

    pub(crate) fn texts(&mut self, name: &str) -> Read<Vec<String>> {
        let items = self.list_if_any(name)?.into_iter();
        let text = |(path, item): (String, Value)| match item {
            Value::String(text) => Ok(text),
            _ => Err(wrong(&path, "text")),
        };
        items.map(text).collect()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// Whether every member was taken.
    pub(crate) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// What is left is unknown.
    pub(crate) fn finish(self) -> Read<()> {
        match self.members.keys().next() {
            None => Ok(()),
            Some(name) => {
                Err(ContractError::damaged(format_args!("`{}` is unknown in it", self.path(name))))
            }
        }
    }

    fn missing(&self, name: &str) -> ContractError {
        ContractError::damaged(format_args!("`{}` is missing in it", self.path(name)))
    }
}

pub(crate) fn wrong(path: &str, expected: &str) -> ContractError {
    ContractError::damaged(format_args!("`{path}` in it is not {expected}"))
}
