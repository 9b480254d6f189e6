//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand};

/// `cargo event ...`, as cargo calls it.
#[derive(Debug, Parser)]
#[command(name = "cargo", bin_name = "cargo", version, about, styles = clap::builder::Styles::styled())]
pub(crate) enum Cargo {
    /// Publishes the contracts of versioned events, and keeps code and contracts together
    Event(EventArgs),
}

#[derive(Debug, Args)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct EventArgs {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colours
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    #[arg(env = "CARGO_TERM_COLOR", hide_env = true)]
    pub(crate) color: ColorChoice,
    /// Says nothing but results
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// Writes results as JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Says where the time goes
    #[arg(long, global = true)]
    pub(crate) timings: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Writes the contracts of versions that have none yet; published ones are never overwritten
    ///
    /// A contract that differs from the code is written again only if no commit that others can have
    /// holds it.
    Accept(Build),
    /// Compares code, contracts, samples and git history: 0 fine, 1 drift or breaking, 2 could not run
    Check(Build),
    /// Shows what changed between versions, who breaks, what to do, and a payload that proves it
    ///
    /// 0: nothing of it is in the way; 1: the code drifted, or its version cannot be accepted like this;
    /// 2: could not run.
    Explain(Explain),
    /// Lists event types, their versions, owners and levels
    List(Build),
    /// Checks the records of a file against the contracts, without any Rust type
    Verify(Verify),
}

/// What has to be built, and where.
#[derive(Clone, Debug, Args)]
pub(crate) struct Build {
    /// Path to Cargo.toml
    #[arg(long, value_name = "PATH")]
    pub(crate) manifest_path: Option<PathBuf>,
    /// Only these packages of the workspace
    #[arg(short, long, value_name = "NAME")]
    pub(crate) package: Vec<String>,
    /// Features to build with: `feature`, or `package/feature`
    #[arg(short = 'F', long, value_name = "FEATURES", value_delimiter = ',')]
    pub(crate) features: Vec<String>,
    /// Builds with all features
    #[arg(long)]
    pub(crate) all_features: bool,
    /// Builds without default features
    #[arg(long)]
    pub(crate) no_default_features: bool,
    /// Without network access
    #[arg(long)]
    pub(crate) offline: bool,
    /// What to compare with: a commit, or `none`; else where this branch left the default branch
    #[arg(long, value_name = "COMMIT")]
    pub(crate) base: Option<String>,
}

impl Build {
    /// The features, one by one: cargo takes spaces between them, too.
    pub(crate) fn features(&self) -> Vec<String> {
        self.features.iter().flat_map(|some| some.split_whitespace()).map(str::to_owned).collect()
    }
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// An event type (`order.paid`), or a rule (`field_renamed`); else the newest version of every type
    #[arg(value_name = "TYPE or RULE")]
    pub(crate) what: Option<String>,
    /// One version of the event type; else all of them
    pub(crate) version: Option<u32>,
    #[command(flatten)]
    pub(crate) build: Build,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Records, one JSON object a line; `-` for the standard input
    pub(crate) file: PathBuf,
    /// The directories of contracts; else those of the packages of this workspace
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) contracts: Vec<PathBuf>,
    /// Path to Cargo.toml
    #[arg(long, value_name = "PATH")]
    pub(crate) manifest_path: Option<PathBuf>,
}
