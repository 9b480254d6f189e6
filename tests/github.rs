//! Every webhook payload that GitHub publishes goes through the set of `examples/github`, in the
//! version of the release that it comes from.
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
#[path = "github/history.rs"]
mod history;
#[path = "../examples/github/parts.rs"]
mod parts;
#[path = "../examples/github/payloads.rs"]
mod payloads;
#[path = "../examples/github/print.rs"]
mod print;
#[path = "../examples/github/prose.rs"]
mod prose;
#[path = "../examples/github/pulls.rs"]
mod pulls;
#[path = "github/releases.rs"]
mod releases;
#[path = "../examples/github/report.rs"]
mod report;
#[path = "../examples/github/runs.rs"]
mod runs;
#[path = "../examples/github/seconds.rs"]
mod seconds;
#[path = "github/tables.rs"]
mod tables;
#[path = "../examples/github/tracker.rs"]
mod tracker;

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Value, json, value::to_raw_value};
use versioned_events::{Code, DecodeError, Envelope, EventSet};

use addresses::{add_address_to_prose, address_in, hide_addresses};

use events::GithubEvent;

use payloads::{RELEASES, Release, Webhook};
use report::Report;

type Outcome = Result<(), Box<dyn Error>>;

#[test]
fn what_was_written_reads_back_as_the_event_with_masked_addresses() -> Outcome {
    if package().is_none() {
        return Ok(());
    }
    let mut different = 0;
    for Payload { event_type, version, text } in known_payloads() {
        let mut envelope = taken_in(event_type, text, version)?;
        let full: Envelope<GithubEvent> = Envelope::from_json(&envelope.to_json_unmasked()?)?;
        assert_eq!((&full.data, full.version()), (&envelope.data, 7), "{event_type}");
        let back: Envelope<GithubEvent> = Envelope::from_json(&envelope.to_json()?)?;
        different += usize::from(back != full);
        hide_addresses(&mut envelope.data);
        assert_eq!((&back.data, back.id), (&envelope.data, full.id), "{event_type}");
    }
    // Pushes, workflow runs and check suites: no other type has a field for addresses.
    assert_eq!(different, (7 + 7) + (5 + 5) + (11 + 9));
    Ok(())
}

#[test]
fn no_output_holds_an_email_address() -> Outcome {
    let Some(package) = package() else { return Ok(()) };
    let mut outputs = vec![Report::of(package).to_string()];
    let mut with_addresses = 0;
    for Payload { event_type, version, text } in known_payloads() {
        with_addresses += usize::from(address_in(text).is_some());
        let envelope = taken_in(event_type, text, version)?;
        outputs.push(String::from_utf8(envelope.to_json()?)?);
        outputs.push(format!("{envelope:?} {envelope:#?}"));
        // Nor do errors: here the address is what is wrong.
        let mut broken: Value = serde_json::from_str(text)?;
        let id = broken.pointer_mut("/repository/id").ok_or("no id")?;
        *id = json!("21031067+Codertocat@users.noreply.github.com");
        let error =
            taken_in(event_type, &broken.to_string(), version).err().ok_or("an id is no text")?;
        assert_eq!((error.code(), error.path()), (Code::TypeMismatch, "$.repository.id"));
        outputs.push(format!("{error} {error:?}"));
    }
    // Also what is unknown shows nothing, though it holds everything.
    for Payload { event_type, version, text } in payloads_of(package) {
        outputs.push(format!("{:?}", taken_in(event_type, text, version)?));
    }
    for output in &outputs {
        assert_eq!(address_in(output), None);
    }
    // All of them, if only for `git@github.com:` in an SSH address.
    assert_eq!(with_addresses, 354);
    assert_eq!(outputs.len(), 1 + 3 * 354 + 726);
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
    if package().is_none() {
        return Ok(());
    }
    let mut added = 0;
    for Payload { event_type, version, text } in known_payloads() {
        let mut changed: Value = serde_json::from_str(text)?;
        add_address_to_prose(&mut changed, &mut added);
        let envelope = taken_in(event_type, &changed.to_string(), version)?;
        assert_eq!(address_in(&String::from_utf8(envelope.to_json()?)?), None, "{event_type}");
        assert_eq!(address_in(&format!("{envelope:?}")), None, "{event_type}");
    }
    assert_eq!(added, 1953);
    Ok(())
}

#[test]
fn a_payload_that_cannot_be_read_is_reported_as_lost() -> Outcome {
    let star = json!({ "action": "created", "repository": {}, "sender": {} });
    let webhook = Webhook { name: "star".to_owned(), examples: vec![to_raw_value(&star)?] };
    let report = Report::of(&[(RELEASES.last().ok_or("none")?, vec![webhook])]);
    assert_eq!((report.known.len(), report.unknown.len()), (0, 0));
    let [lost] = &report.lost[..] else { return Err("one is lost".into()) };
    assert!(
        lost.starts_with("github.com: star[0]: `$.repository.id` is missing, expected "),
        "{lost}"
    );
    assert!(report.to_string().contains("\n    1 lost\n      github.com: star[0]: "), "{report}");
    Ok(())
}

#[test]
fn a_directory_without_the_package_is_told_the_command() {
    let missing = payloads::find(Path::new("nowhere")).map_err(|missing| missing.to_string());
    let told = "no webhook payloads in `nowhere`\n\
        help: npm install --no-save --prefix nowhere @octokit/webhooks-examples@7.6.1";
    assert_eq!(missing, Err(told.to_owned()));
}

/// One payload of the package.
struct Payload {
    event_type: &'static str,
    /// That of its release.
    version: u32,
    text: &'static str,
}

type Webhooks = (&'static Release, Vec<Webhook>);

/// The package; `None` where it is not installed and need not be.
fn package() -> Option<&'static [Webhooks]> {
    static PACKAGE: LazyLock<Option<Vec<Webhooks>>> = LazyLock::new(|| {
        let named = std::env::var_os("WEBHOOKS_EXAMPLES").map(PathBuf::from);
        let required = named.is_some() || std::env::var("CI").is_ok_and(|ci| ci == "true");
        let dir = named.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        match payloads::find(&dir).and_then(|package| payloads::read(&package)) {
            Ok(releases) => Some(releases),
            Err(missing) => {
                assert!(!required, "{missing}");
                // Not `eprintln!`, which the test harness keeps to itself.
                let _ = writeln!(std::io::stderr(), "tests/github.rs is skipped: {missing}");
                None
            }
        }
    });
    PACKAGE.as_deref()
}

fn payloads_of(releases: &'static [Webhooks]) -> impl Iterator<Item = Payload> {
    releases.iter().flat_map(|(release, webhooks)| {
        webhooks.iter().flat_map(|Webhook { name, examples }| {
            examples.iter().map(|payload| Payload {
                event_type: name,
                version: release.version,
                text: payload.get(),
            })
        })
    })
}

/// Everything that the set understands.
fn known_payloads() -> impl Iterator<Item = Payload> {
    let is_known = |name: &str| GithubEvent::EVENTS.iter().any(|event| event.event_type == name);
    payloads_of(package().unwrap_or_default()).filter(move |payload| is_known(payload.event_type))
}

fn taken_in(
    event_type: &str,
    payload: &str,
    version: u32,
) -> Result<Envelope<GithubEvent>, DecodeError> {
    Envelope::from_payload_of(event_type, payload.as_bytes(), version)
}
