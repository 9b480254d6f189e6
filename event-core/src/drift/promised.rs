//! What the derive writes of a contract: shapes by short names, where the code has types.

use crate::schema::{Edge, Schema, Shape, Text};

macro_rules! promised {
    ($($name:ident = $shape:expr;)*) => {$(
        #[allow(missing_docs, reason = "as in the grammar of contracts")]
        pub const $name: &Shape = $shape;
    )*};
}

promised! {
    ANY = &Shape::Any;
    BOOL = &Shape::Bool;
    F32 = <f32 as Schema>::SHAPE;
    F64 = <f64 as Schema>::SHAPE;
    DECIMAL = &Shape::Decimal;
    TEXT = &Shape::Text(Text::Plain);
    CHAR = &Shape::Text(Text::Char);
    UUID = &Shape::Text(Text::Uuid);
    TIME = &Shape::Text(Text::Time);
    DATE = &Shape::Text(Text::Date);
    DURATION = &Shape::Text(Text::Duration);
    UNSIGNED_DURATION = &Shape::Text(Text::UnsignedDuration);
    BASE64 = &Shape::Text(Text::Base64);
    U128 = &Shape::Text(Text::U128);
    I128 = &Shape::Text(Text::I128);
    U8 = <u8 as Schema>::SHAPE;
    U16 = <u16 as Schema>::SHAPE;
    U32 = <u32 as Schema>::SHAPE;
    U64 = <u64 as Schema>::SHAPE;
    I8 = <i8 as Schema>::SHAPE;
    I16 = <i16 as Schema>::SHAPE;
    I32 = <i32 as Schema>::SHAPE;
    I64 = <i64 as Schema>::SHAPE;
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
