//! One contract with a single difference taken over from the other: who reads with it fails for the
//! sake of that difference alone.

use event_contract::{
    Content, Contract, Definition, DefinitionContent, Field, Struct, Ty, ValueRule, Variant,
};

use crate::difference::{Change, Difference, Owner, Site};

/// Which of the two contracts is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// The earlier one, with one thing as in the later.
    Before,
    /// The later one, with one thing as in the earlier.
    After,
}

/// The base with this one difference; `None` where the contract alone cannot say it.
pub(crate) fn hybrid(
    before: &Contract,
    after: &Contract,
    difference: &Difference,
    base: Base,
) -> Option<Contract> {
    let (base, other, here, there) = match base {
        Base::Before => (before, after, &difference.site_before, &difference.site_after),
        Base::After => (after, before, &difference.site_after, &difference.site_before),
    };
    let mut other = imported(other.clone());
    let mut made = base.clone();
    take_over(&mut made, &mut other, here, &imported_site(there), difference.change)?;
    made.types.append(&mut other.types);
    Some(made)
}

fn take_over(
    made: &mut Contract,
    other: &mut Contract,
    here: &Site,
    there: &Site,
    change: Change,
) -> Option<()> {
    match change {
        Change::RequiredFieldAdded
        | Change::OptionalFieldAdded
        | Change::RequiredFieldRemoved
        | Change::OptionalFieldRemoved => {
            let found = there.field_in(other).cloned();
            field_comes_or_goes(here.struct_in(made)?, here, found);
        }
        Change::FieldRenamed => {
            let found = there.field_in(other)?.clone();
            let field = here.field_in(made)?;
            (field.name, field.aliases) = (found.name, found.aliases);
        }
        Change::BecameRequired
        | Change::BecameOptional
        | Change::DefaultAdded
        | Change::DefaultRemoved
        | Change::DefaultChanged => presence(here.field_in(made)?, there.field_in(other)?),
        Change::AliasRemoved if here.field.is_none() => {
            let found = variant_in(there, other)?.aliases.clone();
            variant_in(here, made)?.aliases = found;
        }
        Change::AliasRemoved => {
            here.field_in(made)?.aliases = there.field_in(other)?.aliases.clone();
        }
        Change::MaskWeakened | Change::MaskStrengthened => {
            here.field_in(made)?.masked = there.field_in(other)?.masked;
        }
        Change::RuleTightened | Change::RuleLoosened => {
            let found = rules_in(there, other)?.clone();
            *rules_in(here, made)? = found;
        }
        Change::TypeChanged | Change::TypeNarrowed | Change::TypeWidened => {
            let found = there.type_in(other)?.clone();
            *here.type_in(made)? = found;
        }
        Change::VariantAdded | Change::VariantRemoved => {
            let found = variant_in(there, other).cloned();
            let variants = &mut here.enum_in(made)?.variants;
            variants.retain(|variant| Some(&variant.name) != here.variant.as_ref());
            variants.extend(found);
        }
        Change::VariantRenamed => {
            let found = variant_in(there, other)?.clone();
            let variant = variant_in(here, made)?;
            (variant.name, variant.aliases) = (found.name, found.aliases);
        }
        Change::VariantContentChanged => {
            let found = there.content_in(other)?.clone();
            *here.content_in(made)? = found;
        }
        Change::TaggingChanged => {
            here.enum_in(made)?.tagging = there.enum_in(other)?.tagging.clone();
        }
        Change::Closed | Change::Opened => closed(made, other, here, there)?,
        Change::KeyChanged => made.key.clone_from(&other.key),
        Change::EventAliasRemoved => made.aliases.clone_from(&other.aliases),
    }
    Some(())
}

fn field_comes_or_goes(table: &mut Struct, here: &Site, found: Option<Field>) {
    table.fields.retain(|field| Some(&field.name) != here.field.as_ref());
    table.fields.extend(found);
}

/// Takes over whether the field may be absent, and nothing of what its values look like.
fn presence(here: &mut Field, there: &Field) {
    let inner = match &here.ty {
        Ty::Optional(inner) => (**inner).clone(),
        ty => ty.clone(),
    };
    here.ty = match there.ty {
        Ty::Optional(_) => Ty::Optional(Box::new(inner)),
        _ => inner,
    };
    here.default.clone_from(&there.default);
}

fn variant_in<'a>(site: &Site, contract: &'a mut Contract) -> Option<&'a mut Variant> {
    let name = site.variant.as_deref()?;
    site.enum_in(contract)?.variants.iter_mut().find(|variant| variant.name == name)
}

fn rules_in<'a>(site: &Site, contract: &'a mut Contract) -> Option<&'a mut Vec<ValueRule>> {
    match site.field {
        Some(_) => Some(&mut site.field_in(contract)?.rules),
        None => Some(&mut variant_in(site, contract)?.rules),
    }
}

fn closed(made: &mut Contract, other: &mut Contract, here: &Site, there: &Site) -> Option<()> {
    if let (Some(table), Some(found)) = (here.struct_in(made), there.struct_in(other)) {
        table.closed = found.closed;
        return Some(());
    }
    here.enum_in(made)?.closed = there.enum_in(other)?.closed;
    Some(())
}

/// The contract with all its nested types under names that the other one cannot have.
fn imported(mut contract: Contract) -> Contract {
    let types = std::mem::take(&mut contract.types);
    contract.types = types
        .into_iter()
        .map(|(name, definition)| (imported_name(&name), imported_definition(definition)))
        .collect();
    rename_in(&mut contract.payload);
    contract
}

/// The same place in the contract with the other names.
fn imported_site(site: &Site) -> Site {
    let owner = match &site.owner {
        Owner::Payload => Owner::Payload,
        Owner::Type(name) => Owner::Type(imported_name(name)),
    };
    Site { owner, ..site.clone() }
}

fn imported_name(name: &str) -> String {
    format!("{name} of the other")
}

fn imported_definition(mut definition: Definition) -> Definition {
    match &mut definition.content {
        DefinitionContent::Struct(table) => rename_in(table),
        DefinitionContent::Enum(table) => {
            for variant in &mut table.variants {
                match &mut variant.content {
                    Content::Unit => {}
                    Content::Newtype(ty) => rename(ty),
                    Content::Struct(table) => rename_in(table),
                }
            }
        }
    }
    definition
}

fn rename_in(table: &mut Struct) {
    for field in &mut table.fields {
        rename(&mut field.ty);
    }
}

fn rename(ty: &mut Ty) {
    match ty {
        Ty::Named(name) | Ty::Recursive(name) => *name = imported_name(name),
        Ty::Optional(inner) | Ty::List(inner) | Ty::Array(inner, _) | Ty::Foreign(inner) => {
            rename(inner);
        }
        Ty::Map(key, value) => {
            rename(key);
            rename(value);
        }
        Ty::Tuple(items) => items.iter_mut().for_each(rename),
        _ => {}
    }
}
