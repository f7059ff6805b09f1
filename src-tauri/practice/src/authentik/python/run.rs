//! Runs an expression.

use super::syntax::{Expression, Operator, Statement, parse};
use super::value::PyValue;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// An exception: one of Python's, or that this evaluator can't go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Raised {
    /// Its type.
    pub kind: String,
    /// What `str` makes of it.
    pub words: String,
}

impl Raised {
    fn new(kind: &str, words: impl Into<String>) -> Self {
        Self { kind: kind.to_owned(), words: words.into() }
    }
}

/// The type of the exception with which this evaluator gives up.
const UNKNOWN: &str = "PracticeError";

/// What an expression did to authentik.
#[derive(Clone, Debug, Default)]
pub(crate) struct Effects {
    /// The messages for the visitor.
    pub messages: Vec<String>,
    /// The events, each with its action and its own fields.
    pub events: Vec<(String, Map<String, Value>)>,
    /// What was written into the context of the running plan.
    pub plan: BTreeMap<String, PyValue>,
    /// The users that `ak_user_by` finds, as objects.
    pub users: Vec<PyValue>,
}

/// The functions that are known.
const FUNCTIONS: [&str; 7] = ["str", "bool", "len", "getattr", "ak_message", "ak_create_event", "ak_user_by"];
/// The exceptions that can be raised.
const EXCEPTIONS: [&str; 5] = ["Exception", "ValueError", "KeyError", "RuntimeError", "TypeError"];

/// Runs an expression with these names.
///
/// # Errors
/// The exception that it raised.
pub(crate) fn run(
    expression: &str,
    names: BTreeMap<String, PyValue>,
    effects: &mut Effects,
) -> Result<PyValue, Raised> {
    let statements = parse(expression).map_err(|error| Raised::new(UNKNOWN, error.told("practice")))?;
    let mut run = Run { names, effects };
    Ok(run.block(&statements)?.unwrap_or(PyValue::None))
}

struct Run<'e> {
    names: BTreeMap<String, PyValue>,
    effects: &'e mut Effects,
}

