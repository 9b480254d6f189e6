"""The package with serde's derives, and what a team writes around them: an envelope, the dispatch on
type and version, the key."""

from events import EVERY, GROUPS, MAIN, USES, item, state

DEPENDENCIES = """
chrono = {{ version = "0.4.45", default-features = false, features = ["serde"] }}
rust_decimal = {{ version = "1.43", default-features = false, features = ["std", "serde"] }}
serde = {{ version = "1.0.229", features = ["derive"] }}
serde_json = {{ version = "1.0.154", features = ["float_roundtrip", "raw_value"] }}
uuid = {{ version = "1.29", features = ["serde"] }}
"""

DERIVE = "Serialize, Deserialize"

ENVELOPE = """
pub struct Envelope<E> {
    pub id: Uuid,
    pub source: String,
    pub occurred_at: DateTime<Utc>,
    pub correlation_id: Option<Uuid>,
    pub causation_id: Option<Uuid>,
    pub data: E,
}

#[derive(Serialize, Deserialize)]
struct Record<'a, D> {
    id: Uuid,
    r#type: &'a str,
    source: &'a str,
    schema_version: u32,
    occurred_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    correlation_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    causation_id: Option<Uuid>,
    data: D,
}

impl Envelope<Every> {
    pub fn from_json(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        let record: Record<'_, &RawValue> = serde_json::from_slice(bytes)?;
        Ok(Self {
            id: record.id,
            source: record.source.to_owned(),
            occurred_at: record.occurred_at,
            correlation_id: record.correlation_id,
            causation_id: record.causation_id,
            data: Every::decode(record.r#type, record.schema_version, record.data.get())?,
        })
    }

    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        let (r#type, schema_version) = self.data.describe();
        serde_json::to_vec(&Record {
            id: self.id,
            r#type,
            source: &self.source,
            schema_version,
            occurred_at: self.occurred_at,
            correlation_id: self.correlation_id,
            causation_id: self.causation_id,
            data: &self.data,
        })
    }
}

fn key(envelope: &Envelope<Every>) -> String {
    envelope.data.key().to_string()
}

fn masked<S: Serializer>(_: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str("***")
}
"""


def source():
    shared = "".join(item(at, DERIVE) + state(at, DERIVE, "serde") for at in GROUPS)
    return f"""{USES}use serde::{{Deserialize, Serialize, Serializer}};
use serde_json::value::RawValue;
{ENVELOPE}{shared}{"".join(map(event, EVERY))}
pub enum Every {{
{arms("{0}({0}),", 4)}}}

impl Every {{
    fn decode(r#type: &str, version: u32, json: &str) -> Result<Self, serde_json::Error> {{
        match (r#type, version) {{
{arms('("{1}", 1) => serde_json::from_str(json).map(Self::{0}),')}\
            _ => Err(serde::de::Error::custom("an event of another type or version")),
        }}
    }}

    fn describe(&self) -> (&'static str, u32) {{
        match self {{
{arms('Self::{0}(_) => ("{1}", 1),')}        }}
    }}

    fn key(&self) -> &Uuid {{
        match self {{
{arms("Self::{0}(event) => &event.id,")}        }}
    }}
}}

impl Serialize for Every {{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {{
        match self {{
{arms("Self::{0}(event) => event.serialize(serializer),")}        }}
    }}
}}
{MAIN}"""


def arms(line, indent=12):
    """The line once for each event, with its name and its type."""
    return "".join(" " * indent + line.format(each.name, each.type) + "\n" for each in EVERY)


def event(each):
    fields = ""
    for name, type, _ in each.fields:
        if name == each.masked:
            fields += '    #[serde(serialize_with = "masked")]\n'
        if type.startswith("Option<"):
            fields += '    #[serde(skip_serializing_if = "Option::is_none")]\n'
        fields += f"    pub {name}: {type},\n"
    return f"""
#[derive({DERIVE})]
pub struct {each.name} {{
{fields}}}
"""
