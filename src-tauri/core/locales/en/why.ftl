# "Why this?": what an admin asks on each page, three to five short answers a page.
# why-<page>-<n>-title is the question, why-<page>-<n> the answer. Prices and limits stand in the portal guide, with their date.

## Welcome

why-start-1-title = What does this set up?
why-start-1 = A source in authentik that lets users sign in through X, the X app that it needs, and the button on the login page. authentik still calls the source type Twitter.
why-start-2-title = What do I need?
why-start-2 = An API token for your authentik, and an X account with access to console.x.com. X charges the app’s owner for each profile, so that developer account needs credits.
why-start-3-title = What leaves this computer?
why-start-3 = Only requests to your authentik and to X. The request log lists every one, without secrets.
why-start-4-title = Can I stop halfway?
why-start-4 = Yes. The job is saved as you go, without secrets; those are in the system’s keyring. Nothing is written to authentik before Review & push.
why-start-5-title = What is practice?
why-start-5 = The whole setup with a simulated X and authentik on this computer. You need no accounts, and mistakes cost nothing.

## Server

why-server-1-title = Which address?
why-server-1 = The one that visitors use. authentik builds the callback URL from the host of the request, and X requires an exact match. A name that works only inside your network gives a callback that works only there.
why-server-2-title = Why an API token?
why-server-2 = Sourcerer uses it to read the current settings and, after you approve them, to write the changes. Create one under **Directory › Tokens and App passwords** with the intent **API Token**; app passwords don’t work. By default, it expires after 30 minutes (one day on new installations since 2026.8.1).
why-server-3-title = Where does the token go?
why-server-3 = To this system’s keyring, and in requests to this address only: never to X, to a file, or to another address that the server redirects to. It isn’t shown again on this page.
why-server-4-title = What are the minimum permissions?
why-server-4 = You don’t need a superuser. A role with these permissions is enough: view, add, change and delete OAuth sources; view flows; view and change identification stages; view events. If one is missing, Sourcerer names it, and the rest works without it.
why-server-5-title = Why can’t I skip the certificate check?
why-server-5 = Without it, the token could go to anyone who impersonates the server. For a private CA, choose its file: Sourcerer trusts it for this server, and nothing else on this computer does.

## Names

why-names-1-title = What does the slug do?
why-names-1 = authentik builds its callback URL from the address and the slug. X refuses a sign-in if a single character differs, including the slash at the end. So don’t change the slug after setup.
why-names-2-title = What is an X account ID?
why-names-2 = The number of an X account, such as `1583920471165304832`. Handles can change owners; IDs never do.
why-names-3-title = Why not match by username?
why-names-3 = Anyone can choose a handle. Someone with the handle `akadmin` on X would sign in as your administrator of that name.
why-names-4-title = Why not match by email?
why-names-4 = authentik’s X source doesn’t provide an email address by default. Without an address to match, all new users are refused.
why-names-5-title = Can I change this later?
why-names-5 = Who can sign in: yes, at any time. The slug: only together with X’s form, because the callback changes with it.

## X app

why-xapp-1-title = Why two callbacks?
why-xapp-1 = One is authentik’s, for your users. The other leads to this computer, for the test sign-in; you remove it at the end. X allows up to ten, and requires an exact match.
why-xapp-2-title = Why a fixed port?
why-xapp-2 = X’s documentation requires an exact match and doesn’t mention variable ports, so the port is part of the callback. If you change it here, change it on X too.
why-xapp-3-title = Why 127.0.0.1 and not localhost?
why-xapp-3 = X’s documentation says to use `http://127.0.0.1`, although its own tools use `localhost`. The IP address also always means this computer.
why-xapp-4-title = Which type of app?
why-xapp-4 = **Web App, Automated App or Bot**. Only this type gets a **Client Secret** that X checks, and authentik sends one. A Client ID’s ending shows at most the type when X issued it; the form shows the current type.
why-xapp-5-title = My form looks different
why-xapp-5 = X has two layouts in use, the **Developer Console** and the older portal, and renames things. This guide covers both, with the date when each label was last checked. The order and the values stay the same.

## Credentials

