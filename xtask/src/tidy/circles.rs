//! The files of one room must not import each other in a circle. An import that goes through a `pub use` counts as one
//! from the file that defines the name, so a re-export can't hide a circle.
//!
//! Method calls aren't resolved, and neither are names that a macro writes: the rule sees every path that the source
//! contains, in types, calls, patterns, `use` declarations and the arguments of macros.

use super::Fault;
use super::sources::{Source, Tree};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

const CORE: &str = "src-tauri/core/src";

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    Ok(faults(&tree.files(CORE, &["rs"])?))
}

fn faults(files: &[Source]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut parsed = Vec::new();
    for source in files.iter().filter(|source| !is_test(&source.path)) {
        let Some(inside) = source.path.strip_prefix(CORE).ok().and_then(module) else { continue };
        match syn::parse_file(&source.text) {
            Ok(file) => parsed.push((inside, source.path.clone(), file)),
            Err(error) => faults.push(Fault::new(&source.path, error.span().start().line, error.to_string())),
        }
    }
    let mut names = Names::default();
    for (at, (module, _, file)) in parsed.iter().enumerate() {
        names.add_items(module, at, &file.items);
    }
    let mut imports = Imports::default();
    for (at, (module, _, file)) in parsed.iter().enumerate() {
        let mut bound = Bound::default();
        bound.visit_file(file);
        let mut reader =
            Reader { names: &names, module: module.clone(), from: at, bound: bound.0, imports: &mut imports };
        reader.visit_file(file);
    }
    let rooms: Vec<_> = parsed.iter().map(|(module, ..)| module.first().cloned()).collect();
    imports.retain(|(from, to), _| rooms[*from].is_some() && rooms[*from] == rooms[*to]);
    let paths: Vec<_> = parsed.iter().map(|(_, path, _)| path.clone()).collect();
    faults.extend(circles(paths.len(), &imports).iter().map(|circle| fault(circle, &imports, &paths)));
    faults
}

/// One fault for a whole circle, with its imports, so that a person can choose the one to remove.
fn fault(circle: &[usize], imports: &Imports, paths: &[PathBuf]) -> Fault {
    let short = |at: usize| paths[at].strip_prefix(CORE).unwrap_or(&paths[at]).display().to_string();
    let inside = imports.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
    let arrows: Vec<_> = inside
        .map(|((from, to), names)| {
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            format!("\n    {} imports {} of {}", short(*from), names.join(", "), short(*to))
        })
        .collect();
    let words = format!("{} files import each other in a circle:{}", circle.len(), arrows.concat());
    Fault::new(circle.first().map(|at| paths[*at].clone()).unwrap_or_default(), 1, words)
}

/// Which file imports what from which file.
type Imports = BTreeMap<(usize, usize), BTreeSet<String>>;

/// A path from the crate's root to a module or to an item in one.
type Segments = Vec<String>;

fn is_test(path: &Path) -> bool {
    path.components().any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs")))
}

/// The module of a file in the crate: `a/b.rs` and `a/b/mod.rs` are `a::b`, `lib.rs` is the root.
fn module(inside: &Path) -> Option<Segments> {
    let mut segments: Segments = inside.iter().filter_map(|part| part.to_str()).map(str::to_owned).collect();
    let file = segments.pop()?;
    match file.strip_suffix(".rs")? {
        "mod" | "lib" => {}
        name => segments.push(name.to_owned()),
    }
    Some(segments)
}

/// What the names in each module refer to.
#[derive(Default)]
struct Names {
    /// The file of each item.
    defined: BTreeMap<Segments, usize>,
    modules: BTreeSet<Segments>,
    /// The path that a name of a `use` declaration refers to, as it is in the declaration.
    used: BTreeMap<Segments, Segments>,
    /// The modules whose names a module imports with a `*`.
    all_of: BTreeMap<Segments, Vec<Segments>>,
}

