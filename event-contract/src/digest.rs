//! The line that closes a file: one changed bit, and it no longer fits.

use std::borrow::Cow;

use crate::ContractError;

/// The FNV-1a hash of 64 bits, as 16 hexadecimal digits. It guards against accidents, not against
/// people: those are kept out by version control.
fn digest(text: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut rest = text.as_bytes();
    // The derives do this in each build, unoptimized as macros are: no call a byte, as `for` has one.
    while let [byte, after @ ..] = rest {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        rest = after;
    }
    format!("{hash:016x}")
}

/// Closes a text that ends after its last member.
pub(crate) fn close(mut text: String) -> String {
    let digest = digest(&text);
    text.push_str(",\n  \"digest\": \"");
    text.push_str(&digest);
    text.push_str("\"\n}\n");
    text
}

/// Text as it was written: checked out with other line ends, it is the same text.
pub(crate) fn opened(text: &str) -> Result<Cow<'_, str>, ContractError> {
    let text = match text.as_bytes().contains(&b'\r') {
        true => Cow::Owned(text.replace("\r\n", "\n")),
        false => Cow::Borrowed(text),
    };
    let body = text.len().checked_sub(CLOSED_BY.len()).and_then(|end| text.get(..end));
    match body {
        Some(body) if close(body.to_owned()) == text => Ok(text),
        _ => Err(ContractError::damaged(damage(&text))),
    }
}

/// What `close` adds.
const CLOSED_BY: &str = ",\n  \"digest\": \"0123456789abcdef\"\n}\n";

fn damage(text: &str) -> &'static str {
    const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    if text.lines().any(|line| MARKS.iter().any(|mark| line.starts_with(mark))) {
        return "it holds the marks of an unfinished merge";
    }
    if text.starts_with('\u{feff}') {
        return "it begins with a byte order mark, as editors write it";
    }
    match text.contains(",\n  \"digest\": \"") {
        true => "it does not match its digest",
        false => "it is cut off: its last line, the digest, is missing",
    }
}
