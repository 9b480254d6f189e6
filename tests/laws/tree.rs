//! JSON text that can be put in another order, or be damaged in one place.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON text whose objects keep the order of their entries.
#[derive(Clone)]
pub(crate) enum Tree {
    Leaf(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Parts;
        impl<'de> Visitor<'de> for Parts {
            type Value = Tree;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list or an object")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Tree::List(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Tree::Object(entries))
            }
        }
        let json = <&RawValue>::deserialize(deserializer)?.get();
        if !json.starts_with(['{', '[']) {
            return Ok(Self::Leaf(json.to_owned()));
        }
        serde_json::Deserializer::from_str(json)
            .deserialize_any(Parts)
            .map_err(serde::de::Error::custom)
    }
}

/// A source of small numbers, the same in every run.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

impl Tree {
    /// The text with every object's entries in another order, and white space between.
    pub(crate) fn shuffled(&self, numbers: &mut Numbers) -> String {
        let spaces = ["", " ", "\n", "\t\r\n "];
        let mut space =
            |text: String| format!("{text}{}", spaces[numbers.below(12).saturating_sub(8)]);
        match self {
            Self::Leaf(json) => space(json.clone()),
            Self::List(items) => {
                let items: Vec<_> = items.iter().map(|item| item.shuffled(numbers)).collect();
                format!("[{}]", items.join(","))
            }
            Self::Object(entries) => {
                let mut texts = Vec::new();
                for (name, value) in entries {
                    let name = serde_json::to_string(name).unwrap();
                    texts.insert(
                        numbers.below(texts.len() + 1),
                        format!("{name}:{}", value.shuffled(numbers)),
                    );
                }
                format!("{{{}}}", texts.join(","))
            }
        }
    }

    /// A value at any depth.
    pub(crate) fn somewhere(&mut self, numbers: &mut Numbers) -> &mut Self {
        let inside = match self {
            Self::List(items) => items.len(),
            Self::Object(entries) => entries.len(),
            Self::Leaf(_) => 0,
        };
        if inside == 0 || numbers.below(6) == 0 {
            return self;
        }
        let at = numbers.below(inside);
        match self {
            Self::List(items) => items[at].somewhere(numbers),
            Self::Object(entries) => entries[at].1.somewhere(numbers),
            Self::Leaf(_) => unreachable!("a leaf has nothing inside"),
        }
    }

    /// Puts another value somewhere, or another name.
    pub(crate) fn replace_somewhere(&mut self, numbers: &mut Numbers) {
        const OTHERS: &[&str] = &[
            "null",
            "true",
            "-1",
            "1.5",
            "1e400",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[[],{}]",
            "\"\\ud800\"",
            r#"{"kind":"Item"}"#,
            r#"{"t":"Code","c":1}"#,
            "18446744073709551616",
            "[null,null]",
        ];
        let inside = match self {
            Self::List(items) if !items.is_empty() => {
                let at = numbers.below(items.len());
                Some(&mut items[at])
            }
            Self::Object(entries) if !entries.is_empty() => {
                let at = numbers.below(entries.len());
                if numbers.below(8) == 0 {
                    entries[at].0.push('x');
                }
                Some(&mut entries[at].1)
            }
            _ => None,
        };
        match inside {
            Some(inside) if numbers.below(5) > 0 => inside.replace_somewhere(numbers),
            _ => *self = Self::Leaf(OTHERS[numbers.below(OTHERS.len())].to_owned()),
        }
    }
}