impl Names {
    #[expect(clippy::wildcard_enum_match_arm, reason = "syn's enums grow, and only these matter here")]
    fn add_items(&mut self, module: &[String], at: usize, items: &[syn::Item]) {
        self.modules.insert(module.to_vec());
        for item in items {
            match item {
                syn::Item::Use(declaration) => {
                    for used in used(&declaration.tree) {
                        match used.name {
                            Some(name) => drop(self.used.insert(joined(module, &name), used.path)),
                            None => self.all_of.entry(module.to_vec()).or_default().push(used.path),
                        }
                    }
                }
                syn::Item::Mod(inner) if !only_in_tests(&inner.attrs) => {
                    if let Some((_, items)) = &inner.content {
                        self.add_items(&joined(module, &inner.ident.to_string()), at, items);
                    }
                }
                _ => {
                    if let Some(name) = name(item) {
                        self.defined.insert(joined(module, &name), at);
                    }
                }
            }
        }
    }

    /// Resolves a path in a module to an item and the file that defines it; `None` if it belongs to another crate.
    fn find(&self, module: &[String], path: &[String], depth: usize) -> Option<(usize, String)> {
        // A `use` that refers to itself can't be resolved.
        let (first, rest) = path.split_first().filter(|_| depth < 20)?;
        let (mut here, mut rest) = match first.as_str() {
            "crate" => (Vec::new(), rest),
            "self" => (module.to_vec(), rest),
            "super" => (module.split_last()?.1.to_vec(), rest),
            _ => (module.to_vec(), path),
        };
        while let Some((next, after)) = rest.split_first() {
            if next == "super" {
                here.pop()?;
                rest = after;
                continue;
            }
            let named = joined(&here, next);
            if self.modules.contains(&named) {
                here = named;
                rest = after;
                continue;
            }
            if let Some(at) = self.defined.get(&named) {
                return Some((*at, next.clone()));
            }
            if let Some(used) = self.used.get(&named).filter(|used| used.first() != Some(next) || used.len() > 1) {
                return self.find(&here, &[used.as_slice(), after].concat(), depth + 1);
            }
            let mut all_of = self.all_of.get(&here).into_iter().flatten();
            return all_of.find_map(|all| self.find(&here, &[all.as_slice(), rest].concat(), depth + 1));
        }
        // A module alone isn't an import: what is used through it is.
        None
    }
}

fn joined(module: &[String], name: &str) -> Segments {
    [module, &[name.to_owned()]].concat()
}