why-credentials-1-title = Which of X’s keys do I need?
why-credentials-1 = The **Client ID** and **Client Secret** under **OAuth 2.0 Keys**. They don’t exist until the form **User authentication settings** is saved. The **API Key**, also called **Consumer Key**, is something else. authentik uses that name for its own field: its **Consumer key** is the Client ID.
why-credentials-2-title = Why can’t I see the secret again?
why-credentials-2 = X shows it once, authentik never returns it, and Sourcerer doesn’t show it again. It is in the keyring; you see its last four characters to recognize it.
why-credentials-3-title = What does “Check with X” send?
why-credentials-3 = The Client ID and secret, over HTTPS, with a deliberately invalid refresh token. X’s error shows whether the ID is wrong, the secret is wrong, or both are right. Nobody is signed in, and no token is issued.
why-credentials-4-title = What doesn’t this check?
why-credentials-4 = The callbacks, and the app’s package, credits and scopes. The test sign-in checks those. X doesn’t document the responses used here; they are known from users’ reports.
why-credentials-5-title = What does Regenerate do?
why-credentials-5 = X creates a new secret and disables the old one immediately. Sign-in stops working on every server that still uses the old one.

## Test sign-in

why-signin-1-title = Why test before anything is saved?
why-signin-1 = authentik doesn’t show X’s responses: before 2026.5, a wrong secret and a late code look the same even in its log. Sourcerer requests the token and the profile the same way, and shows what X says.
why-signin-2-title = Why does X show the same page for several problems?
why-signin-2 = “Something went wrong” is X’s page for a wrong callback, a wrong Client ID and more. It doesn’t say which, and never sends the browser back, so Sourcerer can only show the possible causes, most likely first.
why-signin-3-title = What happens to my X account?
why-signin-3 = Sourcerer reads its ID, name and handle once, then revokes the token. Nothing is posted. In authentik, Sourcerer only checks whether the username is taken; no user is created.
why-signin-4-title = How long does it take?
why-signin-4 = The test waits a few minutes for you to authorize the app on X. The code that X then sends is valid for 30 seconds and works once; Sourcerer uses it immediately.
why-signin-5-title = Why does it need a port on this computer?
why-signin-5 = The browser brings X’s answer to the test callback. Sourcerer listens there only while the test runs, only for connections from this computer, and only for this sign-in.

## Review & push

why-push-1-title = What is written?
why-push-1 = Only what is shown here. Each change is written and confirmed before the next one starts. Pushing again writes only what still differs.
why-push-2-title = Why is the secret replaced again?
why-push-2 = authentik never returns the secret, so it can’t be compared. This computer stores a fingerprint of the secret it last pushed: if it matches, the secret isn’t written again; if it differs or is missing, it is.
why-push-3-title = What if someone else makes changes now?
why-push-3 = Right before writing, Sourcerer reads everything again. If something no longer matches the preview, nothing is overwritten, and you get a new preview.
why-push-4-title = What does undo do?
why-push-4 = It reverts what the last push changed, using a journal on this computer. If users have signed in through the source, it isn’t deleted without your confirmation: authentik would lose their links and lock them out for good. If the token can’t view links, you are told before.
why-push-5-title = Why add the button to the login page?
why-push-5 = A source has no button by default: it must be listed in the identification stage. authentik replaces that whole list on each write, so Sourcerer reads it right before and keeps every other entry.

## Verify

why-verify-1-title = Why check from the outside?
why-verify-1 = What the API reports and what a visitor gets can differ, usually because of a proxy in between. These checks use no token, like a visitor’s browser.
why-verify-2-title = Why a private window?
why-verify-2 = If you’re signed in to authentik, the button links the X account to your own user instead of signing in. That says nothing about visitors.
why-verify-3-title = Why “Permission denied” after a successful sign-in?
why-verify-3 = authentik creates users from a source as external users, and its own pages are for internal users. The sign-in still counts, and applications aren’t affected.
why-verify-4-title = Why doesn’t authentik say what failed?
why-verify-4 = It logs no event for most failures. Since 2026.5, X’s response is in the server’s log. The visitor sees “Could not retrieve token” or “Could not retrieve profile”. The test sign-in shows what X says.
why-verify-5-title = Why remove the test callback?
why-verify-5 = Visitors don’t need it. While it stays in X’s list, another program listening on that port on someone’s computer could receive a code for your app.
