//! A token whose user lacks rights: the missing rights are listed, the required role is exported in three forms, and
//! after the owner gave the rights the same token passes.

use crate::begins::Begun;
use crate::walk;
use anyhow::Result;
use secrecy::ExposeSecret as _;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;

/// All rights that a push needs, except for the login page's stage.
const WITHOUT_STAGE: &[&str] = &[
    "authentik_sources_oauth.view_oauthsource",
    "authentik_sources_oauth.add_oauthsource",
    "authentik_sources_oauth.change_oauthsource",
    "authentik_flows.view_flow",
];
const MISSING: &str = "authentik_stages_identification.view_identificationstage";

#[tokio::test]
async fn missing_rights_are_named_and_the_role_that_would_do_is_handed_over() -> Result<()> {
    let options = PracticeOptions { role: Role::Rights(WITHOUT_STAGE), ..PracticeOptions::default() };
    let Some(begun) = Begun::with(options).await? else { return Ok(()) };
    let Begun { practice, window, .. } = &begun;
    let token = practice.authentik.token();
    begun.enters_the_server().await?;
    window.press("Check and continue").await?;

    window.find("heading", "The API token lacks a permission").await?;
    window.see(&format!("Missing: {MISSING}.")).await?;
    window.find("heading", "Role with the permissions needed").await?;
    walk::fit_for_everyone(window).await?;

    // The three forms of the export; none contains the token.
    let copied = async |way: &str, wanted: &[&str]| -> Result<()> {
        window.click("radio", way).await?;
        for text in wanted {
            window.see(text).await?;
        }
        window.press("Copy").await?;
        window.see("Copied").await?;
        assert!(!window.source().await?.contains(token.expose_secret()), "{way}");
        walk::fit_for_everyone(window).await
    };
    copied("Steps", &["name the role “Sourcerer”", MISSING, "open “practice-user” and add it to the group"]).await?;
    copied("API calls", &["/rbac/permissions/assigned_by_roles/", MISSING]).await?;
    copied("Blueprint", &["model: authentik_rbac.role", MISSING, "practice-user"]).await?;

    // The owner gives the role, and the token stays the same.
    practice.authentik.give(Role::Least);
    window.press("Check again").await?;
    // Nothing is left to read, so it goes on by itself; the result is one page back.
    window.arrive(walk::NAMES).await?;
    window.press("Back").await?;
    window.see("127.0.0.1 is ready").await?;
    window.see_no_more("The API token lacks a permission").await?;
    walk::fit_for_everyone(window).await?;
    window.press("Continue to Names").await?;
    window.arrive(walk::NAMES).await?;

    begun.ends().await
}
