//! What the derive writes of a contract: shapes by short names, where the code has types.

use crate::schema::{Edge, Enum, Field, Schema, Shape, Struct, Tagging, Text, Variant};

/// Each shape also in an `Option` and in a list: what a constant names costs less than what it writes.
macro_rules! promised {
    ($($name:ident, $optional:ident, $list:ident = $shape:expr;)*) => {$(
        #[allow(missing_docs, reason = "as in the grammar of contracts")]
        pub const $name: &Shape = $shape;
        #[allow(missing_docs, reason = "as in the grammar of contracts")]
        pub const $optional: &Shape = &Shape::Option($name);
        #[allow(missing_docs, reason = "as in the grammar of contracts")]
        pub const $list: &Shape = &Shape::List($name);
    )*};
}

promised! {
    ANY, OPTIONAL_ANY, LIST_ANY = &Shape::Any;
    BOOL, OPTIONAL_BOOL, LIST_BOOL = &Shape::Bool;
    F32, OPTIONAL_F32, LIST_F32 = <f32 as Schema>::SHAPE;
    F64, OPTIONAL_F64, LIST_F64 = <f64 as Schema>::SHAPE;
    DECIMAL, OPTIONAL_DECIMAL, LIST_DECIMAL = &Shape::Decimal;
    TEXT, OPTIONAL_TEXT, LIST_TEXT = &Shape::Text(Text::Plain);
    CHAR, OPTIONAL_CHAR, LIST_CHAR = &Shape::Text(Text::Char);
    UUID, OPTIONAL_UUID, LIST_UUID = &Shape::Text(Text::Uuid);
    TIME, OPTIONAL_TIME, LIST_TIME = &Shape::Text(Text::Time);
    DATE, OPTIONAL_DATE, LIST_DATE = &Shape::Text(Text::Date);
    DURATION, OPTIONAL_DURATION, LIST_DURATION = &Shape::Text(Text::Duration);
    UNSIGNED_DURATION, OPTIONAL_UNSIGNED_DURATION, LIST_UNSIGNED_DURATION = &Shape::Text(Text::UnsignedDuration);
    BASE64, OPTIONAL_BASE64, LIST_BASE64 = &Shape::Text(Text::Base64);
    U128, OPTIONAL_U128, LIST_U128 = &Shape::Text(Text::U128);
    I128, OPTIONAL_I128, LIST_I128 = &Shape::Text(Text::I128);
    U8, OPTIONAL_U8, LIST_U8 = <u8 as Schema>::SHAPE;
    U16, OPTIONAL_U16, LIST_U16 = <u16 as Schema>::SHAPE;
    U32, OPTIONAL_U32, LIST_U32 = <u32 as Schema>::SHAPE;
    U64, OPTIONAL_U64, LIST_U64 = <u64 as Schema>::SHAPE;
    I8, OPTIONAL_I8, LIST_I8 = <i8 as Schema>::SHAPE;
    I16, OPTIONAL_I16, LIST_I16 = <i16 as Schema>::SHAPE;
    I32, OPTIONAL_I32, LIST_I32 = <i32 as Schema>::SHAPE;
    I64, OPTIONAL_I64, LIST_I64 = <i64 as Schema>::SHAPE;
}

/// A struct in the version that was held: its fields have no history to look through.
#[must_use]
pub const fn object(
    name: &'static str,
    version: u32,
    closed: bool,
    fields: &'static [Field],
) -> Struct {
    Struct { name, module: "", docs: "", version, oldest: 1, fields, closed }
}

/// An enum in the version that was held.
#[must_use]
pub const fn variants(
    name: &'static str,
    version: u32,
    closed: bool,
    tagging: Tagging,
    variants: &'static [Variant],
) -> Enum {
    Enum { name, module: "", docs: "", version, tagging, variants, closed }
}

/// A type around, by its name. Const evaluation does not follow it.
#[must_use]
pub const fn edge(name: &'static str) -> Shape {
    Shape::Recursive { name, edge: Edge::to_type(|| &Shape::Any) }
}

/// A value that a macro does not know, in place of the default of a field.
#[must_use]
pub fn unknown() -> Option<String> {
    None
}
