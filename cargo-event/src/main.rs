//! `cargo event`: publishes contracts, and keeps code and contracts together.
//!
//! Command line in, exit code out: 0 fine, 1 something is wrong with the contracts, 2 could not run.

mod accept;
mod args;
mod check;
mod code;
mod compare;
mod drift;
mod explain;
mod explained;
mod failure;
mod files;
mod git;
mod hidden;
mod history;
mod host;
mod judge;
mod list;
mod probe;
mod probe_manifest;
mod problem;
mod project;
mod published;
mod recorded;
mod repository;
mod samples;
mod show;
mod verify;
mod watched;
mod workspace;

use std::process::ExitCode;

use clap::{ColorChoice, Parser};

use args::{Cargo, Command, EventArgs};
use show::Shell;

fn main() -> ExitCode {
    let Cargo::Event(EventArgs { command, color, quiet, json, timings }) = Cargo::parse();
    color_choice(color).write_global();
    let shell = Shell { quiet, json, timings };
    let ran = match command {
        Command::Accept(build) => accept::accept(&build, &shell),
        Command::Check(build) => check::check(&build, &shell),
        Command::Explain(explain) => explain::explain(&explain, &shell),
        Command::List(build) => list::list(&build, &shell),
        Command::Verify(verify) => verify::verify(&verify, &shell),
    };
    match ran {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => {
            shell.failure(&failure);
            ExitCode::from(2)
        }
    }
}

const fn color_choice(color: ColorChoice) -> anstream::ColorChoice {
    match color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
}
