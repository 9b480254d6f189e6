//! Every webhook payload that GitHub publishes goes through the set of `examples/github`.
//!
//! The payloads are found through `WEBHOOKS_EXAMPLES`, or where npm puts them in this directory:
//! `npm install --no-save --prefix . @octokit/webhooks-examples@7.6.1`. Without them the tests are
//! skipped, and fail if `CI` is `true`.

#[path = "github/addresses.rs"]
mod addresses;
#[path = "../examples/github/checks.rs"]
mod checks;
#[path = "../examples/github/code.rs"]
mod code;
#[path = "github/compare.rs"]
mod compare;
#[path = "../examples/github/events.rs"]
mod events;
#[path = "github/fields.rs"]
mod fields;
#[path = "../examples/github/parts.rs"]
mod parts;
#[path = "../examples/github/payloads.rs"]
mod payloads;
#[path = "../examples/github/prose.rs"]
mod prose;
#[path = "../examples/github/pulls.rs"]
mod pulls;
#[path = "../examples/github/report.rs"]
mod report;
#[path = "../examples/github/runs.rs"]
mod runs;
#[path = "../examples/github/seconds.rs"]
mod seconds;
#[path = "../examples/github/tracker.rs"]
mod tracker;

use std::collections::BTreeSet;
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Value, json, value::to_raw_value};
use versioned_events::{Code, DecodeError, Envelope};

use addresses::{add_address_to_prose, address_in, hide_addresses};

use events::GithubEvent;

use payloads::Webhook;
use report::Report;

type Outcome = Result<(), Box<dyn Error>>;

/// How many payloads the package has of each type in the set.
const KNOWN: [(&str, usize); 20] = [
    ("check_run", 9),
    ("check_suite", 9),
    ("create", 5),
    ("delete", 4),
    ("deployment", 4),
    ("deployment_status", 4),
    ("fork", 3),
    ("issue_comment", 9),
    ("issues", 29),
    ("label", 6),
    ("milestone", 5),
    ("pull_request", 29),
    ("pull_request_review", 4),
    ("pull_request_review_comment", 5),
    ("push", 7),
    ("release", 13),
    ("repository", 13),
    ("star", 3),
    ("workflow_job", 8),
    ("workflow_run", 5),
];

#[test]
fn every_payload_makes_the_round_trip_or_is_reported_as_unknown() {
    let Some(webhooks) = webhooks() else { return };
    let report = Report::of(webhooks);
    assert_eq!(report.lost, [""; 0]);
    assert_eq!((webhooks.len(), report.payloads), (58, 329));
    let known: Vec<_> = report
        .known
        .iter()
        .map(|(event_type, known)| (event_type.as_str(), known.payloads, known.round_trips))
        .collect();
    assert_eq!(known, KNOWN.map(|(event_type, payloads)| (event_type, payloads, payloads)));
    let unknown: BTreeSet<_> = report
        .unknown
        .iter()
        .map(|(event_type, unknown)| (event_type.as_str(), unknown.payloads, unknown.bytes))
        .collect();
    let expected: BTreeSet<_> = webhooks
        .iter()
        .filter(|webhook| KNOWN.iter().all(|(event_type, _)| webhook.name != *event_type))
        .map(|Webhook { name, examples }| {
            (name.as_str(), examples.len(), examples.iter().map(|json| json.get().len()).sum())
        })
        .collect();
    assert_eq!(unknown, expected);
    assert_eq!(unknown.len(), 38);
    assert_eq!(unknown.iter().map(|(_, payloads, _)| payloads).sum::<usize>(), 155);
}

#[test]
fn what_was_written_reads_back_as_the_event_with_masked_addresses() -> Outcome {
    if webhooks().is_none() {
        return Ok(());
    }
    let mut different = 0;
    for (event_type, payload) in known_payloads() {
        let mut envelope = taken_in(event_type, payload)?;
        let full: Envelope<GithubEvent> = Envelope::from_json(&envelope.to_json_unmasked()?)?;
        assert_eq!(full, envelope, "{event_type}");
        let back: Envelope<GithubEvent> = Envelope::from_json(&envelope.to_json()?)?;
        different += usize::from(back != envelope);
        hide_addresses(&mut envelope.data);
        assert_eq!(back, envelope, "{event_type}");
    }
    // Pushes, workflow runs and check suites: no other type has a field for addresses.
    assert_eq!(different, 7 + 5 + 9);
    Ok(())
}

