//! Who reads: with the earlier contract or the later one, and how strictly.

use std::fmt;

use crate::Audience;

/// Somebody who reads what the other side of a change writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A program with the earlier code, and this library.
    OlderUs,
    /// A program with the later code, and this library.
    NewerUs,
    /// A reader with the open JSON Schema of the earlier version.
    OlderLenient,
    /// A reader with the open JSON Schema of the later version.
    NewerLenient,
    /// A reader with the closed JSON Schema of the earlier version.
    OlderStrict,
    /// A reader with the closed JSON Schema of the later version.
    NewerStrict,
}

/// Which way records travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Who has the later contract reads what was written with the earlier one.
    Backward,
    /// Who has the earlier contract reads what is written with the later one.
    Forward,
}

impl Who {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::OlderUs,
        Self::NewerUs,
        Self::OlderLenient,
        Self::NewerLenient,
        Self::OlderStrict,
        Self::NewerStrict,
    ];

    /// How strictly they read.
    #[must_use]
    pub const fn audience(self) -> Audience {
        match self {
            Self::OlderUs | Self::NewerUs => Audience::Us,
            Self::OlderLenient | Self::NewerLenient => Audience::Lenient,
            Self::OlderStrict | Self::NewerStrict => Audience::Strict,
        }
    }

    /// Which way the records travel that they read.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::OlderUs | Self::OlderLenient | Self::OlderStrict => Direction::Forward,
            Self::NewerUs | Self::NewerLenient | Self::NewerStrict => Direction::Backward,
        }
    }

    /// Its name in JSON: `older_us`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OlderUs => "older_us",
            Self::NewerUs => "newer_us",
            Self::OlderLenient => "older_lenient",
            Self::NewerLenient => "newer_lenient",
            Self::OlderStrict => "older_strict",
            Self::NewerStrict => "newer_strict",
        }
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OlderUs => "older code",
            Self::NewerUs => "newer code",
            Self::OlderLenient => "older lenient JSON Schema",
            Self::NewerLenient => "newer lenient JSON Schema",
            Self::OlderStrict => "older strict JSON Schema",
            Self::NewerStrict => "newer strict JSON Schema",
        })
    }
}
