//! A path of Rust members becomes the path and the place of the value on the wire: it is followed along
//! the schema and, as far as it is there, along the text.

use std::fmt::Write as _;

use super::Limits;
use super::scan::{Entry, Kind, Scan};
use crate::schema::masked_inside::{any_is_masked, has_masked};
use crate::schema::{Content, Enum, Field, Shape, Struct, Tagging, Variant};

/// Where a path of members leads.
#[derive(Debug)]
pub(crate) struct Followed {
    /// `.items[3].quantity`
    pub(crate) path: String,
    /// Where the value starts; `None` if it is not there.
    pub(crate) at: Option<usize>,
    /// Where the innermost value on the path starts that is there.
    pub(crate) nearest: usize,
    /// Whether a field on the path is masked, and where its value starts.
    pub(crate) masked: Option<Option<usize>>,
    /// Whether something inside the value is masked.
    pub(crate) holds_masked: bool,
    /// Whether the value is a struct or an enum.
    pub(crate) has_fields: bool,
    /// Whether a field beside the last one is masked.
    pub(crate) is_beside_masked: bool,
    /// Whether the whole path was followed: without a text, nobody knows the variant of an enum.
    pub(crate) is_whole: bool,
}

/// Follows a path from the value at `start`. Ends where the schema knows no further.
pub(crate) fn follow(
    text: &str,
    start: Option<usize>,
    shape: &'static Shape,
    version: u32,
    steps: &[String],
) -> Followed {
    let followed = Followed {
        path: String::new(),
        at: start,
        nearest: start.unwrap_or_default(),
        masked: None,
        holds_masked: false,
        has_fields: false,
        is_beside_masked: false,
        is_whole: true,
    };
    let mut walk = Follow { scan: Scan::new(text), place: Place::Value(shape), version, followed };
    let mut steps = steps.iter().map(|step| step.strip_prefix("r#").unwrap_or(step));
    let mut next = steps.next();
    let mut idle = 0;
    loop {
        match walk.unwrap().or_else(|| walk.step(next?)) {
            // Structs around one field may go round for ever.
            Some(Took::Nothing) if idle < Limits::DEEPEST => idle += 1,
            Some(Took::Step) => next = steps.next(),
            _ => return walk.finish(next.is_none()),
        }
    }
}

/// What was done on the way.
enum Took {
    Nothing,
    Step,
}

enum Place {
    Value(&'static Shape),
    /// The fields of a struct, or of a struct variant.
    Fields(&'static Struct),
}

struct Follow<'a> {
    scan: Scan<'a>,
    place: Place,
    version: u32,
    followed: Followed,
}

impl Follow<'_> {
    /// Goes through what a path of members does not name.
    fn unwrap(&mut self) -> Option<Took> {
        let Place::Value(shape) = self.place else { return None };
        self.place = match shape {
            Shape::Foreign(inner) | Shape::Option(inner) => Place::Value(inner),
            Shape::Recursive { edge, .. } => Place::Value(edge.follow()),
            Shape::Struct(table) => Place::Fields(table),
            _ => return None,
        };
        Some(Took::Nothing)
    }

    fn step(&mut self, step: &str) -> Option<Took> {
        match self.place {
            Place::Fields(table) => self.member(table, step),
            Place::Value(Shape::List(item) | Shape::Array(item, _)) => self.item(step, item),
            Place::Value(Shape::Tuple(places)) => {
                let place = places.get(step.parse::<usize>().ok()?)?;
                self.item(step, place)
            }
            Place::Value(Shape::Map { value, .. }) => self.entry(step, value),
            Place::Value(Shape::Enum(table)) => self.variant(table, step),
            Place::Value(_) => None,
        }
    }

    fn member(&mut self, table: &'static Struct, step: &str) -> Option<Took> {
        let is_today = |field: &&Field| !field.member.is_empty();
        let named = || table.fields.iter().filter(|field| field.member == step);
        let in_version = named().find(|field| field.exists_at(self.version));
        let (field, took) = match in_version.or_else(|| named().next_back()) {
            Some(field) => (field, Took::Step),
            None if self.followed.path.is_empty() => return None,
            // A struct around one field may leave it out of the path.
            None => {
                let only = table.fields.iter().rfind(is_today)?;
                let mut members = table.fields.iter().filter(is_today);
                (members.all(|field| field.member == only.member).then_some(only)?, Took::Nothing)
            }
        };
        let at = in_version.and_then(|field| self.find(|entry| field.is_called(&entry.name)));
        // Writing to a `String` cannot fail.
        let _ = write!(self.followed.path, ".{}", field.name);
        self.reach(at.map(|(at, _)| at));
        if field.masked.is_some() {
            self.followed.masked.get_or_insert(self.followed.at);
        }
        let mut others = table.fields.iter().filter(|other| other.member != field.member);
        self.followed.is_beside_masked =
            others.any(|other| is_today(&other) && other.masked.is_some());
        self.version = field.holds.at(self.version);
        self.place = Place::Value(field.shape);
        Some(took)
    }

