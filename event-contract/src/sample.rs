//! Sample files: payloads that fit a contract, and what the code makes of them.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::ContractError;
use crate::canonical::canonical;
use crate::digest::opened;
use crate::lines::{Members, list, map, quoted};
use crate::object::Object;
use crate::read::{parse, refuse_other_format};

/// Payloads that fit a contract, and what the code of its version makes of them.
///
/// What it makes of the samples of the versions before stands here too, and not in their files: a file
/// that was published never changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    /// The name on the wire: `order.paid`.
    pub event_type: String,
    /// The version, from 1.
    pub version: u32,
    /// Payloads of this version.
    pub samples: Vec<Sample>,
    /// What this version's code makes of the samples of earlier versions: version, name, value.
    pub earlier: BTreeMap<u32, BTreeMap<String, Outcome>>,
}

/// A payload.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// What is special about it: `full`, `minimal`, `paid_with: card`.
    pub name: String,
    /// The payload.
    pub payload: Value,
    /// What this version's code makes of it; `None` if the code was further on when it was written.
    pub becomes: Option<Outcome>,
}

/// What code makes of a sample.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// An event, written again: masked. The digest is of the unmasked text, if the two differ.
    Value(Value, Option<String>),
    /// Nothing: the code of the error, and its path.
    Refused(String),
}

type Read<T> = Result<T, ContractError>;

impl Samples {
    /// The text of the file: always the same for the same samples.
    #[must_use]
    pub fn to_text(&self) -> String {
        let samples: Vec<_> = self.samples.iter().map(sample_text).collect();
        let earlier: Vec<_> = self
            .earlier
            .iter()
            .map(|(version, outcomes)| {
                let outcomes: Vec<_> = outcomes
                    .iter()
                    .map(|(name, outcome)| {
                        let members = outcome_members(Members::new(), outcome);
                        (name.clone(), members.in_one_line())
                    })
                    .collect();
                (version.to_string(), map(&outcomes, 4))
            })
            .collect();
        let earlier = (!earlier.is_empty()).then(|| map(&earlier, 2));
        Members::new()
            .number("contract", 1)
            .text("type", &self.event_type)
            .number("version", self.version)
            .json("samples", list(&samples, 2))
            .json_if_any("earlier", earlier)
            .into_file()
    }

    /// Reads the text of a sample file.
    ///
    /// # Errors
    /// If anything in it is not as it was written.
    pub fn from_text(text: &str) -> Read<Self> {
        let text = opened(text)?;
        let mut object = Object::new(parse(&text)?, "")?;
        refuse_other_format(&mut object)?;
        let samples = Self {
            event_type: object.text("type")?,
            version: object.version("version")?,
            samples: object.list("samples")?.into_iter().map(sample).collect::<Read<_>>()?,
            earlier: earlier(&mut object)?,
        };
        object.finish()?;
        match samples.to_text() == text {
            true => Ok(samples),
            false => Err(ContractError::damaged("it is not in the form that it is written in")),
        }
    }
}

fn sample_text(sample: &Sample) -> String {
    let members =
        Members::new().text("name", &sample.name).json("payload", canonical(&sample.payload));
    match &sample.becomes {
        Some(outcome) => outcome_members(members, outcome).in_lines(4),
        None => members.in_lines(4),
    }
}

fn outcome_members(members: Members, outcome: &Outcome) -> Members {
    match outcome {
        Outcome::Value(value, unmasked) => members
            .json("becomes", canonical(value))
            .json_if_any("unmasked", unmasked.as_deref().map(quoted)),
        Outcome::Refused(error) => members.text("refused", error),
    }
}

fn sample((path, value): (String, Value)) -> Read<Sample> {
    let mut object = Object::new(value, &path)?;
    let name = object.text("name")?;
    let payload = object.take("payload").unwrap_or_default();
    let is_recorded = object.has("becomes") || object.has("refused");
    let becomes = if is_recorded { Some(outcome(&mut object)?) } else { None };
    object.finish()?;
    Ok(Sample { name, payload, becomes })
}

fn outcome(object: &mut Object) -> Read<Outcome> {
    if object.has("refused") {
        return object.text("refused").map(Outcome::Refused);
    }
    let value = object.take("becomes").unwrap_or_default();
    Ok(Outcome::Value(value, object.text_if_any("unmasked")?))
}

fn earlier(object: &mut Object) -> Read<BTreeMap<u32, BTreeMap<String, Outcome>>> {
    let Some(value) = object.take("earlier") else { return Ok(BTreeMap::new()) };
    let Value::Object(versions) = value else {
        return Err(ContractError::damaged("`earlier` in it is not an object"));
    };
    let version = |(version, value): (String, Value)| {
        let path = format!("earlier.{version}");
        let Value::Object(outcomes) = value else {
            return Err(ContractError::damaged(format_args!("`{path}` in it is not an object")));
        };
        let version = version
            .parse()
            .map_err(|_| ContractError::damaged(format_args!("`{path}` in it is no version")))?;
        let one = |(name, value): (String, Value)| {
            let mut object = Object::new(value, &format!("{path}.{name}"))?;
            let outcome = outcome(&mut object)?;
            object.finish()?;
            Ok((name, outcome))
        };
        Ok((version, outcomes.into_iter().map(one).collect::<Read<_>>()?))
    };
    versions.into_iter().map(version).collect()
}
