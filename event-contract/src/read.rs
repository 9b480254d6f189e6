//! From the text of a file to a contract.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::contract::{
    Content, Contract, Default, Definition, DefinitionContent, Deprecated, Enum, Field, Masked,
    Struct, Tagging, Variant,
};
use crate::digest::opened;
use crate::object::{Object, wrong};
use crate::{ContractError, Ty, ValueRule};

type Read<T> = Result<T, ContractError>;

impl Contract {
    /// Reads the text of a contract file.
    ///
    /// # Errors
    /// If anything in it is not as it was written: cut off, merged, edited, or of a newer format.
    pub fn from_text(text: &str) -> Read<Self> {
        let text = opened(text)?;
        let contract = read(&text)?;
        match contract.to_text() == text {
            true => Ok(contract),
            // A member twice, or in another order.
            false => Err(ContractError::damaged("it is not in the form that it is written in")),
        }
    }

    /// The same for those who read in each build, where it costs time: that a file whose digest fits is
    /// in the form that it is written in, is left to [`from_text`](Self::from_text).
    ///
    /// # Errors
    /// If anything in it is not as it was written, but for the order of members, and those of one object
    /// that are there twice.
    pub fn from_closed_text(text: &str) -> Read<Self> {
        read(&opened(text)?)
    }

    /// Every name that a type refers to is defined, and nothing else is.
    fn refuse_unknown_types(&self) -> Read<()> {
        let mut used = BTreeSet::new();
        let mut open: Vec<&Ty> = Vec::new();
        push_fields(&mut open, &self.payload);
        while let Some(ty) = open.pop() {
            open.extend(ty.parts());
            let (Ty::Named(name) | Ty::Recursive(name)) = ty else { continue };
            let Some(definition) = self.types.get(name) else {
                return Err(ContractError::damaged(format_args!(
                    "it speaks of `{name}`, and does not define it"
                )));
            };
            if used.insert(name) {
                push_definition(&mut open, definition);
            }
        }
        match self.types.keys().find(|name| !used.contains(name)) {
            None => Ok(()),
            Some(name) => Err(ContractError::damaged(format_args!(
                "it defines `{name}`, and nothing speaks of it"
            ))),
        }
    }
}

fn read(text: &str) -> Read<Contract> {
    let contract = contract(Object::new(parse(text)?, "")?)?;
    contract.refuse_unknown_types()?;
    Ok(contract)
}

fn push_fields<'a>(open: &mut Vec<&'a Ty>, table: &'a Struct) {
    open.extend(table.fields.iter().map(|field| &field.ty));
}

fn push_definition<'a>(open: &mut Vec<&'a Ty>, definition: &'a Definition) {
    match &definition.content {
        DefinitionContent::Struct(table) => push_fields(open, table),
        DefinitionContent::Enum(table) => {
            for variant in &table.variants {
                match &variant.content {
                    Content::Unit => {}
                    Content::Newtype(ty) => open.push(ty),
                    Content::Struct(table) => push_fields(open, table),
                }
            }
        }
    }
}

pub(crate) fn parse(text: &str) -> Read<Value> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        ContractError::damaged(format_args!("it is no JSON at line {line}, column {column}"))
    })
}

/// Refuses what a later version of the tools wrote.
pub(crate) fn refuse_other_format(object: &mut Object) -> Read<()> {
    // It fits: the text was opened.
    object.take("digest");
    match object.take("contract") {
        Some(format) if format == 1 => Ok(()),
        Some(format) => Err(ContractError::newer_format(&format.to_string())),
        None => {
            Err(ContractError::damaged("`contract`, the number of its format, is missing in it"))
        }
    }
}

fn contract(mut object: Object) -> Read<Contract> {
    refuse_other_format(&mut object)?;
    let contract = Contract {
        event_type: object.text("type")?,
        version: object.version("version")?,
        min_reader_version: object.version("min_reader_version")?,
        aliases: object.texts("aliases")?,
        key: object.texts("key")?,
        deprecated: deprecated(&mut object)?,
        docs: docs(&mut object)?,
        payload: table(&mut object)?,
        types: types(&mut object)?,
    };
    object.finish()?;
    Ok(contract)
}

fn docs(object: &mut Object) -> Read<String> {
    object.text_if_any("docs").map(Option::unwrap_or_default)
}

fn types(object: &mut Object) -> Read<BTreeMap<String, Definition>> {
    let Some(types) = object.take("types") else { return Ok(BTreeMap::new()) };
    let Value::Object(types) = types else { return Err(wrong("types", "an object")) };
    let define = |(name, value): (String, Value)| {
        let definition = definition(Object::new(value, &format!("types.{name}"))?)?;
        Ok((name, definition))
    };
    types.into_iter().map(define).collect()
}

