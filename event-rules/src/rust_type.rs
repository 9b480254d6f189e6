//! How a type of a contract is written in Rust, for attributes to copy.

use event_contract::{Format, Ty};

/// `Option<Vec<u32>>`
pub(crate) fn rust_type(ty: &Ty) -> String {
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

/// The smallest type of Rust that holds all of it.
fn integer(ty: &Ty) -> String {
    let name = ty.to_string();
    if !name.contains('<') {
        return name;
    }
    let all = ["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"];
    let fits = |name: &&&str| name.parse().is_ok_and(|wide| crate::difference::fits(ty, &wide));
    all.iter().find(fits).copied().unwrap_or("i64").to_owned()
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
