//! Text in quotes, with the escapes that JSON asks for (RFC 8259, section 7).

use std::fmt::{self, Display, Write};

/// Writes text in quotes.
pub(crate) fn write_text(text: &str, buffer: &mut Vec<u8>) {
    buffer.reserve(text.len() + 2);
    buffer.push(b'"');
    escape(text, buffer);
    buffer.push(b'"');
}

/// Writes what a value shows, in quotes.
pub(super) fn write_shown<T: Display + ?Sized>(
    value: &T,
    buffer: &mut Vec<u8>,
) -> Result<(), fmt::Error> {
    struct Escaped<'a>(&'a mut Vec<u8>);

    impl Write for Escaped<'_> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            escape(text, self.0);
            Ok(())
        }
    }

    buffer.push(b'"');
    write!(Escaped(buffer), "{value}")?;
    buffer.push(b'"');
    Ok(())
}

fn escape(text: &str, buffer: &mut Vec<u8>) {
    let mut rest = text.as_bytes();
    while let Some(place) = first_special(rest) {
        let (plain, special) = rest.split_at(place);
        buffer.extend_from_slice(plain);
        let Some((byte, after)) = special.split_first() else { return };
        write_escape(*byte, buffer);
        rest = after;
    }
    buffer.extend_from_slice(rest);
}

fn write_escape(byte: u8, buffer: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let letter = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x09 => b't',
        0x0a => b'n',
        0x0c => b'f',
        0x0d => b'r',
        _ => {
            let digit = |nibble: u8| HEX.get(usize::from(nibble)).copied().unwrap_or(b'0');
            let escape = [b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 0xf)];
            return buffer.extend_from_slice(&escape);
        }
    };
    buffer.extend_from_slice(&[b'\\', letter]);
}

/// The place of the first byte that cannot stand for itself.
fn first_special(bytes: &[u8]) -> Option<usize> {
    let (chunks, rest) = bytes.as_chunks::<8>();
    for (place, chunk) in chunks.iter().enumerate() {
        let special = specials(u64::from_le_bytes(*chunk));
        if special != 0 {
            return Some(place * 8 + special.trailing_zeros() as usize / 8);
        }
    }
    let before = bytes.len() - rest.len();
    rest.iter().position(|byte| is_special(*byte)).map(|place| before + place)
}

const fn is_special(byte: u8) -> bool {
    matches!(byte, 0..0x20 | b'"' | b'\\')
}

/// The highest bit of every byte that is below a space, a quote or a backslash. Bits above the first
/// one may be wrong; nobody looks at them.
const fn specials(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    const fn zero_bytes(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word & HIGH
    }
    let below_space = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
    below_space | zero_bytes(word ^ (ONES * b'"' as u64)) | zero_bytes(word ^ (ONES * b'\\' as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_written_as_serde_json_writes_it_at_every_place() {
        for letter in (0..=0x2ff).filter_map(char::from_u32) {
            for before in 0..=17 {
                let text =
                    format!("{}{letter}{}", "a".repeat(before), "é\u{1f600}".repeat(before % 3));
                let mut ours = Vec::new();
                write_text(&text, &mut ours);
                assert_eq!(ours, serde_json::to_vec(&text).unwrap_or_default(), "{text:?}");
                let mut shown = Vec::new();
                assert!(write_shown(&text, &mut shown).is_ok());
                assert_eq!(shown, ours);
            }
        }
    }
}
