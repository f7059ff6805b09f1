//! The form "User authentication settings", and the dialog after it.

use super::draw::{Sheet, button, carried, masked, remark, shown, word};
use super::fields::{FilledForm, FormMistake, need};
use super::{PortalPage, gone};
use crate::x::app::SavedSettings;
use crate::x::form::FormBody;
use crate::x::page::say;
use crate::x::state::PracticeX;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use secrecy::ExposeSecret as _;
use sourcerer_core::i18n::msg;
use sourcerer_core::portal::{FormControl, FormField, Word, guide};

pub(super) async fn show(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let Some(app) = at.app.and_then(|number| state.app(number)) else { return gone(at) };
    let filled = app.oauth.as_ref().map_or_else(FilledForm::blank, |oauth| FilledForm::saved(&oauth.settings));
    draw(at, &filled, &[])
}

/// Handles the form: adds an input for another callback, or saves everything.
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

/// Shows the dialog with Client ID and Client Secret. The secret is shown only this time [R, docs/evidence/x.md §3.1].
pub(super) async fn saved(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let mut state = x.state();
    let revealed = at.app.and_then(|number| Some((number, state.reveal(number)?)));
    let Some((number, credentials)) = revealed else { return gone(at) };
    let native = state.app_of_client(&credentials.client_id).is_some_and(|(_, oauth)| !oauth.is_confidential());
    let secret = credentials.client_secret.expose_secret();
    let body = html! {
        section.sheet {
            (shown("client-id", word(Word::ClientId, at), &credentials.client_id))
            @if native {
                (remark(&msg::practice_x_no_secret()))
            } @else if secret.is_empty() {
                (masked(word(Word::ClientSecret, at)))
                (remark(&msg::practice_x_seen(guide().word(Word::Regenerate, at.layout))))
            } @else {
                (shown("client-secret", word(Word::ClientSecret, at), secret))
                (remark(&msg::practice_x_shown_once()))
            }
            div.buttons { (button(&at.link_of("app", number), word(Word::Done, at), "main")) }
        }
    };
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
    let back = at.app.map_or_else(|| at.link("apps"), |app| at.link_of("app", app));
    let body = html! {
        @if !wrong.is_empty() { p.error role="alert" { (say(&msg::practice_x_not_saved(wrong.len()))) } }
        form method="post" action="settings" {
            (carried(at))
            // Enter presses the first button of a form, so that has to be the button that saves.
            button.sr name="do" value="save" tabindex="-1" aria-hidden="true" { (word(Word::Save, at)) }
            @for (part, fields) in parts(guide().form(at.layout)) {
                section.sheet {
                    @if let Some(heading) = part { h2 { (word(heading, at)) } }
                    @for field in &fields { (control(at, field, filled, wrong)) }
                }
            }
            div.buttons {
                button.main name="do" value="save" { (word(Word::Save, at)) }
                (button(&back, word(Word::Cancel, at), ""))
            }
        }
    };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Sheet { at, page: "settings", title: word(Word::Authentication, at), body }.answer(status)
}

/// The form's blocks: the switch for email is in the block of the permissions, and "App info" begins with the first
/// text input [D, docs/evidence/x.md §3.1].
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

fn control(at: PortalPage, field: &FormField, filled: &FilledForm, wrong: &[FormMistake]) -> Markup {
    let id = &field.id;
    let label = html! { (field.label) " " span.dim { "(" (word(need(field.need), at)) ")" } };
    let error = |place: usize| wrong.iter().find(|wrong| wrong.field == *id && wrong.place == place);
    let error_id = |place: usize| error(place).map(|_| format!("{id}-{place}-error"));
    let invalid = |place: usize| error(place).map(|_| "true");
    let says = |place: usize| {
        html! {
            @if let Some(wrong) = error(place) { p.error id=[error_id(place)] { (wrong.say()) } }
        }
    };
    match &field.control {
        FormControl::Choice { choices } => html! {
            // A group can have a description, but only the controls in it can be invalid.
            fieldset aria-describedby=[error_id(0)] {
                legend { (label) }
                @for choice in choices {
                    label.choice {
                        input type="radio" name=(id) value=(choice.id) checked[filled.one(id) == choice.id];
                        span { (choice.label) }
                        @if let Some(remark) = &choice.remark { " " span.dim { (remark) } }
                    }
                }
                (says(0))
            }
        },
        FormControl::Switch => html! {
            label class="choice switch" {
                input type="checkbox" role="switch" name=(id) value="on" checked[!filled.one(id).is_empty()];
                span { (field.label) }
            }
        },
        FormControl::Urls { add, .. } => {
            let empty = [String::new()];
            let boxes = if filled.all(id).is_empty() { &empty[..] } else { filled.all(id) };
            html! {
                fieldset {
                    legend { (label) }
                    @for (place, value) in boxes.iter().enumerate() {
                        div.field {
                            // If there are several inputs below one heading, each one's label has its number.
                            input name=(id) aria-label={ (field.label) " " (place + 1) } inputmode="url"
                                autocomplete="off" autocapitalize="none" spellcheck="false" value=(value)
                                aria-invalid=[invalid(place)] aria-describedby=[error_id(place)];
                            (says(place))
                        }
                    }
                    button.quiet name="do" value="add" { (add) }
                }
            }
        }
        FormControl::Url { .. } | FormControl::Text => html! {
            div.field {
                label for=(id) { (label) }
                input id=(id) name=(id) autocomplete="off" autocapitalize="none" spellcheck="false"
                    value=(filled.one(id)) aria-invalid=[invalid(0)] aria-describedby=[error_id(0)];
                @if let Some(remark) = &field.remark { p class="dim small" { (remark) } }
                (says(0))
            }
        },
    }
}
