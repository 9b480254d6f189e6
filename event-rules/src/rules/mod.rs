//! All rules, one a file. A rule has its question, its words, what helps, and in `tests/rules/<id>` a
//! fixture with the text that people see.

mod lint;
mod words;

mod alias_removed;
mod any_value;
mod closed;
mod default_added;
mod default_changed;
mod default_removed;
mod description_changed;
mod duration_as_text;
mod enum_forms_mixed;
mod event_alias_removed;
mod event_type_reused;
mod field_became_optional;
mod field_became_required;
mod field_optional_added;
mod field_optional_removed;
mod field_renamed;
mod field_required_added;
mod field_required_removed;
mod float_for_money;
mod float_of_32_bits;
mod integer_beyond_2_53;
mod integer_of_128_bits;
mod key_changed;
mod map_key_not_text;
mod mask_strengthened;
mod mask_weakened;
mod min_reader_raised;
mod name_reused;
mod nested_version_same;
mod null_inside;
mod opened;
mod payload_deep;
mod payload_large;
mod removed_before_sunset;
mod rule_loosened;
mod rule_tightened;
mod sunset_passed;
mod tagging_changed;
mod tuple_of_types;
mod type_changed;
mod type_narrowed;
mod type_widened;
mod variant_added;
mod variant_content_changed;
mod variant_removed;
mod variant_renamed;
mod version_dropped;
mod version_missing;

use crate::difference::Change;
use crate::rule::{Find, Rule};

/// Every rule, in the order in which findings are shown.
pub const RULES: &[Rule] = &[
    field_required_added::RULE,
    field_optional_added::RULE,
    field_required_removed::RULE,
    field_optional_removed::RULE,
    field_renamed::RULE,
    field_became_required::RULE,
    field_became_optional::RULE,
    default_added::RULE,
    default_removed::RULE,
    default_changed::RULE,
    description_changed::RULE,
    alias_removed::RULE,
    event_alias_removed::RULE,
    type_changed::RULE,
    type_narrowed::RULE,
    type_widened::RULE,
    variant_added::RULE,
    variant_removed::RULE,
    variant_renamed::RULE,
    variant_content_changed::RULE,
    tagging_changed::RULE,
    closed::RULE,
    opened::RULE,
    key_changed::RULE,
    mask_weakened::RULE,
    mask_strengthened::RULE,
    rule_tightened::RULE,
    rule_loosened::RULE,
    min_reader_raised::RULE,
    name_reused::RULE,
    event_type_reused::RULE,
    version_missing::RULE,
    version_dropped::RULE,
    nested_version_same::RULE,
    sunset_passed::RULE,
    removed_before_sunset::RULE,
    payload_deep::RULE,
    payload_large::RULE,
    integer_beyond_2_53::RULE,
    float_for_money::RULE,
    float_of_32_bits::RULE,
    integer_of_128_bits::RULE,
    duration_as_text::RULE,
    tuple_of_types::RULE,
    map_key_not_text::RULE,
    any_value::RULE,
    null_inside::RULE,
    enum_forms_mixed::RULE,
];

/// The one rule that [`compare`](crate::compare) asks by itself.
pub(crate) const MIN_READER_RAISED: &Rule = &min_reader_raised::RULE;

/// The rule with that name.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// The rule for a kind of difference.
pub(crate) fn rule_of(change: Change) -> Option<&'static Rule> {
    RULES.iter().find(|rule| matches!(rule.find, Find::Change(found) if found == change))
}
