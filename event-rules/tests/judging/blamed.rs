//! Of several changes, each is blamed for what it breaks itself.

use event_contract::{Contract, Definition, DefinitionContent, Field, Struct};
use event_rules::about::About;
use event_rules::{Finding, Who, compare, judge, unannounced};

fn fields(fields: &[(&str, &str)]) -> Struct {
    let field = |(name, ty): &(&str, &str)| Field::new(name, ty.parse().unwrap());
    Struct { closed: false, fields: fields.iter().map(field).collect() }
}

/// An order with items of these fields.
fn order(version: u32, item: &[(&str, &str)]) -> Contract {
    let content = DefinitionContent::Struct(fields(item));
    let item = Definition { version, docs: String::new(), content };
    Contract {
        event_type: "order.paid".to_owned(),
        version,
        min_reader_version: version,
        aliases: Vec::new(),
        key: vec!["id".to_owned()],
        docs: String::new(),
        deprecated: None,
        payload: fields(&[("id", "uuid"), ("items", "list<Item>")]),
        types: [("Item".to_owned(), item)].into(),
    }
}

fn broken_by(findings: &[Finding], rule: &str) -> Vec<Who> {
    let finding = findings.iter().find(|finding| finding.rule.id == rule).unwrap();
    finding.breaks.iter().map(|one| one.who).collect()
}

#[test]
fn a_field_inside_a_nested_type_is_blamed_for_what_it_breaks_and_no_other() {
    let before = order(1, &[("product", "uuid"), ("pieces", "u32")]);
    let after = order(2, &[("sku", "text"), ("pieces", "u32")]);
    let findings = compare(&before, &after);
    assert_eq!(
        broken_by(&findings, "field_required_removed"),
        [Who::OlderUs, Who::OlderLenient, Who::OlderStrict, Who::NewerStrict]
    );
    assert_eq!(
        broken_by(&findings, "field_required_added"),
        [Who::NewerLenient, Who::OlderStrict, Who::NewerStrict]
    );
    for finding in &findings {
        for one in finding.breaks.iter().filter(|one| one.code == "missing_field") {
            let name = [&finding.found.name_before, &finding.found.name_after];
            assert!(name.into_iter().any(|name| one.path.ends_with(name.as_str())), "{one:?}");
        }
    }
}

#[test]
fn a_type_inside_a_nested_type_is_blamed_beside_a_field_that_came() {
    let before = order(1, &[("pieces", "u32")]);
    let after = order(2, &[("pieces", "text"), ("sku", "text")]);
    let findings = compare(&before, &after);
    let changed = findings.iter().find(|one| one.rule.id == "type_changed").unwrap();
    assert_eq!(changed.breaks.len(), 5, "{:?}", changed.breaks);
    let strict = changed.of(Who::OlderStrict).unwrap();
    assert_eq!(strict.path, "$.items[0].pieces");
}

#[test]
fn help_for_a_nested_type_that_nobody_counted_names_its_next_version() {
    let before = order(1, &[("pieces", "u32")]);
    let mut after = order(2, &[("pieces", "u32"), ("sku", "text")]);
    after.types.get_mut("Item").unwrap().version = 1;
    let findings = compare(&before, &after);
    let added = findings.iter().find(|one| one.rule.id == "field_required_added").unwrap();
    let help = added.help().join("\n");
    assert!(help.contains("`#[field(since = 2, default = ...)] sku: String`"), "{help}");
    assert!(help.contains("on `Item` itself: `#[schema(version = 2)]`"), "{help}");
    assert!(help.contains("`#[field(holds(1, until = 1))]`"), "{help}");
}

#[test]
fn a_version_that_is_dropped_keeps_its_code_out_and_that_is_said_once() {
    let history = [order(1, &[("pieces", "u32")]), order(2, &[("pieces", "u32")])];
    let found = judge(&history, 2, &About::default(), "2026-05-01".parse().unwrap()).findings;
    let ids: Vec<_> = found.iter().map(|one| one.rule.id).collect();
    assert_eq!(ids, ["version_dropped"]);
    assert_eq!(broken_by(&found, "version_dropped"), [Who::OlderUs, Who::NewerUs]);
}

#[test]
fn code_that_kept_its_version_is_read_by_nobody_as_what_it_is() {
    let published = order(1, &[("pieces", "u32")]);
    let said = order(1, &[("pieces", "text")]);
    let findings = unannounced(&published, &said);
    assert_eq!(broken_by(&findings, "type_changed"), Who::ALL);
    for one in &findings[0].breaks {
        assert_eq!(one.code, "type_mismatch", "{one:?}");
    }
    let text = findings[0].explain().to_string();
    assert!(text.contains("records of both say version 1"), "{text}");
    assert!(unannounced(&published, &published).is_empty());
}
