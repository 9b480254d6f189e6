"""The package with the derives of this repository."""

from events import EVERY, GROUPS, MAIN, USES, item, state

DEPENDENCIES = """
versioned-events = {{ path = {repository}, features = ["rust_decimal"] }}
chrono = {{ version = "0.4.45", default-features = false }}
rust_decimal = {{ version = "1.43", default-features = false, features = ["std"] }}
uuid = "1.29"
"""


def source(history=None):
    """`history`: `additive` for one more field in version 2, `renamed` for another name and type."""
    shared = "".join(item(at, "Schema") + state(at, "Schema", "schema") for at in GROUPS)
    events = "".join(event(each, history) for each in EVERY)
    variants = "".join(f"    {each.name}({each.name}),\n" for each in EVERY)
    return f"""{USES}use versioned_events::{{Envelope, Event, EventSet, Schema}};
{shared}{events}
#[derive(EventSet)]
pub enum Every {{
{variants}}}

fn key(envelope: &Envelope<Every>) -> String {{
    envelope.key().expect("it can be a key").map_or_else(String::new, |key| key.to_string())
}}
{MAIN}"""


def event(each, history):
    version = 1 if history is None else 2
    fields = ""
    for name, type, _ in each.fields:
        if name == each.masked:
            fields += "    #[field(masked)]\n"
        if history == "renamed" and name == "title":
            fields += '    #[field(renamed(from = "name", until = 1))]\n'
        if history == "renamed" and name == "count":
            fields += '    #[field(was(type = "u32", until = 1, with = u64::from))]\n'
        fields += f"    pub {name}: {type},\n"
    if history == "additive":
        fields += "    #[field(since = 2)]\n    pub added: Option<String>,\n"
    return f"""
#[derive(Event)]
#[event(type = "{each.type}", version = {version}, key = "id", source = "{each.source}")]
pub struct {each.name} {{
{fields}}}
"""