    fn item(&mut self, step: &str, shape: &'static Shape) -> Option<Took> {
        let index: usize = step.parse().ok()?;
        let at = self.nth_item(index);
        let _ = write!(self.followed.path, "[{index}]");
        self.reach(at);
        self.place = Place::Value(shape);
        Some(Took::Step)
    }

    /// Entries are counted, because keys are the record's own.
    fn entry(&mut self, step: &str, shape: &'static Shape) -> Option<Took> {
        let (at, count) = self.find(|entry| entry.name == step)?;
        let _ = write!(self.followed.path, "{{{count}}}");
        self.reach(Some(at));
        self.place = Place::Value(shape);
        Some(Took::Step)
    }

    /// Which variant it is, only the text can tell.
    fn variant(&mut self, table: &'static Enum, step: &str) -> Option<Took> {
        let (variant, at) = match table.tagging {
            Tagging::External => {
                let entry = entries(self.scan, self.followed.at)?.next()?;
                let variant = table.variant_at(&entry.name, self.version)?;
                let _ = write!(self.followed.path, ".{}", variant.name);
                (variant, Some(entry.value_at))
            }
            Tagging::Internal { tag } => (self.tagged(table, tag)?, self.followed.at),
            Tagging::Adjacent { tag, content } => {
                let variant = self.tagged(table, tag)?;
                let at = self.find(|entry| entry.name == content).map(|(at, _)| at);
                let _ = write!(self.followed.path, ".{content}");
                (variant, at)
            }
        };
        self.reach(at);
        match variant.content {
            Content::Unit => None,
            Content::Struct(fields) => {
                self.place = Place::Fields(fields);
                Some(Took::Nothing)
            }
            Content::Newtype(shape) => {
                self.version = variant.holds.at(self.version);
                self.place = Place::Value(shape);
                (step == "0").then_some(Took::Step)
            }
        }
    }

    fn tagged(&self, table: &'static Enum, tag: &str) -> Option<&'static Variant> {
        let (at, _) = self.find(|entry| entry.name == tag)?;
        table.variant_at(&self.scan.text(at)?.0, self.version)
    }

    fn reach(&mut self, at: Option<usize>) {
        self.followed.at = at;
        self.followed.nearest = at.unwrap_or(self.followed.nearest);
    }

    /// Where the value of the first such entry starts, and how many entries are before it.
    fn find(&self, is_it: impl Fn(&Entry<'_>) -> bool) -> Option<(usize, usize)> {
        let entries = entries(self.scan, self.followed.at)?.enumerate();
        let mut found = entries.filter(|(_, entry)| is_it(entry));
        found.next().map(|(count, entry)| (entry.value_at, count))
    }

    fn nth_item(&self, index: usize) -> Option<usize> {
        let at = self.followed.at.filter(|at| self.scan.kind(*at) == Some(Kind::List))?;
        let mut at = self.scan.item(at + 1, true)?.ok()?;
        for _ in 0..index {
            at = self.scan.item(self.scan.end(at)?, false)?.ok()?;
        }
        Some(at)
    }

    fn finish(mut self, is_whole: bool) -> Followed {
        self.followed.is_whole = is_whole;
        self.followed.holds_masked = match self.place {
            Place::Value(shape) => has_masked(shape),
            Place::Fields(table) => any_is_masked(table.fields),
        };
        self.followed.has_fields =
            matches!(self.place, Place::Fields(_) | Place::Value(Shape::Enum(_)));
        // Nobody knows what is meant inside: it may be what is masked.
        if !is_whole && self.followed.holds_masked {
            self.followed.masked.get_or_insert(self.followed.at);
        }
        self.followed
    }
}

/// The entries of the object at that place, as far as they can be read.
fn entries(scan: Scan<'_>, at: Option<usize>) -> Option<impl Iterator<Item = Entry<'_>>> {
    let at = at.filter(|at| scan.kind(*at) == Some(Kind::Object))?;
    let mut entries = scan.entries(at);
    Some(std::iter::from_fn(move || {
        let entry = entries.next()?.ok();
        entries.skip();
        entry
    }))
}

/// Where the value at that place ends.
#[cfg(feature = "garde")]
pub(crate) fn end_of(text: &str, at: usize) -> Option<usize> {
    Scan::new(text).end(at)
}
