//! Walks a record along a schema and lists what is wrong with it, or says where an offset lies.
//!
//! Runs after decoding has failed, never before: a record that decodes costs nothing here. Paths are
//! made of names from the schema, never of names from the record.

mod enums;

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Limits;
use super::leaf::{check_any, check_leaf, describe, fits_key, one_of, plain_key};
use super::scan::{Entries, Entry, Kind, Scan};
use crate::error::{Code, Problem};
use crate::schema::{Shape, Struct};

/// A walk over one record.
pub(super) struct Walk<'a> {
    pub(super) scan: Scan<'a>,
    path: String,
    depth: usize,
    /// How many problems are enough.
    most: usize,
    pub(super) problems: Vec<Problem>,
    /// The offset to find the path of.
    target: Option<usize>,
    located: String,
    /// Whether values that may be anything are read too. A decoder has read them before it explains.
    pub(super) reads_any: bool,
}

impl<'a> Walk<'a> {
    /// A walk that collects up to `most` problems.
    pub(super) fn new(text: &'a str, path: &str, most: usize) -> Self {
        Self {
            scan: Scan::new(text),
            path: path.to_owned(),
            depth: 0,
            most,
            problems: Vec::new(),
            target: None,
            located: path.to_owned(),
            reads_any: false,
        }
    }

    /// A walk that finds the path of an offset.
    pub(super) fn locating(text: &'a str, path: &str, target: usize) -> Self {
        Self { target: Some(target), ..Self::new(text, path, 0) }
    }

    /// The path of the innermost known value at the target.
    pub(super) fn into_located(self) -> String {
        self.located
    }

    /// Whether the value at `at` has to be walked: a target outside is found without.
    pub(super) fn concerns(&self, at: usize) -> bool {
        self.target
            .is_none_or(|target| at <= target && self.scan.end(at).is_none_or(|end| target < end))
    }

    /// Goes on at another path.
    pub(super) fn enter(&mut self, path: &str) {
        path.clone_into(&mut self.path);
        self.depth = 1;
    }

    pub(super) fn report(&mut self, problem: Problem) {
        if self.problems.len() < self.most {
            self.problems.push(problem);
        }
    }

    fn problem(&mut self, code: Code, at: usize) -> Problem {
        Problem::new(code, at, self.path.as_str())
    }

