//! Whole numbers that floats cannot hold.

use super::lint;
use super::words::place;
use crate::place::Place;
use crate::rule::{Find, Found, Rule, Severity};
use event_contract::Contract;
use event_contract::{Ty, ValueRule};

pub(super) const RULE: Rule = Rule {
    id: "integer_beyond_2_53",
    question: "can every reader hold the whole numbers?",
    severity: Severity::Warning,
    breaks: &[],
    find: Find::Lint(find),
    words,
    help,
};

fn find(contract: &Contract) -> Vec<Found> {
    lint::types(contract, is_beyond)
}

/// The largest whole number up to which floats hold every one.
const EXACT: i128 = 1 << 53;

fn is_beyond(place: &Place<'_>) -> bool {
    let Ty::Integer { min, max } = place.ty else { return false };
    let bounded = |limit: fn(&ValueRule) -> Option<&String>| {
        place.rules.iter().filter_map(limit).any(|number| {
            number.parse::<i128>().is_ok_and(|number| (-EXACT..=EXACT).contains(&number))
        })
    };
    let above = *max > EXACT
        && !bounded(|rule| if let ValueRule::Max(max) = rule { Some(max) } else { None });
    let below = *min < -EXACT
        && !bounded(|rule| if let ValueRule::Min(min) = rule { Some(min) } else { None });
    above || below
}

fn words(found: &Found) -> String {
    format!("{} may be beyond 2^53, where JavaScript and others round", place(found))
}

fn help(found: &Found) -> Vec<String> {
    vec![
        format!("a smaller type, if that is enough: `{}: u32`", found.name_after),
        format!("or text: `{}: String`", found.name_after),
    ]
}
