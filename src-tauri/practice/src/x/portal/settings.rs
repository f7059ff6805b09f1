//! The form "User authentication settings", and the dialog after it.

use super::draw::{Sheet, button, carried, masked, remark, shown, word};
use super::fields::{FilledForm, FormMistake, need};
use super::{PortalPage, gone};
use crate::x::app::SavedSettings;
use crate::x::form::FormBody;
use crate::x::page::{escaped, html};
use crate::x::state::PracticeX;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use secrecy::ExposeSecret as _;
use sourcerer_core::i18n::msg;
use sourcerer_core::portal::{FormControl, FormField, Word, guide};
use std::fmt::Write as _;

pub(super) async fn show(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let Some(app) = at.app.and_then(|number| state.app(number)) else { return gone(at) };
    let filled = app.oauth.as_ref().map_or_else(FilledForm::blank, |oauth| FilledForm::saved(&oauth.settings));
    draw(at, &filled, &[])
}

/// Takes the form: one more box for a callback, or the whole to be saved.
pub(super) async fn take(State(x): State<PracticeX>, body: Bytes) -> Response {
    let form = FormBody::parse(&body);
    let at = PortalPage::read(&form);
    let mut filled = FilledForm::read(&form);
    let mut state = x.state();
    let Some(number) = at.app.filter(|number| state.app(*number).is_some()) else { return gone(at) };
    if form.get("do") == Some("add") {
        filled.add_callback();
        return draw(at, &filled, &[]);
    }
    match filled.check(x.unknowns().form) {
        Err(wrong) => draw(at, &filled, &wrong),
        Ok(settings) => {
            let page = match state.save(number, settings) {
                Some(SavedSettings::Issued) => "saved",
                Some(SavedSettings::Changed) | None => "app",
            };
            Redirect::to(&at.link_of(page, number)).into_response()
        }
    }
}

/// The dialog that shows Client ID and Client Secret, the secret this one time [R, docs/evidence/x.md §3.1].
pub(super) async fn saved(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let mut state = x.state();
    let revealed = at.app.and_then(|number| Some((number, state.reveal(number)?)));
    let Some((number, credentials)) = revealed else { return gone(at) };
    let native = state.app_of_client(&credentials.client_id).is_some_and(|(_, oauth)| !oauth.is_confidential());
    let secret = credentials.client_secret.expose_secret();
    let mut body =
        format!("<section class=\"sheet\">\n{}", shown("client-id", &word(Word::ClientId, at), &credentials.client_id));
    if native {
        body.push_str(&remark(&msg::practice_x_no_secret()));
    } else if secret.is_empty() {
        body.push_str(&masked(&word(Word::ClientSecret, at)));
        body.push_str(&remark(&msg::practice_x_seen(guide().word(Word::Regenerate, at.layout))));
    } else {
        body.push_str(&shown("client-secret", &word(Word::ClientSecret, at), secret));
        body.push_str(&remark(&msg::practice_x_shown_once()));
    }
    write!(
        body,
        "<div class=\"buttons\">{}</div>\n</section>\n",
        button(&at.link_of("app", number), &word(Word::Done, at), "main")
    )
    .expect("a string grows");
    Sheet { at, page: "saved", title: word(Word::Oauth2, at), body }.answer(StatusCode::OK)
}

pub(super) async fn regenerate(State(x): State<PracticeX>, body: Bytes) -> Response {
    let at = PortalPage::read(&FormBody::parse(&body));
    let mut state = x.state();
    let Some(app) = at.app.and_then(|number| state.app_mut(number)) else { return gone(at) };
    app.regenerate();
    Redirect::to(&at.link_of("saved", app.number)).into_response()
}

fn draw(at: PortalPage, filled: &FilledForm, wrong: &[FormMistake]) -> Response {
    let mut body = String::new();
    if !wrong.is_empty() {
        writeln!(body, "<p class=\"error\" role=\"alert\">{}</p>", html(&msg::practice_x_not_saved(wrong.len())))
            .expect("a string grows");
    }
    // The first button of a form is the one that Enter presses: it has to be the one that saves.
    write!(
        body,
        "<form method=\"post\" action=\"settings\">\n{}<button class=\"sr\" name=\"do\" value=\"save\" tabindex=\"-1\" \
         aria-hidden=\"true\">{}</button>\n",
        carried(at),
        word(Word::Save, at)
    )
    .expect("a string grows");
    for (part, fields) in parts(guide().form(at.layout)) {
        body.push_str("<section class=\"sheet\">\n");
        if let Some(heading) = part {
            writeln!(body, "<h2>{}</h2>", word(heading, at)).expect("a string grows");
        }
        for field in fields {
            let wrong: Vec<_> = wrong.iter().filter(|wrong| wrong.field == field.id).copied().collect();
            body.push_str(&control(at, &field, filled, &wrong));
        }
        body.push_str("</section>\n");
    }
    let back = at.app.map_or_else(|| at.link("apps"), |app| at.link_of("app", app));
    write!(
        body,
        "<div class=\"buttons\"><button class=\"main\" name=\"do\" value=\"save\">{}</button>{}</div>\n</form>\n",
        word(Word::Save, at),
        button(&back, &word(Word::Cancel, at), ""),
    )
    .expect("a string grows");
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Sheet { at, page: "settings", title: word(Word::Authentication, at), body }.answer(status)
}

