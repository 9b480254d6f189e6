//! Steps over JSON text without building anything. Only failures come here: it finds out where and
//! what, after serde_json has found out whether.

use std::borrow::Cow;

/// What a value is, by its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool,
    Number,
    Text,
    List,
    Object,
}

impl Kind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::Text => "text",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

/// JSON text that may end or break anywhere; then every step gives `None`.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    text: &'a str,
}

impl<'a> Scan<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text }
    }

    pub(crate) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The first place from `at` on that is not white space.
    pub(crate) fn skip_space(&self, mut at: usize) -> usize {
        while matches!(self.byte(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            at += 1;
        }
        at
    }

    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        Some(match self.byte(at)? {
            b'n' => Kind::Null,
            b't' | b'f' => Kind::Bool,
            b'"' => Kind::Text,
            b'[' => Kind::List,
            b'{' => Kind::Object,
            b'-' | b'0'..=b'9' => Kind::Number,
            _ => return None,
        })
    }

    /// The text from `start` up to `end`.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The end of the text that starts with the quote at `at`.
    fn text_end(&self, at: usize) -> Option<usize> {
        let mut at = at + 1;
        loop {
            match self.byte(at)? {
                b'"' => return Some(at + 1),
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
    }

    /// The end of the value at `at`, however deep it is.
    pub(crate) fn end(&self, at: usize) -> Option<usize> {
        let mut at = at;
        let mut depth = 0usize;
        loop {
            at = self.skip_space(at);
            match self.byte(at)? {
                b'"' => at = self.text_end(at)?,
                b'[' | b'{' => {
                    depth += 1;
                    at += 1;
                }
                b']' | b'}' => {
                    depth = depth.checked_sub(1)?;
                    at += 1;
                }
                b',' | b':' if depth > 0 => at += 1,
                b',' | b':' => return None,
                _ => at = self.word_end(at)?,
            }
            if depth == 0 {
                return Some(at);
            }
        }
    }

    /// The end of a number, `true`, `false` or `null`.
    fn word_end(&self, start: usize) -> Option<usize> {
        let mut at = start;
        while let Some(b'+' | b'-' | b'.' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z') = self.byte(at)
        {
            at += 1;
        }
        (at > start).then_some(at)
    }

    /// The text value at `at`, without quotes and escapes, and its end.
    pub(crate) fn text(&self, at: usize) -> Option<(Cow<'a, str>, usize)> {
        if self.byte(at)? != b'"' {
            return None;
        }
        let end = self.text_end(at)?;
        let inside = self.slice(at + 1, end - 1);
        if inside.contains('\\') {
            let text = serde_json::from_str(self.slice(at, end)).ok()?;
            return Some((Cow::Owned(text), end));
        }
        Some((Cow::Borrowed(inside), end))
    }

    /// Whether the text at `at` ends, and has escapes that mean no character.
    pub(crate) fn is_unreadable(&self, at: usize) -> bool {
        self.byte(at) == Some(b'"') && self.text_end(at).is_some() && self.text(at).is_none()
    }

    /// The entries of the object at `at`.
    pub(crate) fn entries(self, at: usize) -> Entries<'a> {
        Entries { scan: self, at: at + 1, first: true }
    }

    /// The start of the first item, or of the next one after an item that ended at `at`.
    /// `Err(end)` is the end of the list.
    pub(crate) fn item(&self, at: usize, first: bool) -> Option<Result<usize, usize>> {
        let at = self.skip_space(at);
        match self.byte(at) {
            Some(b']') => Some(Err(at + 1)),
            Some(b',') if !first => Some(Ok(self.skip_space(at + 1))),
            _ if first => Some(Ok(at)),
            _ => None,
        }
    }

    /// How deep lists and objects lie inside each other.
    pub(crate) fn depth(&self) -> usize {
        let (mut at, mut depth, mut deepest) = (0, 0usize, 0);
        while let Some(byte) = self.byte(at) {
            match byte {
                b'"' => match self.text_end(at) {
                    Some(end) => {
                        at = end;
                        continue;
                    }
                    None => break,
                },
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            deepest = deepest.max(depth);
            at += 1;
        }
        deepest
    }
}

/// One entry of an object: its name, where the name starts, and where the value starts.
pub(crate) struct Entry<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) name_at: usize,
    pub(crate) value_at: usize,
}

/// Walks the entries of an object; whoever asks says where the last value ended.
pub(crate) struct Entries<'a> {
    scan: Scan<'a>,
    at: usize,
    first: bool,
}

impl<'a> Entries<'a> {
    /// The next entry; `Err(end)` is the end of the object, `None` that the text breaks off.
    pub(crate) fn next(&mut self) -> Option<Result<Entry<'a>, usize>> {
        let mut at = self.scan.skip_space(self.at);
        match self.scan.byte(at)? {
            b'}' => return Some(Err(at + 1)),
            b',' if !self.first => at = self.scan.skip_space(at + 1),
            _ if self.first => {}
            _ => return None,
        }
        self.first = false;
        let (name, end) = self.scan.text(at)?;
        let colon = self.scan.skip_space(end);
        if self.scan.byte(colon)? != b':' {
            return None;
        }
        let value_at = self.scan.skip_space(colon + 1);
        self.at = value_at;
        Some(Ok(Entry { name, name_at: at, value_at }))
    }

    /// Where the name is that [`Entries::next`] could not read: its escapes mean no character.
    pub(crate) fn unreadable_name(&self) -> Option<usize> {
        let at = self.scan.skip_space(self.at);
        let at = if self.scan.byte(at)? == b',' { self.scan.skip_space(at + 1) } else { at };
        self.scan.is_unreadable(at).then_some(at)
    }

    /// Says where the value of the last entry ended.
    pub(crate) fn ended(&mut self, at: usize) {
        self.at = at;
    }

    /// Steps over the value of the last entry.
    pub(crate) fn skip(&mut self) -> Option<usize> {
        self.at = self.scan.end(self.at)?;
        Some(self.at)
    }
}
