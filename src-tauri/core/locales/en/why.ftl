# "Why this?": what an admin asks on each page, three to five short answers a page.
# why-<page>-<n>-title is the question, why-<page>-<n> the answer. Prices and limits stand in the portal guide, with their date.

## Welcome

why-start-1-title = What is set up here?
why-start-1 = A source in authentik that signs people in through X, the app at X that it needs, and the button on the login page. authentik still calls the type Twitter.
why-start-2-title = What do I need?
why-start-2 = An API token of your authentik, and an X account that may use console.x.com. X charges the owner of the app for each profile it hands out, so that developer account should hold credits.
why-start-3-title = What leaves this machine?
why-start-3 = Requests to your authentik and to X, and to nobody else. What was sent lists each of them, without its secrets.
why-start-4-title = Can I stop halfway?
why-start-4 = Yes. The job is saved as you go, without its secrets; those are in the system’s keyring. Nothing is written to authentik before Review & push.
why-start-5-title = What is practice?
why-start-5 = The whole job against a pretend X and a pretend authentik on this machine. It needs no account, and mistakes cost nothing.

## Server

why-server-1-title = Which address?
why-server-1 = The one visitors use. authentik builds the callback from the host of the request it sees, and X compares that callback byte for byte. A name that works only inside your network gives a callback that works only there.
why-server-2-title = Why an API token?
why-server-2 = With it Sourcerer reads what is there and, after you have seen the plan, writes it. Make one under **Directory › Tokens and App passwords** with the intent **API Token**; an app password is refused. By default it lives 30 minutes, on new installations from 2026.8.1 on a day.
why-server-3-title = Where does the token go?
why-server-3 = Into this system’s keyring, and in requests to this address only: not to X, not into a file, not onward when the server points to another address. It never comes back to this page.
why-server-4-title = How few rights are enough?
why-server-4 = No superuser is needed. A role with these is enough: view, add, change and delete OAuth sources; view flows; view and change identification stages; view events. A right that is missing is named, and the rest works without it.
why-server-5-title = Why can’t I skip the certificate check?
why-server-5 = Without it the token would go to whoever answers. For a private CA, choose its file: Sourcerer then trusts it beside the system’s own, and nothing else on this machine does.

## Names

why-names-1-title = What does the slug do?
why-names-1 = authentik builds its callback from the address and the slug. X refuses a sign-in when a single byte differs, the slash at the end included. So choose it now and leave it.
why-names-2-title = What is an identifier?
why-names-2 = X’s account number, for example `1583920471165304832`. Handles change hands; numbers don’t.
why-names-3-title = Why not match by user name?
why-names-3 = Handles can be chosen. Whoever holds the handle `akadmin` at X would sign in as your administrator of that name.
why-names-4-title = Why not match by e-mail?
why-names-4 = authentik’s source for X passes no e-mail on by itself. Matched by an empty address, everybody new is refused.
why-names-5-title = Can I change this later?
why-names-5 = Who may sign in: yes, at any time. The slug: only together with X’s form, because the callback changes with it.

## X app

why-xapp-1-title = Why two callbacks?
why-xapp-1 = One is authentik’s, for your visitors. The other leads to this machine, for the test sign-in; you take it away again at the end. X allows up to ten, and compares each byte for byte.
why-xapp-2-title = Why a fixed port?
why-xapp-2 = X’s documentation asks for an exact match and says nothing of free ports, so the port belongs to the callback. Changed here, it has to be changed on X too.
why-xapp-3-title = Why 127.0.0.1 and not localhost?
why-xapp-3 = X’s documentation asks for `http://127.0.0.1`, although its own tools use `localhost`. The number also can’t be resolved to anything but this machine.
why-xapp-4-title = Which type of app?
why-xapp-4 = **Web App, Automated App or Bot**. Only this type gets a **Client Secret** that X checks, and authentik sends one. The ending of an ID tells at most what the app was when X made the ID; the form tells what it is now.
why-xapp-5-title = My form looks different
why-xapp-5 = X has two layouts in use, the **Developer Console** and the older portal, and renames things. The guide has both, with the date on which each word was last checked. The order and the values stay the same.

## Credentials

