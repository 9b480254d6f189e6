//! Masking: what leaves the process in place of a sensitive text.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

/// The masked form of a text of which nothing may be seen.
pub(crate) const STARS: &str = "***";

/// A type that a field marked `#[field(masked)]` can have: text, and `Option`, `Vec` and maps of it.
///
/// Masking twice gives what masking once gave, and the masked form decodes as the same type: an
/// implementation of your own promises both.
///
/// ```
/// use event_core::Mask;
/// assert_eq!("4111111111111111".to_owned().mask(Some(4)), "****1111");
/// assert_eq!("secret".to_owned().mask(None), "***");
/// assert_eq!("short".to_owned().mask(Some(4)), "***");
/// ```
#[diagnostic::on_unimplemented(
    message = "only text can be masked, and `{Self}` is not text",
    label = "cannot be masked",
    note = "mask the fields inside it with `#[field(masked)]`, or make it a `String`, or an `Option`, `Vec` or map of `String`",
    note = "or implement `Mask` for it, if its masked form decodes as the same type"
)]
pub trait Mask: Sized {
    /// The masked form. `last` says how many characters at the end may be seen.
    ///
    /// Whole: `***`. With `last = n`: `max(n, 4)` stars and the last n characters, if the text has at
    /// least 2n; a shorter one becomes `***`.
    #[must_use]
    fn mask(&self, last: Option<usize>) -> Self;
}

fn mask_text(text: &str, last: Option<usize>) -> String {
    let Some(last) = last.filter(|_| text != STARS) else { return STARS.to_owned() };
    let length = text.chars().count();
    if last == 0 || length / 2 < last {
        return STARS.to_owned();
    }
    let shown = text.char_indices().rev().nth(last - 1).map_or(text.len(), |(at, _)| at);
    let shown = text.get(shown..).unwrap_or_default();
    let stars = last.max(4);
    let mut masked = String::with_capacity(stars + shown.len());
    masked.extend(std::iter::repeat_n('*', stars));
    masked.push_str(shown);
    masked
}

impl Mask for String {
    fn mask(&self, last: Option<usize>) -> Self {
        mask_text(self, last)
    }
}

impl Mask for Cow<'static, str> {
    fn mask(&self, last: Option<usize>) -> Self {
        Cow::Owned(mask_text(self, last))
    }
}

impl<T: Mask> Mask for Option<T> {
    fn mask(&self, last: Option<usize>) -> Self {
        self.as_ref().map(|value| value.mask(last))
    }
}

impl<T: Mask> Mask for Box<T> {
    fn mask(&self, last: Option<usize>) -> Self {
        Self::new(self.as_ref().mask(last))
    }
}

impl<T: Mask> Mask for Vec<T> {
    fn mask(&self, last: Option<usize>) -> Self {
        self.iter().map(|value| value.mask(last)).collect()
    }
}

impl<T: Mask, const N: usize> Mask for [T; N] {
    fn mask(&self, last: Option<usize>) -> Self {
        self.each_ref().map(|value| value.mask(last))
    }
}

impl<K: Clone + Ord, T: Mask> Mask for BTreeMap<K, T> {
    fn mask(&self, last: Option<usize>) -> Self {
        self.iter().map(|(key, value)| (key.clone(), value.mask(last))).collect()
    }
}

impl<K: Clone + Eq + Hash, T: Mask, S: BuildHasher + Default> Mask for HashMap<K, T, S> {
    fn mask(&self, last: Option<usize>) -> Self {
        self.iter().map(|(key, value)| (key.clone(), value.mask(last))).collect()
    }
}

/// How one field is masked: by [`Mask`], or by a function of the user's.
#[doc(hidden)]
pub struct MaskRule<T>(Rule<T>);

enum Rule<T> {
    Trait(fn(&T, Option<usize>) -> T, Option<usize>),
    Function(fn(&T) -> T),
}

impl<T> MaskRule<T> {
    /// `masked`
    #[must_use]
    pub fn whole() -> Self
    where
        T: Mask,
    {
        Self(Rule::Trait(T::mask, None))
    }

    /// `masked(last = n)`
    #[must_use]
    pub fn last(characters: usize) -> Self
    where
        T: Mask,
    {
        Self(Rule::Trait(T::mask, Some(characters)))
    }

    /// `masked(with = path)`
    #[must_use]
    pub fn with(mask: fn(&T) -> T) -> Self {
        Self(Rule::Function(mask))
    }

    /// The masked form of a value.
    #[must_use]
    pub fn apply(&self, value: &T) -> T {
        match self.0 {
            Rule::Trait(mask, last) => mask(value, last),
            Rule::Function(mask) => mask(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masking_shows_at_most_the_last_characters_of_long_texts() {
        for (text, last, masked) in [
            ("", None, "***"),
            ("", Some(4), "***"),
            ("1234567", Some(4), "***"),
            ("12345678", Some(4), "****5678"),
            ("größer", Some(3), "****ßer"),
            ("abcdefghijkl", Some(6), "******ghijkl"),
            ("a", Some(1), "***"),
            ("ab", Some(1), "****b"),
            ("x", Some(usize::MAX), "***"),
        ] {
            assert_eq!(mask_text(text, last), masked, "{text} with {last:?}");
        }
    }

    #[test]
    fn masking_twice_is_masking_once() {
        let letters = ["", "*", "**", "***", "****", "a", "ab", "é*", "4111111111111111"];
        for text in letters {
            for last in [None, Some(1), Some(2), Some(3), Some(4), Some(5), Some(9)] {
                let once = mask_text(text, last);
                assert_eq!(mask_text(&once, last), once, "{text} with {last:?}");
            }
        }
    }
}