fn definition(mut object: Object) -> Read<Definition> {
    let version = object.version("version")?;
    let docs = docs(&mut object)?;
    let content = match object.has("variants") {
        true => DefinitionContent::Enum(variants(&mut object)?),
        false => DefinitionContent::Struct(table(&mut object)?),
    };
    object.finish()?;
    Ok(Definition { version, docs, content })
}

fn table(object: &mut Object) -> Read<Struct> {
    let closed = object.flag("closed")?;
    let fields = object.list("fields")?.into_iter();
    let fields =
        fields.map(|(path, value)| field(Object::new(value, &path)?)).collect::<Read<Vec<_>>>()?;
    refuse_twice("the field", fields.iter().map(|field| &field.name))?;
    Ok(Struct { closed, fields })
}

/// As two sides of a merge leave it, taken together.
fn refuse_twice<'a>(what: &str, names: impl Iterator<Item = &'a String>) -> Read<()> {
    let mut known = BTreeSet::new();
    for name in names {
        if !known.insert(name) {
            return Err(ContractError::damaged(format_args!("it has {what} `{name}` twice")));
        }
    }
    Ok(())
}

fn field(mut object: Object) -> Read<Field> {
    let (name, ty) = (object.text("name")?, object.text("type")?.parse()?);
    if object.is_empty() {
        return Ok(Field::new(&name, ty));
    }
    let field = Field {
        name,
        ty,
        aliases: object.texts("aliases")?,
        default: default(&mut object)?,
        masked: masked(&mut object)?,
        rules: rules(&mut object)?,
        tags: object.texts("tags")?,
        deprecated: deprecated(&mut object)?,
        docs: docs(&mut object)?,
    };
    object.finish()?;
    Ok(field)
}

fn default(object: &mut Object) -> Read<Option<Default>> {
    let unknown = object.flag("optional")?.then_some(Default::Unknown);
    Ok(object.take("default").map(Default::Value).or(unknown))
}

fn masked(object: &mut Object) -> Read<Option<Masked>> {
    let Some(masked) = object.text_if_any("masked")? else { return Ok(None) };
    let last = || masked.strip_prefix("last ")?.parse().ok().map(Masked::Last);
    match masked.as_str() {
        "whole" => Ok(Some(Masked::Whole)),
        "custom" => Ok(Some(Masked::Custom)),
        _ => last().map(Some).ok_or_else(|| wrong(&object.path("masked"), "a way to mask")),
    }
}

fn rules(object: &mut Object) -> Read<Vec<ValueRule>> {
    // Most fields have none, and paths are for those that are wrong.
    if !object.has("rules") {
        return Ok(Vec::new());
    }
    let path = object.path("rules");
    let rule = |text: String| {
        let (name, value) = text.split_once(' ').unwrap_or((&text, ""));
        ValueRule::from_parts(name, value).ok_or_else(|| wrong(&path, "a list of known rules"))
    };
    object.texts("rules")?.into_iter().map(rule).collect()
}

fn deprecated(object: &mut Object) -> Read<Option<Deprecated>> {
    let Some(value) = object.take("deprecated") else { return Ok(None) };
    let mut object = Object::new(value, &object.path("deprecated"))?;
    let deprecated = Deprecated {
        note: object.text_if_any("note")?.unwrap_or_default(),
        since: object.number_if_any("since")?,
        sunset: object.text_if_any("sunset")?.unwrap_or_default(),
    };
    object.finish()?;
    Ok(Some(deprecated))
}

fn variants(object: &mut Object) -> Read<Enum> {
    let tag = object.text_if_any("tag")?;
    let content = object.text_if_any("content")?;
    let tagging = match (tag, content) {
        (None, None) => Tagging::External,
        (Some(tag), None) => Tagging::Internal { tag },
        (Some(tag), Some(content)) => Tagging::Adjacent { tag, content },
        (None, Some(_)) => return Err(wrong(&object.path("content"), "beside a `tag`")),
    };
    let closed = object.flag("closed")?;
    let variants = object.list("variants")?.into_iter();
    let variants = variants
        .map(|(path, value)| variant(Object::new(value, &path)?))
        .collect::<Read<Vec<_>>>()?;
    refuse_twice("the variant", variants.iter().map(|variant| &variant.name))?;
    Ok(Enum { tagging, closed, variants })
}

fn variant(mut object: Object) -> Read<Variant> {
    let name = object.text("name")?;
    let aliases = object.texts("aliases")?;
    let deprecated = deprecated(&mut object)?;
    let docs = docs(&mut object)?;
    let mut kept = Vec::new();
    let content = match (object.text_if_any("type")?, object.has("fields")) {
        (Some(ty), _) => {
            kept = rules(&mut object)?;
            Content::Newtype(ty.parse()?)
        }
        (None, true) => Content::Struct(table(&mut object)?),
        (None, false) => Content::Unit,
    };
    object.finish()?;
    Ok(Variant { name, aliases, deprecated, rules: kept, docs, content })
}
