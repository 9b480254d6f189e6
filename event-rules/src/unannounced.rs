//! Code that changed and kept its version, against what was published: as the next version, which it
//! would have to be, and with readers who are told nothing.

use event_contract::Contract;

use crate::compare::{Past, compare_with};
use crate::difference::Change;
use crate::finding::{Finding, Standing};
use crate::rule::Find;

/// What the rules say of code that differs from the published contract of its own version.
///
/// The code is called the next version, so that both sides have a name and help says what to write for
/// it. Who breaks is who would if the code ran as it is: nobody is kept out by `min_reader_version`,
/// and newer code takes earlier records for its own.
///
/// ```
/// use event_contract::{Contract, Field, Struct, Ty};
/// use event_rules::{Standing, Who, unannounced};
///
/// let lamp = |ty| Contract {
///     event_type: "lamp.switched".to_owned(),
///     version: 1,
///     min_reader_version: 1,
///     aliases: Vec::new(),
///     key: Vec::new(),
///     docs: String::new(),
///     deprecated: None,
///     payload: Struct { closed: false, fields: vec![Field::new("on", ty)] },
///     types: Default::default(),
/// };
/// let findings = unannounced(&lamp(Ty::Bool), &lamp(Ty::Decimal));
/// assert_eq!(findings[0].rule.id, "type_changed");
/// assert_eq!(findings[0].standing, Standing::Drift);
/// assert_eq!(findings[0].of(Who::OlderUs).unwrap().code, "type_mismatch");
/// assert_eq!(findings[0].of(Who::NewerUs).unwrap().code, "type_mismatch");
/// ```
#[must_use]
pub fn unannounced(published: &Contract, said: &Contract) -> Vec<Finding> {
    let version = published.version.saturating_add(1);
    let min_reader_version = published.min_reader_version;
    let said = Contract { version, min_reader_version, ..said.clone() };
    let mut findings = compare_with(published, &said, Past::Unknown);
    for finding in &mut findings {
        finding.standing = match finding.rule.find {
            // Less is shown than was agreed: nobody minds.
            Find::Change(Change::MaskStrengthened) => Standing::Note,
            _ => Standing::Drift,
        };
    }
    findings
}
