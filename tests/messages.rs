//! The catalogue of errors: every rule has its ui file, every ui file its rule, and all of them speak
//! with one voice. Read as text, so that no rule can be forgotten.

#![allow(clippy::expect_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use versioned_events::{Code, EncodeCode};

/// Rules that a trait bound states in `on_unimplemented`: rule, file, trait.
const TRAIT_RULES: &[(&str, &str, &str)] = &[
    ("no_schema", "event-core/src/schema/mod.rs", "Schema"),
    ("not_a_key", "event-core/src/key.rs", "Key"),
    ("key_optional_by_alias", "event-core/src/key.rs", "KeysAreNeverOptional"),
    ("cannot_be_masked", "event-core/src/mask.rs", "Mask"),
    ("not_an_event", "event-core/src/event.rs", "Event"),
    ("not_an_event_set", "event-core/src/set.rs", "EventSet"),
    ("not_a_map_key", "event-core/src/types/maps.rs", "MapKey"),
    ("variant_holds_no_struct", "event-core/src/derived/structs.rs", "FieldsBeside"),
    ("other_is_no_raw_event", "event-core/src/set.rs", "HoldsRaw"),
    ("writes_as", "event-core/src/writes_as.rs", "Writable"),
    ("may_be_lost", "event-core/src/writes_as.rs", "MayBeLost"),
    ("way_back", "event-core/src/writes_as.rs", "WayBack"),
    ("known_then", "event-core/src/writes_as.rs", "KnownThen"),
];

/// Rules whose sentence is put together in const evaluation: rule, file, function.
const CONST_RULES: &[(&str, &str, &str)] = &[
    ("type_and_version_are_unique", "event-core/src/set_check.rs", "refuse_repeated"),
    ("held_version_missing", "event-core/src/history_check.rs", "refuse_missing_version"),
    ("edges_stand_alone", "event-core/src/history_check.rs", "refuse_mixed_versions"),
    ("versions_go_up_by_one", "event-core/src/history_check.rs", "refuse_wrong_step"),
    ("type_changed", "event-core/src/drift/mod.rs", "keep"),
    ("value_rule_changed", "event-core/src/drift/mod.rs", "keep_with_rules"),
    ("min_reader_changed", "event-core/src/drift/mod.rs", "refuse_other_min_reader"),
];

/// Files that show more than one rule, or one rule in another place.
const FURTHER_FILES: &[&str] = &[
    "many_mistakes",
    "alias_is_unique",
    "no_schema_inside",
    "no_schema_in_enum",
    "not_a_key_on_path",
    "key_optional_on_path",
    "default_of_other_type",
    "debug_of_a_field",
    "reference_field",
    "step_of_another_type",
    "step_from_no_event",
    "steps_in_a_circle",
    "back_of_another_type",
    "held_before_oldest",
    "many_drifts",
    "nested_types_changed",
    "nested_fields_changed",
    "nested_variants_changed",
    "nested_recursive_changed",
    "nested_held_forgotten",
    "value_rules_of_variants",
    "value_rules_tightened",
];

#[test]
fn every_rule_has_a_ui_file_and_every_ui_file_a_rule() {
    let mut rules: BTreeSet<String> = rules_of_the_derive().into_iter().collect();
    let tables = TRAIT_RULES.iter().chain(CONST_RULES);
    rules.extend(tables.map(|(rule, ..)| (*rule).to_owned()));
    let files: BTreeSet<String> = ui_names().into_iter().collect();
    let further: BTreeSet<String> = FURTHER_FILES.iter().map(|file| (*file).to_owned()).collect();

    assert!(rules.len() > 60, "only {} rules were found", rules.len());
    let shown: BTreeSet<_> = files.difference(&further).cloned().collect();
    let lacking: Vec<_> = rules.difference(&shown).collect();
    assert!(
        lacking.is_empty(),
        "rules without tests/ui/{{ours,rustc}}/<rule>.rs or tests/drift/cases/<rule>: {lacking:?}"
    );
    let unruly: Vec<_> = shown.difference(&rules).collect();
    assert!(unruly.is_empty(), "ui files whose name is no rule: {unruly:?}");
    let gone: Vec<_> = further.difference(&files).collect();
    assert!(gone.is_empty(), "listed here, and no ui file: {gone:?}");
}

