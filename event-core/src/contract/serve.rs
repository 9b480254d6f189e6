//! What a package's events answer when `cargo event` asks: one JSON text a line, both ways. Each answer
//! begins with a mark, on a line of its own: the code that is asked may write to the same output.

use std::io::{self, BufRead, Write};

use event_contract::Outcome;
use serde_json::{Value, json};

use super::{Published, contract_of};

/// What every line of answers begins with.
const MARK: char = '\u{1}';

/// Answers questions about all registered events until the input ends.
///
/// First comes one line for each event, then an empty one, then one answer for each question; each line of
/// them begins with U+0001, and what others print is between them.
///
/// # Errors
/// If the input cannot be read, or the output cannot be written.
pub fn serve(questions: impl BufRead, mut answers: impl Write) -> io::Result<()> {
    let events: Vec<_> = inventory::iter::<Published>.into_iter().collect();
    for event in &events {
        writeln!(answers, "{MARK}{}", described(event))?;
    }
    writeln!(answers, "{MARK}")?;
    answers.flush()?;
    for question in questions.lines() {
        let question = question?;
        let answer =
            answer(&events, &question).unwrap_or_else(|| json!({ "error": "no question" }));
        // What was printed meanwhile may have left its line open.
        writeln!(answers, "\n{MARK}{answer}")?;
    }
    answers.flush()
}

/// ```json
/// {"type": "order.paid", "name": "OrderPaid", "package": "/shop", "file": "src/events.rs", "contracts": "contracts",
///  "version": 3, "oldest": 1, "described_from": 1, "said": {"1": "{...", "2": "{...", "3": "{..."}}
/// ```
fn described(event: &Published) -> Value {
    let Published { schema, described_from, name, package, file, contracts, .. } = event;
    let said = (*described_from..=schema.version).filter_map(|version| {
        let contract = contract_of(schema, version)?;
        Some((version.to_string(), Value::from(contract.to_text())))
    });
    json!({
        "type": schema.event_type,
        "name": name,
        "package": package,
        "file": file,
        "contracts": contracts,
        "version": schema.version,
        "oldest": schema.oldest,
        "described_from": described_from,
        "said": Value::Object(said.collect()),
    })
}

/// `{"event": 0, "version": 1, "payload": "{...}"}` becomes `{"becomes": {...}, "unmasked": "..."}`, or
/// `{"refused": "missing_field at $.order_id"}`.
fn answer(events: &[&Published], question: &str) -> Option<Value> {
    let question: Value = serde_json::from_str(question).ok()?;
    let index = usize::try_from(question.get("event")?.as_u64()?).ok()?;
    let version = u32::try_from(question.get("version")?.as_u64()?).ok()?;
    let payload = question.get("payload")?.as_str()?;
    Some(match (events.get(index)?.remake)(payload.as_bytes(), version) {
        Outcome::Value(value, unmasked) => json!({ "becomes": value, "unmasked": unmasked }),
        Outcome::Refused(refused) => json!({ "refused": refused }),
    })
}
