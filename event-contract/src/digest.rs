//! The line that closes a file: one changed bit, and it no longer fits.

use crate::ContractError;

/// The FNV-1a hash of 64 bits, as 16 hexadecimal digits. It guards against accidents, not against
/// people: those are kept out by version control.
fn digest(text: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
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
pub(crate) fn opened(text: &str) -> Result<String, ContractError> {
    let text = text.replace("\r\n", "\n");
    const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    if text.lines().any(|line| MARKS.iter().any(|mark| line.starts_with(mark))) {
        return Err(ContractError::damaged("it holds the marks of an unfinished merge"));
    }
    if text.starts_with('\u{feff}') {
        return Err(ContractError::damaged(
            "it begins with a byte order mark, as editors write it",
        ));
    }
    let Some((body, _)) = text.rsplit_once(",\n  \"digest\": \"") else {
        return Err(ContractError::damaged("it is cut off: its last line, the digest, is missing"));
    };
    match close(body.to_owned()) == text {
        true => Ok(text),
        false => Err(ContractError::damaged("it does not match its digest")),
    }
}