#[test]
fn every_rule_and_every_code_has_its_place_in_the_docs() {
    let attributes = read("docs/attributes.md");
    let rules = rules_of_the_derive().into_iter().chain(ui_names());
    let lacking: Vec<_> =
        rules.filter(|rule| !attributes.contains(&format!("<a id=\"{rule}\"></a>"))).collect();
    assert!(lacking.is_empty(), "rules without an anchor in docs/attributes.md: {lacking:?}");

    let errors = read("docs/errors.md");
    let decode = Code::ALL.iter().map(|code| code.as_str());
    let codes = decode.chain(EncodeCode::ALL.iter().map(|code| code.as_str()));
    let lacking: Vec<_> =
        codes.filter(|code| !errors.contains(&format!("<a id=\"{code}\"></a>"))).collect();
    assert!(lacking.is_empty(), "codes without an anchor in docs/errors.md: {lacking:?}");
}

#[test]
fn every_ui_file_has_its_errors_written_down() {
    let sources: BTreeSet<_> = ui_files("rs").iter().map(|file| file.with_extension("")).collect();
    let errors: BTreeSet<_> =
        ui_files("stderr").iter().map(|file| file.with_extension("")).collect();
    let differences: Vec<_> = sources.symmetric_difference(&errors).collect();
    assert!(differences.is_empty(), "only one of .rs and .stderr is there: {differences:?}");
}

#[test]
fn every_bound_with_words_of_ours_is_in_the_table() {
    for (rule, file, name) in TRAIT_RULES {
        let text = read(file);
        let words = text.split("diagnostic::on_unimplemented").skip(1);
        let traits: Vec<_> = words.filter_map(|after| after.split("trait ").nth(1)).collect();
        let is_there = traits.iter().any(|after| is_name(after, name));
        assert!(is_there, "{rule}: {file} has no words for `{name}`");
    }
    for (rule, file, function) in CONST_RULES {
        assert!(read(file).contains(&format!("fn {function}(")), "{rule}: no `{function}`");
    }
    let mut sources = files_in("event-core/src");
    sources.extend(files_in("event-derive/src"));
    let attribute = "#[diagnostic::on_unimplemented(";
    let count: usize = sources.iter().map(|file| text_of(file).matches(attribute).count()).sum();
    assert_eq!(count, TRAIT_RULES.len(), "one row in TRAIT_RULES for each `on_unimplemented`");
}

#[test]
fn sentences_speak_with_one_voice() {
    let mut openings = 0;
    let mut check = |text: &str, opening: &str, is_first: bool| {
        for sentence in literals_after(text, opening) {
            openings += usize::from(is_first);
            check_voice(&sentence, is_first);
        }
    };
    for file in catalogue() {
        let text = text_of(&file);
        check(&text, "Message::new(", true);
        check(&text, ".help(", false);
        check(&text, ".note(", false);
    }
    for (_, file, _) in TRAIT_RULES {
        for after in read(file).split("#[diagnostic::on_unimplemented(").skip(1) {
            let words = after.split(")]\n").next().unwrap_or_default();
            check(words, "message = ", true);
            check(words, "note = ", false);
        }
    }
    assert!(openings > 70, "only {openings} sentences were found");
}

fn check_voice(sentence: &str, is_first: bool) {
    let first = sentence.chars().next().unwrap_or('.');
    let starts_well = first.is_lowercase() || matches!(first, '`' | '{');
    assert!(starts_well, "starts with a lower case letter or a name: {sentence}");
    assert!(!sentence.ends_with('.'), "has no full stop at its end: {sentence}");
    for word in ["parse", "token", " meta", "unexpected", "invalid", "please", "must "] {
        assert!(!sentence.contains(word), "does not say `{word}`: {sentence}");
    }
    let length = without_placeholders(sentence).chars().count();
    assert!(!is_first || length <= 80, "is {length} characters long: {sentence}");
    assert_eq!(sentence.matches('`').count() % 2, 0, "closes its backticks: {sentence}");
}

