//! Payloads go in, envelopes come out and are read back; this counts what became of each.

use std::collections::BTreeMap;
use std::error::Error;

use versioned_events::{Code, Envelope};

use crate::events::GithubEvent;
use crate::payloads::{RELEASES, Release, Webhook};

/// What became of the payloads.
#[derive(Default)]
pub struct Report {
    pub releases: Vec<(&'static Release, Counts)>,
    /// By event type, of all releases.
    pub known: BTreeMap<String, Known>,
    /// By event type: nobody knows what is sensitive in these, so they are counted and not written.
    pub unknown: BTreeMap<String, Unknown>,
    /// Why payloads did not come through.
    pub lost: Vec<String>,
    /// One of the envelopes written.
    pub sample: String,
}

/// The payloads of a release.
#[derive(Debug, Default, PartialEq)]
pub struct Counts {
    /// All that went in.
    pub payloads: usize,
    pub round_trips: usize,
    pub unknown: usize,
    pub lost: usize,
    /// Without its history, an event misses a field in so many.
    pub refused_as_newest: usize,
}

/// The payloads of an event type of the set.
#[derive(Debug, Default, PartialEq)]
pub struct Known {
    pub payloads: usize,
    pub round_trips: usize,
    pub bytes_in: usize,
    pub bytes_out: usize,
    pub key: String,
}

/// The payloads of an event type that is not in the set.
#[derive(Debug, Default, PartialEq)]
pub struct Unknown {
    pub payloads: usize,
    pub bytes: usize,
}

impl Report {
    /// Takes every payload in, and every event of the set out and in again.
    pub fn of(releases: &[(&'static Release, Vec<Webhook>)]) -> Self {
        let mut report = Self::default();
        let mut buffer = Vec::new();
        for (release, webhooks) in releases {
            let mut counts = Counts::default();
            for Webhook { name, examples } in webhooks {
                for (index, payload) in examples.iter().enumerate() {
                    buffer.clear();
                    counts.payloads += 1;
                    let bytes = payload.get().as_bytes();
                    counts.refused_as_newest += usize::from(misses_a_field(name, bytes));
                    match report.take(name, bytes, release.version, &mut buffer) {
                        Ok(true) => counts.round_trips += 1,
                        Ok(false) => counts.unknown += 1,
                        Err(error) => {
                            counts.lost += 1;
                            let line = format!("{}: {name}[{index}]: {error}", release.name);
                            report.lost.push(line);
                        }
                    }
                }
            }
            report.releases.push((release, counts));
        }
        report
    }

    /// Takes one payload in and leaves its envelope, masked, in the buffer. Whether it was known.
    fn take(
        &mut self,
        event_type: &str,
        bytes: &[u8],
        version: u32,
        buffer: &mut Vec<u8>,
    ) -> Result<bool, Box<dyn Error>> {
        let envelope = Envelope::<GithubEvent>::from_payload_of(event_type, bytes, version)?;
        if let GithubEvent::Unknown(raw) = &envelope.data {
            let unknown = self.unknown.entry(raw.event_type().to_owned()).or_default();
            unknown.payloads += 1;
            unknown.bytes += raw.unmasked_json().len();
            return Ok(false);
        }
        let known = self.known.entry(event_type.to_owned()).or_default();
        known.payloads += 1;
        known.bytes_in += bytes.len();
        envelope.write_json(buffer)?;
        known.bytes_out += buffer.len();
        known.key = envelope.key()?.ok_or("it has no key")?.to_string();
        let back = Envelope::<GithubEvent>::from_json(buffer)?;
        // What was written is masked, so the event itself differs; its bytes must not.
        if back.to_json()? != *buffer {
            return Err("it was read back as something else".into());
        }
        known.round_trips += 1;
        if event_type == "push" && buffer.len() > self.sample.len() {
            self.sample = String::from_utf8(buffer.clone())?;
        }
        Ok(true)
    }
}

/// Whether a payload, read as if it were of today, misses a field that came later.
fn misses_a_field(event_type: &str, bytes: &[u8]) -> bool {
    let newest = RELEASES.iter().map(|release| release.version).max().unwrap_or_default();
    let event = Envelope::<GithubEvent>::from_payload_of(event_type, bytes, newest);
    event.is_err_and(|error| error.code() == Code::MissingField)
}