/// The form's blocks: the switch for e-mail stands in that of the permissions, and "App info" begins with the first
/// box for text [D, docs/evidence/x.md §3.1].
fn parts(fields: Vec<FormField>) -> Vec<(Option<Word>, Vec<FormField>)> {
    let mut parts: Vec<(Option<Word>, Vec<FormField>)> = Vec::new();
    for field in fields {
        let heading = match field.control {
            FormControl::Choice { .. } => None,
            FormControl::Switch => parts.last().and_then(|(heading, _)| *heading),
            FormControl::Urls { .. } | FormControl::Url { .. } | FormControl::Text => Some(Word::AppInfo),
        };
        match parts.last_mut() {
            Some((last, own)) if *last == heading && !matches!(field.control, FormControl::Choice { .. }) => {
                own.push(field);
            }
            _ => parts.push((heading, vec![field])),
        }
    }
    parts
}

fn control(at: PortalPage, field: &FormField, filled: &FilledForm, wrong: &[FormMistake]) -> String {
    let id = &field.id;
    let (label, needed) = (escaped(&field.label), word(need(field.need), at));
    let label = format!("{label} <span class=\"dim\">({needed})</span>");
    let error = |place: usize| wrong.iter().find(|wrong| wrong.place == place);
    let said = |place: usize| {
        error(place)
            .map(|wrong| format!("<p class=\"error\" id=\"{id}-{place}-error\">{}</p>\n", escaped(&wrong.say())))
            .unwrap_or_default()
    };
    let described = |place: usize| {
        error(place)
            .map(|_| format!(" aria-invalid=\"true\" aria-describedby=\"{id}-{place}-error\""))
            .unwrap_or_default()
    };
    let remark = field.remark.as_ref().map(|text| format!("<p class=\"dim small\">{}</p>\n", escaped(text)));
    let remark = remark.unwrap_or_default();
    match &field.control {
        FormControl::Choice { choices } => {
            // A group can be described, but not be invalid: that is for the controls in it.
            let described = error(0).map(|_| format!(" aria-describedby=\"{id}-0-error\"")).unwrap_or_default();
            let mut out = format!("<fieldset{described}>\n<legend>{label}</legend>\n");
            for choice in choices {
                let checked = if filled.one(id) == choice.id { " checked" } else { "" };
                let below = choice.remark.as_ref().map(|text| format!(" <span class=\"dim\">{}</span>", escaped(text)));
                writeln!(
                    out,
                    "<label class=\"choice\"><input type=\"radio\" name=\"{id}\" value=\"{}\"{checked}><span>{}</span>{}</label>",
                    escaped(&choice.id),
                    escaped(&choice.label),
                    below.unwrap_or_default(),
                )
                .expect("a string grows");
            }
            out + &said(0) + "</fieldset>\n"
        }
        FormControl::Switch => {
            let checked = if filled.one(id).is_empty() { "" } else { " checked" };
            format!(
                "<label class=\"choice switch\"><input type=\"checkbox\" role=\"switch\" name=\"{id}\" value=\"on\"{checked}>\
                 <span>{}</span></label>\n",
                escaped(&field.label)
            )
        }
        FormControl::Urls { add, .. } => {
            let mut out = format!("<fieldset>\n<legend>{label}</legend>\n");
            let empty = [String::new()];
            let boxes = if filled.all(id).is_empty() { &empty[..] } else { filled.all(id) };
            for (place, value) in boxes.iter().enumerate() {
                // Several boxes under one heading: each says which it is.
                write!(
                    out,
                    "<div class=\"field\">\n<input name=\"{id}\" aria-label=\"{} {}\" inputmode=\"url\" autocomplete=\"off\" \
                     autocapitalize=\"none\" spellcheck=\"false\" value=\"{}\"{}>\n{}</div>\n",
                    escaped(&field.label),
                    place + 1,
                    escaped(value),
                    described(place),
                    said(place),
                )
                .expect("a string grows");
            }
            out + &format!("<button class=\"quiet\" name=\"do\" value=\"add\">{}</button>\n</fieldset>\n", escaped(add))
        }
        FormControl::Url { .. } | FormControl::Text => format!(
            "<div class=\"field\">\n<label for=\"{id}\">{label}</label>\n<input id=\"{id}\" name=\"{id}\" autocomplete=\"off\" \
             autocapitalize=\"none\" spellcheck=\"false\" value=\"{}\"{}>\n{remark}{}</div>\n",
            escaped(filled.one(id)),
            described(0),
            said(0),
        ),
    }
}
