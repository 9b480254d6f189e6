//! Types, masks, tags and rules in sentences: types as in a contract, the rest as it is written.

use super::super::name;
use crate::const_text::Sentence;
use crate::schema::{Masked, Shape, Tagging, Text, ValueRule};

/// `` `list<optional<text>>` ``
pub(super) const fn kind(sentence: Sentence, shape: &Shape) -> Sentence {
    ty(sentence.text("`"), shape).text("`")
}

/// As in a contract, with what a name is of.
#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
const fn ty(sentence: Sentence, shape: &Shape) -> Sentence {
    match shape {
        Shape::Any => sentence.text("any"),
        Shape::Bool => sentence.text("bool"),
        Shape::Integer { min, max } => integer(sentence, *min, *max),
        Shape::Float { max } if *max > 3.5e38 => sentence.text("f64"),
        Shape::Float { .. } => sentence.text("f32"),
        Shape::Decimal => sentence.text("decimal"),
        Shape::Text(format) => sentence.text(word(*format)),
        Shape::Option(inner) => ty(sentence.text("optional<"), inner).text(">"),
        Shape::List(inner) => ty(sentence.text("list<"), inner).text(">"),
        Shape::Array(inner, length) => {
            let sentence = ty(sentence.text("array<"), inner).text(", ");
            wide(sentence, *length as u128).text(">")
        }
        Shape::Tuple(items) => {
            let mut sentence = sentence.text("tuple<");
            let mut i = 0;
            while i < items.len() {
                sentence = ty(sentence.text(if i == 0 { "" } else { ", " }), items[i]);
                i += 1;
            }
            sentence.text(">")
        }
        Shape::Map { key, value } => {
            let sentence = ty(sentence.text("map<"), key).text(", ");
            ty(sentence, value).text(">")
        }
        Shape::Foreign(inner) => ty(sentence, inner),
        Shape::Struct(table) => sentence.text("struct ").text(table.name),
        Shape::Enum(table) => sentence.text("enum ").text(table.name),
        named => sentence.text(name(named)),
    }
}

const fn word(format: Text) -> &'static str {
    match format {
        Text::Plain => "text",
        Text::Char => "char",
        Text::Uuid => "uuid",
        Text::Time => "time",
        Text::Date => "date",
        Text::Duration => "duration",
        Text::UnsignedDuration => "unsigned_duration",
        Text::Base64 => "base64",
        Text::U128 => "u128",
        Text::I128 => "i128",
    }
}

const fn integer(sentence: Sentence, min: i128, max: i128) -> Sentence {
    let bits = 128 - (max as u128).leading_zeros();
    let is_unsigned = min == 0 && matches!(bits, 8 | 16 | 32 | 64);
    let is_signed = min == -1 - max && matches!(bits, 7 | 15 | 31 | 63);
    if max.count_ones() == bits && max > 0 && (is_unsigned || is_signed) {
        let sentence = sentence.text(if is_signed { "i" } else { "u" });
        return sentence.number(if is_signed { bits + 1 } else { bits });
    }
    let sentence = whole(sentence.text("integer<"), min).text(", ");
    whole(sentence, max).text(">")
}

const fn whole(sentence: Sentence, number: i128) -> Sentence {
    wide(sentence.text(if number < 0 { "-" } else { "" }), number.unsigned_abs())
}

const fn wide(sentence: Sentence, number: u128) -> Sentence {
    let rest = if number >= 10 { wide(sentence, number / 10) } else { sentence };
    rest.number((number % 10) as u32)
}

/// `masked(last = 4)`
pub(super) const fn masked_as_written(sentence: Sentence, masked: Option<Masked>) -> Sentence {
    match masked {
        Some(Masked::Last(count)) => wide(sentence.text("masked(last = "), count as u128).text(")"),
        Some(Masked::Custom) => sentence.text("masked(with = path)"),
        _ => sentence.text("masked"),
    }
}

/// `` `tag = "kind"` ``
pub(super) const fn tagged(sentence: Sentence, tagging: Tagging) -> Sentence {
    match tagging {
        Tagging::External => sentence.text("no tag"),
        Tagging::Internal { tag } => sentence.text("`tag = \"").text(tag).text("\"`"),
        Tagging::Adjacent { tag, content } => {
            let sentence = sentence.text("`tag = \"").text(tag).text("\", content = \"");
            sentence.text(content).text("\"`")
        }
    }
}

/// `` `max_length 3` ``
pub(super) const fn rule_of(sentence: Sentence, rule: &ValueRule) -> Sentence {
    let sentence = sentence.text("`");
    let sentence = match rule {
        ValueRule::MinLength(length) => wide(sentence.text("min_length "), *length as u128),
        ValueRule::MaxLength(length) => wide(sentence.text("max_length "), *length as u128),
        ValueRule::MinBytes(count) => wide(sentence.text("min_bytes "), *count as u128),
        ValueRule::MaxBytes(count) => wide(sentence.text("max_bytes "), *count as u128),
        ValueRule::Min(number) => sentence.text("min ").text(number),
        ValueRule::Max(number) => sentence.text("max ").text(number),
        ValueRule::Pattern(pattern) => sentence.text("pattern ").text(pattern),
        ValueRule::Format(name) => sentence.text("format ").text(name),
        ValueRule::Inside => sentence.text("dive"),
        ValueRule::Other(name) => sentence.text(name),
    };
    sentence.text("`")
}