why-credentials-1-title = Which of X’s keys?
why-credentials-1 = The **Client ID** and **Client Secret** under **OAuth 2.0 Keys**. They exist only once the form **User authentication settings** is saved. The **API Key**, also called **Consumer Key**, is another pair. authentik uses that very word: its **Consumer key** takes the Client ID.
why-credentials-2-title = Why can’t I see the secret again?
why-credentials-2 = X shows it once, authentik never gives it back, and it doesn’t come back to this page. It is in the keyring; you see its last four characters to tell it from another.
why-credentials-3-title = What does X get to see when I ask?
why-credentials-3 = The pair, over HTTPS, with a refresh token that is false on purpose. X’s refusal tells a wrong ID, a wrong secret and a right pair apart. Nobody signs in, and no token is made.
why-credentials-4-title = What isn’t proved by this?
why-credentials-4 = The callbacks, the app’s package, its credits and its scopes. The test sign-in proves those. X doesn’t document the answers used here; they are known from users’ reports.
why-credentials-5-title = What does Regenerate do?
why-credentials-5 = X makes a new secret and forgets the old one at once. Every server that still uses the old one stops signing people in.

## Test sign-in

why-signin-1-title = Why test before anything is saved?
why-signin-1 = authentik shows nobody X’s answers: before 2026.5 a wrong secret and a late code look the same in its log, too. Sourcerer asks X for the token and the profile in the same way, and shows what X says.
why-signin-2-title = Why does X show the same page for several mistakes?
why-signin-2 = “Something went wrong” is X’s page for a wrong callback, a wrong Client ID and more. It names none of them and never sends the browser back, so only silence arrives here. Then the list of likely causes helps, likeliest first.
why-signin-3-title = What happens to my X account?
why-signin-3 = Sourcerer reads its number, name and handle once, then revokes the token. Nothing is posted. authentik is only asked whether the user name is taken, so no user is made.
why-signin-4-title = How long may it take?
why-signin-4 = The test waits some minutes for you to agree on X. The code X then sends lives 30 seconds and works once; Sourcerer uses it the moment it arrives.
why-signin-5-title = Why does it need a port of this machine?
why-signin-5 = The browser brings X’s answer to the test callback. Sourcerer listens there only while the test runs, only for this machine, and only for this sign-in.

## Review & push

why-push-1-title = What is written?
why-push-1 = What stands here, and nothing else. Each change is written, then read back before the next one begins. Pushing again writes only what still differs.
why-push-2-title = Why is the secret replaced again?
why-push-2 = authentik never gives it back, so it can’t be compared. This machine keeps a fingerprint of the secret it pushed last: if that agrees, the secret is left alone; if it differs or is missing, the secret is written.
why-push-3-title = What if somebody else works there now?
why-push-3 = Just before it writes, Sourcerer reads again. If something no longer looks as shown here, nothing is written over it, and you get a new plan.
why-push-4-title = What does undo do?
why-push-4 = It puts back what the last push changed, from a journal on this machine. A source that people have signed in through isn’t deleted without asking you: authentik would forget which X account is whose, and lock them out for good. Where the token may not see who is linked, it says so before.
why-push-5-title = Why a place on the login page?
why-push-5 = A source shows no button by itself. It has to be in the list of the identification stage. Writing replaces that whole list, so it is read just before and every other entry is kept.

## Verify

why-verify-1-title = Why look from outside?
why-verify-1 = What the API says and what a visitor gets can differ, most often by a proxy in between. These checks ask without a token, as a visitor’s browser does.
why-verify-2-title = Why a private window?
why-verify-2 = Where you are signed in to authentik, the button ties the X account to your own user instead of signing in. That proves nothing about visitors.
why-verify-3-title = Why “Permission denied” after a sign-in that worked?
why-verify-3 = authentik makes people who come through a source external, and its own pages are for internal users. The sign-in is noted all the same; applications aren’t affected.
why-verify-4-title = Why doesn’t authentik say what failed?
why-verify-4 = It notes no event for most failures. From 2026.5 on, X’s answer is in its server’s log. The visitor reads “Could not retrieve token” or “Could not retrieve profile”. The test sign-in shows what X says.
why-verify-5-title = Why remove the test callback?
why-verify-5 = It is of no use to visitors. While it stays in X’s list, a program on anyone’s machine that listens on that port could be sent a code for your app.