    /// The next entry of an object; tells of a name that is no text.
    fn next_entry(&mut self, entries: &mut Entries<'a>) -> Option<Result<Entry<'a>, usize>> {
        let next = entries.next();
        if next.is_none()
            && let Some(at) = entries.unreadable_name()
        {
            let problem = self.problem(Code::NotJson, at);
            self.report(problem);
        }
        next
    }

    /// The text at `at`; tells if it is none.
    fn text(&mut self, at: usize) -> Option<(Cow<'a, str>, usize)> {
        if self.scan.is_unreadable(at) {
            let problem = self.problem(Code::NotJson, at);
            self.report(problem);
        }
        self.scan.text(at)
    }

    fn here(&mut self, at: usize) {
        if self.target.is_some_and(|target| at <= target) {
            self.located.clone_from(&self.path);
        }
    }

    /// Walks a part of what is at the path.
    fn inside(
        &mut self,
        step: std::fmt::Arguments<'_>,
        walk: impl FnOnce(&mut Self) -> Option<usize>,
    ) -> Option<usize> {
        let length = self.path.len();
        // Writing to a `String` cannot fail.
        let _ = self.path.write_fmt(step);
        let end = walk(self);
        if end.is_some() || self.target.is_none() {
            self.path.truncate(length);
        }
        if let Some(end) = end {
            self.here(end);
        }
        end
    }

    /// Walks the value at `at`; gives its end, or `None` if the text breaks off.
    pub(super) fn value(
        &mut self,
        at: usize,
        shape: &'static Shape,
        version: u32,
    ) -> Option<usize> {
        self.here(at);
        let kind = self.scan.kind(at)?;
        if self.depth > Limits::DEEPEST {
            let problem = self.problem(Code::TooDeep, at);
            self.report(problem);
            return self.scan.end(at);
        }
        self.depth += 1;
        let end = self.by_shape(at, kind, shape, version);
        self.depth -= 1;
        end
    }

    fn by_shape(
        &mut self,
        at: usize,
        kind: Kind,
        shape: &'static Shape,
        version: u32,
    ) -> Option<usize> {
        match (shape, kind) {
            (Shape::Foreign(inner), _) => self.by_shape(at, kind, inner, version),
            (Shape::Recursive { edge, .. }, _) => self.by_shape(at, kind, edge.follow(), version),
            (Shape::Option(_), Kind::Null) => self.scan.end(at),
            (Shape::Option(inner), _) => self.by_shape(at, kind, inner, version),
            (Shape::List(item), Kind::List) => self.items(at, &|_| Some(item), None, version),
            (Shape::Array(item, length), Kind::List) => {
                self.items(at, &|_| Some(item), Some(*length), version)
            }
            (Shape::Tuple(places), Kind::List) => {
                self.items(at, &|place| places.get(place).copied(), Some(places.len()), version)
            }
            (Shape::Map { key, value }, Kind::Object) => self.map(at, key, value, version),
            (Shape::Struct(table), Kind::Object) => self.fields(at, table, None, version),
            (Shape::Enum(table), _) => self.variants(at, kind, table, version),
            _ => {
                let end = self.scan.end(at)?;
                if matches!(shape, Shape::Any) && self.reads_any {
                    if let Some(code) = check_any(self.scan.slice(at, end)) {
                        let problem = self.problem(code, at);
                        self.report(problem);
                    }
                } else if let Some((code, found)) =
                    check_leaf(shape, kind, self.scan.slice(at, end))
                {
                    let mut problem = self.problem(code, at).expected(describe(shape, version));
                    problem.found = found;
                    self.report(problem);
                }
                Some(end)
            }
        }
    }

    fn items(
        &mut self,
        start: usize,
        shape_of: &dyn Fn(usize) -> Option<&'static Shape>,
        length: Option<usize>,
        version: u32,
    ) -> Option<usize> {
        let mut at = start + 1;
        let mut count = 0;
        let end = loop {
            let next = self.scan.item(at, count == 0)?;
            match next {
                Err(end) => break end,
                Ok(item_at) => {
                    at = match shape_of(count) {
                        Some(shape) => self.inside(format_args!("[{count}]"), |walk| {
                            walk.value(item_at, shape, version)
                        })?,
                        None => self.scan.end(item_at)?,
                    };
                    count += 1;
                }
            }
        };
        if let Some(length) = length.filter(|length| *length != count) {
            let problem = self.problem(Code::BadLength, start);
            self.report(problem.expected(format!("{length} items")));
        }
        Some(end)
    }

    fn map(
        &mut self,
        at: usize,
        key: &'static Shape,
        value: &'static Shape,
        version: u32,
    ) -> Option<usize> {
        let mut entries = self.scan.entries(at);
        let mut seen = std::collections::HashSet::new();
        let mut count = 0usize;
        loop {
            let entry = match self.next_entry(&mut entries)? {
                Err(end) => return Some(end),
                Ok(entry) => entry,
            };
            let end = self.inside(format_args!("{{{count}}}"), |walk| {
                if !fits_key(key, &entry.name, version) {
                    let problem = walk.problem(Code::BadFormat, entry.name_at);
                    walk.report(problem.expected(format!("{} as its key", describe(key, version))));
                } else if !seen.insert(plain_key(key, &entry.name)) {
                    let problem = walk.problem(Code::DuplicateField, entry.name_at);
                    walk.report(problem);
                }
                walk.value(entry.value_at, value, version)
            })?;
            entries.ended(end);
            count += 1;
        }
    }

    /// Walks an object along the fields of `table`; `tag` is a field that is none of them.
    pub(super) fn fields(
        &mut self,
        at: usize,
        table: &'static Struct,
        tag: Option<&str>,
        version: u32,
    ) -> Option<usize> {
        let mut entries = self.scan.entries(at);
        let mut seen = vec![false; table.fields.len()];
        let end = loop {
            let entry = match self.next_entry(&mut entries)? {
                Err(end) => break end,
                Ok(entry) => entry,
            };
            let field = table
                .fields
                .iter()
                .zip(&mut seen)
                .find(|(field, _)| field.exists_at(version) && field.is_called(&entry.name));
            let end = match field {
                Some((field, seen)) => {
                    let twice = std::mem::replace(seen, true);
                    self.inside(format_args!(".{}", field.name), |walk| {
                        if twice {
                            let problem = walk.problem(Code::DuplicateField, entry.name_at);
                            walk.report(problem);
                        }
                        walk.value(entry.value_at, field.shape, field.holds.at(version))
                    })?
                }
                None => {
                    if table.closed && tag != Some(&*entry.name) {
                        let known = table.fields_at(version).map(|field| field.name);
                        let problem = self.problem(Code::UnknownField, entry.name_at);
                        self.report(problem.expected(one_of(known)));
                    }
                    self.scan.end(entry.value_at)?
                }
            };
            entries.ended(end);
        };
        for (field, seen) in table.fields.iter().zip(seen) {
            if !seen && field.exists_at(version) && !field.may_be_absent() {
                let path = format!("{}.{}", self.path, field.name);
                let problem = Problem::new(Code::MissingField, end - 1, path);
                let held = field.holds.at(version);
                self.report(problem.expected(describe(field.shape, held)));
            }
        }
        Some(end)
    }
}
