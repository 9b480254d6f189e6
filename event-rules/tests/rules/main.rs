//! Every rule has a fixture, a snapshot of what people see, a section in the docs, and a verdict that
//! is proven. `RULES=overwrite cargo test -p event-rules --test rules` writes the snapshots anew.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod fixture;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use event_rules::rules::RULES;
use event_rules::{Finding, Reading, Rule, Standing, Who};
use fixture::Fixture;

#[test]
fn every_rule_has_a_fixture_and_every_fixture_a_rule() {
    let rules: BTreeSet<_> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(fixture::names(), rules);
}

#[test]
fn every_rule_is_told_once() {
    let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len());
    for rule in RULES {
        assert!(rule.question.ends_with('?'), "{}", rule.id);
    }
}

#[test]
fn what_people_see_is_what_was_reviewed() {
    let overwrite = std::env::var("RULES").is_ok_and(|word| word == "overwrite");
    let mut changed = Vec::new();
    for rule in RULES {
        let shown: String =
            own(rule.id).1.iter().map(|finding| finding.explain().to_string()).collect();
        assert!(!shown.is_empty(), "`{}` does not find its own fixture", rule.id);
        if overwrite {
            fixture::write_expected(rule.id, &shown);
            fixture::write_docs(rule.id, &shown);
        } else if fixture::expected(rule.id) != shown {
            changed.push(format!("{}:\n{shown}", rule.id));
        }
    }
    assert!(changed.is_empty(), "these read differently now:\n\n{}", changed.join("\n"));
}

#[test]
fn who_breaks_is_what_the_payloads_prove() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let (_, findings) = own(rule.id);
        let proven: BTreeSet<Who> =
            findings.iter().flat_map(|finding| &finding.breaks).map(|one| one.who).collect();
        let declared: BTreeSet<Who> = rule.breaks.iter().copied().collect();
        if proven != declared {
            wrong.push(format!("{}: declared {declared:?}, proven {proven:?}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The payload is taken by its own version and refused by the other one, read once more from its text.
#[test]
fn every_payload_is_valid_on_one_side_and_refused_on_the_other() {
    let mut proofs = 0;
    for rule in RULES {
        let (fixture, findings) = own(rule.id);
        for finding in findings {
            let (before, after) = (finding.found.version_before, finding.found.version_after);
            for one in &finding.breaks {
                let (writer, reader) = match one.who.direction() {
                    event_rules::Direction::Backward => (before, after),
                    event_rules::Direction::Forward => (after, before),
                };
                let text = one.payload.to_string();
                let reads = |version| {
                    let contract = fixture.contract(version);
                    Reading::new(contract, one.who.audience()).refusal(&text)
                };
                assert_eq!(reads(writer), None, "{}, {:?}: {text}", rule.id, one.who);
                if !["newer_version", "unknown_version", "unknown_type"].contains(&one.code) {
                    let code = reads(reader).map(|refusal| refusal.code);
                    assert!(code.is_some(), "{}, {:?}: {text}", rule.id, one.who);
                }
                proofs += 1;
            }
        }
    }
    assert!(proofs > 60, "{proofs}");
}

#[test]
fn every_rule_is_in_the_docs() {
    let docs = fixture::docs();
    for rule in RULES {
        let anchor = format!("<a id=\"{}\"></a>", rule.id);
        assert_eq!(docs.matches(&anchor).count(), 1, "docs/rules.md lacks {anchor}");
        let section = docs.split_once(&anchor).map_or("", |(_, rest)| rest);
        let section = section.split("<a id=").next().unwrap_or_default();
        assert!(section.contains(rule.question), "docs/rules.md asks otherwise: {}", rule.id);
        if let Some((_, shown)) = section.split_once("```text\n") {
            let shown = shown.split("```").next().unwrap_or_default();
            assert_eq!(shown, fixture::expected(rule.id), "docs/rules.md shows an older text");
        }
    }
    assert_eq!(docs.matches("<a id=\"").count(), RULES.len());
}

/// The first line is a sentence of ours: not too long, lower case or a name, no full stop.
#[test]
fn words_keep_to_the_house_style() {
    for rule in RULES {
        for finding in &own(rule.id).1 {
            let (words, help) = (finding.words(), finding.help());
            assert!(words.len() <= 110, "{}: {words}", rule.id);
            assert!(!words.ends_with('.'), "{}: {words}", rule.id);
            assert!(!help.is_empty(), "{}", rule.id);
            for help in help {
                assert!(!help.ends_with('.') || help.ends_with("..."), "{}: {help}", rule.id);
            }
        }
    }
}

/// At a level that asks for everything, whatever breaks somebody keeps the version back.
#[test]
fn what_breaks_somebody_is_an_error_where_everybody_counts() {
    for rule in RULES {
        for finding in &own(rule.id).1 {
            if !finding.breaks.is_empty() {
                assert_eq!(finding.standing, Standing::Breaking, "{}", rule.id);
            }
        }
    }
}

/// What a rule finds in its own fixture; judged once for all tests.
fn own(rule: &str) -> &'static (Fixture, Vec<Finding>) {
    static JUDGED: OnceLock<BTreeMap<&str, (Fixture, Vec<Finding>)>> = OnceLock::new();
    let judge = |rule: &'static Rule| {
        let fixture = Fixture::read(rule.id);
        let findings = fixture.judge().findings.into_iter();
        let own = findings.filter(|finding| finding.rule.id == rule.id).collect();
        (rule.id, (fixture, own))
    };
    &JUDGED.get_or_init(|| RULES.iter().map(judge).collect())[rule]
}
