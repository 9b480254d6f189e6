//! The grammar of types in contract files: `list<optional<text>>`, `map<uuid, LineItem>`.

use std::fmt;
use std::str::FromStr;

use crate::ContractError;

/// What values look like on the wire.
///
/// ```
/// use event_contract::{Format, Ty};
/// let ty: Ty = "map<text, list<u32>>".parse().unwrap();
/// assert_eq!(ty.to_string(), "map<text, list<u32>>");
/// assert!(matches!(ty, Ty::Map(key, _) if *key == Ty::Text(Format::Plain)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ty {
    /// Any JSON value: `any`.
    Any,
    /// `bool`
    Bool,
    /// A whole number, both bounds included: `u8` to `i64`, else `integer<1, 12>`.
    Integer {
        /// The smallest value.
        min: i128,
        /// The largest value.
        max: i128,
    },
    /// A finite number of 32 bits: `f32`.
    Float32,
    /// A finite number of 64 bits: `f64`.
    Float64,
    /// A decimal number, written as text: `decimal`.
    Decimal,
    /// Text of some format.
    Text(Format),
    /// A value or `null`; as a field, it may be left out: `optional<text>`.
    Optional(Box<Ty>),
    /// A list of any length: `list<text>`.
    List(Box<Ty>),
    /// A list of exactly so many items: `array<u8, 4>`.
    Array(Box<Ty>, usize),
    /// A list with one type per place: `tuple<text, u32>`.
    Tuple(Vec<Ty>),
    /// An object with free keys: `map<text, u32>`.
    Map(Box<Ty>, Box<Ty>),
    /// A struct or an enum, defined under `types`: `LineItem`.
    Named(String),
    /// The same, where the type leads back to itself: `recursive<Category>`.
    Recursive(String),
    /// What serde reads and writes for a type of another crate; it may refuse more: `foreign<text>`.
    Foreign(Box<Ty>),
}

impl Ty {
    /// Whether a field of this type may be left out.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        match self {
            Self::Optional(_) => true,
            Self::Foreign(inner) => inner.is_optional(),
            _ => false,
        }
    }

    /// Whether a word belongs to the grammar, so that no type can be called so.
    #[must_use]
    pub fn is_word(word: &str) -> bool {
        WORDS.contains(&word) || leaf(word).is_some()
    }

    /// The types that this one is made of directly.
    pub fn parts(&self) -> impl Iterator<Item = &Self> {
        let (pair, rest): ([Option<&Self>; 2], &[Self]) = match self {
            Self::Optional(inner)
            | Self::List(inner)
            | Self::Array(inner, _)
            | Self::Foreign(inner) => ([Some(inner), None], &[]),
            Self::Map(key, value) => ([Some(key), Some(value)], &[]),
            Self::Tuple(items) => ([None, None], items),
            _ => ([None, None], &[]),
        };
        pair.into_iter().flatten().chain(rest)
    }
}

/// Formats of text on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Any text: `text`.
    Plain,
    /// One character: `char`.
    Char,
    /// `uuid`
    Uuid,
    /// A point in time with its offset, RFC 3339: `time`.
    Time,
    /// `date`
    Date,
    /// ISO 8601, days to seconds: `duration`.
    Duration,
    /// The same, not below zero: `unsigned_duration`.
    UnsignedDuration,
    /// Bytes: `base64`.
    Base64,
    /// A whole number below 2^128, as text: `u128`.
    U128,
    /// A whole number of 128 bits with sign, as text: `i128`.
    I128,
}

const FORMATS: [(Format, &str); 10] = [
    (Format::Plain, "text"),
    (Format::Char, "char"),
    (Format::Uuid, "uuid"),
    (Format::Time, "time"),
    (Format::Date, "date"),
    (Format::Duration, "duration"),
    (Format::UnsignedDuration, "unsigned_duration"),
    (Format::Base64, "base64"),
    (Format::U128, "u128"),
    (Format::I128, "i128"),
];

