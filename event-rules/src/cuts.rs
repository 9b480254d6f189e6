//! What is left of a value when a part of it is cut off.

use serde_json::{Map, Value};

/// By half, by a quarter and so on down to one less.
pub(crate) fn nearer_zero(number: i128) -> impl Iterator<Item = i128> {
    let cuts = std::iter::successors(Some(number), |cut| Some(cut / 2).filter(|cut| *cut != 0));
    cuts.map(move |cut| number - cut)
}

pub(crate) fn shorter_texts(text: &str) -> Vec<Value> {
    let letters: Vec<_> = text.chars().collect();
    let half: String = letters.iter().take(letters.len() / 2).collect();
    let mut texts = vec![half, "a".repeat(letters.len())];
    for place in 0..letters.len().min(64) {
        let mut letters = letters.clone();
        letters.remove(place);
        texts.push(letters.into_iter().collect());
    }
    texts.into_iter().map(Value::from).collect()
}

/// Each half of the items, and all but each one.
pub(crate) fn shorter(items: &[Value]) -> Vec<Value> {
    let (first, second) = items.split_at(items.len() / 2);
    let mut lists = vec![Value::Array(first.to_vec()), Value::Array(second.to_vec())];
    for place in 0..items.len().min(64) {
        let mut items = items.to_vec();
        items.remove(place);
        lists.push(Value::Array(items));
    }
    lists
}

/// Each half of the entries.
pub(crate) fn halves(entries: &Map<String, Value>) -> [Value; 2] {
    let half = entries.len() / 2;
    let entry = |(name, value): (&String, &Value)| (name.clone(), value.clone());
    let first = entries.iter().take(half).map(entry).collect();
    let second = entries.iter().skip(half).map(entry).collect();
    [Value::Object(first), Value::Object(second)]
}
