//! Two types beside each other: whether they differ as far as it is written at the field itself.

use super::promised::Promised;
use crate::schema::Shape;

/// How two types look beside each other, before anybody looks into structs and enums. What those are
/// called makes no difference.
#[derive(Clone, Copy)]
pub(super) enum Look {
    Same,
    /// There is a struct or an enum in both, at the same place.
    SameOutside,
    Different,
}

impl Look {
    const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Different, _) | (_, Self::Different) => Self::Different,
            (Self::Same, Self::Same) => Self::Same,
            _ => Self::SameOutside,
        }
    }
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
pub(super) const fn look(code: &Shape, promised: &Promised) -> Look {
    match (code, promised) {
        (code, Promised::Plain(promised)) if is_same(code, promised) => Look::Same,
        (Shape::Struct(_), Promised::Struct(..) | Promised::Edge(_))
        | (Shape::Enum(_), Promised::Enum(..) | Promised::Edge(_))
        | (
            Shape::Recursive { .. },
            Promised::Struct(..) | Promised::Enum(..) | Promised::Edge(_),
        ) => Look::SameOutside,
        (Shape::Foreign(code), promised) => look(code, promised),
        (code, Promised::With(promised, _)) => look(code, promised),
        (Shape::Option(code), Promised::Option(promised))
        | (Shape::List(code), Promised::List(promised)) => look(code, promised),
        (Shape::Array(code, length), Promised::Array(promised, size)) if *length == *size => {
            look(code, promised)
        }
        (Shape::Map { key, value }, Promised::Map(keys, values)) => {
            look(key, keys).and(look(value, values))
        }
        (Shape::Tuple(code), Promised::Tuple(promised)) if code.len() == promised.len() => {
            let (mut all, mut i) = (Look::Same, 0);
            while i < code.len() {
                all = all.and(look(code[i], promised[i]));
                i += 1;
            }
            all
        }
        _ => Look::Different,
    }
}

/// Whether two types are the same where nothing inside has a name.
pub(super) const fn is_same(code: &Shape, promised: &Shape) -> bool {
    match (code, promised) {
        (Shape::Text(code), Shape::Text(promised)) => *code as u8 == *promised as u8,
        (Shape::Integer { min, max }, Shape::Integer { min: least, max: most }) => {
            *min == *least && *max == *most
        }
        (Shape::Float { max }, Shape::Float { max: most }) => *max == *most,
        (Shape::Any, Shape::Any)
        | (Shape::Bool, Shape::Bool)
        | (Shape::Decimal, Shape::Decimal) => true,
        (Shape::Option(code), Shape::Option(promised))
        | (Shape::List(code), Shape::List(promised)) => is_same(code, promised),
        (Shape::Foreign(code), promised) => is_same(code, promised),
        _ => false,
    }
}
