//! Fixtures: `before.json` and `after.json`, or `v1.json` and so on; `about.toml`, `top.toml` and
//! `oldest` where the rule needs them; `expected.txt` is what people see.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use event_contract::Contract;
use event_rules::about::{About, TopAbout, TypeAbout};
use event_rules::{Audience, Judgement, Level, judge};

pub struct Fixture {
    contracts: Vec<Contract>,
    about: About,
    oldest: u32,
}

fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

pub fn names() -> BTreeSet<String> {
    let entries = fs::read_dir(directory()).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
    folders.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

pub fn expected(rule: &str) -> String {
    fs::read_to_string(directory().join(rule).join("expected.txt")).unwrap_or_default()
}

pub fn write_expected(rule: &str, text: &str) {
    fs::write(directory().join(rule).join("expected.txt"), text).unwrap();
}

fn docs_file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/rules.md")
}

pub fn docs() -> String {
    fs::read_to_string(docs_file()).unwrap()
}

/// The docs show what is shown, where they show it.
pub fn write_docs(rule: &str, text: &str) {
    let docs = docs();
    let anchor = format!("<a id=\"{rule}\"></a>");
    let Some((before, section)) = docs.split_once(&anchor) else { return };
    let end = section.find("<a id=").unwrap_or(section.len());
    let (section, after) = section.split_at(end);
    let Some((words, shown)) = section.split_once("```text\n") else { return };
    let (_, rest) = shown.split_once("```").unwrap();
    let docs = format!("{before}{anchor}{words}```text\n{text}```{rest}{after}");
    fs::write(docs_file(), docs).unwrap();
}

impl Fixture {
    pub fn read(rule: &str) -> Self {
        let folder = directory().join(rule);
        let mut contracts: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
            .map(|path| {
                let text = fs::read_to_string(&path).unwrap();
                Contract::from_text(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"))
            })
            .collect();
        contracts.sort_by_key(|contract| contract.version);
        let text = |file: &str| fs::read_to_string(folder.join(file)).unwrap_or_default();
        let own = TypeAbout::from_text(&text("about.toml")).unwrap();
        let top = TopAbout::from_text(&text("top.toml")).unwrap();
        let about = About {
            level: Level::FullTransitive,
            judged_by: vec![Audience::Us, Audience::Lenient, Audience::Strict],
            ..About::new(&contracts[0].event_type, own, &top)
        };
        Self { contracts, about, oldest: text("oldest").trim().parse().unwrap_or(1) }
    }

    pub fn judge(&self) -> Judgement {
        judge(&self.contracts, self.oldest, &self.about, "2026-05-01".parse().unwrap())
    }

    pub fn contract(&self, version: u32) -> &Contract {
        self.contracts.iter().find(|contract| contract.version == version).unwrap()
    }
}
