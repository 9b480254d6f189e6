//! What keeps a version back, and what does not.

use event_contract::{Contract, Field, Format, Struct, Ty};
use event_rules::about::{About, TypeAbout};
use event_rules::{Audience, Judgement, Level, Standing, judge};

fn order(version: u32, min_reader_version: u32, fields: &[(&str, &str)]) -> Contract {
    let field = |(name, ty): &(&str, &str)| Field::new(name, ty.parse().unwrap());
    Contract {
        event_type: "order.paid".to_owned(),
        version,
        min_reader_version,
        aliases: Vec::new(),
        key: vec!["id".to_owned()],
        docs: String::new(),
        deprecated: None,
        payload: Struct {
            closed: false,
            fields: [Field::new("id", Ty::Text(Format::Uuid))]
                .into_iter()
                .chain(fields.iter().map(field))
                .collect(),
        },
        types: Default::default(),
    }
}

fn renamed() -> [Contract; 2] {
    [order(1, 1, &[("total", "decimal")]), order(2, 2, &[("amount", "decimal")])]
}

fn about(level: Level, own: &str) -> About {
    let own = TypeAbout::from_text(&format!("owner = \"billing\"\n{own}")).unwrap();
    About { level, judged_by: vec![Audience::Us], own, ..About::default() }
}

fn judged(history: &[Contract], about: &About) -> Judgement {
    judge(history, 1, about, "2026-05-01".parse().unwrap())
}

fn ids<'a>(findings: impl Iterator<Item = &'a event_rules::Finding>) -> Vec<&'static str> {
    findings.map(|finding| finding.rule.id).collect()
}

#[test]
fn a_level_protects_the_readers_that_it_names() {
    let breaking = |level| ids(judged(&renamed(), &about(level, "")).breaking());
    assert!(breaking(Level::None).is_empty());
    assert!(breaking(Level::Backward).is_empty()); // newer code reads version 1 by its history
    assert_eq!(breaking(Level::Forward), ["field_renamed"]);
    assert_eq!(breaking(Level::Full), ["field_renamed"]);

    let lenient = About { judged_by: vec![Audience::Lenient], ..about(Level::Backward, "") };
    assert_eq!(ids(judged(&renamed(), &lenient).breaking()), ["field_renamed"]);
}

const WAIVER: &str = "[versions.2]\n[[waivers]]\nrule = \"field_renamed\"\nversion = 2\n\
                      path = \"$.amount\"\nreason = \"agreed\"\nexpires = ";

#[test]
fn somebody_may_answer_for_it_until_a_date() {
    let own = format!("{WAIVER}2026-05-01");
    let judgement = judged(&renamed(), &about(Level::Full, &own));
    assert!(judgement.is_fine());
    assert_eq!(judgement.problems, []);
    assert_eq!(ids(judgement.waived()), ["field_renamed"]);
    let text = judgement.explain().to_string();
    assert!(text.contains("waived until 2026-05-01: agreed"), "{text}");
}

#[test]
fn a_waiver_that_is_over_waives_nothing() {
    let own = format!("{WAIVER}2026-04-30");
    let judgement = judged(&renamed(), &about(Level::Full, &own));
    assert_eq!(ids(judgement.breaking()), ["field_renamed"]);
    assert_eq!(judgement.problems[0].what, "this waiver of `field_renamed` expired on 2026-04-30");
    assert!(judgement.problems[0].is_error);
}

#[test]
fn a_waiver_that_waives_nothing_is_told() {
    let own = format!("{WAIVER}2026-12-31");
    let history = [order(1, 1, &[]), order(2, 1, &[("note", "optional<text>")])];
    let judgement = judged(&history, &about(Level::Full, &own));
    assert!(judgement.is_fine());
    assert_eq!(judgement.problems[0].what, "this waiver of `field_renamed` waives nothing");
    assert_eq!((judgement.problems[0].code, judgement.problems[0].line), ("waiver_unused", 3));
}