#[test]
fn no_output_holds_an_email_address() -> Outcome {
    let Some(webhooks) = webhooks() else { return Ok(()) };
    let mut outputs = vec![Report::of(webhooks).to_string()];
    let mut with_addresses = 0;
    for (event_type, payload) in known_payloads() {
        with_addresses += usize::from(address_in(payload).is_some());
        let envelope = taken_in(event_type, payload)?;
        outputs.push(String::from_utf8(envelope.to_json()?)?);
        outputs.push(format!("{envelope:?} {envelope:#?}"));
        // Nor do errors: here the address is what is wrong.
        let mut broken: Value = serde_json::from_str(payload)?;
        let id = broken.pointer_mut("/repository/id").ok_or("no id")?;
        *id = json!("21031067+Codertocat@users.noreply.github.com");
        let error = taken_in(event_type, &broken.to_string()).err().ok_or("an id is no text")?;
        assert_eq!((error.code(), error.path()), (Code::TypeMismatch, "$.repository.id"));
        outputs.push(format!("{error} {error:?}"));
    }
    // Also what is unknown shows nothing, though it holds everything.
    for Webhook { name, examples } in webhooks {
        for payload in examples {
            outputs.push(format!("{:?}", taken_in(name, payload.get())?));
        }
    }
    for output in &outputs {
        assert_eq!(address_in(output), None);
    }
    // All of them, if only for `git@github.com:` in an SSH address.
    assert_eq!(with_addresses, 174);
    assert_eq!(outputs.len(), 1 + 3 * 174 + 329);
    Ok(())
}

#[test]
fn addresses_that_people_write_into_prose_are_cut_out() -> Outcome {
    for (text, masked) in [
        (
            "Fix it\n\nCo-authored-by: Mona <mona@github.com>",
            "Fix it\n\nCo-authored-by: Mona <***>",
        ),
        ("write to 1+Codertocat@users.noreply.github.com, please", "write to ***, please"),
        ("a@b.de (c@d.fr);e@f.it.", "*** (***);***"),
        ("cc @Codertocat at 10.5 @ noon", "cc @Codertocat at 10.5 @ noon"),
        ("", ""),
    ] {
        let once = prose::without_addresses(text);
        assert_eq!(once, masked);
        assert_eq!(prose::without_addresses(&once), once);
        assert_eq!(address_in(&once), None);
    }
    Ok(())
}

#[test]
fn a_message_with_an_address_is_written_without_it() -> Outcome {
    if webhooks().is_none() {
        return Ok(());
    }
    let mut added = 0;
    for (event_type, payload) in known_payloads() {
        let mut changed: Value = serde_json::from_str(payload)?;
        add_address_to_prose(&mut changed, &mut added);
        let envelope = taken_in(event_type, &changed.to_string())?;
        assert_eq!(address_in(&String::from_utf8(envelope.to_json()?)?), None, "{event_type}");
        assert_eq!(address_in(&format!("{envelope:?}")), None, "{event_type}");
    }
    assert_eq!(added, 1024);
    Ok(())
}

#[test]
fn a_payload_that_cannot_be_read_is_reported_as_lost() -> Outcome {
    let star = json!({ "action": "created", "repository": {}, "sender": {} });
    let webhook = Webhook { name: "star".to_owned(), examples: vec![to_raw_value(&star)?] };
    let report = Report::of(&[webhook]);
    assert_eq!((report.payloads, report.known.len(), report.unknown.len()), (1, 0, 0));
    let [lost] = &report.lost[..] else { return Err("one is lost".into()) };
    assert!(lost.starts_with("star[0]: `$.repository.id` is missing, expected "), "{lost}");
    assert!(report.to_string().contains("\n    1 lost\n      star[0]: "), "{report}");
    Ok(())
}

#[test]
fn a_directory_without_the_package_is_told_the_command() {
    let missing = payloads::find(Path::new("nowhere")).map_err(|missing| missing.to_string());
    let told = "no webhook payloads in `nowhere`\n\
        help: npm install --no-save --prefix nowhere @octokit/webhooks-examples@7.6.1";
    assert_eq!(missing, Err(told.to_owned()));
}

/// The package; `None` where it is not installed and need not be.
fn webhooks() -> Option<&'static [Webhook]> {
    static WEBHOOKS: LazyLock<Option<Vec<Webhook>>> = LazyLock::new(|| {
        let named = std::env::var_os("WEBHOOKS_EXAMPLES").map(PathBuf::from);
        let required = named.is_some() || std::env::var("CI").is_ok_and(|ci| ci == "true");
        let dir = named.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        match payloads::find(&dir).and_then(|file| payloads::read(&file)) {
            Ok(webhooks) => Some(webhooks),
            Err(missing) => {
                assert!(!required, "{missing}");
                // Not `eprintln!`, which the test harness keeps to itself.
                let _ = writeln!(std::io::stderr(), "tests/github.rs is skipped: {missing}");
                None
            }
        }
    });
    WEBHOOKS.as_deref()
}

/// Event type and payload of everything that the set understands.
fn known_payloads() -> impl Iterator<Item = (&'static str, &'static str)> {
    let known = |name: &str| KNOWN.iter().any(|(event_type, _)| *event_type == name);
    let known = webhooks().unwrap_or_default().iter().filter(move |webhook| known(&webhook.name));
    known.flat_map(|Webhook { name, examples }| {
        examples.iter().map(move |payload| (name.as_str(), payload.get()))
    })
}

fn taken_in(event_type: &str, payload: &str) -> Result<Envelope<GithubEvent>, DecodeError> {
    Envelope::from_payload_of(event_type, payload.as_bytes(), 1)
}
