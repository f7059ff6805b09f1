//! The content of the form "User authentication settings", and what X says about it.

use crate::x::FormRules;
use crate::x::app::{AppType, FormRefusal, Settings, refused_callbacks, refused_link, refused_website};
use crate::x::form::FormBody;
use crate::x::page::say;
use sourcerer_core::i18n::msg;
use sourcerer_core::portal::{FormControl, FormField, FormNeed, Layout, Word, guide};
use std::collections::BTreeMap;

/// X's message for a value that isn't a URL [O, docs/evidence/x.md §3.3]. Whether the Console still uses it is unknown.
const NOT_A_URL: &str = "The client application failed validation: Not a valid URL format.";

/// The content of the form, valid or not: the values by the field's id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FilledForm(BTreeMap<String, Vec<String>>);

impl FilledForm {
    /// The form before it was saved for the first time.
    pub(super) fn blank() -> Self {
        let start = |field: FormField| {
            let text = match field.control {
                FormControl::Url { prefilled } => prefilled.unwrap_or_default(),
                FormControl::Choice { .. } | FormControl::Switch | FormControl::Urls { .. } | FormControl::Text => {
                    String::new()
                }
            };
            (field.id, vec![text])
        };
        Self(guide().form(Layout::Console).into_iter().map(start).collect())
    }

    /// Reads the form. Whether X trims the input isn't known; it is trimmed here.
    pub(super) fn read(form: &FormBody) -> Self {
        let fields = guide().form(Layout::Console).into_iter();
        Self(
            fields
                .map(|field| (field.id.clone(), form.all(&field.id).map(|text| text.trim().to_owned()).collect()))
                .collect(),
        )
    }

    pub(super) fn saved(settings: &Settings) -> Self {
        let kind = match settings.kind {
            AppType::Native => "native",
            AppType::Web => "web",
        };
        let mut filled = Self::blank();
        filled.set("app-permissions", vec![settings.permissions.clone()]);
        filled.set("request-email", settings.request_email.then(|| "on".to_owned()).into_iter().collect());
        filled.set("type-of-app", vec![kind.to_owned()]);
        filled.set("callback", settings.callbacks.clone());
        for (id, text) in [
            ("website", &settings.website),
            ("organization-name", &settings.organization_name),
            ("organization-url", &settings.organization_url),
            ("terms", &settings.terms),
            ("privacy", &settings.privacy),
        ] {
            if !text.is_empty() {
                filled.set(id, vec![text.clone()]);
            }
        }
        filled
    }

    fn set(&mut self, id: &str, values: Vec<String>) {
        self.0.insert(id.to_owned(), values);
    }

    /// All values of a field.
    pub(super) fn all(&self, id: &str) -> &[String] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }

    /// The value of a field that has only one.
    pub(super) fn one(&self, id: &str) -> &str {
        self.all(id).first().map_or("", String::as_str)
    }

    /// The value of a link. The initial text of the field doesn't count as a value.
    fn link(&self, id: &str) -> &str {
        let text = self.one(id);
        if text == "https://" { "" } else { text }
    }

    /// Adds an input for another callback, unless there are as many as X allows.
    pub(super) fn add_callback(&mut self) {
        let most = usize::try_from(guide().limits().callbacks.value).unwrap_or(usize::MAX);
        let boxes = self.0.entry("callback".to_owned()).or_default();
        if boxes.len() < most {
            boxes.push(String::new());
        }
    }

    /// The settings, if X accepts them; otherwise X's messages by field, and for callbacks by their position.
    pub(super) fn check(&self, rules: FormRules) -> Result<Settings, Vec<FormMistake>> {
        let request_email = !self.one("request-email").is_empty();
        let mut wrong: Vec<_> = ["app-permissions", "type-of-app"]
            .into_iter()
            .filter(|id| !has_choice(id, self.one(id)))
            .map(|id| FormMistake { field: id, place: 0, refusal: FormRefusal::Missing })
            .collect();
        let callbacks = refused_callbacks(self.all("callback"), rules).into_iter();
        wrong.extend(callbacks.map(|(place, refusal)| FormMistake { field: "callback", place, refusal }));
        for (field, refusal) in [
            ("website", refused_website(self.link("website"), rules)),
            ("organization-url", refused_link(self.link("organization-url"), false)),
            ("terms", refused_link(self.link("terms"), request_email)),
            ("privacy", refused_link(self.link("privacy"), request_email)),
        ] {
            wrong.extend(refusal.map(|refusal| FormMistake { field, place: 0, refusal }));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Settings {
            permissions: self.one("app-permissions").to_owned(),
            request_email,
            kind: if self.one("type-of-app") == "native" { AppType::Native } else { AppType::Web },
            callbacks: self.all("callback").iter().filter(|callback| !callback.is_empty()).cloned().collect(),
            website: self.one("website").to_owned(),
            organization_name: self.one("organization-name").to_owned(),
            organization_url: self.link("organization-url").to_owned(),
            terms: self.link("terms").to_owned(),
            privacy: self.link("privacy").to_owned(),
        })
    }
}

