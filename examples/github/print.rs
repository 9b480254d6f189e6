//! How a report is printed: releases, event types, totals, one envelope.

use std::fmt;

use crate::report::{Counts, Known, Report, Unknown};

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let heads = ["version", "payloads", "round trips", "unknown", "lost", "without history"];
        release_row(f, "release", heads)?;
        for (release, counts) in &self.releases {
            let Counts { payloads, round_trips, unknown, lost, refused_as_newest } = counts;
            let cells = [payloads, round_trips, unknown, lost].map(usize::to_string);
            let [payloads, round_trips, unknown, lost] = cells.each_ref().map(String::as_str);
            let version = release.version.to_string();
            let refused = format!("{refused_as_newest} refused");
            let cells = [&version, payloads, round_trips, unknown, lost, &refused];
            release_row(f, release.name, cells)?;
        }
        let heads = ["event type", "payloads", "round trips", "bytes in", "bytes out", "last key"];
        writeln!(f)?;
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
        let payloads: usize = self.releases.iter().map(|(_, counts)| counts.payloads).sum();
        let round_trips: usize = self.known.values().map(|known| known.round_trips).sum();
        let unknown: usize = self.unknown.values().map(|unknown| unknown.payloads).sum();
        writeln!(f, "\n{payloads:>5} payloads, {} versions", self.releases.len())?;
        writeln!(f, "{round_trips:>5} round trips, {} event types", self.known.len())?;
        writeln!(f, "{unknown:>5} unknown, {} event types", self.unknown.len())?;
        writeln!(f, "{:>5} lost", self.lost.len())?;
        for lost in &self.lost {
            writeln!(f, "      {lost}")?;
        }
        Ok(())
    }
}

fn release_row(f: &mut fmt::Formatter<'_>, release: &str, cells: [&str; 6]) -> fmt::Result {
    let [version, payloads, round_trips, unknown, lost, refused] = cells;
    writeln!(
        f,
        "{release:<27} {version:>8} {payloads:>13} {round_trips:>12} {unknown:>9} {lost:>6} {refused:>16}"
    )
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
