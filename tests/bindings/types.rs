//! The types that the page receives or sends, collected from the commands and types that refer to them.

use anyhow::{Result, bail};
use std::any::{TypeId, type_name};
use std::collections::BTreeMap;
use std::marker::PhantomData;
use ts_rs::{Config, TS, TypeVisitor};

/// The declarations of all types that are used, and of the types that they contain.
#[derive(Default)]
pub(crate) struct Types {
    config: Config,
    /// The declarations by their names in TypeScript.
    declared: BTreeMap<String, Declared>,
    /// Names that two types have.
    faults: Vec<String>,
}

struct Declared {
    id: TypeId,
    rust: &'static str,
    declaration: String,
}

impl Types {
    /// The name of `T` in TypeScript. Its declaration is collected with all types that it needs.
    pub(crate) fn named<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }

    /// All declarations as ts-rs writes them, in the order of their names.
    pub(crate) fn declarations(self) -> Result<Vec<String>> {
        if !self.faults.is_empty() {
            bail!(self.faults.join("\n"));
        }
        Ok(self.declared.into_values().map(|declared| declared.declaration).collect())
    }

    /// Whether `T` is new, so that its parts have to be collected.
    fn declare<T: TS + 'static + ?Sized>(&mut self) -> bool {
        let name = T::ident(&self.config);
        if let Some(known) = self.declared.get(&name) {
            if known.id != TypeId::of::<T::WithoutGenerics>() {
                self.faults.push(format!("{} and {} are both called {name} on the page", known.rust, type_name::<T>()));
            }
            return false;
        }
        let declaration = format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(&self.config));
        let (id, rust) = (TypeId::of::<T::WithoutGenerics>(), type_name::<T>());
        self.declared.insert(name, Declared { id, rust, declaration });
        true
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            // Types that TypeScript has itself (a string, an array) need no declaration, but may contain types that do.
            T::visit_generics(self);
        } else if self.declare::<T>() {
            T::visit_dependencies(self);
            T::visit_generics(self);
        }
    }
}

/// The name of a channel in the list of commands. On the page it is Tauri's own class.
pub(crate) struct Channel<T>(PhantomData<T>);

impl<T: TS> TS for Channel<T> {
    type WithoutGenerics = Channel<()>;
    type OptionInnerType = Self;

    fn name(config: &Config) -> String {
        format!("Channel<{}>", T::name(config))
    }

    fn inline(config: &Config) -> String {
        Self::name(config)
    }

    fn visit_generics(visitor: &mut impl TypeVisitor)
    where
        Self: 'static,
    {
        visitor.visit::<T>();
        T::visit_generics(visitor);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(TS)]
    #[expect(dead_code, reason = "its shape is all that counts")]
    struct Outer {
        inner: Vec<Option<Inner>>,
        map: BTreeMap<String, Leaf>,
    }

    #[derive(TS)]
    #[expect(dead_code, reason = "its shape is all that counts")]
    struct Inner {
        outer: Option<Box<Outer>>,
    }

    #[derive(TS)]
    #[expect(dead_code, reason = "its shape is all that counts")]
    struct Leaf(u8);

    mod elsewhere {
        #[derive(ts_rs::TS)]
        pub(super) struct Leaf;
    }

    fn names(types: Types) -> Result<Vec<String>> {
        let name = |one: String| Some(one.split_once("type ")?.1.split_once(" = ")?.0.to_owned());
        Ok(types.declarations()?.into_iter().filter_map(name).collect())
    }

    #[test]
    fn a_type_brings_all_that_it_is_made_of_once() -> Result<()> {
        let mut types = Types::default();
        types.named::<Channel<Vec<Outer>>>();
        types.named::<Inner>();
        assert_eq!(names(types)?, ["Inner", "Leaf", "Outer"]);
        Ok(())
    }

    #[test]
    fn what_typescript_has_itself_is_not_declared() -> Result<()> {
        let mut types = Types::default();
        types.named::<Vec<(String, Option<u16>)>>();
        assert_eq!(names(types)?, [] as [&str; 0]);
        Ok(())
    }

    #[test]
    fn two_types_of_one_name_are_a_fault() {
        let mut types = Types::default();
        types.named::<Leaf>();
        types.named::<elsewhere::Leaf>();
        let error = names(types).map_err(|error| error.to_string()).expect_err("two of them");
        assert!(error.ends_with("tests::elsewhere::Leaf are both called Leaf on the page"), "{error}");
    }
}