/// The name of an item that a path can refer to.
#[expect(clippy::wildcard_enum_match_arm, reason = "syn's enums grow, and only these matter here")]
fn name(item: &syn::Item) -> Option<String> {
    let name = match item {
        syn::Item::Const(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Macro(item) => item.ident.as_ref()?,
        syn::Item::Static(item) => &item.ident,
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::TraitAlias(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        syn::Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// One name of a `use` declaration; a `*` has none.
struct Used {
    name: Option<String>,
    path: Segments,
}

fn used(tree: &syn::UseTree) -> Vec<Used> {
    match tree {
        syn::UseTree::Path(path) => {
            let mut found = used(&path.tree);
            for used in &mut found {
                used.path.insert(0, path.ident.to_string());
                // `use a::b::{self}` imports the name b.
                if used.path.last().is_some_and(|last| last == "self") {
                    used.path.pop();
                    if used.name.as_deref() == Some("self") {
                        used.name = used.path.last().cloned();
                    }
                }
            }
            found
        }
        syn::UseTree::Name(name) => {
            vec![Used { name: Some(name.ident.to_string()), path: vec![name.ident.to_string()] }]
        }
        syn::UseTree::Rename(rename) => {
            vec![Used { name: Some(rename.rename.to_string()), path: vec![rename.ident.to_string()] }]
        }
        syn::UseTree::Glob(_) => vec![Used { name: None, path: Vec::new() }],
        syn::UseTree::Group(group) => group.items.iter().flat_map(used).collect(),
    }
}

fn only_in_tests(attributes: &[syn::Attribute]) -> bool {
    let is_test = |attribute: &syn::Attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
    };
    attributes.iter().any(is_test)
}

/// The names of a file's variables and parameters: such a name alone is the variable and imports nothing.
#[derive(Default)]
struct Bound(BTreeSet<String>);

impl<'ast> Visit<'ast> for Bound {
    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        self.0.insert(pattern.ident.to_string());
        visit::visit_pat_ident(self, pattern);
    }
}

/// Collects the paths in a file.
struct Reader<'a> {
    names: &'a Names,
    module: Segments,
    from: usize,
    bound: BTreeSet<String>,
    imports: &'a mut Imports,
}

impl Reader<'_> {
    fn import(&mut self, path: &[String]) {
        let Some((to, name)) = self.names.find(&self.module, path, 0) else { return };
        if to != self.from {
            self.imports.entry((self.from, to)).or_default().insert(name);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "syn's enums grow, and only these matter here")]
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !only_in_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        // A re-export alone makes no circle: a file that uses the name through it imports the file that defines it.
        if matches!(item.vis, syn::Visibility::Inherited) {
            for used in used(&item.tree) {
                self.import(&used.path);
            }
        }
    }

    /// The path in `pub(super)` and `pub(in …)` imports nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        // A function that is called may have the same name as a variable elsewhere in the file.
        if let syn::Expr::Path(path) = &*call.func {
            self.visit_path(&path.path);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let is_variable = path.path.get_ident().is_some_and(|name| self.bound.contains(&name.to_string()));
        if !is_variable {
            visit::visit_expr_path(self, path);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.import(&path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Segments>());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        let mut path = Segments::new();
        for word in words(item.tokens.clone()) {
            match word {
                Some(name) => path.push(name),
                None => self.import(&std::mem::take(&mut path)),
            }
        }
        visit::visit_macro(self, item);
    }
}

/// The paths in the tokens: one element for each name, and `None` at the end of each path.
fn words(tokens: proc_macro2::TokenStream) -> Vec<Option<String>> {
    use proc_macro2::TokenTree;
    let mut words = Vec::new();
    let mut joins = false;
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                if !joins {
                    words.push(None);
                }
                words.push(Some(name.to_string()));
                joins = false;
            }
            TokenTree::Punct(sign) => joins = sign.as_char() == ':',
            TokenTree::Group(group) => {
                words.push(None);
                words.extend(self::words(group.stream()));
                joins = false;
            }
            TokenTree::Literal(_) => joins = false,
        }
    }
    words.push(None);
    words
}

