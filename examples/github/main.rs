//! Takes in the webhook payloads that GitHub publishes, writes each as an envelope, reads it back.
//!
//! ```sh
//! npm install --no-save --prefix . @octokit/webhooks-examples@7.6.1
//! cargo run --example github -- .
//! ```
//!
//! 329 payloads of 58 event types, twenty of which are in the set: see `events.rs`.

mod checks;
mod code;
mod events;
mod parts;
mod payloads;
mod prose;
mod pulls;
mod report;
mod runs;
mod seconds;
mod tracker;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use payloads::PACKAGE;
use report::Report;

fn main() -> ExitCode {
    let Some(dir) = std::env::args_os().nth(1) else {
        eprintln!("error: which directory holds the webhook payloads?");
        eprintln!("help: npm install --no-save --prefix . {PACKAGE}");
        eprintln!("help: cargo run --example github -- .");
        return ExitCode::FAILURE;
    };
    let file_and_webhooks = payloads::find(Path::new(&dir)).and_then(|file| {
        let webhooks = payloads::read(&file)?;
        Ok((file, webhooks))
    });
    let (file, webhooks) = match file_and_webhooks {
        Ok(found) => found,
        Err(missing) => {
            eprintln!("error: {missing}");
            return ExitCode::FAILURE;
        }
    };
    let report = Report::of(&webhooks);
    // A reader that went away, such as `head`, is no failure.
    let _ = write!(io::stdout(), "{}\n\n{report}", file.display());
    match report.lost.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
