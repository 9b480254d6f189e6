//! Whether every type that the documentation lists has a row.

use super::TABLES;

const DOCS: &str = include_str!("../../../docs/attributes.md");
/// What stands in a row in words: `u8` to `u64`, tuples of 1 to 12.
const IN_WORDS: &[&str] =
    &["u16", "u32", "u64", "i16", "i32", "i64", "usize", "(u8,)", "(String, u8)", "Empty", "Kind"];

/// The types in the first column of the table of field types.
fn documented() -> Vec<String> {
    let table = DOCS.split("## Field types").nth(1).unwrap();
    let rows = table.lines().skip(1).take_while(|line| !line.starts_with("## "));
    let cells = rows.filter_map(|row| row.strip_prefix("| ")?.split(" | ").next());
    let code = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    cells.flat_map(|cell| -> Vec<String> { code(cell) }).collect()
}

/// A type without its path, and without parameters if they are only names.
fn head(documented: &str) -> &str {
    let head = documented.rsplit_once("::").map_or(documented, |(_, name)| name);
    let parameters = ["<T>", "<K, V>", "<K, V, S>", "T; N]"];
    parameters.iter().find_map(|parameters| head.strip_suffix(parameters)).unwrap_or(head)
}

#[test]
fn every_documented_type_is_tried() {
    let tried: Vec<_> = TABLES.iter().copied().flatten().collect();
    let is_tried = |name: &str| tried.iter().any(|row| row.starts_with(name));
    let documented = documented();
    let documented: Vec<_> = documented.iter().map(|name| head(name)).collect();
    assert!(documented.len() > 25, "{documented:?}");
    // Attributes and a feature stand in the column, too.
    let types = documented.iter().filter(|name| !name.contains('#') && **name != "rust_decimal");
    let missing: Vec<_> = types.filter(|name| !is_tried(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(IN_WORDS.iter().all(|name| is_tried(name)));
    assert_eq!(tried.iter().filter(|row| row.starts_with('(')).count(), 12);
}
