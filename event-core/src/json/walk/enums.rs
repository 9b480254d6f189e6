//! The part of the walk that finds a variant by its name, wherever that stands.

use super::Walk;
use crate::error::{Code, Problem};
use crate::json::leaf::{describe, one_of};
use crate::json::scan::Kind;
use crate::schema::{Content, Enum, Shape, Struct, Tagging, Variant};

/// The fields beside the tag of a unit variant.
static NOTHING: Struct = Struct::new("", "", &[]).closed();

impl Walk<'_> {
    pub(super) fn variants(
        &mut self,
        at: usize,
        kind: Kind,
        table: &'static Enum,
        version: u32,
    ) -> Option<usize> {
        match (table.tagging, kind) {
            (Tagging::External, Kind::Text) => {
                let (name, end) = self.text(at)?;
                match table.variant_at(&name, version).map(|variant| variant.content) {
                    Some(Content::Unit) => {}
                    Some(_) => {
                        self.other_form(at, "text", "an object, for the variant has content")
                    }
                    None => self.no_variant(at, table, version),
                }
                Some(end)
            }
            (Tagging::External, Kind::Object) => self.external(at, table, version),
            (Tagging::Internal { tag }, Kind::Object) => self.tagged(at, table, tag, None, version),
            (Tagging::Adjacent { tag, content }, Kind::Object) => {
                self.tagged(at, table, tag, Some(content), version)
            }
            _ => {
                let shape = describe(&Shape::Enum(table), version);
                let problem = self.problem(Code::TypeMismatch, at);
                self.report(problem.found(kind.name()).expected(shape));
                self.scan.end(at)
            }
        }
    }

    fn other_form(&mut self, at: usize, found: &'static str, expected: &str) {
        let problem = self.problem(Code::TypeMismatch, at);
        self.report(problem.found(found).expected(expected));
    }

    fn no_variant(&mut self, at: usize, table: &Enum, version: u32) {
        let names = table.variants_at(version).map(|variant| variant.name);
        let problem = self.problem(Code::UnknownVariant, at);
        self.report(problem.expected(one_of(names)));
    }

    /// `{"card": {...}}`
    fn external(&mut self, at: usize, table: &'static Enum, version: u32) -> Option<usize> {
        let mut entries = self.scan.entries(at);
        let mut count = 0;
        let end = loop {
            let entry = match self.next_entry(&mut entries)? {
                Err(end) => break end,
                Ok(entry) => entry,
            };
            count += 1;
            let end = match table.variant_at(&entry.name, version) {
                Some(variant) => self.entry(entry.value_at, variant, version)?,
                None => {
                    self.no_variant(entry.name_at, table, version);
                    self.scan.end(entry.value_at)?
                }
            };
            entries.ended(end);
        };
        if count != 1 {
            let problem = self.problem(Code::BadLength, at);
            self.report(problem.expected("one entry, named after the variant"));
        }
        Some(end)
    }

    /// The content behind the name of a variant.
    fn entry(&mut self, at: usize, variant: &'static Variant, version: u32) -> Option<usize> {
        match variant.content {
            Content::Newtype(shape) => self.inside(format_args!(".{}", variant.name), |walk| {
                walk.value(at, shape, variant.holds.at(version))
            }),
            Content::Struct(fields) => self.inside(format_args!(".{}", variant.name), |walk| {
                walk.object(at, fields, None, version)
            }),
            Content::Unit => {
                self.other_form(at, "an object", "text, for the variant has no content");
                self.scan.end(at)
            }
        }
    }

    /// Walks a value that has to be an object with these fields.
    fn object(
        &mut self,
        at: usize,
        table: &'static Struct,
        tag: Option<&str>,
        version: u32,
    ) -> Option<usize> {
        self.here(at);
        match self.scan.kind(at)? {
            Kind::Object => self.fields(at, table, tag, version),
            kind => {
                let problem = self.problem(Code::TypeMismatch, at);
                self.report(problem.found(kind.name()).expected("an object"));
                self.scan.end(at)
            }
        }
    }

    /// `{"kind": "card", ...}` or `{"kind": "card", "value": {...}}`
    fn tagged(
        &mut self,
        at: usize,
        table: &'static Enum,
        tag: &'static str,
        content: Option<&'static str>,
        version: u32,
    ) -> Option<usize> {
        let (tag_at, content_at, end) = self.find(at, table, tag, content);
        let Some(tag_at) = tag_at else {
            let end = end?;
            let path = format!("{}.{tag}", self.path);
            let names = table.variants_at(version).map(|variant| variant.name);
            let problem = Problem::new(Code::MissingField, end - 1, path);
            self.report(problem.expected(one_of(names)));
            return Some(end);
        };
        let name = match self.scan.kind(tag_at)? {
            Kind::Text => self.text(tag_at)?.0,
            kind => {
                let problem =
                    Problem::new(Code::TypeMismatch, tag_at, format!("{}.{tag}", self.path));
                self.report(problem.found(kind.name()).expected("text"));
                return end;
            }
        };
        let Some(variant) = table.variant_at(&name, version) else {
            self.inside(format_args!(".{tag}"), |walk| {
                walk.no_variant(tag_at, table, version);
                end
            })?;
            return end;
        };
        match (variant.content, content, content_at) {
            (Content::Newtype(shape), None, _) => match shape.resolved() {
                Shape::Struct(fields) => {
                    self.fields(at, fields, Some(tag), variant.holds.at(version))
                }
                _ => end,
            },
            (Content::Struct(fields), None, _) => self.fields(at, fields, Some(tag), version),
            (Content::Newtype(shape), Some(name), Some(value_at)) => {
                let held = variant.holds.at(version);
                self.inside(format_args!(".{name}"), |walk| walk.value(value_at, shape, held))?;
                end
            }
            (Content::Struct(fields), Some(name), Some(value_at)) => {
                self.inside(format_args!(".{name}"), |walk| {
                    walk.object(value_at, fields, None, version)
                })?;
                end
            }
            (Content::Unit, Some(name), Some(value_at)) => {
                self.inside(format_args!(".{name}"), |walk| {
                    if walk.scan.kind(value_at)? != Kind::Null {
                        let found = walk.scan.kind(value_at)?.name();
                        let problem = walk.problem(Code::TypeMismatch, value_at);
                        walk.report(problem.found(found).expected("nothing"));
                    }
                    walk.scan.end(value_at)
                })?;
                end
            }
            // Absent is null here as everywhere.
            (Content::Newtype(shape), Some(_), None)
                if matches!(shape.resolved(), Shape::Option(_) | Shape::Any) =>
            {
                end
            }
            (Content::Unit, None, _) if table.closed => {
                self.fields(at, &NOTHING, Some(tag), version)
            }
            (Content::Unit, _, _) => end,
            (_, Some(name), None) => {
                let path = format!("{}.{name}", self.path);
                self.report(Problem::new(Code::MissingField, end? - 1, path));
                end
            }
        }
    }

    /// Where tag and content of an enum's object start, and where it ends, if it does.
    fn find(
        &mut self,
        at: usize,
        table: &'static Enum,
        tag: &str,
        content: Option<&str>,
    ) -> (Option<usize>, Option<usize>, Option<usize>) {
        let mut entries = self.scan.entries(at);
        let (mut tag_at, mut content_at) = (None, None);
        loop {
            let entry = match self.next_entry(&mut entries) {
                Some(Ok(entry)) => entry,
                Some(Err(end)) => return (tag_at, content_at, Some(end)),
                None => return (tag_at, content_at, None),
            };
            let slot = if entry.name == tag {
                Some(&mut tag_at)
            } else if content == Some(&*entry.name) {
                Some(&mut content_at)
            } else {
                if content.is_some() && table.closed {
                    let problem = self.problem(Code::UnknownField, entry.name_at);
                    self.report(problem);
                }
                None
            };
            if slot.is_some_and(|slot| slot.replace(entry.value_at).is_some()) {
                let path = format!("{}.{}", self.path, entry.name);
                self.report(Problem::new(Code::DuplicateField, entry.name_at, path));
            }
            if entries.skip().is_none() {
                return (tag_at, content_at, None);
            }
        }
    }
}
