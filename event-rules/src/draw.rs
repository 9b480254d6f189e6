//! Random payloads of a contract, the odd ones more often than life has them.

use event_contract::{Content, Contract, DefinitionContent, Enum, Field, Format, Struct, Ty};
use serde_json::{Map, Value, json};

use crate::key::key;
use crate::leaf;
use crate::text::{LONGEST, of_length};
use crate::value_rules::At;
use crate::writer::{Writer, likely_values, tagged};

/// A seeded source of random numbers: the same seed, the same payloads.
#[derive(Clone, Debug)]
pub struct Random(pub(crate) fastrand::Rng);

impl Random {
    /// A source that starts with this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }
}

/// A payload as the code of the contract would write it; `null` if it can write none, because the
/// type never ends.
///
/// Optional fields come and go, recursion ends soon, and edges such as the largest number, an empty
/// list or a text beyond ASCII are frequent. Value rules are kept if a value that keeps them is found.
/// A masked text may be in its masked form.
///
/// ```
/// use event_contract::{Contract, Field, Struct, Ty};
/// use event_rules::{Audience, Random, Reading, draw};
///
/// let contract = Contract {
///     event_type: "lamp.dimmed".to_owned(),
///     version: 1,
///     min_reader_version: 1,
///     aliases: Vec::new(),
///     key: Vec::new(),
///     docs: String::new(),
///     deprecated: None,
///     payload: Struct {
///         closed: false,
///         fields: vec![Field::new("percent", Ty::Integer { min: 0, max: 100 })],
///     },
///     types: Default::default(),
/// };
/// let payload = draw(&contract, &mut Random::new(7));
/// assert!(payload["percent"].as_u64().unwrap() <= 100);
/// assert_eq!(Reading::new(&contract, Audience::Strict).refusal(&payload.to_string()), None);
/// ```
#[must_use]
pub fn draw(contract: &Contract, random: &mut Random) -> Value {
    draw_from(&Writer::new(contract), random)
}

/// Payloads without end, each as [`draw`] makes it.
///
/// ```
/// # use event_contract::{Contract, Field, Struct, Ty};
/// # let contract = Contract {
/// #     event_type: "lamp.switched".to_owned(),
/// #     version: 1,
/// #     min_reader_version: 1,
/// #     aliases: Vec::new(),
/// #     key: Vec::new(),
/// #     docs: String::new(),
/// #     deprecated: None,
/// #     payload: Struct { closed: false, fields: vec![Field::new("on", Ty::Bool)] },
/// #     types: Default::default(),
/// # };
/// use event_rules::{Random, draws};
/// let payloads: Vec<_> = draws(&contract, Random::new(7)).take(100).collect();
/// assert!(payloads.iter().any(|payload| payload["on"] == true));
/// ```
pub fn draws(contract: &Contract, random: Random) -> impl Iterator<Item = Value> {
    let (writer, mut random) = (Writer::new(contract), random);
    std::iter::repeat_with(move || draw_from(&writer, &mut random))
}

/// A payload of a writer that is there already.
pub(crate) fn draw_from(writer: &Writer<'_>, random: &mut Random) -> Value {
    // An empty key is rare.
    for _ in 0..100 {
        let mut drawing = Drawing { writer, random, left: 100, depth: 0 };
        let payload = drawing.fields(&writer.contract.payload, At::payload());
        let payload = payload.map_or(Value::Null, Value::Object);
        if writer.fills_its_key(&payload) {
            return payload;
        }
    }
    writer.least_payload().unwrap_or_default()
}

struct Drawing<'w, 'a> {
    writer: &'w Writer<'a>,
    random: &'w mut Random,
    /// How many more values are drawn before the least has to do.
    left: usize,
    depth: usize,
}

/// How many types may be inside each other; what is deeper is as small as it can be.
const DEEPEST: usize = 12;

