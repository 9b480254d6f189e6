//! Looks past a payload that is the first thing in its record: what stands behind it says how to read
//! it. Nothing is checked here; whoever asks believes the answer only if reading finds the same.

use super::facts::version_in;
use crate::decode::Version;
use crate::set::{EventSet, route};

/// The place in the set and the version of a payload that comes before its header.
pub(super) fn route_ahead<S: EventSet>(text: &str) -> Option<(usize, Version)> {
    let bytes = text.as_bytes();
    let mut at = skip_space(bytes, 0);
    let (mut event_type, mut version, mut min_reader) = (None, 1, None);
    let mut is_first = true;
    loop {
        // A brace before the first name, a comma before the others.
        let separator = if is_first { b'{' } else { b',' };
        if bytes.get(at) != Some(&separator) {
            break;
        }
        let name_at = skip_space(bytes, at + 1);
        if bytes.get(name_at) != Some(&b'"') {
            return None;
        }
        let name_end = end_of_text(bytes, name_at + 1)?;
        let name = bytes.get(name_at + 1..name_end)?;
        if is_first && name != b"data" {
            return None;
        }
        is_first = false;
        let colon = skip_space(bytes, name_end + 1);
        let value_at = skip_space(bytes, colon + 1);
        let end = end_of_value(bytes, value_at)?;
        let json = || text.get(value_at..end);
        match name {
            b"type" => event_type = json()?.strip_prefix('"')?.strip_suffix('"'),
            b"schema_version" if json()? != "null" => version = version_in(json()?)?,
            b"min_reader_version" => min_reader = version_in(json()?),
            _ => {}
        }
        at = skip_space(bytes, end);
    }
    route(S::EVENTS, event_type?, version, min_reader).event()
}

fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

fn end_of_value(bytes: &[u8], mut at: usize) -> Option<usize> {
    match bytes.get(at)? {
        b'"' => end_of_text(bytes, at + 1).map(|quote| quote + 1),
        b'{' | b'[' => end_of_object(bytes, at),
        _ => {
            while !matches!(bytes.get(at)?, b',' | b'}' | b' ' | b'\n' | b'\r' | b'\t') {
                at += 1;
            }
            Some(at)
        }
    }
}

/// The end of the object or list that starts at `at`: the brackets that are not inside text are counted.
fn end_of_object(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = at;
    loop {
        match bytes.get(at)? {
            b'"' => at = end_of_text(bytes, at + 1)?,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ if depth == 0 => return None,
            _ => {}
        }
        at += 1;
    }
}

/// The place of the quote that ends a text; eight bytes are looked at together.
fn end_of_text(bytes: &[u8], mut at: usize) -> Option<usize> {
    const ONES: u64 = u64::MAX / 255;
    const fn zero_bytes(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word & (ONES << 7)
    }
    loop {
        if let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
            let word = u64::from_le_bytes(*chunk);
            let found =
                zero_bytes(word ^ (ONES * b'"' as u64)) | zero_bytes(word ^ (ONES * b'\\' as u64));
            if found == 0 {
                at += 8;
                continue;
            }
            at += found.trailing_zeros() as usize / 8;
        }
        match bytes.get(at)? {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_found_past_text_of_any_length_with_anything_in_it() {
        for length in 0..40 {
            for odd in ["", "\\\"", "\\\\", "}", "é", "\\u0022"] {
                let text = format!("{}{odd}{}", "a".repeat(length), "b".repeat(length % 11));
                let object = format!("{{\"{text}\":[\"{text}\",{{}}, 1]}}");
                for rest in ["", ",\"x\":1}", "}"] {
                    let record = format!("{object}{rest}");
                    assert_eq!(end_of_object(record.as_bytes(), 0), Some(object.len()), "{record}");
                    for cut in 0..object.len() {
                        let (start, _) = object.as_bytes().split_at(cut);
                        assert_eq!(end_of_object(start, 0), None);
                    }
                }
            }
        }
    }
}
