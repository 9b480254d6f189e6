//! Enums as the derive would write them: unit variants only, and one variant of every kind in all
//! three taggings.

use std::borrow::Cow;

use event_core::__private::{
    Done, Fields, Made, Reading, Variants, Writing, read_enum, read_struct, unknown_variant,
    write_enum, write_struct,
};
use event_core::schema::{
    Content, Deprecated, Enum, Field, Schema, Shape, Struct, Tagging, Variant,
};
use event_core::{Decode, Encode, MapKey, TextKey, Version, View};
use serde::de::Deserializer;
use serde::ser::Serializer;
use serde_json::Value;

/// Unit variants only, one with an alias.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Low,
    High,
}

impl Schema for Level {
    const SHAPE: &'static Shape = &Shape::Enum(
        &Enum::new(
            "Level",
            "tests",
            &[
                Variant::new("low", Content::Unit).docs("Nobody wakes up."),
                Variant::new("high", Content::Unit)
                    .aliases(&["top"])
                    .deprecated(Deprecated::new("use `low`")),
            ],
        )
        .docs("How bad it is."),
    );
}

impl Variants for Level {
    const TAGGING: Tagging = Tagging::External;
    const CLOSED: bool = false;

    fn unit(name: &str, _: Version) -> Option<Self> {
        match name {
            "low" => Some(Self::Low),
            "high" | "top" => Some(Self::High),
            _ => None,
        }
    }

    fn name(&self) -> (&'static str, bool) {
        (if *self == Self::Low { "low" } else { "high" }, false)
    }
}

impl Decode for Level {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        read_enum(deserializer, at)
    }
}

impl Encode for Level {
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        write_enum(self, serializer, view)
    }
}

impl MapKey for Level {}

impl TextKey for Level {
    fn from_key(text: &str) -> Option<Self> {
        Self::unit(text, Version::NEWEST)
    }

    fn to_key(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self.name().0))
    }
}

/// What a variant holds.
#[derive(Debug, PartialEq)]
pub struct Card {
    pub number: String,
    pub limit: Option<u8>,
}

const CARD: &Struct = &Struct::new("Card", "tests", <Card as Fields>::FIELDS);
/// The same, refusing unknown fields.
const CLOSED_CARD: &Struct = &CARD.closed();

fn read_card(from: &mut impl Reading, closed: bool) -> Made<Card> {
    let (mut number, mut limit) = (None, None);
    from.each(|name, from| match name {
        "number" | "no" => String::fill(&mut number, from),
        "limit" => Option::fill(&mut limit, from),
        _ if closed => from.refuse(),
        _ => from.skip(),
    })?;
    Ok(Card { number: String::finish(number)?, limit: Option::finish(limit)? })
}

impl Fields for Card {
    const FIELDS: &'static [Field] = &[
        Field::new("number", String::SHAPE).aliases(&["no"]),
        Field::new("limit", <Option<u8>>::SHAPE),
    ];

    fn read_fields(from: &mut impl Reading) -> Made<Self> {
        read_card(from, false)
    }

    fn write_fields(&self, to: &mut impl Writing) -> Done {
        self.number.write(to, "number")?;
        self.limit.write(to, "limit")
    }
}

struct ClosedCard;

impl Fields<Card> for ClosedCard {
    const FIELDS: &'static [Field] = <Card as Fields>::FIELDS;

    fn read_fields(from: &mut impl Reading) -> Made<Card> {
        read_card(from, true)
    }

    fn write_fields(&self, _: &mut impl Writing) -> Done {
        Ok(())
    }
}

/// One variant of every kind, in a tagging of choice.
#[derive(Debug, PartialEq)]
pub enum Payment<const TAGGING: u8, const CLOSED: bool> {
    Cash,
    Card(Card),
    Wire(Card),
    Points(Option<u8>),
    Other(Value),
}

const EXTERNAL: u8 = 0;
const INTERNAL: u8 = 1;
const ADJACENT: u8 = 2;

pub type External = Payment<EXTERNAL, false>;
pub type Internal = Payment<INTERNAL, false>;
pub type ClosedInternal = Payment<INTERNAL, true>;
pub type Adjacent = Payment<ADJACENT, false>;
pub type ClosedAdjacent = Payment<ADJACENT, true>;

const fn tagging(kind: u8) -> Tagging {
    match kind {
        EXTERNAL => Tagging::External,
        INTERNAL => Tagging::Internal { tag: "kind" },
        _ => Tagging::Adjacent { tag: "kind", content: "value" },
    }
}

