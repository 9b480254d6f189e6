//! Damage that leaves a record nearly as it was, so that it is found deep inside: to its values, or
//! to its bytes.

use crate::tree::{Numbers, Tree};

/// A seed with one to three changes; parts of `other` may be put into it.
pub(crate) fn mutated(seed: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=numbers.below(3) {
        bytes = match parsed(&bytes).filter(|_| numbers.below(3) > 0) {
            Some(mut tree) => {
                change_values(&mut tree, other, numbers);
                tree.shuffled(numbers).into_bytes()
            }
            None => change_bytes(bytes, other, numbers),
        };
    }
    bytes
}

/// The JSON of a record, unless it is so deep that reading it takes all of the stack.
fn parsed(bytes: &[u8]) -> Option<Tree> {
    let opened = bytes.iter().filter(|byte| matches!(byte, b'[' | b'{')).count();
    (opened < 500).then(|| serde_json::from_slice(bytes).ok()).flatten()
}

fn change_values(tree: &mut Tree, other: &[u8], numbers: &mut Numbers) {
    let Some(mut other) = parsed(other) else { return tree.replace_somewhere(numbers) };
    match numbers.below(6) {
        0 => *tree.somewhere(numbers) = other.somewhere(numbers).clone(),
        1 => change_entries(tree.somewhere(numbers), other.somewhere(numbers), numbers),
        2 => {
            let inside = tree.somewhere(numbers);
            for _ in 0..numbers.below(5) {
                *inside = Tree::List(vec![inside.clone()]);
            }
        }
        3 => tree.replace_somewhere(numbers),
        _ => other_form_somewhere(tree, numbers),
    }
}

/// Changes the form of a leaf, if it hits one.
pub(crate) fn other_form_somewhere(tree: &mut Tree, numbers: &mut Numbers) {
    if let Tree::Leaf(json) = tree.somewhere(numbers) {
        *json = other_form(json, numbers);
    }
}

/// Text or a number in a form that is nearly right, or right and rare.
fn other_form(json: &str, numbers: &mut Numbers) -> String {
    const AROUND: &[(&str, &str)] = &[
        ("{", "}"),
        ("urn:uuid:", ""),
        ("+", ""),
        ("-", ""),
        (" ", ""),
        ("", " "),
        ("0", ""),
        ("", "0"),
        ("", ".0"),
        ("", ".50"),
        ("", "e1"),
        ("", "E-1"),
        ("", "Z"),
        ("", "+00:00"),
        ("", "S"),
        ("", "\\u0000"),
    ];
    const REPLACED: &[(&str, &str)] = &[
        ("-", ""),
        ("T", " "),
        ("T", "t"),
        ("Z", "z"),
        ("Z", ""),
        ("Z", "-00:00"),
        (":00Z", ":60Z"),
        (".", ","),
        (".", ""),
        ("0", "00"),
        ("0", "\\u0030"),
    ];
    let (inside, quote) = match json.strip_prefix('"').and_then(|json| json.strip_suffix('"')) {
        Some(inside) => (inside, "\""),
        None => (json, ""),
    };
    match numbers.below(5) {
        0 => json.to_ascii_uppercase(),
        1 if quote.is_empty() => format!("\"{json}\""),
        1 => inside.to_owned(),
        2 | 3 => {
            let (before, after) = AROUND[numbers.below(AROUND.len())];
            format!("{quote}{before}{inside}{after}{quote}")
        }
        _ => {
            let (from, to) = REPLACED[numbers.below(REPLACED.len())];
            format!("{quote}{}{quote}", inside.replacen(from, to, 1 + 8 * numbers.below(2)))
        }
    }
}

/// Takes entries away, repeats them, or takes over some of another object.
fn change_entries(tree: &mut Tree, other: &Tree, numbers: &mut Numbers) {
    match (tree, other) {
        (Tree::Object(entries), other) if !entries.is_empty() => {
            let at = numbers.below(entries.len());
            match (other, numbers.below(3)) {
                (_, 0) => drop(entries.remove(at)),
                (Tree::Object(others), 1) => entries.extend(others.iter().cloned()),
                _ => entries.push(entries[at].clone()),
            }
        }
        (Tree::List(items), other) => match numbers.below(3) {
            0 => drop(items.pop()),
            1 => items.push(other.clone()),
            _ => items.extend_from_within(..),
        },
        (tree, other) => *tree = other.clone(),
    }
}

fn change_bytes(mut bytes: Vec<u8>, other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    const TOKENS: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u0000",
        "\\ud800",
        "null",
        "-",
        "0",
        ".",
        "e9",
        "\u{feff}",
        "\0\0\0\0\0",
        "\n",
        "  ",
        "é",
        "\u{1f}",
    ];
    let at = numbers.below(bytes.len() + 1);
    match numbers.below(6) {
        0 => bytes.truncate(at),
        1 => bytes.extend_from_within(at..),
        2 => drop(bytes.splice(at..at, TOKENS[numbers.below(TOKENS.len())].bytes())),
        3 => bytes.extend_from_slice(&other[..numbers.below(other.len() + 1)]),
        _ if at == bytes.len() => bytes.push(numbers.below(256) as u8),
        4 => drop(bytes.remove(at)),
        _ => bytes[at] = numbers.below(256) as u8,
    }
    bytes
}
