//! The keys of maps as they are written.

use event_contract::{Content, DefinitionContent, Format, Ty};

use crate::leaf;
use crate::value_rules::At;
use crate::writer::Writer;

/// The key at a place of a map, each place with its own; `None` if there are no more.
pub(crate) fn key(writer: &Writer<'_>, ty: &Ty, at: At<'_>, place: usize) -> Option<String> {
    let count = place + 1;
    Some(match ty {
        Ty::Optional(inner) | Ty::Foreign(inner) => return key(writer, inner, at, place),
        Ty::Named(name) | Ty::Recursive(name) => return unit(writer, name, place),
        Ty::Integer { min, max } => {
            let (number, last) = (1.max(*min).checked_add(place as i128)?, *max);
            let before = || min.checked_add(number - last - 1).filter(|before| *before < 1);
            let number = Some(number).filter(|number| *number <= last).or_else(before)?;
            number.to_string()
        }
        Ty::Text(Format::Char) => char::from_u32('a' as u32 + u32::try_from(place).ok()?)?.into(),
        Ty::Text(Format::Uuid) => format!("00000000-0000-4000-8000-{count:012x}"),
        Ty::Text(Format::Date) => {
            let (month, day) = (1 + place / 28 % 12, 1 + place % 28);
            format!("{:04}-{month:02}-{day:02}", 2026 + place / 336)
        }
        Ty::Text(Format::Time) => format!("{:04}-01-02T03:04:05Z", 2026 + place),
        Ty::Text(Format::Duration | Format::UnsignedDuration) => format!("PT{count}S"),
        Ty::Text(Format::U128 | Format::I128) | Ty::Decimal => count.to_string(),
        Ty::Text(Format::Base64) => {
            let digit = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".get(place)?;
            format!("{}A==", char::from(*digit))
        }
        _ if place == 0 => leaf::plain(&Ty::Text(Format::Plain), at.name)?.as_str()?.to_owned(),
        _ => format!("{}{count}", at.name),
    })
}

fn unit(writer: &Writer<'_>, name: &str, place: usize) -> Option<String> {
    let DefinitionContent::Enum(table) = writer.definition(name)? else { return None };
    let mut units = table.variants.iter().filter(|one| matches!(one.content, Content::Unit));
    units.nth(place).map(|unit| unit.name.clone())
}
