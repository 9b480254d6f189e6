//! Names: near misses, and the ways serde writes them.

use ident_case::RenameRule;
use syn::Ident;
use syn::ext::IdentExt;

/// What people write who know other libraries, and what it is called here.
const SYNONYMS: &[(&str, &str)] = &[
    ("name", "type"),
    ("event_type", "type"),
    ("schema_version", "version"),
    ("partition_key", "key"),
    ("unkeyed", "keyless"),
    ("sensitive", "masked"),
    ("secret", "masked"),
    ("redact", "masked"),
    ("added", "since"),
    ("added_in", "since"),
    ("changed", "was"),
];

/// The known name within two edits, or half of it if that is less; or the one of the same meaning.
pub(crate) fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let edits = |known: &str| {
        let exact = strsim::damerau_levenshtein(name, known);
        let (name, known) = (name.to_lowercase(), known.to_lowercase());
        exact.min(strsim::damerau_levenshtein(&name, &known))
    };
    let near = known
        .iter()
        .map(|known| (edits(known), *known))
        .filter(|(edits, known)| *edits <= 2 && edits * 2 <= known.len())
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, known)| known);
    near.or_else(|| {
        let (_, meant) = SYNONYMS.iter().find(|(synonym, _)| *synonym == name)?;
        known.iter().find(|known| *known == meant).copied()
    })
}

/// The name without `r#`.
pub(crate) fn plain(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// How `rename_all` writes names.
#[derive(Clone, Copy)]
pub(crate) enum Case {
    Rule(RenameRule),
    Upper,
    ScreamingKebab,
}

impl Case {
    pub(crate) const KNOWN: &'static [&'static str] = &[
        "lowercase",
        "UPPERCASE",
        "PascalCase",
        "camelCase",
        "snake_case",
        "SCREAMING_SNAKE_CASE",
        "kebab-case",
        "SCREAMING-KEBAB-CASE",
    ];

    pub(crate) fn from_text(text: &str) -> Option<Self> {
        match text {
            "UPPERCASE" => Some(Self::Upper),
            "SCREAMING-KEBAB-CASE" => Some(Self::ScreamingKebab),
            text => text.parse().ok().map(Self::Rule),
        }
    }

    pub(crate) fn field(self, name: &str) -> String {
        match self {
            // Fields are written in snake case, which has no upper case to lower.
            Self::Rule(RenameRule::LowerCase) => name.to_owned(),
            Self::Rule(RenameRule::CamelCase) => {
                lower_first(RenameRule::PascalCase.apply_to_field(name))
            }
            Self::Rule(rule) => rule.apply_to_field(name),
            Self::Upper => name.to_ascii_uppercase(),
            Self::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
        }
    }

    pub(crate) fn variant(self, name: &str) -> String {
        match self {
            Self::Rule(RenameRule::CamelCase) => lower_first(name.to_owned()),
            Self::Rule(rule) => rule.apply_to_variant(name),
            Self::Upper => name.to_ascii_uppercase(),
            Self::ScreamingKebab => {
                RenameRule::ScreamingSnakeCase.apply_to_variant(name).replace('_', "-")
            }
        }
    }
}

/// As ident_case does it, which panics where the first character is not ASCII.
fn lower_first(mut name: String) -> String {
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    name
}

/// Whether the text is lower-case words joined by dots.
pub(crate) fn is_event_type(text: &str) -> bool {
    text.split('.').all(|word| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-')
            })
    })
}

/// Whether the text is a word that fields are tagged with.
pub(crate) fn is_tag(text: &str) -> bool {
    let fits =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_.-".contains(&byte);
    !text.is_empty() && text.bytes().all(fits)
}

/// The event type that was probably meant.
pub(crate) fn mended_event_type(text: &str) -> String {
    let mut mended = String::new();
    let mut after_lower = false;
    for character in text.trim().chars() {
        let separator = matches!(character, '.' | '/' | ':' | ' ');
        if (separator || character.is_ascii_uppercase() && after_lower) && !mended.ends_with('.') {
            mended.push('.');
        }
        if !separator {
            mended.push(character.to_ascii_lowercase());
        }
        after_lower = character.is_ascii_lowercase() || character.is_ascii_digit();
    }
    let mended = mended.trim_matches('.').to_owned();
    if is_event_type(&mended) { mended } else { String::new() }
}