/// The files of each circle, which are those that reach each other through imports.
fn circles(count: usize, imports: &Imports) -> Vec<Vec<usize>> {
    let reach = |start: usize| {
        let mut reached = BTreeSet::new();
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            let next = imports.range((at, 0)..=(at, usize::MAX)).map(|((_, to), _)| *to);
            open.extend(next.filter(|to| reached.insert(*to)));
        }
        reached
    };
    let reached: Vec<_> = (0..count).map(reach).collect();
    let mut circles = Vec::new();
    let mut seen = BTreeSet::new();
    for at in (0..count).filter(|at| reached[*at].contains(at)) {
        if seen.contains(&at) {
            continue;
        }
        let circle: Vec<_> = reached[at].iter().copied().filter(|other| reached[*other].contains(&at)).collect();
        seen.extend(circle.iter().copied());
        circles.push(circle);
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the circles among these files of a room. Each circle is the list of its files.
    fn check(files: &[(&str, &str)], expected: &[&[&str]]) {
        let files: Vec<_> = files
            .iter()
            .map(|(path, text)| Source { path: Path::new(CORE).join(path), text: (*text).to_owned() })
            .collect();
        let faults = faults(&files);
        assert_eq!(faults.len(), expected.len(), "{faults:?}");
        for (fault, expected) in faults.iter().zip(expected) {
            for file in *expected {
                assert!(fault.words.contains(&format!(" {file} imports ")), "{file}: {fault:?}");
            }
            assert!(fault.words.starts_with(&format!("{} files", expected.len())), "{fault:?}");
        }
    }

    #[test]
    fn a_room_without_a_circle_is_fine() {
        check(
            &[
                ("lib.rs", "pub mod a; pub mod b;"),
                ("a/mod.rs", "mod one; mod two; pub use one::One; pub use two::Two;"),
                ("a/one.rs", "pub struct One;"),
                ("a/two.rs", "use super::One; pub struct Two(One);"),
                ("b/mod.rs", "use crate::a::One; fn f() -> One { crate::a::One }"),
            ],
            &[],
        );
    }

    #[test]
    fn a_circle_is_found_however_it_is_spelled() {
        let one = "pub struct One(Option<super::two::Two>);";
        for two in [
            "use super::one::One; pub struct Two(One);",
            "use super::One; pub struct Two(One);",
            "use super::*; pub struct Two(One);",
            "use crate::a::One as Other; pub struct Two(Other);",
            "use crate::a; pub struct Two(a::One);",
            "use super::one; pub struct Two; fn f() { one::One; }",
            "pub struct Two; impl Two { fn f() { super::one::One::new() } }",
            "pub struct Two; fn f(of: u8) { assert!(matches!(of, crate::a::One)) }",
            "pub struct Two; mod inner { use super::super::One; }",
        ] {
            let files = [("a/mod.rs", "mod one; mod two; pub use one::One;"), ("a/one.rs", one), ("a/two.rs", two)];
            check(&files, &[&["a/one.rs", "a/two.rs"]]);
        }
    }

    #[test]
    fn a_folder_and_its_first_file_make_a_circle_too() {
        check(
            &[
                ("a/mod.rs", "mod one; pub struct Base; fn f() { one::g() }"),
                ("a/one.rs", "use super::Base; pub fn g() {}"),
            ],
            &[&["a/mod.rs", "a/one.rs"]],
        );
    }

    #[test]
    fn tests_and_other_rooms_make_none() {
        check(
            &[
                (
                    "a/mod.rs",
                    "mod one; pub struct Base; #[cfg(test)] mod tests; #[cfg(test)] mod more { use super::one; }",
                ),
                ("a/one.rs", "use super::Base; pub fn g() {}"),
                ("a/tests.rs", "use super::one;"),
                ("b.rs", "pub fn f() -> crate::a::Base { crate::c::g() }"),
                ("c.rs", "pub fn g() -> crate::a::Base { crate::b::f() }"),
            ],
            &[],
        );
    }

    #[test]
    fn a_variable_is_no_import_of_its_namesake() {
        let one = "use super::Two; pub struct One; pub fn open() {}";
        let mod_with = |body: &str| format!("mod one; pub use one::open; pub struct Two; fn f() {{ {body} }}");
        check(&[("a/mod.rs", &mod_with("[1].map(|open| open + 1);")), ("a/one.rs", one)], &[]);
        check(&[("a/mod.rs", &mod_with("let open = 1; open()")), ("a/one.rs", one)], &[&["a/mod.rs", "a/one.rs"]]);
    }

    #[test]
    fn two_circles_are_two_faults() {
        check(
            &[
                ("a/mod.rs", "mod one; mod two; mod three; mod four;"),
                ("a/one.rs", "use super::two::Two; pub struct One;"),
                ("a/two.rs", "use super::one::One; use super::three::Three; pub struct Two;"),
                ("a/three.rs", "use super::four::Four; pub struct Three;"),
                ("a/four.rs", "use super::three::Three; pub struct Four;"),
            ],
            &[&["a/one.rs", "a/two.rs"], &["a/three.rs", "a/four.rs"]],
        );
    }
}
