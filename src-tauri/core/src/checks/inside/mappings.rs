//! Checks the property mappings: which of the product's own the source has, and whether their Python is unchanged.

use super::skipped;
use crate::address::Slug;
use crate::authentik::{ApiObject, Error, ProductMapping, Source};
use crate::checks::Finding;
use crate::diagnosis::{Right, Symptom};
use crate::i18n::msg;
use serde_json::Value;

/// The property mappings of a source, sorted by who made them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappingsReview {
    /// The product's own mappings that the source has.
    pub bound: Vec<ProductMapping>,
    /// The names of the product's own mappings that the source has and whose Python somebody changed.
    pub changed: Vec<String>,
    /// The names of the product's own mappings that are on the server for this source, but not bound to it.
    pub unbound: Vec<String>,
    /// The number of other people's mappings that the source has.
    pub others: usize,
}

impl MappingsReview {
    /// Whether the source has this mapping.
    pub fn has(&self, mapping: ProductMapping) -> bool {
        self.bound.contains(&mapping)
    }
}

/// Sorts the server's mappings by who made them.
pub fn review_mappings(source: &Source, slug: &Slug, all: &[ApiObject]) -> MappingsReview {
    let mut mapped = MappingsReview::default();
    let is_bound = |object: &ApiObject| source.user_property_mappings.contains(&object.pk);
    for object in all {
        let expression = object.fields.get("expression").and_then(Value::as_str).unwrap_or_default();
        match (ProductMapping::from_name(object.name(), slug), is_bound(object)) {
            (Some(mapping), true) => {
                mapped.bound.push(mapping);
                if ProductMapping::from_expression(expression) != Some(mapping) {
                    mapped.changed.push(object.name().to_owned());
                }
            }
            (Some(_), false) => mapped.unbound.push(object.name().to_owned()),
            (None, true) => mapped.others += 1,
            (None, false) => {}
        }
    }
    mapped
}

/// Judges the mappings.
pub fn mappings(mapped: Result<&MappingsReview, &Error>) -> Vec<Finding> {
    let mapped = match mapped {
        Ok(mapped) => mapped,
        Err(error) => {
            let needs = [Right::ViewSource, Right::ViewMapping];
            return vec![skipped("mappings", msg::checks_name_mappings(), error, &needs)];
        }
    };
    let each = |id: &'static str, names: &[String], symptom: fn(String) -> Symptom| {
        let of = |(at, name): (usize, &String)| {
            // Ids are stable: the first finding has the id without a number.
            let id = if at == 0 { id.to_owned() } else { format!("{id}-{}", at + 1) };
            Finding::found(&id, symptom(name.clone()))
        };
        names.iter().enumerate().map(of).collect::<Vec<_>>()
    };
    let mut found = each("mappings", &mapped.changed, |name| Symptom::MappingChanged { name });
    found.extend(each("mappings-unbound", &mapped.unbound, |name| Symptom::MappingUnbound { name }));
    if mapped.changed.is_empty() {
        let detail = msg::checks_mappings_detail(mapped.others, mapped.bound.len());
        found.insert(0, Finding::passed("mappings", msg::checks_mappings(), detail));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authentik::ObjectKind;
    use serde_json::json;

    fn object(pk: &str, name: &str, expression: &str) -> ApiObject {
        let fields = json!({ "pk": pk, "name": name, "expression": expression });
        let Value::Object(fields) = fields else { panic!("an object") };
        ApiObject { kind: ObjectKind::Mapping, pk: pk.to_owned(), handle: pk.to_owned(), fields }
    }

    #[test]
    fn a_changed_one_an_unbound_one_and_other_peoples_are_told_apart() {
        let slug = Slug::parse("x").expect("a slug");
        let name = |mapping: ProductMapping| mapping.name(&slug);
        let bound = vec!["1".to_owned(), "2".to_owned(), "4".to_owned()];
        let source = Source { user_property_mappings: bound, ..Source::default() };
        let all = [
            object("1", &name(ProductMapping::Email), ProductMapping::Email.expression()),
            object("2", &name(ProductMapping::Internal), "return {}"),
            object("3", &name(ProductMapping::UserName), ProductMapping::UserName.expression()),
            object("4", "Company", "return {}"),
            object("5", "Another's", "return {}"),
        ];
        let mapped = review_mappings(&source, &slug, &all);
        assert_eq!(mapped.bound, [ProductMapping::Email, ProductMapping::Internal]);
        assert_eq!((mapped.changed.len(), mapped.unbound.len(), mapped.others), (1, 1, 1));
        let ids: Vec<_> = mappings(Ok(&mapped)).into_iter().map(|one| one.id).collect();
        assert_eq!(ids, ["mappings", "mappings-unbound"]);
        let ids: Vec<_> =
            mappings(Ok(&MappingsReview::default())).into_iter().map(|one| (one.id, one.severity)).collect();
        assert_eq!(ids, [("mappings".to_owned(), crate::diagnosis::Severity::Fine)]);
    }
}
