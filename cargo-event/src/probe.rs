//! The program that knows the events of a workspace: generated, built by cargo, and asked.
//!
//! It depends on every package that can have events, so that their derives register them in it.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use event_contract::Outcome;
use serde_json::{Value, json};

use crate::args::Build;
use crate::failure::{Failure, Ran};
use crate::files;
use crate::host;
use crate::probe_manifest::manifest;
use crate::show::Shell;
use crate::workspace::{Member, Workspace};

/// What the probe of a workspace is called: workspaces can share a target directory.
fn name(workspace: &Workspace, build: &Build) -> String {
    let mut hasher = DefaultHasher::new();
    workspace.root.hash(&mut hasher);
    for member in &workspace.packages {
        // Two commands that run at once share a probe only if they ask for the same one.
        (&member.name, &member.features).hash(&mut hasher);
    }
    build.no_default_features.hash(&mut hasher);
    format!("cargo-event-probe-{:016x}", hasher.finish())
}

/// A running probe, after it has described its events.
pub(crate) struct Probe {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    /// One JSON object for each event.
    pub(crate) events: Vec<Value>,
}

impl Probe {
    /// Generates the probe of a workspace, builds and starts it.
    pub(crate) fn start(workspace: &Workspace, build: &Build, shell: &Shell) -> Ran<Self> {
        let target = workspace.target.join("cargo-event");
        let directory = target.join(name(workspace, build));
        generate(workspace, build, &directory)?;
        let compile = || compile(workspace, build, &directory, &target, shell.quiet);
        let program = shell.timed("cargo build", compile)?;
        shell.timed("what the code says", || Self::run(&program))
    }

    fn run(program: &Path) -> Ran<Self> {
        let failed = |error| Failure::io("run", program, &error);
        let mut command = Command::new(program);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(failed)?;
        let (questions, answers) = (child.stdin.take(), child.stdout.take());
        let Some(answers) = answers else { return Err(stopped()) };
        let mut probe =
            Self { child, questions, answers: BufReader::new(answers), events: Vec::new() };
        while let Some(event) = probe.line()? {
            probe.events.push(event);
        }
        Ok(probe)
    }

    /// The next line of answers; `None` for the empty one. What the code prints meanwhile is for people.
    fn line(&mut self) -> Ran<Option<Value>> {
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = self.answers.read_until(b'\n', &mut line).map_err(|_| stopped())?;
            if read == 0 {
                return Err(stopped());
            }
            if let Some(answer) = line.trim_ascii_end().strip_prefix(&[MARK]) {
                return match answer {
                    [] => Ok(None),
                    answer => serde_json::from_slice(answer).map(Some).map_err(|_| stopped()),
                };
            }
            if !line.trim_ascii().is_empty() {
                let _ = std::io::stderr().write_all(&line);
            }
        }
    }

    /// What the code makes of payloads: one outcome for each, in their order. `name` says which one
    /// the code did not survive.
    pub(crate) fn remake(
        mut self,
        payloads: &[(usize, u32, String)],
        name: impl Fn(usize) -> String,
    ) -> Ran<Vec<Outcome>> {
        let Some(mut questions) = self.questions.take() else { return Err(stopped()) };
        let asked: Vec<_> = payloads
            .iter()
            .map(|(event, version, payload)| {
                json!({ "event": event, "version": version, "payload": payload }).to_string()
            })
            .collect();
        // From a thread of its own: the probe answers while it is still being asked.
        let writer = std::thread::spawn(move || {
            let mut questions = BufWriter::new(&mut questions);
            asked.iter().try_for_each(|question| writeln!(questions, "{question}"))?;
            questions.flush()
        });
        let mut outcomes = Vec::with_capacity(payloads.len());
        for place in 0..payloads.len() {
            let answer = self.line().ok().flatten().and_then(outcome);
            outcomes.push(answer.ok_or_else(|| not_survived(&name(place)))?);
        }
        let _ = writer.join();
        // The input is closed: it ends by itself.
        let _ = self.child.wait();
        Ok(outcomes)
    }
}

