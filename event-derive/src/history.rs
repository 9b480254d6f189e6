//! Field history: from names and types that ended with some version to the periods between.

use crate::model::{Period, Was};
use crate::value::Number;

/// A name or a type that a field had up to a version.
pub(crate) struct Earlier<T> {
    pub(crate) until: Number,
    pub(crate) value: T,
}

/// Splits the life of a field wherever its name or its type changed.
///
/// `names` and `types` are sorted by their last version. A field called `total` until 1, of type
/// `i64` until 2, called `amount` today, has the periods 1..=1, 2..=2 and 3.. .
pub(crate) fn periods(
    name: &str,
    first: u32,
    names: &[Earlier<String>],
    types: &[Earlier<Was>],
) -> Vec<Period> {
    let mut ends: Vec<u32> = names.iter().map(|earlier| earlier.until.value).collect();
    ends.extend(types.iter().map(|earlier| earlier.until.value));
    ends.sort_unstable();
    ends.dedup();
    let mut periods = Vec::new();
    let mut since = first;
    for until in ends.into_iter().map(Some).chain([None]) {
        let name = at(names, since).map_or(name, String::as_str);
        let was = at(types, since).cloned();
        periods.push(Period { name: name.to_owned(), since, until, was });
        since = until.map_or(since, |until| until + 1);
    }
    periods
}

fn at<T>(earlier: &[Earlier<T>], version: u32) -> Option<&T> {
    earlier.iter().find(|earlier| version <= earlier.until.value).map(|earlier| &earlier.value)
}
