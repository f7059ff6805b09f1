//! The two values are in the wrong fields, or both are in one: a value that was set aside is put right without another
//! visit to the page.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result};
use secrecy::{ExposeSecret as _, SecretString};
use sourcerer_core::credentials::PasteField;
use sourcerer_core::job::SecretLocation;
use sourcerer_core::job::credentials::{self, Override, PairVerdict, PasteOffer};
use sourcerer_tests::requests::{ASK_X, FIRST_CONTACT};
use sourcerer_tests::world::World;

async fn paste(admin: &mut Admin, field: PasteField, text: &str) -> Result<()> {
    let text = SecretString::from(text);
    let entered = credentials::accept_paste(
        &admin.environment,
        &admin.stored_job()?,
        field,
        &text,
        SecretLocation::Keyring,
        Override::No,
    )
    .await;
    admin.merge(|session| credentials::merge_paste(session, entered));
    Ok(())
}

#[tokio::test]
async fn swapped_values_are_swapped_back_by_one_press() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.checks_the_server().await?;
    admin.agrees_to_the_names();
    let pair = admin.registers_the_app()?;
    let secret = pair.client_secret.expose_secret().to_owned();

    paste(&mut admin, PasteField::ClientId, &secret).await?;
    let page = admin.job()?.credentials;
    assert_eq!((page.client_id, page.id_offer, page.secret_offer), (None, Some(PasteOffer::Move), None));
    paste(&mut admin, PasteField::ClientSecret, pair.client_id.as_str()).await?;
    let page = admin.job()?.credentials;
    assert!(page.client_id.is_none() && page.secret.is_none());
    assert_eq!((page.id_offer, page.secret_offer), (Some(PasteOffer::Swap), Some(PasteOffer::Swap)));

    let aside = admin.session.aside.clone();
    let right =
        credentials::swap_fields(&admin.environment, &admin.stored_job()?, &aside, SecretLocation::Keyring).await;
    admin.merge(|session| credentials::merge_paste(session, right));
    let page = admin.job()?.credentials;
    assert_eq!(page.client_id.context("an ID")?, pair.client_id.as_str());
    assert_eq!((page.id_offer, page.secret_offer, page.secret_aside), (None, None, false));
    assert!(page.secret.is_some());
    admin.asks_x().await.map_err(said)?;
    assert_eq!(admin.job()?.credentials.answer.context("an answer")?.verdict, PairVerdict::Accepted);
    admin.ends(&[FIRST_CONTACT, ASK_X])
}

#[tokio::test]
async fn a_whole_block_fills_both_fields_and_a_wrong_one_fills_none() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.checks_the_server().await?;
    admin.agrees_to_the_names();
    let pair = admin.registers_the_app()?;
    let old = "API Key: MadeUpApiKey0123456789abc\nAPI Key Secret: MadeUpSecretMadeUpSecretMadeUpSecretMadeUpSecre123";
    paste(&mut admin, PasteField::ClientId, old).await?;
    let page = admin.job()?.credentials;
    assert_eq!((page.client_id, page.id_offer), (None, None), "not even on request");

    let block =
        format!("Client ID\n{}\nClient Secret\n{}\n", pair.client_id.as_str(), pair.client_secret.expose_secret());
    paste(&mut admin, PasteField::ClientSecret, &block).await?;
    let page = admin.job()?.credentials;
    assert_eq!(page.client_id.context("an ID")?, pair.client_id.as_str());
    let told = page.secret_recognised.context("a secret")?.removed;
    assert!(told.iter().any(|message| message.id == "credentials-said-split-secret"), "{told:?}");
    assert!(page.secret.is_some());
    // While one probe is under way, another click starts none.
    assert!(admin.session.begin_asking() && !admin.session.begin_asking());
    admin.session.end_asking();
    assert!(admin.session.begin_asking());
    admin.ends(&[FIRST_CONTACT])
}
