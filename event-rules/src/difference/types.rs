//! Whether the values of one type are values of another, as far as the types alone say it.

use event_contract::{Format, Ty};

use super::Change;

/// What happened between two types that are not the same and not made of comparable parts.
pub(super) fn change(before: &Ty, after: &Ty) -> Change {
    match (fits(before, after), fits(after, before)) {
        (true, _) => Change::TypeWidened,
        (false, true) => Change::TypeNarrowed,
        (false, false) => Change::TypeChanged,
    }
}

/// Whether every value of the one is a value of the other. What nested types look like is compared
/// elsewhere, so one is taken for as good as another.
pub(crate) fn fits(inner: &Ty, outer: &Ty) -> bool {
    match (inner, outer) {
        (Ty::Foreign(inner), _) => fits(inner, outer),
        (_, Ty::Foreign(outer)) => fits(inner, outer),
        (_, Ty::Any) => true,
        (Ty::Integer { min, max }, Ty::Integer { min: lowest, max: highest }) => {
            lowest <= min && max <= highest
        }
        (Ty::Integer { .. } | Ty::Float32 | Ty::Float64, Ty::Float64)
        | (Ty::Float32, Ty::Float32)
        | (Ty::Bool, Ty::Bool)
        | (Ty::Decimal, Ty::Decimal | Ty::Text(Format::Plain))
        | (Ty::Named(_) | Ty::Recursive(_), Ty::Named(_) | Ty::Recursive(_)) => true,
        (Ty::Text(inner), Ty::Text(outer)) => text_fits(*inner, *outer),
        (Ty::Optional(inner), Ty::Optional(outer)) => fits(inner, outer),
        (inner, Ty::Optional(outer)) => fits(inner, outer),
        (Ty::List(inner) | Ty::Array(inner, _), Ty::List(outer)) => fits(inner, outer),
        (Ty::Array(inner, n), Ty::Array(outer, m)) => n == m && fits(inner, outer),
        (Ty::Tuple(items), Ty::List(outer)) => items.iter().all(|item| fits(item, outer)),
        (Ty::Tuple(items), Ty::Tuple(outer)) => {
            items.len() == outer.len() && items.iter().zip(outer).all(|(a, b)| fits(a, b))
        }
        (Ty::Map(key, value), Ty::Map(outer_key, outer_value)) => {
            fits(key, outer_key) && fits(value, outer_value)
        }
        _ => false,
    }
}

fn text_fits(inner: Format, outer: Format) -> bool {
    inner == outer
        || outer == Format::Plain
        || (inner, outer) == (Format::UnsignedDuration, Format::Duration)
}
