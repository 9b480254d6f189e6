//! From a contract to its text.

use crate::ValueRule;
use crate::canonical::canonical;
use crate::contract::{
    Content, Contract, Default, Definition, DefinitionContent, Deprecated, Enum, Field, Masked,
    Struct, Tagging, Variant,
};
use crate::lines::{Members, list, map};

impl Contract {
    /// The text of its file: always the same for the same contract.
    #[must_use]
    pub fn to_text(&self) -> String {
        let members = Members::new()
            .number("contract", 1)
            .text("type", &self.event_type)
            .number("version", self.version)
            .number("min_reader_version", self.min_reader_version)
            .texts("aliases", &self.aliases)
            .texts("key", &self.key)
            .json_if_any("deprecated", deprecated(self.deprecated.as_ref()))
            .text_if_any("docs", &self.docs);
        let members = fields(members, &self.payload, 2);
        let types: Vec<_> = self
            .types
            .iter()
            .map(|(name, definition)| (name.clone(), definition_text(definition)))
            .collect();
        let types = (!types.is_empty()).then(|| map(&types, 2));
        members.json_if_any("types", types).into_file()
    }
}

fn definition_text(definition: &Definition) -> String {
    let members =
        Members::new().number("version", definition.version).text_if_any("docs", &definition.docs);
    let members = match &definition.content {
        DefinitionContent::Struct(table) => fields(members, table, 6),
        DefinitionContent::Enum(table) => variants(members, table),
    };
    members.in_lines(4)
}

fn fields(members: Members, table: &Struct, indent: usize) -> Members {
    let lines: Vec<_> = table.fields.iter().map(field).collect();
    members.flag("closed", table.closed).json("fields", list(&lines, indent))
}

fn field(field: &Field) -> String {
    let default = match &field.default {
        Some(Default::Value(value)) => Some(canonical(value)),
        _ => None,
    };
    let masked = field.masked.map(|masked| match masked {
        Masked::Whole => "whole".to_owned(),
        Masked::Last(count) => format!("last {count}"),
        Masked::Custom => "custom".to_owned(),
    });
    Members::new()
        .text("name", &field.name)
        .text("type", &field.ty.to_string())
        .texts("aliases", &field.aliases)
        .json_if_any("default", default)
        .flag("optional", field.default == Some(Default::Unknown))
        .text_if_any("masked", masked.as_deref().unwrap_or_default())
        .texts("rules", &rules(&field.rules))
        .texts("tags", &field.tags)
        .json_if_any("deprecated", deprecated(field.deprecated.as_ref()))
        .text_if_any("docs", &field.docs)
        .in_one_line()
}

fn variants(members: Members, table: &Enum) -> Members {
    let members = match &table.tagging {
        Tagging::External => members,
        Tagging::Internal { tag } => members.text("tag", tag),
        Tagging::Adjacent { tag, content } => members.text("tag", tag).text("content", content),
    };
    let lines: Vec<_> = table.variants.iter().map(variant).collect();
    members.flag("closed", table.closed).json("variants", list(&lines, 6))
}

fn variant(variant: &Variant) -> String {
    let members = Members::new()
        .text("name", &variant.name)
        .texts("aliases", &variant.aliases)
        .json_if_any("deprecated", deprecated(variant.deprecated.as_ref()))
        .text_if_any("docs", &variant.docs);
    match &variant.content {
        Content::Unit => members.in_one_line(),
        Content::Newtype(ty) => {
            let members = members.text("type", &ty.to_string());
            members.texts("rules", &rules(&variant.rules)).in_one_line()
        }
        Content::Struct(table) => fields(members, table, 8).in_one_line(),
    }
}

fn rules(rules: &[ValueRule]) -> Vec<String> {
    let text = |rule: &ValueRule| {
        let (name, value) = rule.parts();
        format!("{name} {value}")
    };
    rules.iter().map(text).collect()
}

fn deprecated(deprecated: Option<&Deprecated>) -> Option<String> {
    let Deprecated { note, since, sunset } = deprecated?;
    let members = Members::new()
        .text_if_any("note", note)
        .number_if_any("since", *since)
        .text_if_any("sunset", sunset);
    Some(members.in_one_line())
}
