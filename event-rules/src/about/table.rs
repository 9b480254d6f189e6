//! Tables of TOML, read member by member. What is wrong is collected with its line, so that one run
//! shows all of it.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::nearest::nearest;

/// What is wrong in an `about.toml`, and what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to write.
    pub help: String,
}

impl fmt::Display for AboutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for AboutError {}

/// The text of a file, and what is wrong with it so far.
pub(super) struct File<'a> {
    text: &'a str,
    problems: RefCell<Vec<AboutError>>,
}

impl<'a> File<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, problems: RefCell::new(Vec::new()) }
    }

    /// The whole file as a table; nothing if it is no TOML.
    pub(super) fn parse(&self) -> Option<Spanned<DeTable<'a>>> {
        match DeTable::parse(self.text) {
            Ok(table) => Some(table),
            Err(error) => {
                let what = format!("this is no TOML: {}", error.message().replace('\n', ", "));
                let help = match error.message().contains("duplicate key") {
                    true => "keep one of the two",
                    false => "write `name = value`, text in quotes",
                };
                self.problem(error.span(), what, help);
                None
            }
        }
    }

    pub(super) fn problem(
        &self,
        span: Option<Range<usize>>,
        what: String,
        help: impl Into<String>,
    ) {
        let line = self.line(span.map_or(0, |span| span.start));
        self.problems.borrow_mut().push(AboutError { line, what, help: help.into() });
    }

    pub(super) fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }

    /// What was read, or everything that is wrong.
    pub(super) fn finish<T>(self, read: T) -> Result<T, Vec<AboutError>> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| problem.line);
        if problems.is_empty() { Ok(read) } else { Err(problems) }
    }
}

/// One table. Members are asked for by name; what is left over in the end is unknown.
pub(super) struct Table<'f, 'a> {
    pub(super) file: &'f File<'a>,
    table: &'f DeTable<'a>,
    pub(super) span: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'f, 'a> Table<'f, 'a> {
    pub(super) const fn new(
        file: &'f File<'a>,
        table: &'f DeTable<'a>,
        span: Range<usize>,
    ) -> Self {
        Self { file, table, span, asked: RefCell::new(Vec::new()) }
    }

    fn member(&self, name: &'static str) -> Option<&'f Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(name);
        self.table.get(name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// Something is wrong with the table as a whole.
    pub(super) fn problem(&self, what: String, write: &str) {
        self.file.problem(Some(self.span.clone()), what, format!("write `{write}`"));
    }

    /// The member as what `read` makes of it; a problem if it makes nothing.
    pub(super) fn read<T>(
        &self,
        name: &'static str,
        kind: &str,
        example: &str,
        read: impl FnOnce(&'f DeValue<'a>) -> Option<T>,
    ) -> Option<T> {
        let member = self.member(name)?;
        let found = read(member.get_ref());
        if found.is_none() {
            let help = format!("write `{name} = {example}`");
            self.file.problem(Some(member.span()), format!("`{name}` is no {kind}"), help);
        }
        found
    }

    pub(super) fn text(&self, name: &'static str) -> Option<String> {
        self.read(name, "text", "\"...\"", |value| value.as_str().map(str::to_owned))
    }

    pub(super) fn texts(&self, name: &'static str) -> Vec<String> {
        let text = |value: &Spanned<DeValue<'a>>| value.get_ref().as_str().map(str::to_owned);
        let found = self.read(name, "list of texts", "[\"...\"]", |value| {
            value.as_array()?.iter().map(text).collect::<Option<Vec<_>>>()
        });
        found.unwrap_or_default()
    }

    /// A date, with or without quotes.
    pub(super) fn date(&self, name: &'static str) -> Option<NaiveDate> {
        self.read(name, "date", "2027-01-31", |value| match value.as_datetime() {
            Some(date) => date.to_string().parse().ok(),
            None => value.as_str()?.parse().ok(),
        })
    }

    pub(super) fn number(&self, name: &'static str) -> Option<u32> {
        self.read(name, "version", "2", |value| {
            let number = value.as_integer()?;
            u32::from_str_radix(number.as_str(), number.radix()).ok().filter(|one| *one > 0)
        })
    }

    /// A word out of several.
    pub(super) fn word<T>(
        &self,
        name: &'static str,
        known: &[&'static str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let member = self.member(name)?;
        let Some(word) = member.get_ref().as_str() else {
            let help = format!("write one of `\"{}\"`", known.join("\"`, `\""));
            self.file.problem(Some(member.span()), format!("`{name}` is no text"), help);
            return None;
        };
        let found = read(word);
        if found.is_none() {
            let (what, help) = unknown(name, word, known);
            self.file.problem(Some(member.span()), what, help);
        }
        found
    }

    /// A list of words out of several.
    pub(super) fn words<T>(
        &self,
        name: &'static str,
        known: &[&'static str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let items = self.member(name)?;
        let list = items.get_ref().as_array().filter(|list| !list.is_empty());
        let Some(list) = list else {
            let help = format!("write `{name} = [\"{}\"]`", known.join("\", \""));
            self.file.problem(Some(items.span()), format!("`{name}` is no list of words"), help);
            return None;
        };
        let mut found = Vec::new();
        for item in list {
            let word = item.get_ref().as_str().unwrap_or_default();
            match read(word) {
                Some(one) => found.push(one),
                None => {
                    let (what, help) = unknown(name, word, known);
                    self.file.problem(Some(item.span()), what, help);
                }
            }
        }
        Some(found)
    }

    /// The tables inside a table, by their names: `[versions.3]`.
    pub(super) fn tables(&self, name: &'static str) -> Vec<(&'f str, Table<'f, 'a>)> {
        let found = self.read(name, "table", "{ ... }", |value| {
            let inside = |(name, value): (&'f Spanned<_>, &'f Spanned<DeValue<'a>>)| {
                let table = value.get_ref().as_table()?;
                let name: &'f std::borrow::Cow<'a, str> = name.get_ref();
                Some((name.as_ref(), Table::new(self.file, table, value.span())))
            };
            value.as_table()?.iter().map(inside).collect::<Option<Vec<_>>>()
        });
        found.unwrap_or_default()
    }

    /// Tables in a list: `[[waivers]]`.
    pub(super) fn list(&self, name: &'static str) -> Vec<Table<'f, 'a>> {
        let found = self.read(name, "list of tables", "[{ ... }]", |value| {
            let inside = |value: &'f Spanned<DeValue<'a>>| {
                Some(Table::new(self.file, value.get_ref().as_table()?, value.span()))
            };
            value.as_array()?.iter().map(inside).collect::<Option<Vec<_>>>()
        });
        found.unwrap_or_default()
    }

    pub(super) fn line(&self) -> usize {
        self.file.line(self.span.start)
    }

    /// Nothing may be left over.
    pub(super) fn refuse_others(&self) {
        let asked = self.asked.borrow();
        for name in self.table.keys().filter(|name| !asked.contains(&name.get_ref().as_ref())) {
            let word = name.get_ref();
            let help = match nearest(word, asked.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known here are `{}`", asked.join("`, `")),
            };
            self.file.problem(Some(name.span()), format!("nobody reads `{word}` here"), help);
        }
    }
}

fn unknown(name: &str, word: &str, known: &[&'static str]) -> (String, String) {
    let help = match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write one of `{}`", known.join("`, `")),
    };
    (format!("`{name}` cannot be `{word}`"), help)
}
