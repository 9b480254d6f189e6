"""How long `cargo event check` takes after the build: 500 event types with 5 versions each.

Writes a workspace with their contracts and a repository, checks it several times, and says where the
time goes. Needs cargo and git. The numbers are medians, in milliseconds.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 2000.0  # milliseconds, for all of a check

TYPES, VERSIONS, PER_CRATE, PER_GROUP = 500, 5, 125, 10


def event(number):
    """Eight fields, four of which came later; some are structs, lists or enums."""
    group = number // PER_GROUP
    nested = f"Option<Item{group}>" if number % 3 else f"Vec<Item{group}>"
    masked = "    #[field(masked(last = 4))]\n" if number % 4 == 0 else ""
    return f"""
/// Something happened to thing {number}.
#[derive(Event)]
#[event(type = "shop.thing_{number}.changed", version = {VERSIONS}, key = "id", source = "shop/things")]
pub struct Thing{number} {{
    pub id: Uuid,
{masked}    pub customer: String,
    #[field(was(type = "u32", until = 2, with = wide))]
    pub count: u64,
    pub first: {nested},
    #[field(since = 2)]
    pub note: Option<String>,
    #[field(since = 3, default)]
    pub labels: Vec<String>,
    #[field(since = 4)]
    pub state: Option<State{group}>,
    #[field(since = 5, default = "EUR")]
    pub currency: String,
}}
"""


def group(number):
    return f"""
#[derive(Schema)]
pub struct Item{number} {{
    pub product_id: Uuid,
    pub name: String,
    pub quantity: u32,
    pub price: f64,
}}

#[derive(Schema)]
#[schema(tag = "kind", rename_all = "snake_case")]
pub enum State{number} {{
    Open,
    Waiting,
    Closed {{ by: String, why: Option<String> }},
}}
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def generate(directory):
    members = TYPES // PER_CRATE
    write(directory / "Cargo.toml", '[workspace]\nresolver = "3"\nmembers = ["things-*"]\n')
    write(directory / ".gitignore", "target\n")
    shutil.copy(ROOT / "Cargo.lock", directory / "Cargo.lock")
    for member in range(members):
        manifest = f"""[package]
name = "things-{member}"
version = "0.1.0"
edition = "2024"

[dependencies]
uuid = "1"
versioned-events = {{ path = '{ROOT}' }}
"""
        write(directory / f"things-{member}" / "Cargo.toml", manifest)
        numbers = range(member * PER_CRATE, (member + 1) * PER_CRATE)
        text = "use uuid::Uuid;\nuse versioned_events::{Event, Schema};\n"
        text += "\nfn wide(count: u32) -> u64 {\n    count.into()\n}\n"
        text += "".join(group(one) for one in sorted({one // PER_GROUP for one in numbers}))
        text += "".join(event(one) for one in numbers)
        write(directory / f"things-{member}" / "src" / "lib.rs", text)


def run(directory, *command, **options):
    return subprocess.run(command, cwd=directory, check=True, text=True, **options)


def git(directory, *arguments):
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "commit.gpgsign=false"]
    run(directory, "git", *who, *arguments)


def build():
    """The command, as users have it."""
    run(ROOT, "cargo", "build", "--release", "--package", "cargo-event", "--quiet")
    metadata = run(
        ROOT, "cargo", "metadata", "--no-deps", "--format-version=1", stdout=subprocess.PIPE
    )
    return str(Path(json.loads(metadata.stdout)["target_directory"]) / "release" / "cargo-event")


def timed(directory, command, environment):
    """Milliseconds, and what the command says of its parts."""
    began = time.monotonic()
    done = run(directory, *command, env=environment, capture_output=True)
    took = (time.monotonic() - began) * 1000
    lines = [line.split() for line in done.stderr.splitlines() if line.strip().startswith("Took")]
    return took, {" ".join(line[3:]): float(line[1]) for line in lines}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--directory", default=str(ROOT / "target" / "contracts-check"))
    arguments.add_argument("--runs", type=int, default=7)
    arguments = arguments.parse_args()
    directory = Path(arguments.directory)
    if directory.exists():
        for entry in directory.iterdir():
            if entry.name != "target":
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    directory.mkdir(parents=True, exist_ok=True)
    generate(directory)
    program = build()
    environment = {
        **os.environ,
        "CARGO_TARGET_DIR": str(directory / "target"),
        "GIT_CEILING_DIRECTORIES": str(directory.parent),
    }
    git(directory, "init", "--quiet", "--initial-branch=main")
    run(directory, program, "event", "accept", "--quiet", env=environment)
    git(directory, "add", "--all")
    git(directory, "commit", "--quiet", "--message", "Contracts")
    command = [program, "event", "check", "--timings"]
    timed(directory, command, environment)
    runs = [timed(directory, command, environment) for _ in range(arguments.runs)]
    total = statistics.median(took for took, _ in runs)
    parts = [parts for _, parts in runs]
    print(f"cargo event check, {TYPES} event types, {VERSIONS} versions each")
    print(f"  {'all of it':24}{total:8.0f} ms  (of {LIMIT:.0f})")
    for name in parts[0]:
        took = statistics.median(part.get(name, 0.0) for part in parts)
        print(f"    {name:22}{took:8.0f} ms")
    if total > LIMIT:
        sys.exit(f"too slow: {total:.0f} ms")


if __name__ == "__main__":
    main()
