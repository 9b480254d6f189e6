//! E-mail addresses in text that people write: the text is kept, the addresses are not.

use std::borrow::Cow;

/// For `#[field(masked(with = ...))]`: the text with `***` in place of every address.
pub fn without_addresses(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || "<>()[]\"'`,;:".contains(c);
    let words = text.split_inclusive(ends).map(|word| {
        let bare = word.trim_end_matches(ends);
        match is_address(bare) {
            true => Cow::Owned(word.replacen(bare, "***", 1)),
            false => Cow::Borrowed(word),
        }
    });
    words.collect()
}

/// The same for text that may be absent.
pub fn without_addresses_if_any(text: &Option<String>) -> Option<String> {
    text.as_deref().map(without_addresses)
}

/// `somebody@example.com`; better one too many than one too few.
fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}