#[test]
fn every_error_says_what_to_do() {
    let drift = drift_cases().into_iter().map(|case| case.join("expected.stderr"));
    for file in ui_files("stderr").into_iter().chain(drift) {
        let (name, text) = (file.display(), text_of(&file));
        for error in text.split("\n\n").filter(|part| part.starts_with("error")) {
            let from_rustc = error.starts_with("error[");
            // Of these rustc knows the cause, and underlines the user's own code.
            let own = ["error[E0308]", "error[E0425]", "error[E0599]", "error[E0609]"];
            let helps = error.contains("help: ") || error.contains("note: ");
            let is_own = own.iter().any(|code| error.starts_with(code));
            assert!(helps || is_own, "{name} has an error without help:\n{error}");
            let ours = file.components().any(|part| part.as_os_str() == "ours");
            assert!(!(ours && from_rustc), "{name} has an error that is not ours:\n{error}");
        }
        for internal in ["__event", "derive panicked", "originates in the macro `$crate::panic"] {
            assert!(!text.contains(internal), "{name} mentions {internal}");
        }
    }
}

/// The sentences of the derives.
fn catalogue() -> Vec<PathBuf> {
    let mut files = files_in("event-derive/src/message");
    files.push(root().join("event-derive/src/message.rs"));
    files
}

/// `pub(crate) fn <rule>(` in the catalogue.
fn rules_of_the_derive() -> Vec<String> {
    let mut rules = Vec::new();
    for file in catalogue() {
        let text = text_of(&file);
        let functions = text.split("\npub(crate) fn ").skip(1);
        rules.extend(functions.filter_map(|after| after.split('(').next()).map(str::to_owned));
    }
    rules
}

/// The text literals that stand first behind an opening, through `format_args!`.
fn literals_after(text: &str, opening: &str) -> Vec<String> {
    let starts = text.split(opening).skip(1).filter_map(|after| {
        let after = after.trim_start();
        let after = after.strip_prefix("format_args!(").unwrap_or(after).trim_start();
        after.strip_prefix('"')
    });
    starts.map(literal).collect()
}

/// Up to the closing quote, unescaped.
fn literal(text: &str) -> String {
    let mut sentence = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => sentence.extend(characters.next()),
            character => sentence.push(character),
        }
    }
    sentence
}

fn without_placeholders(sentence: &str) -> String {
    let parts = sentence.split('{').enumerate().map(|(index, part)| match index {
        0 => part,
        _ => part.split_once('}').map_or(part, |(_, after)| after),
    });
    parts.collect()
}

fn is_name(after: &str, name: &str) -> bool {
    after.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn ui_files(extension: &str) -> Vec<PathBuf> {
    let mut files = files_in("tests/ui/ours");
    files.extend(files_in("tests/ui/rustc"));
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    files
}

/// Packages with contracts that they do not keep.
fn drift_cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/drift/cases")).expect("the folder is there");
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

/// What the ui files and the packages are called: as the rule that they show.
fn ui_names() -> Vec<String> {
    let files = ui_files("rs");
    files.iter().chain(&drift_cases()).map(|file| stem(file)).collect()
}

/// All files in a folder and its folders.
fn files_in(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder)).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => files.extend(files_in(path.to_str().expect("a path in UTF-8"))),
            false => files.push(path),
        }
    }
    files
}

fn stem(file: &Path) -> String {
    file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned()
}

fn read(file: &str) -> String {
    text_of(&root().join(file))
}

fn text_of(file: &Path) -> String {
    fs::read_to_string(file).expect("the file is there")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
