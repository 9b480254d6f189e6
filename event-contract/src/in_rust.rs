//! How a type of a contract is written in Rust, for attributes to copy.

use crate::{Format, Ty};

impl Ty {
    /// How it is written in Rust: `Option<Vec<u32>>`. Types with bounds of their own are `...`, because
    /// a contract does not know what they are called.
    ///
    /// ```
    /// let ty: event_contract::Ty = "map<text, optional<time>>".parse().unwrap();
    /// assert_eq!(ty.in_rust(), "BTreeMap<String, Option<DateTime<Utc>>>");
    /// ```
    #[must_use]
    pub fn in_rust(&self) -> String {
        rust_type(self)
    }
}

fn rust_type(ty: &Ty) -> String {
    match ty {
        Ty::Any => "serde_json::Value".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Integer { .. } => integer(ty),
        Ty::Float32 => "f32".to_owned(),
        Ty::Float64 => "f64".to_owned(),
        Ty::Decimal => "Decimal".to_owned(),
        Ty::Text(format) => text(*format).to_owned(),
        Ty::Optional(inner) => format!("Option<{}>", rust_type(inner)),
        Ty::List(inner) => format!("Vec<{}>", rust_type(inner)),
        Ty::Array(inner, length) => format!("[{}; {length}]", rust_type(inner)),
        Ty::Tuple(items) => {
            let items: Vec<_> = items.iter().map(rust_type).collect();
            match items.as_slice() {
                [only] => format!("({only},)"),
                items => format!("({})", items.join(", ")),
            }
        }
        Ty::Map(key, value) => format!("BTreeMap<{}, {}>", rust_type(key), rust_type(value)),
        Ty::Named(name) | Ty::Recursive(name) => name.clone(),
        Ty::Foreign(inner) => rust_type(inner),
    }
}

/// What no integer of Rust has for bounds is a type of somebody's own, whose name nobody knows here.
fn integer(ty: &Ty) -> String {
    let name = ty.to_string();
    match ty {
        Ty::Integer { min: 1, max } => {
            let all = ["u8", "u16", "u32", "u64"];
            let is_from_1 = |name: &&str| name.parse() == Ok(Ty::Integer { min: 0, max: *max });
            let found = all.into_iter().find(is_from_1);
            found.map_or("...".to_owned(), |name| format!("NonZero<{name}>"))
        }
        _ if name.contains('<') => "...".to_owned(),
        _ => name,
    }
}

const fn text(format: Format) -> &'static str {
    match format {
        Format::Plain => "String",
        Format::Char => "char",
        Format::Uuid => "Uuid",
        Format::Time => "DateTime<Utc>",
        Format::Date => "NaiveDate",
        Format::Duration => "TimeDelta",
        Format::UnsignedDuration => "Duration",
        Format::Base64 => "Bytes",
        Format::U128 => "u128",
        Format::I128 => "i128",
    }
}
