//! How much text a person may enter at once, checked before anything of it is taken.

use crate::diagnosis::Symptom;
use crate::fleet;
use serde_json::Value;

/// The most bytes of a field. No address, name or credential is nearly that long.
const FIELD: usize = 64 << 10;

/// The most bytes of a pasted table or list of callbacks.
const TABLE: usize = 1 << 20;

/// Checks every text in the arguments of a command.
///
/// # Errors
/// [`Symptom::InputTooLong`].
pub fn check(command: &str, arguments: &Value) -> Result<(), Symptom> {
    let most = match command {
        "fleet_read" | "file_drop" => fleet::LONGEST,
        "repair_table" | "xapp_paste" => TABLE,
        _ => FIELD,
    };
    if is_within(arguments, most) { Ok(()) } else { Err(Symptom::InputTooLong) }
}

fn is_within(value: &Value, most: usize) -> bool {
    match value {
        Value::String(text) => text.len() <= most,
        Value::Array(all) => all.iter().all(|one| is_within(one, most)),
        Value::Object(fields) => fields.iter().all(|(name, one)| name.len() <= most && is_within(one, most)),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_text_is_refused_where_it_is_longer_than_its_field() {
        let long = "x".repeat(FIELD + 1);
        assert_eq!(check("server_edit", &json!({ "address": "x".repeat(FIELD), "allowHttp": true })), Ok(()));
        for arguments in [json!({ "address": long }), json!({ "entered": { "name": long } }), json!({ "all": [long] })]
        {
            assert_eq!(check("names_edit", &arguments), Err(Symptom::InputTooLong));
        }
        assert_eq!(check("repair_table", &json!({ "table": long })), Ok(()));
        assert_eq!(check("repair_table", &json!({ "table": "x".repeat(TABLE + 1) })), Err(Symptom::InputTooLong));
        assert_eq!(check("fleet_read", &json!({ "text": "x".repeat(TABLE + 1) })), Ok(()));
    }
}
