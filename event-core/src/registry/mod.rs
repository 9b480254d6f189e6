//! The schemas that a program knows, by subject and version. In memory; a registry on the network is
//! not here.

mod bare;
mod difference;
mod error;
mod id;
mod numbered;
mod reference;
mod words;

use std::collections::BTreeMap;

use serde_json::Value;

pub use error::RegistryError;
pub use id::SchemaId;

use crate::event::Event;
use crate::json_schema::{Openness, canonical_json};
use crate::schema::EventSchema;
use crate::set::EventSet;
use error::unknown_subject;

/// Schemas by subject and version: those of the code, and those that somebody else published.
///
/// Fill it at the start, then share it: everything that writes takes `&mut self`, everything that
/// reads takes `&self`, so reading never waits for a lock. It is `Send` and `Sync`.
///
/// The subject of an event is its type. What is registered is the [closed](Openness::Closed) schema
/// of the payload, what a writer publishes: registries that compare versions strictly refuse even a
/// new optional field in an open one.
///
/// ```
/// use event_core::Registry;
/// use serde_json::json;
///
/// let mut registry = Registry::new();
/// registry.register_schema("stock.moved", 1, json!({ "type": "object" }))?;
/// assert_eq!(registry.latest("stock.moved")?.version, 1);
///
/// let error = registry.schema("stock.movd", 1).unwrap_err();
/// assert_eq!(error.code(), "unknown_subject");
/// assert_eq!(
///     error.to_string(),
///     "no schema is registered for `stock.movd`, did you mean `stock.moved`? (unknown_subject)",
/// );
/// # Ok::<(), event_core::registry::RegistryError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Registry {
    subjects: BTreeMap<String, BTreeMap<u32, RegisteredSchema>>,
    ids: BTreeMap<SchemaId, (String, u32)>,
}

/// A schema with the place that it is registered at.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RegisteredSchema {
    /// What it is registered for: the event type.
    pub subject: String,
    /// The version of the event, from 1.
    pub version: u32,
    /// The same for the same schema, in every process and on every machine.
    pub id: SchemaId,
    /// The schema.
    pub schema: Value,
    /// The schema as [`canonical_json`] writes it.
    pub text: String,
}

impl RegisteredSchema {
    fn new(subject: &str, version: u32, schema: Value) -> Self {
        Self {
            subject: subject.to_owned(),
            version,
            id: SchemaId::of(&schema),
            text: canonical_json(&schema),
            schema,
        }
    }
}

impl Registry {
    /// A registry without schemas.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers every version of an event that the code can read.
    ///
    /// ```
    /// # use event_core::{Event, Registry};
    /// # fn show<OrderPaid: Event>() -> Result<(), Box<dyn std::error::Error>> {
    /// let mut registry = Registry::new();
    /// registry.register::<OrderPaid>()?;
    /// println!("{}", registry.latest(OrderPaid::TYPE)?.text);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`RegistryError::SchemaDiffers`] if one of the versions is registered otherwise; then none is
    /// registered.
    pub fn register<E: Event>(&mut self) -> Result<(), RegistryError> {
        self.register_all(&[E::SCHEMA])
    }

    /// Registers every version of every event in a set.
    ///
    /// # Errors
    /// [`RegistryError::SchemaDiffers`] if one of the versions is registered otherwise; then none is
    /// registered.
    pub fn register_set<S: EventSet>(&mut self) -> Result<(), RegistryError> {
        self.register_all(S::EVENTS)
    }

    /// Registers a schema that somebody else published.
    ///
    /// Registering the same again changes nothing; what counts as the same is what
    /// [`SchemaId`] says.
    ///
    /// # Errors
    /// [`RegistryError::SchemaDiffers`] if another schema has that subject and version,
    /// [`RegistryError::NotASchema`] if the value is neither an object nor a boolean.
    pub fn register_schema(
        &mut self,
        subject: &str,
        version: u32,
        schema: Value,
    ) -> Result<(), RegistryError> {
        if !schema.is_object() && !schema.is_boolean() {
            return Err(RegistryError::NotASchema { subject: subject.to_owned(), version });
        }
        self.add(RegisteredSchema::new(subject, version, schema))
    }

    fn register_all(&mut self, events: &[&EventSchema]) -> Result<(), RegistryError> {
        // All or none: what is refused leaves the registry as it was.
        let mut filled = self.clone();
        for event in events {
            for version in event.oldest..=event.version {
                if let Some(schema) = event.json_schema(version, Openness::Closed) {
                    filled.add(RegisteredSchema::new(event.event_type, version, schema))?;
                }
            }
        }
        *self = filled;
        Ok(())
    }

    /// Adds a schema unless it is there; refuses what would change a registered one.
    fn add(&mut self, schema: RegisteredSchema) -> Result<(), RegistryError> {
        let versions = self.subjects.entry(schema.subject.clone()).or_default();
        match versions.get(&schema.version) {
            Some(known) if known.id != schema.id => Err(RegistryError::differs(known, &schema)),
            Some(_) => Ok(()),
            None => {
                let place = (schema.subject.clone(), schema.version);
                self.ids.entry(schema.id).or_insert(place);
                versions.insert(schema.version, schema);
                Ok(())
            }
        }
    }

    /// The schema of a version.
    ///
    /// # Errors
    /// [`RegistryError::UnknownSubject`] or [`RegistryError::UnknownVersion`].
    pub fn schema(&self, subject: &str, version: u32) -> Result<&RegisteredSchema, RegistryError> {
        let versions = self.versions_of(subject)?;
        versions.get(&version).ok_or_else(|| RegistryError::UnknownVersion {
            subject: subject.to_owned(),
            version,
            known: versions.keys().copied().collect(),
        })
    }

    /// The schema of the newest version.
    ///
    /// # Errors
    /// [`RegistryError::UnknownSubject`].
    pub fn latest(&self, subject: &str) -> Result<&RegisteredSchema, RegistryError> {
        let newest = self.versions_of(subject)?.values().next_back();
        newest.ok_or_else(|| unknown_subject(subject, self.subjects()))
    }

    /// The schema with that id. Schemas that are the same under several subjects share their id; this
    /// is the one that came first.
    #[must_use]
    pub fn by_id(&self, id: SchemaId) -> Option<&RegisteredSchema> {
        let (subject, version) = self.ids.get(&id)?;
        self.subjects.get(subject)?.get(version)
    }

    /// The subjects, sorted.
    pub fn subjects(&self) -> impl Iterator<Item = &str> {
        self.subjects.keys().map(String::as_str)
    }

    /// The versions of a subject, from the oldest to the newest.
    ///
    /// # Errors
    /// [`RegistryError::UnknownSubject`].
    pub fn versions(
        &self,
        subject: &str,
    ) -> Result<impl DoubleEndedIterator<Item = u32> + use<'_>, RegistryError> {
        self.versions_of(subject).map(|versions| versions.keys().copied())
    }

    /// All schemas, sorted by subject and version.
    pub fn iter(&self) -> impl Iterator<Item = &RegisteredSchema> {
        self.subjects.values().flat_map(BTreeMap::values)
    }

    fn versions_of(
        &self,
        subject: &str,
    ) -> Result<&BTreeMap<u32, RegisteredSchema>, RegistryError> {
        self.subjects.get(subject).ok_or_else(|| unknown_subject(subject, self.subjects()))
    }
}
