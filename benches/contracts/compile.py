#!/usr/bin/env python3
"""What comparing events with their contracts costs `cargo check`, in milliseconds a field.

    benches/contracts/compile.py [REPOSITORY] [--rounds N] [--keep FOLDER]

Writes two packages with the same 200 events of eight fields in version 3, of which the second has the
contracts of all three versions, and times them in rounds that alternate. Fails above the limit.

As in `benches/compile-time`, a figure is the median of the rounds, and what counts is the time that the
processors worked.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "compile-time"))
import ours  # noqa: E402
from events import EVERY, GROUPS, is_tagged, USES, item, state  # noqa: E402

LIMIT = 0.6  # milliseconds a field
VERSIONS = 3
FIELDS = 8

TYPES = {
    "Option<String>": "optional<text>",
    "String": "text",
    "Decimal": "decimal",
    "bool": "bool",
    "Option<DateTime<Utc>>": "optional<time>",
    "f64": "f64",
    "Vec<String>": "list<text>",
    "Option<Uuid>": "optional<uuid>",
    "Uuid": "uuid",
    "u64": "u64",
    "i32": "i32",
    "BTreeMap<String, String>": "map<text, text>",
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("repository", nargs="?", default=Path(__file__).resolve().parents[2], type=Path)
    parser.add_argument("--rounds", default=7, type=int)
    parser.add_argument("--keep", type=Path, help="the folder for the packages; else one that goes away")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        write_packages(folder, arguments.repository.resolve())
        sys.exit(measure(folder, arguments.rounds))


def write_packages(folder, repository):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Cargo.toml").write_text('[workspace]\nmembers = ["without", "with"]\nresolver = "3"\n')
    # The same versions of everything as in the repository.
    (folder / "Cargo.lock").write_bytes((repository / "Cargo.lock").read_bytes())
    for name in ["without", "with"]:
        (folder / name / "src").mkdir(parents=True, exist_ok=True)
        (folder / name / "src/lib.rs").write_text(source())
        dependencies = ours.DEPENDENCIES.format(repository=json.dumps(str(repository)))
        manifest = f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n'
        (folder / name / "Cargo.toml").write_text(f"{manifest}\n[dependencies]{dependencies}")
    shutil.rmtree(folder / "with/contracts", ignore_errors=True)
    for event in EVERY:
        for version in range(1, VERSIONS + 1):
            file = folder / "with/contracts" / event.type / f"v{version}.json"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(contract(event, version))


def source():
    shared = "".join(item(at, "Schema") + state(at, "Schema", "schema") for at in GROUPS)
    return f"{USES}use versioned_events::{{Event, Schema}};\n{shared}{''.join(map(event, EVERY))}"


def event(event):
    """Version 2 renamed the title, version 3 brought the count: every contract is another one."""
    attributes = {
        "title": '#[field(renamed(from = "name", until = 1))] ',
        "count": "#[field(since = 3, default)] ",
    }
    masked = lambda name: "#[field(masked)] " if name == event.masked else ""
    fields = "".join(
        f"    {attributes.get(name, '')}{masked(name)}pub {name}: {type},\n"
        for name, type, _ in event.fields
    )
    head = f'#[event(type = "{event.type}", version = {VERSIONS}, key = "id")]'
    return f"\n#[derive(Event)]\n{head}\npub struct {event.name} {{\n{fields}}}\n"


def contract(event, version):
    fields, types = [], {}
    for name, type, _ in event.fields:
        if name == "count" and version < 3:
            continue
        name = "name" if name == "title" and version == 1 else name
        field = {"name": name, "type": promised(type, types)}
        if name == event.masked:
            field["masked"] = "whole"
        fields.append("    " + json.dumps(field))
    min_reader = {1: 1, 2: 2, 3: 2}[version]
    lines = [
        '  "contract": 1',
        f'  "type": "{event.type}"',
        f'  "version": {version}',
        f'  "min_reader_version": {min_reader}',
        '  "key": ["id"]',
        '  "fields": [\n' + ",\n".join(fields) + "\n  ]",
    ]
    if types:
        definitions = ",\n".join(f'    "{name}": {types[name]}' for name in sorted(types))
        lines.append(f'  "types": {{\n{definitions}\n  }}')
    body = "{\n" + ",\n".join(lines)
    return f'{body},\n  "digest": "{digest(body)}"\n}}\n'


def promised(type, types):
    """The type in a contract; what it names is added to `types`."""
    if type.startswith("Vec<Item"):
        return f"list<{promised(type[4:-1], types)}>"
    if type.startswith("Option<Item"):
        return f"optional<{promised(type[7:-1], types)}>"
    if type.startswith("Item"):
        fields = [("product_id", "uuid"), ("name", "text"), ("quantity", "u32"), ("price", "decimal")]
        types[type] = definition("fields", [{"name": name, "type": kind} for name, kind in fields])
        return type
    if type.startswith("State"):
        variants = [{"name": "open"}, {"name": "waiting"}, {"name": "closed"}]
        tagged = is_tagged(int(type.removeprefix("State")))
        lines = [json.dumps(each) for each in variants]
        if tagged:
            by = '[\n          {"name": "by", "type": "text"}\n        ]'
            lines[2] = f'{{"name": "closed", "fields": {by}}}'
        types[type] = definition("variants", lines, '      "tag": "kind",\n' if tagged else "")
        return type
    return TYPES[type]


def definition(name, members, more=""):
    lines = [each if isinstance(each, str) else json.dumps(each) for each in members]
    listed = ",\n".join(f"        {line}" for line in lines)
    return f'{{\n      "version": 1,\n{more}      "{name}": [\n{listed}\n      ]\n    }}'


def digest(text):
    """FNV-1a, 64 bits."""
    hash = 0xCBF29CE484222325
    for byte in text.encode():
        hash = ((hash ^ byte) * 0x100000001B3) & (2**64 - 1)
    return f"{hash:016x}"


def measure(folder, rounds):
    """Prints everything; whether the limit was exceeded."""
    times = {"without": [], "with": []}
    for round in range(rounds + 1):
        for package, seconds in times.items():
            taken = check(folder, package)
            if round:  # the first one built what both depend on
                seconds.append(taken)
    for package, seconds in times.items():
        low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
        print(f"{package:8} {middle:6.2f} s  ({low:.2f} to {high:.2f})")
    fields = len(EVERY) * FIELDS
    more = statistics.median(times["with"]) - statistics.median(times["without"])
    cost = more / fields * 1000
    print(f"drift check: {cost:.2f} ms a field, {fields} fields in {VERSIONS} versions; limit {LIMIT}")
    return cost > LIMIT


def check(folder, package):
    (folder / package / "src/lib.rs").touch()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {
        **os.environ,
        "CARGO_INCREMENTAL": "0",
        "CARGO_TARGET_DIR": str(folder / "target"),
    }
    command = ["cargo", "check", "--quiet", "--offline", "--package", package]
    subprocess.run(command, cwd=folder, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