const CASH: Variant = Variant::new("cash", Content::Unit).aliases(&["coins"]);
const OPEN_BESIDE: &[Variant] = &[
    CASH,
    Variant::new("card", Content::Struct(CARD)).docs("By card."),
    Variant::new("wire", Content::Newtype(&Shape::Struct(CARD))).aliases(&["transfer"]),
];
const CLOSED_BESIDE: &[Variant] = &[
    CASH,
    Variant::new("card", Content::Struct(CLOSED_CARD)),
    Variant::new("wire", Content::Newtype(&Shape::Struct(CLOSED_CARD))).aliases(&["transfer"]),
];
const OPEN: &[Variant] = &[
    OPEN_BESIDE[0],
    OPEN_BESIDE[1],
    OPEN_BESIDE[2],
    Variant::new("points", Content::Newtype(<Option<u8>>::SHAPE)),
    Variant::new("other", Content::Newtype(&Shape::Any)),
];
const CLOSED: &[Variant] =
    &[CLOSED_BESIDE[0], CLOSED_BESIDE[1], CLOSED_BESIDE[2], OPEN[3], OPEN[4]];

impl<const TAGGING: u8, const IS_CLOSED: bool> Payment<TAGGING, IS_CLOSED> {
    const TABLE: Enum = {
        let variants = match (TAGGING, IS_CLOSED) {
            (INTERNAL, false) => OPEN_BESIDE,
            (INTERNAL, true) => CLOSED_BESIDE,
            (_, false) => OPEN,
            (_, true) => CLOSED,
        };
        let table = Enum::new("Payment", "tests", variants).tagging(tagging(TAGGING));
        if IS_CLOSED { table.closed() } else { table }
    };
}

impl<const TAGGING: u8, const CLOSED: bool> Schema for Payment<TAGGING, CLOSED> {
    const SHAPE: &'static Shape = &Shape::Enum(&Self::TABLE);
}

impl<const KIND: u8, const IS_CLOSED: bool> Variants for Payment<KIND, IS_CLOSED> {
    const TAGGING: Tagging = tagging(KIND);
    const CLOSED: bool = IS_CLOSED;

    fn unit(name: &str, _: Version) -> Option<Self> {
        ["cash", "coins"].contains(&name).then_some(Self::Cash)
    }

    fn read_content<'de, D: Deserializer<'de>>(
        name: &str,
        deserializer: D,
        at: Version,
    ) -> Result<Self, D::Error> {
        let card = |deserializer, at| match IS_CLOSED {
            true => read_struct::<ClosedCard, Card, D>(deserializer, at),
            false => read_struct::<Card, Card, D>(deserializer, at),
        };
        match name {
            "card" => card(deserializer, at).map(Self::Card),
            "wire" | "transfer" => card(deserializer, at).map(Self::Wire),
            "points" => Option::decode(deserializer, at).map(Self::Points),
            "other" => Value::decode(deserializer, at).map(Self::Other),
            _ => Err(unknown_variant()),
        }
    }

    fn read_beside(name: &str, from: &mut impl Reading) -> Made<Self> {
        match name {
            "card" => read_card(from, IS_CLOSED).map(Self::Card),
            "wire" | "transfer" => read_card(from, IS_CLOSED).map(Self::Wire),
            _ => Err(from.fail("unknown variant")),
        }
    }

    fn name(&self) -> (&'static str, bool) {
        match self {
            Self::Cash => ("cash", false),
            Self::Card(_) => ("card", true),
            Self::Wire(_) => ("wire", true),
            Self::Points(_) => ("points", true),
            Self::Other(_) => ("other", true),
        }
    }

    fn write_content<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        match self {
            Self::Cash => serializer.serialize_unit(),
            Self::Card(card) | Self::Wire(card) => {
                write_struct::<Card, Card, S>(card, serializer, view)
            }
            Self::Points(points) => points.encode(serializer, view),
            Self::Other(value) => value.encode(serializer, view),
        }
    }

    fn write_beside(&self, to: &mut impl Writing) -> Done {
        let (Self::Card(card) | Self::Wire(card)) = self else { return Ok(()) };
        card.write_fields(to)
    }
}

impl<const TAGGING: u8, const CLOSED: bool> Decode for Payment<TAGGING, CLOSED> {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        read_enum(deserializer, at)
    }
}

impl<const TAGGING: u8, const CLOSED: bool> Encode for Payment<TAGGING, CLOSED> {
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        write_enum(self, serializer, view)
    }
}
