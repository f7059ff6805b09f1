//! Values of Python.

use serde_json::Value;
use std::collections::BTreeMap;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PyValue {
    None,
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<PyValue>),
    Set(Vec<PyValue>),
    Dict(BTreeMap<String, PyValue>),
    /// An object with attributes, by the name of its class.
    Object(&'static str, BTreeMap<String, PyValue>),
    /// The context of the plan that runs, which an expression can change.
    Plan,
    /// A function that authentik or Python provides.
    Function(String),
    /// A method of a value.
    Method(Box<PyValue>, String),
}

impl PyValue {
    /// A context from which the running plan can be reached.
    pub(crate) fn with_plan(mut context: BTreeMap<String, Self>) -> Self {
        let plan = Self::Object("FlowPlan", BTreeMap::from([("context".to_owned(), Self::Plan)]));
        context.insert("flow_plan".to_owned(), plan);
        Self::Dict(context)
    }

    /// Whether Python takes it for true.
    pub(crate) fn is_true(&self) -> bool {
        match self {
            Self::None => false,
            Self::Flag(flag) => *flag,
            Self::Number(number) => *number != 0,
            Self::Text(text) => !text.is_empty(),
            Self::List(all) | Self::Set(all) => !all.is_empty(),
            Self::Dict(fields) => !fields.is_empty(),
            Self::Object(..) | Self::Plan | Self::Function(_) | Self::Method(..) => true,
        }
    }

    /// The name of its type.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::None => "NoneType",
            Self::Flag(_) => "bool",
            Self::Number(_) => "int",
            Self::Text(_) => "str",
            Self::List(_) => "list",
            Self::Set(_) => "set",
            Self::Dict(_) | Self::Plan => "dict",
            Self::Object(class, _) => class,
            Self::Function(_) | Self::Method(..) => "function",
        }
    }

    /// What `str` makes of it.
    pub(super) fn text(&self) -> String {
        match self {
            Self::None => "None".to_owned(),
            Self::Flag(true) => "True".to_owned(),
            Self::Flag(false) => "False".to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::List(_) | Self::Set(_) | Self::Dict(_) => self.json().to_string(),
            Self::Object(..) | Self::Plan | Self::Function(_) | Self::Method(..) => {
                format!("<{} object>", self.kind())
            }
        }
    }

    /// What an event keeps of it.
    pub(crate) fn json(&self) -> Value {
        match self {
            Self::None => Value::Null,
            Self::Flag(flag) => Value::from(*flag),
            Self::Number(number) => Value::from(*number),
            Self::Text(text) => Value::from(text.as_str()),
            Self::List(all) | Self::Set(all) => all.iter().map(Self::json).collect(),
            Self::Dict(fields) => {
                Value::Object(fields.iter().map(|(name, value)| (name.clone(), value.json())).collect())
            }
            Self::Object(..) | Self::Plan | Self::Function(_) | Self::Method(..) => Value::from(self.text()),
        }
    }
}

impl From<&Value> for PyValue {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::None,
            Value::Bool(flag) => Self::Flag(*flag),
            Value::Number(number) => number.as_i64().map_or_else(|| Self::Text(number.to_string()), Self::Number),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(all) => Self::List(all.iter().map(Self::from).collect()),
            Value::Object(fields) => {
                Self::Dict(fields.iter().map(|(name, value)| (name.clone(), Self::from(value))).collect())
            }
        }
    }
}
