//! Events that no other program can see, because they are in a program: found by reading its source.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{Package, Target, TargetKind};
use proc_macro2::TokenTree;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Item, ItemMod, ItemStruct, Lit, LitStr, Meta, Token};

use crate::failure::{Failure, Ran};
use crate::files;

/// An event, and the file that it is in.
type Event = (PathBuf, String);

/// Whether a package has something that other packages can name.
pub(crate) fn has_library(package: &Package) -> bool {
    package.targets.iter().any(is_library)
}

fn is_library(target: &Target) -> bool {
    target.kind.iter().any(|kind| matches!(kind, TargetKind::Lib | TargetKind::RLib))
}

/// `cdylib` and the like: nothing of Rust can be linked with them.
fn is_foreign(target: &Target) -> bool {
    let linked = [TargetKind::CDyLib, TargetKind::StaticLib, TargetKind::DyLib];
    !is_library(target) && target.kind.iter().any(|it| linked.contains(it))
}

/// The events of libraries, as far as they can be seen without building.
pub(crate) fn in_libraries(package: &Package) -> BTreeSet<Event> {
    in_targets(package, is_library)
}

/// Refuses events in programs. Those in modules that the library has too are seen there.
pub(crate) fn refuse(package: &Package) -> Ran<()> {
    let program = |target: &Target| target.is_bin() || is_foreign(target);
    let hidden = in_targets(package, program);
    if let Some((file, name)) = hidden.difference(&in_libraries(package)).next() {
        let directory = package.manifest_path.parent().map(|it| files::real(it.as_std_path()));
        let file = directory.as_deref().and_then(|it| file.strip_prefix(it).ok()).unwrap_or(file);
        let file = file.display();
        if package.targets.iter().any(is_foreign) && !has_library(package) {
            return Err(Failure::new(format_args!(
                "`{name}` of `{}` is in a library that Rust does not link with",
                package.name
            ))
            .help("let it be a Rust library, too: `crate-type = [\"cdylib\", \"rlib\"]`")
            .help("or, if nobody else reads it, write `#[event(contracts = \"none\")]` on it"));
        }
        return Err(Failure::new(format_args!(
            "`{name}` of `{}` is in a program, where no other program can see it",
            package.name
        ))
        .help(format_args!(
            "move it from `{file}` to the library, `src/lib.rs`, and use it from there"
        ))
        .help("or, if nobody else reads it, write `#[event(contracts = \"none\")]` on it"));
    }
    let contracts = package.manifest_path.parent().map(|it| it.join(event_contract::DIRECTORY));
    let contracts = contracts.map(PathBuf::from).unwrap_or_default();
    if !has_library(package) && !files::event_types(&contracts).is_empty() {
        return Err(Failure::new(format_args!(
            "`{}` has contracts and no library: no other program can see its events",
            package.name
        ))
        .help("move the events to `src/lib.rs`, and use them from `src/main.rs`"));
    }
    Ok(())
}

fn in_targets(package: &Package, is_meant: impl Fn(&Target) -> bool) -> BTreeSet<Event> {
    let mut events = BTreeSet::new();
    for target in package.targets.iter().filter(|target| is_meant(target)) {
        let file = files::real(target.src_path.as_std_path());
        if let Some(directory) = file.parent() {
            in_file(&file, directory, &mut events);
        }
    }
    events
}

/// The events of a file, and of the modules that it names; those are in `directory`.
fn in_file(file: &Path, directory: &Path, events: &mut BTreeSet<Event>) {
    // Most files have none, and are not worth a closer look. What cannot be read, cargo speaks of.
    let Ok(text) = fs::read_to_string(file) else { return };
    if text.contains("Event") || text.contains("mod ") {
        let items = syn::parse_file(&text).map(|file| file.items).unwrap_or_default();
        in_items(&items, file, directory, events);
    }
}

fn in_items(items: &[Item], file: &Path, directory: &Path, events: &mut BTreeSet<Event>) {
    for item in items {
        match item {
            Item::Struct(item) if is_published(item) => {
                events.insert((file.to_owned(), item.ident.to_string()));
            }
            Item::Mod(module) if !is_for_tests(&module.attrs) => {
                in_module(module, file, directory, events);
            }
            _ => {}
        }
    }
}

fn in_module(module: &ItemMod, file: &Path, directory: &Path, events: &mut BTreeSet<Event>) {
    let name = module.ident.to_string();
    let below = directory.join(name.trim_start_matches("r#"));
    if let Some((_, items)) = &module.content {
        return in_items(items, file, &below, events);
    }
    let named = module.attrs.iter().find_map(|attribute| match &attribute.meta {
        Meta::NameValue(path) if path.path.is_ident("path") => text(&path.value),
        _ => None,
    });
    let named = named.and_then(|path| Some(file.parent()?.join(path)));
    match named {
        Some(named) => in_file(&named, named.parent().unwrap_or(directory), events),
        None => {
            in_file(&below.with_extension("rs"), &below, events);
            in_file(&below.join("mod.rs"), &below, events);
        }
    }
}

/// `#[derive(Event)]` with `#[event(type = "...")]`, and without `contracts = "none"`.
fn is_published(item: &ItemStruct) -> bool {
    let derives = |attribute: &Attribute| {
        let list = Punctuated::<syn::Path, Token![,]>::parse_terminated;
        let is_event =
            |path: &syn::Path| path.segments.last().is_some_and(|it| it.ident == "Event");
        attribute.path().is_ident("derive")
            && attribute.parse_args_with(list).is_ok_and(|paths| paths.iter().any(is_event))
    };
    let mut is_typed = false;
    let mut has_contracts = true;
    let attributes: Vec<_> = item.attrs.iter().flat_map(unwrapped).collect();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("event")) {
        // What is not well-formed, the derive speaks of.
        let _ = attribute.parse_nested_meta(|meta| {
            is_typed |= meta.path.is_ident("type");
            if meta.path.is_ident("contracts") {
                let directory: LitStr = meta.value()?.parse()?;
                has_contracts &= directory.value() != "none";
            }
            while !meta.input.is_empty() && !meta.input.peek(Token![,]) {
                meta.input.parse::<TokenTree>()?;
            }
            Ok(())
        });
    }
    attributes.iter().any(derives) && is_typed && has_contracts
}

/// The attributes of a `cfg_attr`, or the attribute itself.
fn unwrapped(attribute: &Attribute) -> Vec<Attribute> {
    let list = Punctuated::<Meta, Token![,]>::parse_terminated;
    let inside = attribute.path().is_ident("cfg_attr").then(|| attribute.parse_args_with(list));
    let Some(Ok(inside)) = inside else { return vec![attribute.clone()] };
    // Tests publish nothing.
    if inside.first().is_some_and(|condition| condition.path().is_ident("test")) {
        return Vec::new();
    }
    let with = |meta| Attribute { meta, ..attribute.clone() };
    inside.into_iter().skip(1).map(with).collect()
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<Meta>().is_ok_and(|meta| meta.path().is_ident("test"))
    })
}

fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}