fn has_choice(field: &str, choice: &str) -> bool {
    guide().form(Layout::Console).into_iter().filter(|own| own.id == field).any(|own| match own.control {
        FormControl::Choice { choices } => choices.iter().any(|own| own.id == choice),
        FormControl::Switch | FormControl::Urls { .. } | FormControl::Url { .. } | FormControl::Text => false,
    })
}

/// A value that X refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FormMistake {
    pub(super) field: &'static str,
    /// The position of the input among several.
    pub(super) place: usize,
    pub(super) refusal: FormRefusal,
}

impl FormMistake {
    /// The message next to the field. X's own words are known for URLs only.
    pub(super) fn say(self) -> String {
        match self.refusal {
            FormRefusal::NotAUrl => NOT_A_URL.to_owned(),
            FormRefusal::Missing => say(&msg::practice_x_needed()),
            FormRefusal::Localhost => say(&msg::practice_x_localhost()),
            FormRefusal::PlainHttp => say(&msg::practice_x_plain_http()),
            FormRefusal::BareIp => say(&msg::practice_x_bare_ip()),
            FormRefusal::InternalName => say(&msg::practice_x_internal_name()),
            FormRefusal::TooMany => say(&msg::practice_x_too_many(guide().limits().callbacks.value)),
            FormRefusal::NeededForEmail => {
                say(&msg::practice_x_needed_for_email(guide().field_label("request-email", Layout::Console)))
            }
        }
    }
}

/// X's words next to a label. The links are marked as optional, whatever the switch for email says
/// [D, docs/evidence/x.md §3.1].
pub(super) fn need(need: FormNeed) -> Word {
    match need {
        FormNeed::Required => Word::Required,
        FormNeed::WithEmail | FormNeed::Optional => Word::Optional,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(changes: &[(&str, &str)]) -> FilledForm {
        let good = [
            ("app-permissions", "read"),
            ("type-of-app", "web"),
            ("callback", "https://authentik.company/source/oauth/callback/twitter/"),
            ("website", "https://authentik.company"),
            ("organization-url", "https://"),
            ("terms", "https://"),
            ("privacy", "https://"),
        ];
        let mut filled = FilledForm::default();
        for (id, value) in good.iter().chain(changes) {
            filled.set(id, vec![(*value).to_owned()]);
        }
        filled
    }

    #[test]
    fn each_rule_of_the_form_is_said_at_its_field() {
        use FormRefusal::{Localhost, Missing, NeededForEmail, NotAUrl};
        for (changes, wrong) in [
            (&[][..], &[][..]),
            (&[("app-permissions", "")], &[("app-permissions", Missing)]),
            (&[("type-of-app", "robot")], &[("type-of-app", Missing)]),
            (&[("callback", "")], &[("callback", Missing)]),
            (&[("callback", "authentik.company")], &[("callback", NotAUrl)]),
            (&[("website", "")], &[("website", Missing)]),
            (&[("website", "https://localhost")], &[("website", Localhost)]),
            (&[("organization-url", "company")], &[("organization-url", NotAUrl)]),
            (&[("request-email", "on")], &[("terms", NeededForEmail), ("privacy", NeededForEmail)]),
            (&[("request-email", "on"), ("terms", "https://a.example/t")], &[("privacy", NeededForEmail)]),
        ] {
            let said: Vec<_> = filled(changes)
                .check(FormRules::default())
                .err()
                .unwrap_or_default()
                .into_iter()
                .map(|wrong| (wrong.field, wrong.refusal))
                .collect();
            assert_eq!(said, wrong, "{changes:?}");
        }
    }

    #[test]
    fn a_saved_form_is_shown_as_it_was_filled_in() {
        let before =
            filled(&[("request-email", "on"), ("terms", "https://a.example/t"), ("privacy", "https://a.example/p")]);
        let settings = before.check(FormRules::default()).expect("a valid form");
        let after = FilledForm::saved(&settings);
        for id in ["app-permissions", "type-of-app", "callback", "website", "terms", "privacy", "request-email"] {
            assert_eq!(after.all(id), before.all(id), "{id}");
        }
        assert_eq!(after.one("organization-url"), "https://");
    }

    #[test]
    fn the_fields_of_the_guide_are_the_fields_that_are_read() {
        let known = FilledForm::blank();
        for id in [
            "app-permissions",
            "request-email",
            "type-of-app",
            "callback",
            "website",
            "organization-name",
            "organization-url",
            "terms",
            "privacy",
        ] {
            assert!(known.0.contains_key(id), "{id}");
        }
        assert_eq!(known.0.len(), 9);
        assert!(has_choice("type-of-app", "native") && has_choice("app-permissions", "read"));
    }

    #[test]
    fn boxes_for_callbacks_end_at_ten() {
        let mut filled = filled(&[]);
        for _ in 0..20 {
            filled.add_callback();
        }
        assert_eq!(filled.all("callback").len(), 10);
    }
}
