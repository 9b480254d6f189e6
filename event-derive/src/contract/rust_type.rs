//! What a promised type is called in Rust, for those who have to write it.

use event_contract::{Format, Ty};

/// `Option<String>`
pub(crate) fn rust_type(ty: &Ty) -> String {
    match ty {
        Ty::Any => "serde_json::Value".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Integer { .. } => integer(&ty.to_string()),
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
                [one] => format!("({one},)"),
                items => format!("({})", items.join(", ")),
            }
        }
        Ty::Map(key, value) => format!("BTreeMap<{}, {}>", rust_type(key), rust_type(value)),
        Ty::Named(name) | Ty::Recursive(name) => name.clone(),
        Ty::Foreign(inner) => rust_type(inner),
    }
}

/// One whose bounds no integer in Rust has is a type of its own: nobody knows its name here.
fn integer(name: &str) -> String {
    if name.starts_with("integer") { "..." } else { name }.to_owned()
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
