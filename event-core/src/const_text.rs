//! Sentences put together in const evaluation, which has no `format!`.

/// Room for the sentence: names longer than this are cut.
const LENGTH: usize = 1024;

/// A sentence put together in const evaluation.
pub(crate) struct Sentence {
    bytes: [u8; LENGTH],
    length: usize,
}

#[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
impl Sentence {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; LENGTH], length: 0 }
    }

    pub(crate) const fn text(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        let mut i = 0;
        while i < text.len() && self.length < LENGTH {
            self.bytes[self.length] = text[i];
            self.length += 1;
            i += 1;
        }
        self
    }

    pub(crate) const fn number(self, number: u32) -> Self {
        const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        let rest = if number >= 10 { self.number(number / 10) } else { self };
        rest.text(DIGITS[(number % 10) as usize])
    }

    pub(crate) const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "a name that is cut in the middle of a letter",
        }
    }
}