/// What every line of answers begins with.
const MARK: u8 = 1;

fn outcome(mut answer: Value) -> Option<Outcome> {
    if let Some(refused) = answer.get("refused").and_then(Value::as_str) {
        return Some(Outcome::Refused(refused.to_owned()));
    }
    let unmasked = answer.get("unmasked").and_then(Value::as_str).map(str::to_owned);
    Some(Outcome::Value(answer.get_mut("becomes")?.take(), unmasked))
}

fn stopped() -> Failure {
    Failure::new("the program that knows the events stopped before it had answered")
        .help("see what it said above; `static`s or constructors of your packages run in it")
}

fn not_survived(sample: &str) -> Failure {
    Failure::new(format_args!("today's code does not survive {sample}"))
        .help("see what it said above; `try_with` and `TryFrom` refuse a record without a panic")
}

/// Writes the sources of the probe, where they differ.
fn generate(workspace: &Workspace, build: &Build, directory: &Path) -> Ran<()> {
    let source = directory.join("src");
    write(&directory.join("Cargo.toml"), &manifest(&name(workspace, build), workspace, build)?)?;
    write(&source.join("main.rs"), &main(&workspace.packages))?;
    // The same versions as the workspace's own; cargo adds what the probe has besides.
    let lock = workspace.root.join("Cargo.lock");
    let copy = directory.join("workspace.lock");
    if let Ok(text) = fs::read_to_string(&lock)
        && !fs::read_to_string(&copy).is_ok_and(|known| known == text)
    {
        write(&copy, &text)?;
        write(&directory.join("Cargo.lock"), &text)?;
    }
    Ok(())
}

/// Writes a file if it says something else: cargo builds again what is newer.
fn write(path: &Path, text: &str) -> Ran<()> {
    match fs::read_to_string(path) {
        Ok(known) if known == text => Ok(()),
        _ => files::write(path, text),
    }
}

/// Naming a package is what keeps its events: a crate that nobody names is not linked.
fn main(packages: &[Member]) -> String {
    let mut text = String::new();
    for index in 0..packages.len() {
        text.push_str(&format!("use package_{index} as _;\n"));
    }
    text.push_str(
        "
fn main() -> std::io::Result<()> {
    event_core::contract::serve(std::io::stdin().lock(), std::io::stdout().lock())
}
",
    );
    text
}

/// Builds it, as cargo does: its own messages, colours and progress.
fn compile(
    workspace: &Workspace,
    build: &Build,
    directory: &Path,
    target: &Path,
    quiet: bool,
) -> Ran<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(&workspace.root).env(event_contract::ACCEPTING, "1");
    command.args(["build", "--message-format=json-render-diagnostics", "--manifest-path"]);
    command.arg(directory.join("Cargo.toml")).arg("--target-dir").arg(target);
    if let Some(host) = host::target(&workspace.root) {
        command.args(["--target", &host]);
    }
    command.args(build.offline.then_some("--offline"));
    command.args(quiet.then_some("--quiet"));
    command.stderr(Stdio::inherit());
    let built = command.output();
    let built = built.map_err(|error| Failure::new(format_args!("cannot run cargo: {error}")))?;
    if !built.status.success() {
        return Err(Failure::new("the workspace does not build")
            .help("mend what cargo says above; contracts are compared once the code compiles"));
    }
    let name = name(workspace, build);
    let messages = String::from_utf8_lossy(&built.stdout);
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut programs = messages.filter_map(|message| {
        let is_probe = message.get("target")?.get("name")? == name.as_str();
        message.get("executable")?.as_str().filter(|_| is_probe).map(PathBuf::from)
    });
    programs.next().ok_or_else(|| Failure::new("cargo built no program that knows the events"))
}