impl<'a> Drawing<'_, 'a> {
    fn fields(&mut self, table: &'a Struct, at: At<'a>) -> Option<Map<String, Value>> {
        let mut entries = Map::new();
        for field in &table.fields {
            if field.may_be_absent() && (self.is_at_end() || self.random.0.u8(..3) == 0) {
                continue;
            }
            let value = self.field(field, at.field(field));
            if value.is_none() && field.may_be_absent() {
                continue;
            }
            let value = value?;
            // Absent is how `null` is written here.
            if !(field.ty.is_optional() && value.is_null()) {
                entries.insert(field.name.clone(), value);
            }
        }
        Some(entries)
    }

    fn field(&mut self, field: &'a Field, at: At<'a>) -> Option<Value> {
        let is_text = |ty: &Ty| matches!(ty, Ty::Text(Format::Plain));
        if field.masked.is_some() && is_text(&field.ty) && self.random.0.bool() {
            return Some(json!("***"));
        }
        self.value(&field.ty, at)
    }

    const fn is_at_end(&self) -> bool {
        self.left == 0 || self.depth > DEEPEST
    }

    fn value(&mut self, ty: &'a Ty, at: At<'a>) -> Option<Value> {
        if self.is_at_end() {
            return self.writer.least(ty, at);
        }
        self.writer.sizes.of_type(ty)?;
        self.left -= 1;
        self.depth += 1;
        let value = self.by_type(ty, at);
        self.depth -= 1;
        value
    }

    fn by_type(&mut self, ty: &'a Ty, at: At<'a>) -> Option<Value> {
        match ty {
            Ty::Optional(_) if self.random.0.u8(..4) == 0 => Some(Value::Null),
            Ty::Optional(inner) => Some(self.value(inner, at).unwrap_or_default()),
            Ty::Foreign(inner) => self.value(inner, at),
            Ty::List(inner) => {
                let count = self.count(at);
                let items = (0..count).map_while(|_| self.value(inner, at.inside()));
                Some(items.collect())
            }
            Ty::Array(inner, count) => {
                let items = (0..*count).map(|_| self.value(inner, at.inside()));
                items.collect::<Option<Vec<_>>>().map(Value::Array)
            }
            Ty::Tuple(places) => {
                let places = places.iter().map(|place| self.value(place, at.inside()));
                places.collect::<Option<Vec<_>>>().map(Value::Array)
            }
            Ty::Map(of, inner) => {
                let count = self.count(at);
                let mut entries = Map::new();
                for place in 0..count {
                    let Some(key) = self.key(of, at, place) else { break };
                    let Some(value) = self.value(inner, at.inside()) else { break };
                    entries.insert(key, value);
                }
                Some(Value::Object(entries))
            }
            Ty::Named(name) | Ty::Recursive(name) => match self.writer.definition(name)? {
                DefinitionContent::Struct(table) => self.fields(table, at).map(Value::Object),
                DefinitionContent::Enum(table) => self.variant(table, at),
            },
            _ => self.leaf(ty, at),
        }
    }

    /// How many items or entries: few, none more often than many.
    fn count(&mut self, at: At<'_>) -> usize {
        let (least, most) = at.lengths();
        let more = self.random.0.choice([0, 0, 1, 1, 2, 3, 7]).unwrap_or_default();
        least.saturating_add(more).min(most).min(LONGEST)
    }

    fn key(&mut self, ty: &'a Ty, at: At<'a>, place: usize) -> Option<String> {
        match ty {
            // Rules of the map are not for its keys.
            Ty::Text(_) | Ty::Integer { .. } if self.random.0.bool() => {
                match leaf::random(ty, self.random) {
                    Value::String(text) => Some(text),
                    number => Some(number.to_string()),
                }
            }
            _ => key(self.writer, ty, at, place),
        }
    }

    fn variant(&mut self, table: &'a Enum, at: At<'a>) -> Option<Value> {
        let has_values = |content: &Content| self.writer.sizes.of_content(content).is_some();
        let variants: Vec<_> =
            table.variants.iter().filter(|one| has_values(&one.content)).collect();
        let variant = self.random.0.choice(variants)?;
        let name = variant.name.as_str();
        let content = match &variant.content {
            Content::Unit => None,
            Content::Newtype(ty) => Some(self.value(ty, at.variant(variant))?),
            Content::Struct(table) => Some(Value::Object(self.fields(table, at.variant(variant))?)),
        };
        Some(tagged(&table.tagging, name, content))
    }

    fn leaf(&mut self, ty: &'a Ty, at: At<'a>) -> Option<Value> {
        if at.rules.is_empty() {
            return Some(leaf::random(ty, self.random));
        }
        let mut values: Vec<_> = (0..4).map(|_| leaf::random(ty, self.random)).collect();
        values.extend(likely_values(ty, at));
        if matches!(ty, Ty::Text(Format::Plain)) {
            let (least, most) = at.lengths();
            let length = least.saturating_add(self.random.0.usize(..20)).min(most);
            values.push(json!(of_length("é9", length, length)));
        }
        let good: Vec<_> = self.writer.good(values, at).collect();
        match self.random.0.choice(good) {
            Some(value) => Some(value),
            None => self.writer.least(ty, at),
        }
    }
}
