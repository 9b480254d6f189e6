//! The known word that was probably meant.

/// The nearest of the known words, if two edits lead there.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distance = |known: &str| strsim::damerau_levenshtein(word, known);
    let (_, best) =
        known.into_iter().map(|known| (distance(known), known)).min_by_key(|(far, _)| *far)?;
    (distance(best) <= 2).then_some(best)
}
