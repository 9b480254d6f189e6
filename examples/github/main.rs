//! Takes in the webhook payloads that GitHub publishes, writes each as an envelope, reads it back.
//!
//! ```sh
//! npm install --no-save --prefix . @octokit/webhooks-examples@7.6.1
//! cargo run --example github -- .
//! ```
//!
//! 726 payloads of 64 event types, from six releases of GitHub. Twenty of the types are in the set,
//! each with the history that reads every release into the same struct: see `events.rs`.

mod checks;
mod code;
mod events;
mod parts;
mod payloads;
mod print;
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
    let releases = payloads::find(Path::new(&dir)).and_then(|package| payloads::read(&package));
    let report = match releases {
        Ok(releases) => Report::of(&releases),
        Err(missing) => {
            eprintln!("error: {missing}");
            return ExitCode::FAILURE;
        }
    };
    // A reader that went away, such as `head`, is no failure.
    let _ = write!(io::stdout(), "{report}");
    match report.lost.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