impl Run<'_> {
    /// Runs statements. The value is what they return, if they do.
    fn block(&mut self, statements: &[Statement]) -> Result<Option<PyValue>, Raised> {
        for statement in statements {
            match statement {
                Statement::Pass => {}
                Statement::Expression(expression) => drop(self.value(expression)?),
                Statement::Return(None) => return Ok(Some(PyValue::None)),
                Statement::Return(Some(expression)) => return self.value(expression).map(Some),
                Statement::Raise(expression) => return Err(self.raised(expression)?),
                Statement::Assign(target, expression) => {
                    let value = self.value(expression)?;
                    self.assign(target, value)?;
                }
                Statement::If(branches, otherwise) => {
                    let mut taken = otherwise;
                    for (condition, block) in branches {
                        if self.value(condition)?.is_true() {
                            taken = block;
                            break;
                        }
                    }
                    if let Some(returned) = self.block(taken)? {
                        return Ok(Some(returned));
                    }
                }
            }
        }
        Ok(None)
    }

    fn raised(&mut self, expression: &Expression) -> Result<Raised, Raised> {
        let (name, values) = match expression {
            Expression::Name(name) => (name, [].as_slice()),
            Expression::Call(called, values, _) => match called.as_ref() {
                Expression::Name(name) => (name, values.as_slice()),
                _ => return Err(unknown("what is raised")),
            },
            _ => return Err(unknown("what is raised")),
        };
        if !EXCEPTIONS.contains(&name.as_str()) {
            return Err(undefined(name));
        }
        let words = match values.first() {
            Some(value) => self.value(value)?.text(),
            None => String::new(),
        };
        Ok(Raised::new(name, if name == "KeyError" { format!("'{words}'") } else { words }))
    }

    fn assign(&mut self, target: &Expression, value: PyValue) -> Result<(), Raised> {
        match target {
            Expression::Name(name) => {
                self.names.insert(name.clone(), value);
                Ok(())
            }
            Expression::Item(of, key) => {
                let (of, key) = (self.value(of)?, self.value(key)?.text());
                match of {
                    PyValue::Plan => {
                        self.effects.plan.insert(key, value);
                        Ok(())
                    }
                    // A policy of a flow gets a copy, so a change of it is lost [M, docs/evidence/authentik.md §8.4].
                    PyValue::Dict(_) => Ok(()),
                    other => {
                        let words = format!("'{}' object does not support item assignment", other.kind());
                        Err(Raised::new("TypeError", words))
                    }
                }
            }
            _ => Err(unknown("this assignment")),
        }
    }

    fn value(&mut self, expression: &Expression) -> Result<PyValue, Raised> {
        Ok(match expression {
            Expression::None => PyValue::None,
            Expression::Flag(flag) => PyValue::Flag(*flag),
            Expression::Number(number) => PyValue::Number(*number),
            Expression::Text(text) => PyValue::Text(text.clone()),
            Expression::Name(name) => match self.names.get(name) {
                Some(value) => value.clone(),
                None if FUNCTIONS.contains(&name.as_str()) => PyValue::Function(name.clone()),
                None => return Err(undefined(name)),
            },
            Expression::List(all) => PyValue::List(self.values(all)?),
            Expression::Set(all) => PyValue::Set(self.values(all)?),
            Expression::Dict(all) => {
                let mut fields = BTreeMap::new();
                for (key, value) in all {
                    let key = self.value(key)?.text();
                    fields.insert(key, self.value(value)?);
                }
                PyValue::Dict(fields)
            }
            Expression::Attribute(of, name) => {
                let of = self.value(of)?;
                attribute(&of, name)?
            }
            Expression::Item(of, key) => {
                let (of, key) = (self.value(of)?, self.value(key)?.text());
                self.item(&of, &key)?.ok_or_else(|| Raised::new("KeyError", format!("'{key}'")))?
            }
            Expression::Call(called, values, named) => self.call(called, values, named)?,
            Expression::Not(value) => PyValue::Flag(!self.value(value)?.is_true()),
            Expression::Binary(operator, left, right) => self.binary(*operator, left, right)?,
            Expression::Choice(condition, value, otherwise) => {
                let holds = self.value(condition)?.is_true();
                self.value(if holds { value } else { otherwise })?
            }
        })
    }

    fn values(&mut self, all: &[Expression]) -> Result<Vec<PyValue>, Raised> {
        all.iter().map(|one| self.value(one)).collect()
    }

    fn binary(&mut self, operator: Operator, left: &Expression, right: &Expression) -> Result<PyValue, Raised> {
        let left = self.value(left)?;
        match (operator, left.is_true()) {
            (Operator::And, false) | (Operator::Or, true) => return Ok(left),
            (Operator::And | Operator::Or, _) => return self.value(right),
            _ => {}
        }
        let right = self.value(right)?;
        Ok(match operator {
            Operator::Equal => PyValue::Flag(left == right),
            Operator::NotEqual => PyValue::Flag(left != right),
            Operator::Is => PyValue::Flag(left == right && left.kind() == right.kind()),
            Operator::IsNot => PyValue::Flag(left != right || left.kind() != right.kind()),
            Operator::In => PyValue::Flag(self.contains(&right, &left)?),
            Operator::NotIn => PyValue::Flag(!self.contains(&right, &left)?),
            Operator::Add => match (left, right) {
                (PyValue::Text(left), PyValue::Text(right)) => PyValue::Text(left + &right),
                (PyValue::Number(left), PyValue::Number(right)) => PyValue::Number(left.saturating_add(right)),
                _ => return Err(unknown("this sum")),
            },
            Operator::And | Operator::Or => left,
        })
    }

    fn contains(&self, all: &PyValue, one: &PyValue) -> Result<bool, Raised> {
        match all {
            PyValue::List(all) | PyValue::Set(all) => Ok(all.contains(one)),
            PyValue::Dict(fields) => Ok(fields.contains_key(&one.text())),
            PyValue::Plan => Ok(self.effects.plan.contains_key(&one.text())),
            PyValue::Text(text) => Ok(text.contains(&one.text())),
            other => Err(Raised::new("TypeError", format!("argument of type '{}' is not iterable", other.kind()))),
        }
    }

    fn item(&self, of: &PyValue, key: &str) -> Result<Option<PyValue>, Raised> {
        match of {
            PyValue::Dict(fields) => Ok(fields.get(key).cloned()),
            PyValue::Plan => Ok(self.effects.plan.get(key).cloned()),
            other => Err(Raised::new("TypeError", format!("'{}' object is not subscriptable", other.kind()))),
        }
    }

    fn call(
        &mut self,
        called: &Expression,
        values: &[Expression],
        named: &[(String, Expression)],
    ) -> Result<PyValue, Raised> {
        let called = self.value(called)?;
        let values = self.values(values)?;
        let mut fields = Map::new();
        for (name, value) in named {
            fields.insert(name.clone(), self.value(value)?.json());
        }
        let first = values.first().cloned().unwrap_or(PyValue::None);
        match called {
            PyValue::Method(of, name) => self.method(&of, &name, &values),
            PyValue::Function(name) => match name.as_str() {
                "str" => Ok(PyValue::Text(first.text())),
                "bool" => Ok(PyValue::Flag(first.is_true())),
                "len" => match first {
                    PyValue::List(all) | PyValue::Set(all) => {
                        Ok(PyValue::Number(i64::try_from(all.len()).unwrap_or(0)))
                    }
                    PyValue::Text(text) => Ok(PyValue::Number(i64::try_from(text.chars().count()).unwrap_or(0))),
                    _ => Err(unknown("the length of this")),
                },
                "getattr" => {
                    match (attribute(&first, &values.get(1).map(PyValue::text).unwrap_or_default()), values.get(2)) {
                        (Ok(value), _) => Ok(value),
                        (Err(_), Some(otherwise)) => Ok(otherwise.clone()),
                        (Err(raised), None) => Err(raised),
                    }
                }
                "ak_message" => {
                    self.effects.messages.push(first.text());
                    Ok(PyValue::None)
                }
                "ak_create_event" => {
                    self.effects.events.push((first.text(), fields));
                    Ok(PyValue::None)
                }
                "ak_user_by" => {
                    let fits = |user: &&PyValue| {
                        fields.iter().all(|(name, value)| attribute(user, name).is_ok_and(|has| has.json() == *value))
                    };
                    Ok(self.effects.users.iter().find(fits).cloned().unwrap_or(PyValue::None))
                }
                _ => Err(unknown(&name)),
            },
            other => Err(Raised::new("TypeError", format!("'{}' object is not callable", other.kind()))),
        }
    }

    fn method(&self, of: &PyValue, name: &str, values: &[PyValue]) -> Result<PyValue, Raised> {
        match (of, name, values) {
            (PyValue::Dict(_) | PyValue::Plan, "get", [key]) => {
                Ok(self.item(of, &key.text())?.unwrap_or(PyValue::None))
            }
            (PyValue::Dict(_) | PyValue::Plan, "get", [key, otherwise]) => {
                Ok(self.item(of, &key.text())?.unwrap_or_else(|| otherwise.clone()))
            }
            (PyValue::Text(text), "lower", []) => Ok(PyValue::Text(text.to_lowercase())),
            (PyValue::Text(text), "strip", []) => Ok(PyValue::Text(text.trim().to_owned())),
            (PyValue::Text(text), "startswith", [start]) => Ok(PyValue::Flag(text.starts_with(&start.text()))),
            _ => Err(unknown(name)),
        }
    }
}

/// The methods that a value has.
fn methods(of: &PyValue) -> &'static [&'static str] {
    match of {
        PyValue::Dict(_) | PyValue::Plan => &["get"],
        PyValue::Text(_) => &["lower", "strip", "startswith"],
        PyValue::None
        | PyValue::Flag(_)
        | PyValue::Number(_)
        | PyValue::List(_)
        | PyValue::Set(_)
        | PyValue::Object(..)
        | PyValue::Function(_)
        | PyValue::Method(..) => &[],
    }
}

fn attribute(of: &PyValue, name: &str) -> Result<PyValue, Raised> {
    if methods(of).contains(&name) {
        return Ok(PyValue::Method(Box::new(of.clone()), name.to_owned()));
    }
    match of {
        PyValue::Object(_, fields) if fields.contains_key(name) => Ok(fields[name].clone()),
        _ => Err(Raised::new("AttributeError", format!("'{}' object has no attribute '{name}'", of.kind()))),
    }
}

fn undefined(name: &str) -> Raised {
    Raised::new("NameError", format!("name '{name}' is not defined"))
}

fn unknown(what: &str) -> Raised {
    Raised::new(UNKNOWN, format!("the practice server doesn't know {what}"))
}
