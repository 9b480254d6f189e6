//! What the derive writes of a contract: types by short names, and tables of the few things that are
//! compared. All of it is references and pairs: the compiler asks of anything else whether it is `Freeze`,
//! field by field, wherever it stands in a constant.

use crate::schema::{Masked, Schema, Shape, Tagging, Text, ValueRule};

/// A type in a contract.
#[allow(missing_docs, reason = "as in the grammar of contracts")]
pub enum Promised {
    /// Nothing is inside that has a name.
    Plain(&'static Shape),
    Option(&'static Self),
    List(&'static Self),
    Array(&'static Self, usize),
    Tuple(&'static [&'static Self]),
    Map(&'static Self, &'static Self),
    /// Its name, the version that was held, whether unknown fields are refused.
    Struct(&'static str, u32, bool, &'static [Field]),
    /// The same, with tags and variants.
    Enum(&'static str, u32, bool, &'static Tagging, &'static [Variant]),
    /// A type around, by its name. Const evaluation does not follow it.
    Edge(&'static str),
    /// The type of a field of which more is said.
    With(&'static Self, &'static More),
}

/// A field of a nested type: its name, and its type.
pub type Field = (&'static str, &'static Promised);

/// What is said of a field beyond its type.
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "as in contracts")]
pub struct More {
    pub aliases: &'static [&'static str],
    pub default: bool,
    pub masked: Option<Masked>,
    pub rules: &'static [ValueRule],
}

/// What most fields say.
pub const NO_MORE: &More = &More { aliases: &[], default: false, masked: None, rules: &[] };

/// A variant: its name, and what comes with it.
pub type Variant = (&'static str, &'static Content);

/// What comes with the name of a variant.
#[allow(missing_docs, reason = "as in contracts")]
pub enum Content {
    Unit,
    Newtype(&'static Promised),
    /// Whether unknown fields are refused, and the fields.
    Struct(bool, &'static [Field]),
    /// With other names of the variant.
    Aliased(&'static [&'static str], &'static Self),
}

#[allow(missing_docs, reason = "as in contracts")]
pub const UNIT: &Content = &Content::Unit;
#[allow(missing_docs, reason = "as in contracts")]
pub const EXTERNAL: &Tagging = &Tagging::External;

/// Each type also in an `Option` and in a list: what a constant names costs less than what it writes.
macro_rules! promised {
    ($($name:ident, $optional:ident, $list:ident = $shape:expr;)*) => {$(
        #[allow(missing_docs, reason = "as in the grammar of contracts")]
        pub const $name: &Promised = &Promised::Plain($shape);
        #[allow(missing_docs, reason = "as in the grammar of contracts")]
        pub const $optional: &Promised = &Promised::Plain(&Shape::Option($shape));
        #[allow(missing_docs, reason = "as in the grammar of contracts")]
        pub const $list: &Promised = &Promised::Plain(&Shape::List($shape));
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

impl Promised {
    pub(super) const fn is_optional(&self) -> bool {
        matches!(self, Self::Option(_) | Self::Plain(Shape::Option(_)))
    }

    /// Of a struct, an enum or an edge.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Struct(name, ..) | Self::Enum(name, ..) | Self::Edge(name) => name,
            _ => "",
        }
    }

    /// Of a struct or an enum: the one that was held.
    pub(super) const fn version(&self) -> u32 {
        match self {
            Self::Struct(_, version, ..) | Self::Enum(_, version, ..) => *version,
            _ => 0,
        }
    }
}