const INTEGERS: [(&str, i128, i128); 8] = [
    ("u8", 0, u8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("u64", 0, u64::MAX as i128),
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
];

/// The words that have others inside.
const WORDS: [&str; 8] =
    ["integer", "optional", "list", "array", "tuple", "map", "recursive", "foreign"];

fn leaf(word: &str) -> Option<Ty> {
    match word {
        "any" => return Some(Ty::Any),
        "bool" => return Some(Ty::Bool),
        "f32" => return Some(Ty::Float32),
        "f64" => return Some(Ty::Float64),
        "decimal" => return Some(Ty::Decimal),
        _ => {}
    }
    // No closures: the derives read types in each build, unoptimized as macros are.
    for (format, name) in FORMATS {
        if name == word {
            return Some(Ty::Text(format));
        }
    }
    for (name, min, max) in INTEGERS {
        if name == word {
            return Some(Ty::Integer { min, max });
        }
    }
    None
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("any"),
            Self::Bool => f.write_str("bool"),
            Self::Integer { min, max } => {
                let known = INTEGERS.iter().find(|known| (known.1, known.2) == (*min, *max));
                match known {
                    Some((name, ..)) => f.write_str(name),
                    None => write!(f, "integer<{min}, {max}>"),
                }
            }
            Self::Float32 => f.write_str("f32"),
            Self::Float64 => f.write_str("f64"),
            Self::Decimal => f.write_str("decimal"),
            Self::Text(format) => format.fmt(f),
            Self::Optional(inner) => write!(f, "optional<{inner}>"),
            Self::List(inner) => write!(f, "list<{inner}>"),
            Self::Array(inner, length) => write!(f, "array<{inner}, {length}>"),
            Self::Tuple(items) => {
                f.write_str("tuple<")?;
                for (i, item) in items.iter().enumerate() {
                    let comma = if i == 0 { "" } else { ", " };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str(">")
            }
            Self::Map(key, value) => write!(f, "map<{key}, {value}>"),
            Self::Named(name) => f.write_str(name),
            Self::Recursive(name) => write!(f, "recursive<{name}>"),
            Self::Foreign(inner) => write!(f, "foreign<{inner}>"),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name =
            FORMATS.iter().find(|(format, _)| format == self).map_or("text", |(_, name)| name);
        f.write_str(name)
    }
}

impl FromStr for Ty {
    type Err = ContractError;

    fn from_str(text: &str) -> Result<Self, ContractError> {
        let mut rest = text;
        let ty = read(&mut rest, 0).filter(|_| rest.is_empty());
        ty.ok_or_else(|| match text.char_indices().nth(60) {
            None => ContractError::damaged(format_args!("`{text}` is no type")),
            Some((end, _)) => {
                let begin = text.get(..end).unwrap_or_default();
                ContractError::damaged(format_args!("a type in it is none, `{begin}...`"))
            }
        })
    }
}

/// How deep types can be written inside each other.
const DEEPEST: usize = 64;

/// Reads one type off the front.
fn read(rest: &mut &str, depth: usize) -> Option<Ty> {
    if depth > DEEPEST {
        return None;
    }
    let word = word(rest)?;
    if !WORDS.contains(&word) {
        return Some(leaf(word).unwrap_or_else(|| Ty::Named(word.to_owned())));
    }
    skip(rest, "<")?;
    let ty = match word {
        "optional" => Ty::Optional(inside(rest, depth)?),
        "list" => Ty::List(inside(rest, depth)?),
        "foreign" => Ty::Foreign(inside(rest, depth)?),
        "recursive" => Ty::Recursive(name(rest)?),
        "array" => {
            let item = inside(rest, depth)?;
            skip(rest, ", ")?;
            Ty::Array(item, number(rest)?)
        }
        "map" => {
            let key = inside(rest, depth)?;
            skip(rest, ", ")?;
            Ty::Map(key, inside(rest, depth)?)
        }
        "integer" => {
            let min = number(rest)?;
            skip(rest, ", ")?;
            Ty::Integer { min, max: number(rest)? }
        }
        _ => {
            let mut items = Vec::new();
            while !rest.starts_with('>') {
                if !items.is_empty() {
                    skip(rest, ", ")?;
                }
                items.push(read(rest, depth + 1)?);
            }
            Ty::Tuple(items)
        }
    };
    skip(rest, ">")?;
    Some(ty)
}

fn inside(rest: &mut &str, depth: usize) -> Option<Box<Ty>> {
    read(rest, depth + 1).map(Box::new)
}

fn skip(rest: &mut &str, text: &str) -> Option<()> {
    *rest = rest.strip_prefix(text)?;
    Some(())
}

fn word<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let end = rest.find(['<', '>', ',', ' ']).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    *rest = after;
    Some(word).filter(|word| !word.is_empty())
}

fn name(rest: &mut &str) -> Option<String> {
    word(rest).filter(|word| !Ty::is_word(word)).map(str::to_owned)
}

fn number<N: FromStr>(rest: &mut &str) -> Option<N> {
    word(rest)?.parse().ok()
}
