//! A small evaluator of Python, for the expressions that this product writes into policies and mappings, and for those
//! that were measured [docs/evidence/authentik.md §8.2, §8.4, §9.2, §12.2].
//!
//! - It knows assignments, `if`, `return`, `raise`, calls and the usual operators; no loops, no imports, no functions.
//! - What it doesn't know is an error of its own, so that an expression is never taken for one that it isn't.
//! - It reads and writes nothing: what an expression does to authentik is returned as [`Effects`].

#[expect(clippy::wildcard_enum_match_arm, reason = "what Python can't do with a value fails alike for all other kinds")]
mod run;
mod syntax;
mod token;
mod value;

pub(crate) use run::{Effects, Raised, run};
pub(crate) use token::SyntaxError;
pub(crate) use value::PyValue;

/// Checks an expression as authentik does before it stores one.
///
/// # Errors
/// The first error of syntax.
pub(crate) fn check(expression: &str) -> Result<(), SyntaxError> {
    syntax::parse(expression).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::collections::BTreeMap;

    fn ran(expression: &str, context: &serde_json::Value) -> (Result<PyValue, Raised>, Effects) {
        let names = BTreeMap::from([
            ("context".to_owned(), PyValue::from(context)),
            ("ak_is_sso_flow".to_owned(), PyValue::Flag(true)),
        ]);
        let mut effects = Effects::default();
        let result = run(expression, names, &mut effects);
        (result, effects)
    }

    #[test]
    fn the_measured_list_lets_in_who_is_on_it_and_nobody_else() {
        let list = "# Only these.\nallowed = {\n    \"1583920471165304832\",  # ana_lindqvist\n    \"90001\",\n}\n\
                    info = context.get(\"oauth_userinfo\") or {}\n\
                    number = str((info.get(\"data\") or {}).get(\"id\") or \"\")\n\
                    if ak_is_sso_flow and number and number in allowed:\n    return True\n\
                    ak_message(\"This X account may not sign in here.\")\nreturn False\n";
        for (context, passes) in [
            (json!({ "oauth_userinfo": { "data": { "id": "90001" } } }), true),
            (json!({ "oauth_userinfo": { "data": { "id": "90002" } } }), false),
            (json!({ "oauth_userinfo": { "data": {} } }), false),
            (json!({ "oauth_userinfo": {} }), false),
            (json!({}), false),
        ] {
            let (result, effects) = ran(list, &context);
            assert_eq!(result.expect("a result").is_true(), passes, "{context}");
            let words: &[&str] = if passes { &[] } else { &["This X account may not sign in here."] };
            assert_eq!(effects.messages, words, "{context}");
        }
    }

    #[test]
    fn what_python_would_raise_is_raised() {
        for (expression, kind, words) in [
            ("return context[\"nope\"]", "KeyError", "'nope'"),
            ("raise ValueError(\"too bad\")", "ValueError", "too bad"),
            ("return nothing", "NameError", "name 'nothing' is not defined"),
            ("return None.id", "AttributeError", "'NoneType' object has no attribute 'id'"),
            ("return \"a\" in 7", "TypeError", "argument of type 'int' is not iterable"),
        ] {
            let (result, _) = ran(expression, &json!({}));
            let raised = result.expect_err("an exception");
            assert_eq!((raised.kind.as_str(), raised.words.as_str()), (kind, words), "{expression}");
        }
    }

    #[test]
    fn operators_and_branches_do_what_pythons_do() {
        for (expression, wanted) in [
            ("return 1 if \"a\" not in {\"b\", \"c\"} else 2", PyValue::Number(1)),
            ("x = \"a\" + \"b\"\nif x == \"ab\" and not False:\n    return x\nreturn None", PyValue::Text("ab".into())),
            ("if False:\n    return 1\nelif context:\n    return 2\nelse:\n    return 3", PyValue::Number(3)),
            ("return None is not None", PyValue::Flag(false)),
            ("return (context.get(\"a\", {})).get(\"b\") is None", PyValue::Flag(true)),
            ("return \"Ana\".lower()", PyValue::Text("ana".into())),
            ("return len([1, 2, 3])", PyValue::Number(3)),
            ("return 'x' in {'x': 1}", PyValue::Flag(true)),
            ("pass", PyValue::None),
        ] {
            assert_eq!(ran(expression, &json!({})).0.expect("a result"), wanted, "{expression}");
        }
    }

    #[test]
    fn the_running_plan_is_changed_and_an_event_is_left() {
        let expression = "context[\"flow_plan\"].context[\"redirect\"] = \"/if/flow/x/\"\n\
                          ak_create_event(\"x_knock\", number=\"7\", handle=\"ana\")\nreturn False";
        let names = BTreeMap::from([("context".to_owned(), PyValue::with_plan(BTreeMap::new()))]);
        let mut effects = Effects::default();
        assert!(!run(expression, names, &mut effects).expect("a result").is_true());
        assert_eq!(effects.plan.get("redirect"), Some(&PyValue::Text("/if/flow/x/".into())));
        let (action, fields) = &effects.events[0];
        assert_eq!(action, "x_knock");
        assert_eq!(serde_json::Value::Object(fields.clone()), json!({ "number": "7", "handle": "ana" }));
        // A policy of a flow has no plan.
        let names = BTreeMap::from([("context".to_owned(), PyValue::from(&json!({})))]);
        let raised = run(expression, names, &mut Effects::default()).expect_err("an exception");
        assert_eq!((raised.kind.as_str(), raised.words.as_str()), ("KeyError", "'flow_plan'"));
    }

    #[test]
    fn errors_of_syntax_are_told_as_authentik_tells_them() {
        let told = |expression: &str| check(expression).expect_err("an error").told("sourcerer-x-allowed");
        assert_eq!(told("return ("), "Expression Syntax Error: '(' was never closed (sourcerer-x-allowed, line 2)");
        assert_eq!(
            told("x = 1\nif x\n    return"),
            "Expression Syntax Error: expected ':' (sourcerer-x-allowed, line 3)"
        );
        for broken in ["return 1 +", "if True:\nreturn 1", "\"open", "x = = 1", "return )", "for x in y:\n    pass"] {
            assert!(check(broken).is_err(), "{broken}");
        }
    }
}
