//! Text of contract files, put together: members of objects in one line, or one line a member.

use serde_json::Value;

/// The members of an object: those that say nothing are left out.
pub(crate) struct Members(Vec<(&'static str, String)>);

impl Members {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    /// A member whose JSON is given.
    pub(crate) fn json(mut self, name: &'static str, json: String) -> Self {
        self.0.push((name, json));
        self
    }

    pub(crate) fn text(self, name: &'static str, text: &str) -> Self {
        self.json(name, quoted(text))
    }

    pub(crate) fn number(self, name: &'static str, number: u32) -> Self {
        self.json(name, number.to_string())
    }

    /// A member that is left out when it is empty.
    pub(crate) fn text_if_any(self, name: &'static str, text: &str) -> Self {
        if text.is_empty() { self } else { self.text(name, text) }
    }

    /// A member that is left out when it is 0.
    pub(crate) fn number_if_any(self, name: &'static str, number: u32) -> Self {
        if number == 0 { self } else { self.number(name, number) }
    }

    /// A member that is left out when it is false.
    pub(crate) fn flag(self, name: &'static str, flag: bool) -> Self {
        if flag { self.json(name, "true".to_owned()) } else { self }
    }

    /// A list that is left out when it is empty.
    pub(crate) fn texts(self, name: &'static str, texts: &[impl AsRef<str>]) -> Self {
        let texts: Vec<_> = texts.iter().map(|text| quoted(text.as_ref())).collect();
        if texts.is_empty() { self } else { self.json(name, format!("[{}]", texts.join(", "))) }
    }

    pub(crate) fn json_if_any(self, name: &'static str, json: Option<String>) -> Self {
        match json {
            Some(json) => self.json(name, json),
            None => self,
        }
    }

    /// `{"name": "on", "type": "bool"}`
    pub(crate) fn in_one_line(self) -> String {
        let mut text = self.joined("{", ", ");
        text.push('}');
        text
    }

    /// One member a line, without the closing brace.
    fn opened(self, indent: usize) -> String {
        let line = format!("\n{}", " ".repeat(indent + 2));
        self.joined(&format!("{{{line}"), &format!(",{line}"))
    }

    // The derives read every contract in each build, unoptimized as macros are: no `format!` a member.
    fn joined(self, start: &str, between: &str) -> String {
        let mut text = String::new();
        for (i, (name, json)) in self.0.into_iter().enumerate() {
            text.push_str(if i == 0 { start } else { between });
            text.push('"');
            text.push_str(name);
            text.push_str("\": ");
            text.push_str(&json);
        }
        if text.is_empty() { start.to_owned() } else { text }
    }

    /// One member a line.
    pub(crate) fn in_lines(self, indent: usize) -> String {
        format!("{}\n{}}}", self.opened(indent), " ".repeat(indent))
    }

    /// A whole file, closed by its digest.
    pub(crate) fn into_file(self) -> String {
        crate::digest::close(self.opened(0))
    }
}

/// One item a line.
pub(crate) fn list(items: &[String], indent: usize) -> String {
    if items.is_empty() {
        return "[]".to_owned();
    }
    let line = format!("\n{}", " ".repeat(indent + 2));
    let mut text = "[".to_owned();
    for (i, item) in items.iter().enumerate() {
        text.push_str(if i == 0 { "" } else { "," });
        text.push_str(&line);
        text.push_str(item);
    }
    text.push('\n');
    text.push_str(&" ".repeat(indent));
    text.push(']');
    text
}

/// One member a line, under names that are data.
pub(crate) fn map(members: &[(String, String)], indent: usize) -> String {
    let space = " ".repeat(indent + 2);
    let members: Vec<_> =
        members.iter().map(|(name, json)| format!("{space}{}: {json}", quoted(name))).collect();
    format!("{{\n{}\n{}}}", members.join(",\n"), " ".repeat(indent))
}

/// Text as JSON.
pub(crate) fn quoted(text: &str) -> String {
    let is_plain = |byte: u8| !byte.is_ascii_control() && byte != b'"' && byte != b'\\';
    if text.bytes().all(is_plain) { format!("\"{text}\"") } else { Value::from(text).to_string() }
}
