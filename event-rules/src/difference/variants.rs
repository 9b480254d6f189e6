//! Variants of two enums: which came, which went, and what comes with those that stayed.

use event_contract::{Content, Enum, Tagging, Variant};

use super::walk::{At, Walk};
use super::{Change, value_rules};

pub(super) fn compare(walk: &mut Walk<'_>, at: &At, before: &Enum, after: &Enum) {
    if before.tagging != after.tagging {
        let (was, is) = (tagging(&before.tagging), tagging(&after.tagging));
        walk.push(at, Change::TaggingChanged, was, is);
    }
    for was in &before.variants {
        let same = after.variants.iter().find(|is| is.name == was.name);
        let renamed = || {
            after.variants.iter().find(|is| is.aliases.contains(&was.name) && is_new(is, before))
        };
        match (same, renamed()) {
            (Some(is), _) => both(walk, at, was, is),
            (None, Some(is)) => {
                let here = place(at, Some(was), Some(is));
                walk.push(&here, Change::VariantRenamed, line(was), line(is));
                both(walk, at, was, is);
            }
            (None, None) => {
                let here = place(at, Some(was), None);
                walk.push(&here, Change::VariantRemoved, line(was), "no such variant".into());
            }
        }
    }
    let renamed = |is: &Variant| {
        before.variants.iter().any(|was| is.aliases.contains(&was.name) && is_gone(was, after))
    };
    for is in after.variants.iter().filter(|is| is_new(is, before) && !renamed(is)) {
        let here = place(at, None, Some(is));
        walk.push(&here, Change::VariantAdded, "no such variant".into(), line(is));
    }
}

fn is_new(variant: &Variant, before: &Enum) -> bool {
    before.variants.iter().all(|was| was.name != variant.name)
}

fn is_gone(variant: &Variant, after: &Enum) -> bool {
    after.variants.iter().all(|is| is.name != variant.name)
}

fn both(walk: &mut Walk<'_>, at: &At, was: &Variant, is: &Variant) {
    let here = place(at, Some(was), Some(is));
    let lost = |name: &&String| is.name != **name && !is.aliases.contains(name);
    for name in was.aliases.iter().filter(lost) {
        let (before, after) = (format!("`{}` or `{name}`", was.name), format!("`{}`", is.name));
        walk.push(&here, Change::AliasRemoved, before, after);
    }
    if let (Content::Newtype(_), Content::Newtype(_)) = (&was.content, &is.content) {
        value_rules::compare(walk, &here, &was.rules, &is.rules);
    }
    walk.contents(&here, &was.content, &is.content);
}

fn place(at: &At, was: Option<&Variant>, is: Option<&Variant>) -> At {
    let (was, is) = (was.map(|was| was.name.as_str()), is.map(|is| is.name.as_str()));
    At {
        path: format!("{}({})", at.path, is.or(was).unwrap_or_default()),
        before: at.before.variant(was),
        after: at.after.variant(is),
        types: (String::new(), String::new()),
        inside: at.inside.clone(),
    }
}

fn line(variant: &Variant) -> String {
    match &variant.content {
        Content::Unit => variant.name.clone(),
        content => format!("{}: {}", variant.name, text(content)),
    }
}

pub(super) fn text(content: &Content) -> String {
    match content {
        Content::Unit => "nothing beside its name".to_owned(),
        Content::Newtype(ty) => ty.to_string(),
        Content::Struct(table) => {
            let fields: Vec<_> =
                table.fields.iter().map(|field| format!("{}: {}", field.name, field.ty)).collect();
            format!("{{ {} }}", fields.join(", "))
        }
    }
}

fn tagging(tagging: &Tagging) -> String {
    match tagging {
        Tagging::External => "external: {\"card\": ...}".to_owned(),
        Tagging::Internal { tag } => format!("internal: {{\"{tag}\": \"card\", ...}}"),
        Tagging::Adjacent { tag, content } => {
            format!("adjacent: {{\"{tag}\": \"card\", \"{content}\": ...}}")
        }
    }
}
