//! `about.toml`: what is read, and what is said about mistakes.

use event_rules::about::{About, TopAbout, TypeAbout};
use event_rules::{Audience, Level};

const WHOLE: &str = r#"
owner = "billing"
topic = "orders"
readers = ["shipping", "accounting"]
known_issues = ["`note` is empty before May 2026"]
planned_changes = ["`email` goes with version 4"]
compatibility = "FULL"
judged_by = ["us", "strict"]

[versions.3]
date = 2026-05-01
migration = "read `amount`"
rollout = "consumers first"

[versions.1]
dropped = "deleted in March"

[[waivers]]
rule = "field_renamed"
path = "$.amount"
version = 3
reason = "nobody reads version 2"
expires = "2027-01-31"
"#;

#[test]
fn everything_that_people_write_is_read() {
    let about = TypeAbout::from_text(WHOLE).unwrap();
    assert_eq!(about.owner.as_deref(), Some("billing"));
    assert_eq!(about.readers, ["shipping", "accounting"]);
    assert_eq!(about.compatibility, Some(Level::Full));
    assert_eq!(about.judged_by, Some(vec![Audience::Us, Audience::Strict]));
    assert_eq!(about.versions[&3].date.unwrap().to_string(), "2026-05-01");
    assert_eq!(about.versions[&1].dropped.as_deref(), Some("deleted in March"));
    let waiver = &about.waivers[0];
    assert_eq!((waiver.rule, waiver.version, waiver.line), ("field_renamed", 3, 18));
    assert_eq!(waiver.expires.to_string(), "2027-01-31");
}

#[test]
fn every_mistake_is_told_with_its_line_and_what_to_write() {
    let text = r#"owner = 7
compatability = "FULL"
compatibility = "FULL_TRANSITIV"
judged_by = ["us", "lenint"]

[versions.three]
date = 2026-05-01

[versions.3]
date = "yesterday"

[[waivers]]
rule = "field_rename"
version = 3
reason = " "
"#;
    let errors = TypeAbout::from_text(text).unwrap_err();
    let shown: Vec<_> =
        errors.iter().map(|one| format!("{}: {}; {}", one.line, one.what, one.help)).collect();
    assert_eq!(
        shown,
        [
            "1: `owner` is no text; write `owner = \"...\"`",
            "2: nobody reads `compatability` here; did you mean `compatibility`?",
            "3: `compatibility` cannot be `FULL_TRANSITIV`; did you mean `FULL_TRANSITIVE`?",
            "4: `judged_by` cannot be `lenint`; did you mean `lenient`?",
            "6: `versions.three` is no version; write `[versions.2]`",
            "10: `date` is no date; write `date = 2027-01-31`",
            "12: a waiver without a reason; write `reason = \"...\"`",
            "12: a waiver without `expires`; write `expires = 2027-01-31`",
            "13: `rule` cannot be `field_rename`; did you mean `field_renamed`?",
        ]
    );
}

#[test]
fn what_is_said_twice_or_left_out_is_one_mistake() {
    let waiver =
        "[[waivers]]\nrule = \"closed\"\nversion = 2\nreason = \"x\"\nexpires = 2027-01-31\n";
    let told = |text: &str| {
        let errors = TypeAbout::from_text(text).unwrap_err();
        let shown = errors.iter().map(|one| format!("{}: {}; {}", one.line, one.what, one.help));
        shown.collect::<Vec<_>>()
    };
    assert_eq!(
        told(&format!("{waiver}{waiver}")),
        ["6: the waiver of line 1 once more; take one of them out"]
    );
    assert_eq!(
        told("[[waivers]]\nreason = \"x\"\n"),
        [
            "1: a waiver without `rule`, `version`, `expires`; write `rule = \"field_renamed\"`, `version = 2`, `expires = 2027-01-31`"
        ]
    );
    let level = &told("compatibility = 1\n")[0];
    assert!(
        level.starts_with("1: `compatibility` is no text; write one of `\"NONE\"`, "),
        "{level}"
    );
    assert!(told("owner = \"a\"\nowner = \"b\"\n")[0].ends_with("; keep one of the two"));
}

#[test]
fn what_is_no_toml_is_told_in_one_line() {
    let errors = TopAbout::from_text("owner = \"shop\"\nretired = [").unwrap_err();
    assert_eq!((errors.len(), errors[0].line), (1, 2));
    assert!(errors[0].what.starts_with("this is no TOML: "), "{}", errors[0].what);
}

#[test]
fn the_own_level_wins_then_the_sets_then_the_default() {
    let top = TopAbout::from_text(
        "owner = \"shop\"\ncompatibility = \"NONE\"\njudged_by = [\"lenient\"]\n\
         [sets.A]\ntypes = [\"order.paid\", \"b\"]\ncompatibility = \"BACKWARD\"\n\
         [sets.B]\ntypes = [\"order.paid\"]\ncompatibility = \"FORWARD_TRANSITIVE\"\n",
    )
    .unwrap();
    let level = |event_type, own: &str| {
        let about = About::new(event_type, TypeAbout::from_text(own).unwrap(), &top);
        (about.level, about.level_from)
    };
    assert_eq!(level("c", ""), (Level::None, "`contracts/about.toml`".to_owned()));
    assert_eq!(level("b", ""), (Level::Backward, "the set `A`".to_owned()));
    let both = "the set `A` and the set `B`".to_owned();
    assert_eq!(level("order.paid", ""), (Level::FullTransitive, both));
    assert_eq!(level("order.paid", "compatibility = \"FULL\"").0, Level::Full);

    let about = About::new("c", TypeAbout::default(), &top);
    assert_eq!(about.own.owner.as_deref(), Some("shop"));
    assert_eq!(about.judged_by, [Audience::Lenient]);
    let nothing = About::new("c", TypeAbout::default(), &TopAbout::default());
    assert_eq!((nothing.level, nothing.judged_by), (Level::BackwardTransitive, vec![Audience::Us]));
}
