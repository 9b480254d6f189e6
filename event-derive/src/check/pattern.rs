//! Which regular expressions mean the same to Rust and to JSON Schema, which has those of ECMA 262.
//!
//! Only what is known to be the same passes: `\d` is any digit of any script here and ten there, and
//! `.` stops at other ends of lines.

/// Characters that mean something in a pattern of ECMA 262.
const SYNTAX: &str = r"^$\.*+?()[]{}|/";

/// A pattern that finds this text.
pub(super) fn literal(text: &str) -> String {
    text.chars().fold(String::new(), |mut pattern, character| {
        if SYNTAX.contains(character) && character != '/' {
            pattern.push('\\');
        }
        pattern.push(character);
        pattern
    })
}

/// Whether the pattern means the same to both.
pub(super) fn is_ecma(pattern: &str) -> bool {
    let mut rest = Rest(pattern);
    rest.alternatives().is_some() && rest.0.is_empty()
}

/// What is left of a pattern; `None` where something is met that both may not agree on.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn peek(&self) -> Option<char> {
        self.0.chars().next()
    }

    fn take(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.0 = self.0.get(next.len_utf8()..)?;
        Some(next)
    }

    fn takes(&mut self, text: &str) -> bool {
        let rest = self.0.strip_prefix(text);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// `a|b`, up to the end or to a parenthesis.
    fn alternatives(&mut self) -> Option<()> {
        loop {
            match self.peek() {
                None | Some(')') => return Some(()),
                Some('|' | '^' | '$') => drop(self.take()),
                Some(_) => {
                    self.atom()?;
                    self.repeated()?;
                }
            }
        }
    }

    /// One character, a class or a group.
    fn atom(&mut self) -> Option<()> {
        match self.take()? {
            '(' => {
                if !self.takes("?:") && self.peek() == Some('?') {
                    return None;
                }
                self.alternatives()?;
                self.takes(")").then_some(())
            }
            '[' => self.class(),
            '\\' => self.escaped(SYNTAX).map(drop),
            character if SYNTAX.contains(character) && character != '/' => None,
            _ => Some(()),
        }
    }

    /// `*`, `+`, `?` or `{1,3}`, each perhaps with a `?` behind it.
    fn repeated(&mut self) -> Option<()> {
        match self.peek() {
            Some('*' | '+' | '?') => drop(self.take()),
            Some('{') => {
                let (counts, rest) = self.0.strip_prefix('{')?.split_once('}')?;
                let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
                let least: u32 = least.parse().ok()?;
                if !most.is_empty() && most.parse::<u32>().ok()? < least {
                    return None;
                }
                self.0 = rest;
            }
            _ => return Some(()),
        }
        self.takes("?");
        Some(())
    }

    /// What stands between brackets: characters and ranges of them.
    fn class(&mut self) -> Option<()> {
        self.takes("^");
        let mut is_empty = true;
        loop {
            if self.takes("]") {
                return (!is_empty).then_some(());
            }
            let first = self.in_class(is_empty)?;
            is_empty = false;
            if self.0.starts_with('-') && !self.0.starts_with("-]") {
                self.take();
                (first <= self.in_class(false)?).then_some(())?;
            }
        }
    }

    /// One character of a class. A hyphen is one at either end.
    fn in_class(&mut self, is_first: bool) -> Option<char> {
        let is_last = self.0.starts_with("-]");
        match self.take()? {
            '\\' => self.escaped(r"^$\.*+?()[]{}|/-"),
            '-' => (is_first || is_last).then_some('-'),
            // Some of these mean sets within sets to one of the two.
            '[' | ']' | '&' | '~' | '^' => None,
            character => Some(character),
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self, plain: &str) -> Option<char> {
        match self.take()? {
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            character => plain.contains(character).then_some(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_passes_only_if_it_is_known_to_mean_the_same() {
        for same in [
            "",
            "^[A-Z]{3}$",
            "^(?:a|bc)+?$",
            r"^[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}$",
            r"[^\]\-\n]*",
            "(a|)",
            "ä{2,3}/",
            "[-a]",
        ] {
            assert!(is_ecma(same), "{same}");
        }
        for other in [
            "(?i)a",
            "(?x) a",
            r"\Aa\z",
            r"\d+",
            r"\w",
            r"\bA",
            "a.b",
            "[[:alpha:]]",
            "[a&&b]",
            "(?P<name>a)",
            "(?<name>a)",
            r"\p{L}",
            r"\x{61}",
            "a**",
            "^*",
            "a{,3}",
            "]",
            "}",
            "(a",
            "a)",
            "[]a]",
            "[a-c-e]",
            r"\-",
            "[a~~b]",
        ] {
            assert!(!is_ecma(other), "{other}");
        }
    }

    #[test]
    fn a_literal_means_itself() {
        assert_eq!(literal("a.b/(c)"), r"a\.b/\(c\)");
        assert!(is_ecma(&literal(r"^$\.*+?()[]{}|/-ä")));
    }
}