#[test]
fn what_is_said_of_a_version_that_never_was_is_told() {
    let history = [order(1, 1, &[]), order(2, 1, &[("note", "optional<text>")])];
    let judgement = judged(&history, &about(Level::Full, "\n[versions.9]\ndate = 2026-01-01\n"));
    let codes = judgement.problems.iter().map(|problem| problem.code).collect::<Vec<_>>();
    assert!(codes.contains(&"version_unknown"), "{codes:?}");
    assert!(judgement.explain().to_string().contains("`order.paid` has no version 9"));
}

#[test]
fn a_waiver_written_as_shown_is_read() {
    let judgement = judged(&renamed(), &about(Level::Full, ""));
    let shown = judgement.breaking().next().unwrap().waiver();
    let own = shown.replace("expires = ...", "expires = 2027-01-31");
    assert!(judged(&renamed(), &about(Level::Full, &own)).is_fine());
}

/// Version 2 can be read by 1, and 3 by 2; but 3 has under an old name what 1 cannot read.
#[test]
fn a_transitive_level_looks_at_versions_further_back() {
    let history = [
        order(1, 1, &[("weight", "optional<u32>")]),
        order(2, 1, &[]),
        order(3, 1, &[("weight", "optional<u32>")]),
    ];
    assert!(judged(&history, &about(Level::FullTransitive, "")).is_fine());

    let mut history = history;
    history[2] = order(3, 1, &[("weight", "optional<f64>")]);
    let judgement = judged(&history, &about(Level::Forward, ""));
    assert_eq!(ids(judgement.breaking()), ["name_reused"]); // an error at every level
    let finding = judgement.breaking().next().unwrap();
    assert_eq!((finding.found.version_before, finding.found.version_after), (1, 3));
    let payload = &finding.of(event_rules::Who::OlderUs).unwrap().payload;
    assert!(payload["weight"].is_number());
}

#[test]
fn what_broke_earlier_is_not_told_again() {
    let [first, second] = renamed();
    let third = order(3, 2, &[("amount", "decimal"), ("note", "optional<text>")]);
    let judgement = judged(&[first, second, third], &about(Level::FullTransitive, ""));
    assert!(judgement.is_fine(), "{}", judgement.explain());
}

#[test]
fn a_version_that_is_given_up_needs_a_word() {
    let history = [order(1, 1, &[]), order(2, 1, &[])];
    let today = "2026-05-01".parse().unwrap();
    let level = Level::BackwardTransitive;
    assert_eq!(ids(judge(&history, 2, &about(level, ""), today).breaking()), ["version_dropped"]);
    let own = "[versions.1]\ndropped = \"the last record is gone\"";
    assert!(judge(&history, 2, &about(level, own), today).is_fine());
}

#[test]
fn a_version_that_nobody_speaks_of_gets_a_text_to_paste() {
    let about = About { level: Level::None, ..About::default() };
    let judgement = judged(&[order(1, 1, &[])], &about);
    let what: Vec<_> = judgement.problems.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(
        what,
        ["nobody answers for `order.paid`", "nothing is said about version 1 of `order.paid`"]
    );
    let help = &judgement.problems[1].help[0];
    let (_, paste) = help.split_once('\n').unwrap();
    assert!(TypeAbout::from_text(paste).is_ok(), "{paste}");
}

#[test]
fn lints_are_about_what_is_new() {
    let wide = [("views", "u64")];
    let first = judged(&[order(1, 1, &wide)], &about(Level::Full, ""));
    assert_eq!(ids(first.warnings()), ["integer_beyond_2_53"]);
    let second = judged(&[order(1, 1, &wide), order(2, 1, &wide)], &about(Level::Full, ""));
    assert_eq!(second.warnings().count(), 0);
}

#[test]
fn json_says_the_same_as_the_text() {
    let judgement = judged(&renamed(), &about(Level::Full, ""));
    let json = judgement.to_json();
    let finding = &json["findings"][0];
    assert_eq!(json["fine"], false);
    assert_eq!(
        (&finding["rule"], &finding["standing"]),
        (&"field_renamed".into(), &"breaking".into())
    );
    assert_eq!(finding["readers"]["older_us"]["code"], "newer_version");
    assert_eq!(finding["readers"]["newer_us"], "reads");
    assert_eq!(judgement.findings[0].standing, Standing::Breaking);
}
