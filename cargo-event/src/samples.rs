//! Samples: drawn from contracts, and what the code makes of them.

use std::collections::BTreeMap;

use event_contract::{Contract, Outcome, Sample, Samples};

use crate::code::EventType;
use crate::failure::Ran;
use crate::files::TypeFiles;
use crate::probe::Probe;

/// The payloads of every version, by name.
pub(crate) type Payloads = BTreeMap<u32, Vec<(String, serde_json::Value)>>;

/// What the code makes of every sample of one event type: version, name, outcome.
pub(crate) type Outcomes = BTreeMap<u32, BTreeMap<String, Outcome>>;

/// The samples of every version of a type: those of its files, and new ones where there is no file.
pub(crate) fn payloads(known: &EventType, files: &TypeFiles) -> Payloads {
    let mut all = BTreeMap::new();
    for version in known.versions() {
        let recorded = match files.samples.get(&version) {
            Some(Ok(samples)) => {
                let samples = samples.samples.iter();
                samples.map(|sample| (sample.name.clone(), sample.payload.clone())).collect()
            }
            _ => match (files.contracts.get(&version), known.said(version)) {
                (Some(Ok(contract)), _) | (_, Some(contract)) => event_rules::samples(contract),
                _ => continue,
            },
        };
        all.insert(version, recorded);
    }
    all
}

/// Asks the code about all samples of all types.
pub(crate) fn outcomes(
    probe: Option<Probe>,
    types: &[(EventType, TypeFiles)],
    payloads: &[Payloads],
) -> Ran<Vec<Outcomes>> {
    let mut questions = Vec::new();
    let mut places = Vec::new();
    for (place, ((known, _), payloads)) in types.iter().zip(payloads).enumerate() {
        let Some(today) = known.today() else { continue };
        for (version, samples) in payloads {
            if !(today.oldest..=today.version).contains(version) {
                continue;
            }
            for (name, payload) in samples {
                questions.push((today.index, *version, payload.to_string()));
                places.push((place, *version, name.clone()));
            }
        }
    }
    let Some(probe) = probe else { return Ok(vec![Outcomes::new(); types.len()]) };
    let answers = probe.remake(&questions, |at| {
        let asked = places.get(at).and_then(|(place, version, sample)| {
            let (known, _) = types.get(*place)?;
            Some(format!("sample `{sample}` of `{}` version {version}", known.event_type))
        });
        asked.unwrap_or_default()
    })?;
    let mut outcomes = vec![Outcomes::new(); types.len()];
    for ((place, version, name), outcome) in places.into_iter().zip(answers) {
        if let Some(outcomes) = outcomes.get_mut(place) {
            outcomes.entry(version).or_default().insert(name, outcome);
        }
    }
    Ok(outcomes)
}

/// The sample file of a version. What today's code makes of samples is recorded with today's version.
pub(crate) fn file(
    known: &EventType,
    contract: &Contract,
    payloads: &Payloads,
    outcomes: &Outcomes,
) -> Samples {
    let version = contract.version;
    let is_today = version == known.version();
    let of = |version: u32, name: &str| outcomes.get(&version)?.get(name).cloned();
    let own = payloads.get(&version).into_iter().flatten();
    let samples = own.map(|(name, payload)| Sample {
        name: name.clone(),
        payload: payload.clone(),
        becomes: if is_today { of(version, name) } else { None },
    });
    let earlier = outcomes.iter().filter(|(earlier, _)| is_today && **earlier < version);
    Samples {
        event_type: contract.event_type.clone(),
        version,
        samples: samples.collect(),
        earlier: earlier.map(|(version, outcomes)| (*version, outcomes.clone())).collect(),
    }
}
