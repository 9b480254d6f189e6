//! Payloads go in, envelopes come out and are read back; this counts what became of each.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use versioned_events::Envelope;

use crate::events::GithubEvent;
use crate::payloads::Webhook;

/// What became of the payloads.
#[derive(Default)]
pub struct Report {
    /// All that went in.
    pub payloads: usize,
    /// By event type.
    pub known: BTreeMap<String, Known>,
    /// By event type: nobody knows what is sensitive in these, so they are counted and not written.
    pub unknown: BTreeMap<String, Unknown>,
    /// Why payloads did not come through.
    pub lost: Vec<String>,
    /// One of the envelopes written.
    pub sample: String,
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
    pub fn of(webhooks: &[Webhook]) -> Self {
        let mut report = Self::default();
        let mut buffer = Vec::new();
        for Webhook { name, examples } in webhooks {
            for (index, payload) in examples.iter().enumerate() {
                buffer.clear();
                report.payloads += 1;
                if let Err(error) = report.take(name, payload.get(), &mut buffer) {
                    report.lost.push(format!("{name}[{index}]: {error}"));
                }
            }
        }
        report
    }

    /// Takes one payload in and leaves its envelope, masked, in the buffer.
    fn take(
        &mut self,
        event_type: &str,
        payload: &str,
        buffer: &mut Vec<u8>,
    ) -> Result<(), Box<dyn Error>> {
        let bytes = payload.as_bytes();
        let envelope = Envelope::<GithubEvent>::from_payload_of(event_type, bytes, 1)?;
        if let GithubEvent::Unknown(raw) = &envelope.data {
            let unknown = self.unknown.entry(raw.event_type().to_owned()).or_default();
            unknown.payloads += 1;
            unknown.bytes += raw.unmasked_json().len();
            return Ok(());
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
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let heads = ["event type", "payloads", "round trips", "bytes in", "bytes out", "last key"];
        row(f, heads)?;
        for (event_type, Known { payloads, round_trips, bytes_in, bytes_out, key }) in &self.known {
            let counts = [payloads, round_trips, bytes_in, bytes_out].map(usize::to_string);
            let [payloads, round_trips, bytes_in, bytes_out] =
                counts.each_ref().map(String::as_str);
            row(f, [event_type, payloads, round_trips, bytes_in, bytes_out, key])?;
        }
        let heads = format!("{:<30} {:>8} {:>7}", "unknown event type", "payloads", "bytes");
        writeln!(f, "\n{heads}      {heads}")?;
        let unknown = self.unknown.iter().map(|(event_type, Unknown { payloads, bytes })| {
            format!("{event_type:<30} {payloads:>8} {bytes:>7}")
        });
        for pair in unknown.collect::<Vec<_>>().chunks(2) {
            writeln!(f, "{}", pair.join("      "))?;
        }
        self.totals(f)?;
        writeln!(f, "\na push as it was written, masked:")?;
        for line in lines(&self.sample, 98) {
            writeln!(f, "  {line}")?;
        }
        Ok(())
    }
}

impl Report {
    fn totals(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let round_trips: usize = self.known.values().map(|known| known.round_trips).sum();
        let unknown: usize = self.unknown.values().map(|unknown| unknown.payloads).sum();
        writeln!(f, "\n{:>5} payloads", self.payloads)?;
        writeln!(f, "{round_trips:>5} round trips, {} event types", self.known.len())?;
        writeln!(f, "{unknown:>5} unknown, {} event types", self.unknown.len())?;
        writeln!(f, "{:>5} lost", self.lost.len())?;
        for lost in &self.lost {
            writeln!(f, "      {lost}")?;
        }
        Ok(())
    }
}

fn row(f: &mut fmt::Formatter<'_>, cells: [&str; 6]) -> fmt::Result {
    let [event_type, payloads, round_trips, bytes_in, bytes_out, key] = cells;
    writeln!(
        f,
        "{event_type:<27} {payloads:>8} {round_trips:>13} {bytes_in:>12} {bytes_out:>12}    {key}"
    )
}

/// The text in lines of at most that many bytes, broken behind commas.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in text.split_inclusive(',') {
        match lines.last_mut() {
            Some(line) if line.len() + piece.len() <= width => line.push_str(piece),
            _ => lines.push(piece.to_owned()),
        }
    }
    lines
}
